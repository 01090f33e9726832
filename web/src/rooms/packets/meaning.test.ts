import { describe, expect, it } from 'vitest'
import { digitsAsTime, factorAndSuffix, flagBits, secret } from './meaning'

describe('meaning of a field', () => {
  it('spells out the bits of Flag', () => {
    expect(flagBits('5')).toEqual({ bits: '00000101', edition: '2017', split: false, answer: true })
    expect(flagBits('10')).toEqual({ bits: '00001010', edition: '2025', split: true, answer: false })
    expect(flagBits('0')).toEqual({ bits: '00000000', edition: '2005', split: false, answer: false })
  })

  it('names no edition for a version that none has', () => {
    expect(flagBits('77')).toEqual({ bits: '01001101', edition: null, split: false, answer: true })
  })

  it.each(['x', '', '256', '-1', '5 ', '0x5', '1.0'])('takes %j for no Flag', (text) => expect(flagBits(text)).toBeNull())

  it('reads QN and DataTime as times', () => {
    expect(digitsAsTime('20160801085857223')).toBe('2016-08-01 08:58:57.223')
    expect(digitsAsTime('20160801085857')).toBe('2016-08-01 08:58:57')
    expect(digitsAsTime('20240229000000')).toBe('2024-02-29 00:00:00')
  })

  it.each(['2016', '20230229000000', '20261301000000', '20261124240000', '99999999999999', '2026112406112x'])('takes %s for no time', (text) =>
    expect(digitsAsTime(text)).toBeNull(),
  )

  it('splits a name into factor and suffix, in the standard\'s spelling', () => {
    expect(factorAndSuffix('a34013-ZsAvg')).toEqual({ code: 'a34013', suffix: 'ZsAvg' })
    expect(factorAndSuffix('a34013-ZSRTD')).toEqual({ code: 'a34013', suffix: 'ZsRtd' })
    expect(factorAndSuffix('SB1-RS')).toEqual({ code: 'SB1', suffix: 'RS' })
    expect(factorAndSuffix('w01018-Own')).toEqual({ code: 'w01018', suffix: 'Own' })
    for (const name of ['DataTime', '-Rtd', 'w01018-', '']) expect(factorAndSuffix(name)).toBeNull()
  })

  it('knows passwords by their names', () => {
    expect(['PW', 'pw', 'NewPW', 'PWX', 'MN', ''].filter(secret)).toEqual(['PW', 'pw', 'NewPW'])
  })
})
