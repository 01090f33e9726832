import { describe, expect, it } from 'vitest'
import { byFirstSeen, mediumOf, registrable } from './guess'
import type { UnregisteredMn } from './queries'

describe('guesses for a registration', () => {
  it('take the medium from the system code', () => {
    expect(['31', '32', '22', '36', '39', '21'].map(mediumOf)).toEqual(['GAS', 'WATER', 'AIR', 'NOISE', 'DUST', 'SURFACE_WATER'])
  })

  it('leave the medium open for other codes, also for names that objects have', () => {
    expect([null, '', '91', 'constructor', '__proto__'].map(mediumOf)).toEqual(['OTHER', 'OTHER', 'OTHER', 'OTHER', 'OTHER'])
  })

  it('offer only factors that the server takes', () => {
    expect(registrable(['w01018', 'a_1', '', '<b>', 'w 1', 'x'.repeat(21)])).toEqual(['w01018', 'a_1'])
  })

  it('keep MNs in their places while they send', () => {
    const one = (mn: string, firstSeen: string, lastSeen: string): UnregisteredMn => ({ mn, firstSeen, lastSeen, packets: 1, st: '32', edition: '2017', factors: [], remote: null })
    const before = [one('A', '2026-11-24T08:00:00+08:00', '2026-11-24T14:00:00+08:00'), one('B', '2026-11-24T09:00:00+08:00', '2026-11-24T13:00:00+08:00'), one('C', '2026-11-24T09:00:00+08:00', '2026-11-24T12:00:00+08:00')]
    expect(byFirstSeen(before).map((each) => each.mn)).toEqual(['B', 'C', 'A'])
    expect(byFirstSeen([...before].reverse()).map((each) => each.mn)).toEqual(['B', 'C', 'A'])
  })
})
