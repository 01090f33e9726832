import { describe, expect, it } from 'vitest'
import type { LiveState, State } from '@/live/messages'
import { byUrgency, moves } from './order'

function row(label: string, state: State, dataTime: string | null = null) {
  const live: LiveState = { mn: label, online: true, state, stateReason: null, dataTime, receivedAt: dataTime, values: {} }
  return { label, live }
}

describe('order of the live list', () => {
  it('puts what needs someone first and the longest silence first among the silent', () => {
    const rows = [
      row('normal', 'NORMAL'),
      row('silent for an hour', 'OFFLINE', '2026-11-24T13:00:00+08:00'),
      row('exceeding', 'EXCEEDING'),
      row('silent for a day', 'OFFLINE', '2026-11-23T14:00:00+08:00'),
      row('never heard', 'OFFLINE'),
      row('abnormal', 'ABNORMAL'),
    ]
    expect(rows.sort(byUrgency).map((one) => one.label)).toEqual([
      'exceeding', 'abnormal', 'never heard', 'silent for a day', 'silent for an hour', 'normal',
    ])
  })

  it('counts the rows that would move', () => {
    expect(moves(['a', 'b', 'c'], ['a', 'b', 'c'])).toBe(0)
    expect(moves(['a', 'b', 'c'], ['b', 'a', 'c'])).toBe(2)
    expect(moves(['a', 'b'], ['a', 'b', 'c'])).toBe(1)
  })
})
