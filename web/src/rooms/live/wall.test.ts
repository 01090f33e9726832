import { describe, expect, it } from 'vitest'
import { keyed, pageOf, programOf, untilReload } from './wall'

const HOUR = 3_600_000

describe('the wall', () => {
  it('begins afresh at 03:10 of the city, never twice at once', () => {
    expect(untilReload(Date.parse('2026-11-25T02:10:00+08:00'))).toBe(HOUR)
    expect(untilReload(Date.parse('2026-11-25T03:10:00+08:00'))).toBe(24 * HOUR)
    expect(untilReload(Date.parse('2026-11-25T15:10:00+08:00'))).toBe(12 * HOUR)
  })

  it('knows a new build by the program that its page loads', () => {
    expect(programOf('<head><script type="module" crossorigin src="/assets/index-A1.js"></script></head>')).toBe('/assets/index-A1.js')
    expect(programOf('<p>502</p>')).toBeNull()
  })

  it('is led by keys: counties, the city, the list', () => {
    const counties = ['A', 'B']
    expect(keyed('2', counties, '', 3, 9)).toEqual({ county: 'B', chosen: -1 })
    expect(keyed('0', counties, 'B', 3, 9)).toEqual({ county: '', chosen: -1 })
    expect(keyed('7', counties, 'B', 3, 9)).toEqual({ county: 'B', chosen: 3 })
    expect(keyed('ArrowDown', counties, '', -1, 9)).toEqual({ county: '', chosen: 0 })
    expect(keyed('ArrowDown', counties, '', 8, 9)).toEqual({ county: '', chosen: 8 })
    expect(keyed('ArrowUp', counties, '', 0, 9)).toEqual({ county: '', chosen: 0 })
    expect(keyed('ArrowDown', counties, '', 4, 0)).toEqual({ county: '', chosen: -1 })
  })

  it('shows the page of the list on which the chosen row is', () => {
    expect(pageOf([1, 2, 3, 4, 5], -1, 2)).toEqual([1, 2])
    expect(pageOf([1, 2, 3, 4, 5], 2, 2)).toEqual([3, 4])
    expect(pageOf([1, 2, 3, 4, 5], 4, 2)).toEqual([5])
  })
})
