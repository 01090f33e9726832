import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watch } from 'vue'
import type { LiveState } from './messages'
import { livePoints, stream, take } from './points'

function point(mn: string, text: string): LiveState {
  const value = { value: Number(text), text, flag: 'N', zs: null, dataTime: null }
  return { mn, online: true, state: 'NORMAL', stateReason: null, dataTime: null, receivedAt: null, values: { w01018: value } }
}
const cod = (mn: string) => livePoints.get(mn)?.values.w01018?.text

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }))

afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
  livePoints.clear()
})

describe('the points as the stream tells them', () => {
  it('are shown at most four times a second, each with its latest values', () => {
    let flushes = 0
    const stop = watch(() => stream.version, () => flushes++, { flush: 'sync' })
    for (let i = 0; i < 400; i++) {
      take({ kind: 'point', data: point(`MN${i % 40}`, String(i)) })
      vi.advanceTimersByTime(2.5)
    }
    vi.advanceTimersByTime(250)
    stop()
    expect(flushes).toBe(4)
    expect(livePoints.size).toBe(40)
    expect(cod('MN39')).toBe('399')
  })

  it('touch only the rows that changed', () => {
    take({ kind: 'snapshot', data: { time: '', position: 1, points: [point('A', '1'), point('B', '1')], counters: counters(2), newMns: 3 } })
    vi.advanceTimersByTime(250)
    const seen: string[] = []
    const stop = watch(() => livePoints.get('B'), () => seen.push('B'), { flush: 'sync' })
    take({ kind: 'point', data: point('A', '2') })
    vi.advanceTimersByTime(250)
    stop()
    expect(cod('A')).toBe('2')
    expect(seen).toEqual([])
    expect(stream.newMns).toBe(3)
  })

  it('are newer in a snapshot than what was still waiting to be shown', () => {
    take({ kind: 'point', data: point('A', '1') })
    take({ kind: 'snapshot', data: { time: '', position: 9, points: [point('A', '9')], counters: counters(9), newMns: 0 } })
    vi.advanceTimersByTime(250)
    expect(cod('A')).toBe('9')
  })

  it('keep their values when the stream is lost, and the moment stands still', () => {
    take({ kind: 'point', data: point('A', '1') })
    vi.advanceTimersByTime(10_000)
    take({ kind: 'down', since: 1_000_000 })
    expect(stream.up).toBe(false)
    expect(stream.lastHeard).toBe(1_000_000)
    expect(cod('A')).toBe('1')
    take({ kind: 'heartbeat', data: { time: '' } })
    expect(stream.up).toBe(true)
    expect(stream.lastHeard).toBe(1_010_000)
  })
})

function counters(received: number) {
  return { received, stored: received, duplicate: 0, quarantined: 0, acknowledged: received }
}
