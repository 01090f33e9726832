import { describe, expect, it } from 'vitest'
import { dayAfter, figures, isDay, oneOf, periodText, usualDays } from './tables'

describe('a table of a report', () => {
  it('begins with the day, month or year of the city, whatever the browser thinks', () => {
    const newYear = Date.parse('2025-12-31T16:30:00Z') // half past midnight in the city
    expect(usualDays('HOUR', newYear)).toEqual(['2026-01-01', '2026-01-01'])
    expect(usualDays('DAY', newYear)).toEqual(['2026-01-01', '2026-01-01'])
    expect(usualDays('QUARTER', newYear)).toEqual(['2026-01-01', '2026-01-01'])
    expect(usualDays('YEAR', newYear)).toEqual(['2024-01-01', '2026-01-01'])
  })

  it('includes its last day', () => {
    expect(dayAfter('2024-02-28')).toBe('2024-02-29')
    expect(dayAfter('2026-12-31')).toBe('2027-01-01')
  })

  it('takes no address for what it is not', () => {
    expect(['2026-11-20', '2026-13-01', '20261120', ''].map(isDay)).toEqual([true, false, false, false])
    expect(oneOf(['A', 'B'], 'X', 'A')).toBe('A')
    expect(oneOf(['A', 'B'], 'B', 'A')).toBe('B')
  })

  it('names an hour by both its ends', () => {
    expect(periodText('HOUR', '2026-11-20T23:00:00+08:00')).toBe('2026-11-20 23–24')
    expect(periodText('MONTH', '2026-11-01T00:00:00+08:00')).toBe('2026-11')
    expect(periodText('QUARTER', '2026-10-01T00:00:00+08:00')).toBe('2026 Q4')
    expect(periodText('YEAR', '2026-01-01T00:00:00+08:00')).toBe('2026')
  })

  it('has columns only for what can be told', () => {
    expect(figures({ factor: 'w01001', unit: '1', amountUnit: null, converted: false }, false)).toEqual(['avg', 'min', 'max', 'validHours'])
    expect(figures({ factor: 'a21026', unit: 'mg/m3', amountUnit: 'kg', converted: true }, true)).toEqual(['avg', 'zsAvg', 'min', 'max', 'amount', 'flag'])
  })
})
