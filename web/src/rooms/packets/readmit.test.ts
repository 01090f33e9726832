import { describe, expect, it } from 'vitest'
import { readmitOf, waysOf } from './readmit'

describe('a frame of the quarantine', () => {
  it('is accepted in what is wrong with it, or taken as it is after the device was set, or written anew', () => {
    expect(waysOf('BAD_CRC', 1)).toEqual(['ACCEPT_CHECK', 'AS_IT_IS', 'CORRECTED'])
    expect(waysOf('DATA_TIME_IN_FUTURE', 1)).toEqual(['ACCEPT_DATA_TIME', 'AS_IT_IS', 'CORRECTED'])
    expect(waysOf('KEY_WRONG', 1)).toEqual(['AS_IT_IS', 'CORRECTED'])
    expect(waysOf('PASSWORD_REFUSED', 1)).toEqual(['AS_IT_IS'])
  })

  it('is never written anew together with others: each has its own bytes', () => {
    expect(waysOf('BAD_CRC', 2)).toEqual(['ACCEPT_CHECK', 'AS_IT_IS'])
  })

  it('says to the server what is accepted and nothing else', () => {
    expect(readmitOf('AS_IT_IS', 'x', 'why')).toEqual({ reason: 'why' })
    expect(readmitOf('ACCEPT_CHECK', 'x', 'why')).toEqual({ acceptCheck: true, reason: 'why' })
    expect(readmitOf('ACCEPT_DATA_TIME', 'x', 'why')).toEqual({ acceptDataTime: true, reason: 'why' })
    expect(readmitOf('CORRECTED', 'QN=1', 'why')).toEqual({ frame: 'QN=1', reason: 'why' })
  })
})
