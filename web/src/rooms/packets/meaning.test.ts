import { describe, expect, it } from 'vitest'
import { digitsAsTime, factorAndSuffix, flagBits } from './meaning'
import { bytesOf, segments } from './segments'
import type { Part } from './queries'

describe('meaning of a frame', () => {
  it('spells out the bits of Flag', () => {
    expect(flagBits('5')).toEqual({ edition: '2017', split: false, answer: true })
    expect(flagBits('10')).toEqual({ edition: '2025', split: true, answer: false })
    expect(flagBits('0')).toEqual({ edition: '2005', split: false, answer: false })
    expect(flagBits('x')).toBeNull()
  })

  it('reads QN and DataTime as times', () => {
    expect(digitsAsTime('20160801085857223')).toBe('2016-08-01 08:58:57.223')
    expect(digitsAsTime('20160801085857')).toBe('2016-08-01 08:58:57')
    expect(digitsAsTime('2016')).toBeNull()
  })

  it('splits a name into factor and suffix', () => {
    expect(factorAndSuffix('a34013-ZsAvg')).toEqual({ code: 'a34013', suffix: 'ZsAvg' })
    expect(factorAndSuffix('DataTime')).toBeNull()
  })

  it('cuts at bytes, not characters, and shows what cannot be seen', () => {
    const part = (start: number, end: number): Part => ({ kind: 'CP_NAME_VALUE', name: '', value: '', start, end })
    const utf8 = bytesOf('水=1\r\n', undefined)
    expect(segments(utf8, [part(0, 3), part(3, 5), part(5, 7)]).map((one) => one.text)).toEqual(['水', '=1', '\\r\\n'])
    const gbk = bytesOf('', btoa('\xb5\xaa=1'))
    expect(segments(gbk, [part(0, 2), part(2, 4)]).map((one) => one.text)).toEqual(['氮', '=1'])
  })
})
