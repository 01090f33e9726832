import { describe, expect, it } from 'vitest'
import { concerns, connections, matching, type Session } from './sessions'

const session = (mn: string, remote: string, more: Partial<Session> = {}): Session => ({
  mn, remote, since: '2026-11-24T01:00:00Z', lastFrameAt: '2026-11-24T01:30:00Z', frames: 60, faults: 0, newest: true, framesPerSecond: 0.5, encrypted: false, wrongPasswords: 0, ...more,
})
const names = new Map([['010A', 'Cement works · Kiln']])
const all = connections(
  [session('010A', '10.0.0.9:6000'), session('020B', '10.0.0.2:5000', { faults: 3 }), session('010A', '10.0.0.1:5000', { newest: false })],
  names,
)

describe('connections', () => {
  it('are found by MN, address or name of the point', () => {
    expect(matching(all, ' 010a ', '')).toHaveLength(2)
    expect(matching(all, '0.0.2', '').map((one) => one.mn)).toEqual(['020B'])
    expect(matching(all, 'kiln', '')).toHaveLength(2)
    expect(matching(all, '', '')).toHaveLength(3)
    expect(matching(all, '.*', '')).toEqual([])
  })

  it('of one MN are marked, each of them, and none of another MN', () => {
    expect(all.map((one) => one.ofMn)).toEqual([2, 1, 2])
    expect(new Set(all.map((one) => one.key)).size).toBe(3)
    expect(matching(all, '', 'double').map((one) => one.remote)).toEqual(['10.0.0.9:6000', '10.0.0.1:5000'])
  })

  it('without a registered point, and those with faults, can be picked out', () => {
    expect(matching(all, '', 'unregistered').map((one) => one.mn)).toEqual(['020B'])
    expect(matching(all, '', 'faults').map((one) => one.mn)).toEqual(['020B'])
    expect(concerns({ ...all[0], wrongPasswords: 1 } as (typeof all)[number], 'faults')).toBe(true)
    // Before the points are known nobody is called a stranger.
    expect(connections([session('020B', 'r')], null)[0]?.registered).toBe(true)
    // An address may come from anywhere: what is no concern is no filter.
    expect(matching(all, '', 'toString')).toHaveLength(3)
  })
})
