import { describe, expect, it } from 'vitest'
import { boxOf, fit, pathOf } from './projection'

const SQUARE = [102, 24, 103, 24, 103, 25, 102, 25]

describe('the map', () => {
  it('knows the box of its shapes', () => {
    expect(boxOf([SQUARE, [101.5, 24.5]])).toEqual({ west: 101.5, south: 24, east: 103, north: 25 })
  })

  // A degree of longitude is shorter than one of latitude: drawn equal, the city would look stretched by a tenth.
  it('keeps the true shape, with north above', () => {
    const { x, y } = fit(boxOf([SQUARE]), 1000, 500, 10)
    expect(y(25)).toBeCloseTo(10)
    expect(y(24)).toBeCloseTo(490)
    expect((x(103) - x(102)) / (y(24) - y(25))).toBeCloseTo(Math.cos((24.5 * Math.PI) / 180))
    expect(x(102.5)).toBeCloseTo(500)
  })

  it('draws closed rings', () => {
    expect(pathOf([SQUARE], { x: (value) => value, y: (value) => value })).toBe('M102.0 24.0L103.0 24.0L103.0 25.0L102.0 25.0z')
  })
})
