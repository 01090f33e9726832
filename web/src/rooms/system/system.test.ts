import { describe, expect, it } from 'vitest'
import { byUrgency, type Alarm } from './alarms'
import { balanced } from './counters'

describe('system state', () => {
  it('notices a single frame that is nowhere, or twice', () => {
    const counters = { received: 10, stored: 7, duplicate: 2, quarantined: 1, acknowledged: 9, noiseBytes: 0 }
    expect(balanced(counters)).toBe(true)
    expect(balanced({ ...counters, received: 11 })).toBe(false)
    expect(balanced({ ...counters, duplicate: 3 })).toBe(false)
  })

  it('tells alarms that stop packets first, then the oldest', () => {
    const alarm = (kind: string, since: string): Alarm => ({ kind, subject: 'x', since, detail: '' })
    const all = [alarm('BACKUP_OLD', '2026-11-24T01:00:00Z'), alarm('CLOCK_JUMPED', '2026-11-23T01:00:00Z'), alarm('DISK_FULL', '2026-11-24T02:00:00Z')]
    expect(byUrgency(all).map((one) => one.kind)).toEqual(['DISK_FULL', 'CLOCK_JUMPED', 'BACKUP_OLD'])
    expect(all[0]?.kind).toBe('BACKUP_OLD')
  })
})
