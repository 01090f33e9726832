import type { Kind, Reading } from './queries'

/** A point of a line: time in ms, value or null (a gap), and the reading that it came from. */
export type Sample = [time: number, value: number | null, reading: Reading | null]

/** A stretch in which every reading carries the same flag other than N. */
export interface Band {
  flag: string
  from: number
  to: number
}

const HOUR = 3_600_000
const STEPS: Partial<Record<Kind, number>> = { hour: HOUR, day: 24 * HOUR }
const GAP = 1.8

/** The usual distance of two readings (ms): fixed for hours and days, otherwise the median of what is there. */
export function stepOf(kind: Kind, readings: readonly Reading[]): number {
  const fixed = STEPS[kind]
  if (fixed !== undefined) return fixed
  const gaps: number[] = []
  for (let i = 1; i < readings.length; i++) gaps.push(time(readings[i]) - time(readings[i - 1]))
  gaps.sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length / 2)] ?? HOUR
}

/** A line is never drawn across a gap: where the step is exceeded, a null goes between. */
export function line(readings: readonly Reading[], value: (reading: Reading) => number | null | undefined, step: number): Sample[] {
  const samples: Sample[] = []
  let before: number | null = null
  for (const reading of readings) {
    const at = time(reading)
    if (before !== null && at - before > step * GAP) samples.push([before + step, null, null])
    samples.push([at, value(reading) ?? null, reading])
    before = at
  }
  return samples
}

export function bands(readings: readonly Reading[], step: number): Band[] {
  const found: Band[] = []
  for (const reading of readings) {
    const flag = reading.flag
    if (flag === null || flag === 'N') continue
    const at = time(reading)
    const last = found.at(-1)
    if (last !== undefined && last.flag === flag && at - last.to <= step * GAP) last.to = at + step
    else found.push({ flag, from: at, to: at + step })
  }
  return found
}

function time(reading: Reading | undefined): number {
  return reading === undefined ? 0 : Date.parse(reading.time)
}
