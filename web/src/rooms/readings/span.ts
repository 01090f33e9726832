import type { Kind } from './queries'

/** What a curve shows, in ms: from, inclusive, to, exclusive. */
export interface Span {
  from: number
  to: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const SHORTEST = MINUTE
const LONGEST = 3_650 * DAY

/** The finest kind of data that a span of this length can show. */
export function kindFor(length: number): Kind {
  if (length <= 3 * HOUR) return 'realtime'
  if (length <= 2 * DAY) return 'minute'
  return length <= 62 * DAY ? 'hour' : 'day'
}

/** Around the same middle, so many times as long; it does not reach into the future. */
export function scaled(span: Span, times: number, now: number): Span {
  const length = Math.min(LONGEST, Math.max(SHORTEST, (span.to - span.from) * times))
  const middle = (span.from + span.to) / 2
  return until(middle + length / 2, length, now)
}

/** As long, later by a part of itself; less than 0: earlier. */
export function moved(span: Span, part: number, now: number): Span {
  const length = span.to - span.from
  return until(span.to + length * part, length, now)
}

function until(to: number, length: number, now: number): Span {
  const end = Math.round(Math.min(to, now))
  return { from: Math.round(end - length), to: end }
}

/** As the address says it; null when it says none, or nonsense. */
export function spanOf(from: string, to: string): Span | null {
  const span = { from: Date.parse(from), to: Date.parse(to) }
  const length = span.to - span.from
  return Number.isFinite(length) && length >= SHORTEST && length <= LONGEST ? span : null
}

export const addressOf = (span: Span) => ({ from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString() })
