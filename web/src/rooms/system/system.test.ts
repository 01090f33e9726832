import { describe, expect, it } from 'vitest'
import { balanced } from './counters'
import { matching, type Session } from './sessions'

describe('system state', () => {
  it('notices a single frame that is nowhere, or twice', () => {
    const counters = { received: 10, stored: 7, duplicate: 2, quarantined: 1, acknowledged: 9, noiseBytes: 0 }
    expect(balanced(counters)).toBe(true)
    expect(balanced({ ...counters, received: 11 })).toBe(false)
    expect(balanced({ ...counters, duplicate: 3 })).toBe(false)
  })

  it('finds loggers by MN or address', () => {
    const one = (mn: string, remote: string): Session => ({ mn, remote, since: '', lastFrameAt: '', frames: 0, faults: 0 })
    const all = [one('010A', '10.0.0.1:5000'), one('020B', '10.0.0.2:5000')]
    expect(matching(all, ' 010a ').map((each) => each.mn)).toEqual(['010A'])
    expect(matching(all, '0.0.2').map((each) => each.mn)).toEqual(['020B'])
    expect(matching(all, '')).toHaveLength(2)
    expect(matching(all, '.*')).toEqual([])
  })
})
