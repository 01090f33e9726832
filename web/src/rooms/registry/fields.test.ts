import { describe, expect, it } from 'vitest'
import { missing, toBody, toInputs, type Field } from './fields'

const FIELDS: Field[] = [
  { key: 'name', kind: 'text', required: true },
  { key: 'height', kind: 'number' },
  { key: 'factors', kind: 'codes' },
  { key: 'endStamped', kind: 'yes-no' },
  { key: 'permitUntil', kind: 'date' },
]

describe('a form over a record', () => {
  it('hands back what it was given when nothing is changed', () => {
    const record = { name: '窑尾', height: 85.5, factors: ['a21026', 'a21002'], endStamped: false, permitUntil: '2027-12-31' }
    expect(toBody(FIELDS, toInputs(FIELDS, record))).toEqual(record)
  })

  it('sends empty fields as nothing, and codes however they are separated', () => {
    expect(toBody(FIELDS, { name: ' ', height: '', factors: 'a21026，a21002  a34013', endStamped: '', permitUntil: '' })).toEqual({
      name: null, height: null, factors: ['a21026', 'a21002', 'a34013'], endStamped: null, permitUntil: null,
    })
  })

  it('leaves what is no number to the server, which names the rule', () => {
    expect(toBody(FIELDS, { height: '高' })).toMatchObject({ height: '高' })
  })

  it('knows which required field has no value', () => {
    expect(missing(FIELDS, { name: '  ', height: '' })).toEqual(['name'])
  })
})
