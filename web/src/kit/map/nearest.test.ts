import { expect, it } from 'vitest'
import type { State } from '@/live/messages'
import { drawn, nearest, spread } from './nearest'

const spot = (key: string, x: number, state: State) => ({ key, x, y: 0, state })

it('finds the most urgent spot under the pointer, of equals the nearest, and none far away', () => {
  const spots = [spot('normal', 0, 'NORMAL'), spot('over', 6, 'EXCEEDING'), spot('over too', 9, 'EXCEEDING'), spot('far', 40, 'OFFLINE')]
  expect(nearest(spots, 0, 0)?.key).toBe('over')
  expect(nearest(spots, 9, 1)?.key).toBe('over too')
  expect(nearest(spots, 25, 0)).toBeNull()
})

it('draws what needs someone on top', () => {
  expect(drawn([spot('a', 0, 'EXCEEDING'), spot('b', 0, 'NORMAL'), spot('c', 0, 'OFFLINE')]).map((one) => one.key)).toEqual(['b', 'c', 'a'])
})

// Eight stacks of a steel works at one address must not look like one.
it('lays points of one place round it, the most urgent in the middle', () => {
  const laid = spread([...Array(8)].map((_, at) => spot(String(at), 50, at === 5 ? 'OFFLINE' : 'NORMAL')), 6)
  const middle = laid.find((one) => one.key === '5')
  expect(middle).toMatchObject({ x: 50, y: 0 })
  const distances = laid.flatMap((one, at) => laid.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)))
  expect(Math.min(...distances)).toBeGreaterThan(5)
  expect(spread([spot('a', 1, 'NORMAL'), spot('b', 30, 'NORMAL')], 6).map((one) => one.x)).toEqual([1, 30])
})
