import { expect, it } from 'vitest'
import { addressOf, kindFor, moved, scaled, spanOf } from './span'

const HOUR = 3_600_000
const NOW = Date.parse('2026-11-25T08:00:00Z')

it('reads finer data the closer one looks, from years to seconds', () => {
  expect([400 * 24, 30 * 24, 24, 1].map((hours) => kindFor(hours * HOUR))).toEqual(['day', 'hour', 'minute', 'realtime'])
})

it('comes closer and goes wider around the same middle, within a minute and ten years', () => {
  const day = { from: NOW - 48 * HOUR, to: NOW - 24 * HOUR }
  expect(scaled(day, 0.5, NOW)).toEqual({ from: NOW - 42 * HOUR, to: NOW - 30 * HOUR })
  expect(scaled(day, 2, NOW)).toEqual({ from: NOW - 60 * HOUR, to: NOW - 12 * HOUR })
  expect(scaled({ from: NOW - 60_000, to: NOW }, 0.5, NOW).to - scaled({ from: NOW - 60_000, to: NOW }, 0.5, NOW).from).toBe(60_000)
  const wide = scaled(day, 1_000_000, NOW)
  expect(wide.to).toBe(NOW)
  expect(wide.to - wide.from).toBe(3_650 * 24 * HOUR)
})

it('moves by a part of itself and never into the future', () => {
  const day = { from: NOW - 24 * HOUR, to: NOW }
  expect(moved(day, -0.5, NOW)).toEqual({ from: NOW - 36 * HOUR, to: NOW - 12 * HOUR })
  expect(moved(day, 0.5, NOW)).toEqual(day)
})

it('is kept in the address, and nonsense there is none', () => {
  const span = { from: NOW - HOUR, to: NOW }
  const { from, to } = addressOf(span)
  expect(spanOf(from, to)).toEqual(span)
  expect(spanOf('', '')).toBeNull()
  expect(spanOf(to, from)).toBeNull()
  expect(spanOf('yesterday', to)).toBeNull()
})
