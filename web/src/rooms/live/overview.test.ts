import { describe, expect, it } from 'vitest'
import type { LiveState, State, StateReason } from '@/live/messages'
import { byCounty, countStates, needSomeone, partsOf, since, type Row } from './overview'
import type { LivePoint } from './queries'

function row(mn: string, state: State, county = 'A', more: Partial<LiveState> = {}): Row {
  const live: LiveState = { mn, online: true, state, stateReason: null, dataTime: null, receivedAt: null, values: {}, ...more }
  return { point: { ...live, county } as LivePoint, live }
}
const reason = (from: string | null): StateReason => ({ code: 'FLAG', since: from })

describe('what needs someone', () => {
  it('is told the longest waiting first, and who never spoke last', () => {
    const rows = [
      row('never spoke', 'OFFLINE'),
      row('young', 'EXCEEDING', 'A', { stateSince: '2026-11-25T13:00:00+08:00' }),
      row('fine', 'NORMAL'),
      row('old', 'OFFLINE', 'A', { stateReason: reason('2026-11-25T08:00:00+08:00') }),
      row('in maintenance', 'MAINTENANCE'),
      row('middle', 'ABNORMAL', 'A', { stateReason: reason('2026-11-25T10:00:00+08:00') }),
    ]
    expect(needSomeone(rows).map((one) => one.live.mn)).toEqual(['old', 'middle', 'young', 'never spoke'])
  })

  // Each new hour over the limit has a reason of its own: the exceedance did not begin with it.
  it('keeps the age of an exceedance that goes on', () => {
    const live = row('a', 'EXCEEDING', 'A', { stateSince: '2026-11-25T08:00:00+08:00', stateReason: reason('2026-11-25T13:00:00+08:00') }).live
    expect(since(live)).toBe(Date.parse('2026-11-25T08:00:00+08:00'))
  })

  it('counts silence from the last data, not from when it was noticed', () => {
    const live = row('a', 'OFFLINE', 'A', { stateSince: '2026-11-25T09:00:00+08:00', stateReason: reason('2026-11-25T08:30:00+08:00') }).live
    expect(since(live)).toBe(Date.parse('2026-11-25T08:30:00+08:00'))
  })
})

describe('the counties', () => {
  it('stand worst first, each with all its points', () => {
    const rows = [row('1', 'NORMAL', 'A'), row('2', 'OFFLINE', 'A'), row('3', 'NORMAL', 'B'), row('4', 'NORMAL', 'B'), row('5', 'NORMAL', 'B'), row('6', 'EXCEEDING', 'C')]
    const lines = byCounty(rows)
    expect(lines.map((line) => `${line.county} ${line.total}`)).toEqual(['C 1', 'A 2', 'B 3'])
    expect(lines.reduce((sum, line) => sum + line.total, 0)).toBe(rows.length)
    expect(countStates(rows).NORMAL).toBe(4)
  })
})

it('a reason says value, limit and multiple of an exceedance, and the flag of anything else', () => {
  expect(partsOf({ code: 'OVER_LIMIT', factor: 'a21002', text: '428.0', exceedance: { factor: 'a21002', value: 428, unit: 'mg/m3', limit: 320, multiple: 1.34 } })).toEqual({ code: 'OVER_LIMIT', factor: 'a21002', flag: null, value: '428', limit: '320', multiple: '1.34' })
  expect(partsOf({ code: 'FLAG', factor: 'w01018', flag: 'D', text: '41.0' })).toEqual({ code: 'FLAG', factor: 'w01018', flag: 'D', value: '41.0', limit: null, multiple: null })
})
