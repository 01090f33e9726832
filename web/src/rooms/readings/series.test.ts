import { describe, expect, it } from 'vitest'
import type { Reading } from './queries'
import { bands, line, stepOf } from './series'

const START = Date.parse('2026-11-24T00:00:00+08:00')

function at(minutes: number, value: number | null, flag = 'N'): Reading {
  const time = new Date(START + minutes * 60_000).toISOString()
  return { time, dataTime: time, factor: 'w01018', avg: value, flag, receivedAt: time, backfilled: false, packetId: 1 }
}

describe('series of a curve', () => {
  it('never connects across a gap', () => {
    const readings = [at(0, 1), at(10, 2), at(60, 3)]
    expect(line(readings, (one) => one.avg, 600_000).map(([, value]) => value)).toEqual([1, 2, null, 3])
  })

  it('keeps a value that is no number as a gap, not as zero', () => {
    expect(line([at(0, 1), at(10, null)], (one) => one.avg, 600_000).map(([, value]) => value)).toEqual([1, null])
  })

  it('takes the step of minutes from the data and knows that of hours', () => {
    expect(stepOf('minute', [at(0, 1), at(10, 1), at(20, 1), at(90, 1)])).toBe(600_000)
    expect(stepOf('hour', [])).toBe(3_600_000)
  })

  it('joins readings of the same flag to one band', () => {
    const found = bands([at(0, 1), at(10, 1, 'C'), at(20, 1, 'C'), at(30, 1), at(40, 1, 'D')], 600_000)
    expect(found.map((band) => [band.flag, (band.to - band.from) / 60_000])).toEqual([['C', 20], ['D', 10]])
  })
})
