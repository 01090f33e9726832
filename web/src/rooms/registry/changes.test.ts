import { describe, expect, it } from 'vitest'
import { differences, said, thing } from './changes'

describe('what an act changed', () => {
  it('is each property that differs, before and after', () => {
    expect(differences('{"name":"甲","county":"华宁县","id":1}', '{"name":"乙","county":"华宁县","id":1}')).toEqual([{ key: 'name', before: '甲', after: '乙' }])
  })

  it('is all that a new thing has, without what is empty', () => {
    expect(differences(null, '{"name":"甲","code":null,"factors":[]}').map((one) => one.key)).toEqual(['name'])
  })

  it('looks into the point of an archive', () => {
    expect(differences('{"point":{"name":"a","st":"31"},"stackArea":3}', '{"point":{"name":"b","st":"31"},"stackArea":3}')).toEqual([{ key: 'name', before: 'a', after: 'b' }])
  })

  it('survives what is no JSON', () => {
    expect(differences('old', 'new')).toEqual([{ key: '', before: 'old', after: 'new' }])
  })

  it('is about something that has a name', () => {
    expect(thing('{"pointName":"窑尾","name":"SO2分析仪"}')).toBe('窑尾 · SO2分析仪')
    expect(thing('[]')).toBe('')
  })

  it('is said in a line', () => {
    expect(said(['a21026', 'a21002'])).toBe('a21026、a21002')
    expect(said([{ name: '张*', duty: '环保专员', phone: null }])).toBe('张* 环保专员')
    expect(said(null)).toBe('—')
    expect(said(false)).toBe('false')
  })
})
