import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Message } from './messages'
import { LiveSource } from './source'

/** The browser's stream without a network: the test plays the server. */
class FakeStream extends EventTarget {
  static opened: FakeStream[] = []
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null
  closed = false

  constructor(readonly url: string) {
    super()
    FakeStream.opened.push(this)
  }

  close(): void {
    this.closed = true
  }

  say(kind: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data) }))
  }
}

const NOW = Date.parse('2026-11-24T14:03:00+08:00')
let told: Message[]
let source: LiveSource
const current = () => FakeStream.opened.at(-1) as FakeStream
const open = () => FakeStream.opened.filter((one) => !one.closed).length

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  vi.spyOn(Math, 'random').mockReturnValue(0.5) // pauses without their jitter
  vi.stubGlobal('EventSource', FakeStream)
  FakeStream.opened = []
  told = []
  source = new LiveSource((message) => told.push(message))
  source.open()
  current().onopen?.()
})

afterEach(() => {
  source.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the stream of live values', () => {
  it('hands on what the server says', () => {
    current().say('counters', { received: 3 })
    expect(current().url).toBe('/api/live')
    expect(told).toEqual([{ kind: 'up' }, { kind: 'counters', data: { received: 3 } }])
  })

  it('is taken for lost when nothing came for 35 s, with the second at which it was heard last', () => {
    vi.advanceTimersByTime(20_000)
    current().say('heartbeat', { time: '' })
    vi.advanceTimersByTime(34_999)
    expect(told.some((message) => message.kind === 'down')).toBe(false)
    vi.advanceTimersByTime(1)
    expect(told.at(-1)).toEqual({ kind: 'down', since: NOW + 20_000 })
  })

  it('is asked for again after pauses of 1, 2, 4 … 30 s, one connection at a time', () => {
    const pauses: number[] = []
    for (let attempt = 0; attempt < 8; attempt++) {
      const before = FakeStream.opened.length
      const from = Date.now()
      current().onerror?.()
      expect(open()).toBe(0)
      while (FakeStream.opened.length === before) vi.advanceTimersByTime(100)
      pauses.push((Date.now() - from) / 1000)
      expect(open()).toBe(1)
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30, 30])
  })

  it('starts with short pauses again once it was heard', () => {
    for (let attempt = 0; attempt < 4; attempt++) {
      current().onerror?.()
      vi.advanceTimersByTime(30_000)
    }
    current().onopen?.()
    const before = FakeStream.opened.length
    current().onerror?.()
    vi.advanceTimersByTime(1_000)
    expect(FakeStream.opened.length).toBe(before + 1)
  })

  it('begins anew when the server says that too much was missed', () => {
    current().say('resync', {})
    expect(FakeStream.opened.length).toBe(2)
    expect(open()).toBe(1)
  })

  it('asks for nothing more once it is closed', () => {
    current().onerror?.()
    source.close()
    vi.advanceTimersByTime(120_000)
    expect(FakeStream.opened.length).toBe(1)
  })
})
