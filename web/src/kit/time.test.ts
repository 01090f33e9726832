import { afterEach, describe, expect, it } from 'vitest'
import { age, cityClock, cityDay, cityMinute, cityTime } from './time'

const zone = process.env.TZ

afterEach(() => {
  process.env.TZ = zone
})

describe('time on screens', () => {
  // A browser in another zone must not move an hour or a day.
  it.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'])('is the city\'s in a browser in %s', (browser) => {
    process.env.TZ = browser
    const lastSecond = '2026-11-24T15:59:59Z'
    expect(cityTime(lastSecond)).toBe('2026-11-24 23:59:59')
    expect(cityTime('2026-11-24T16:00:00Z')).toBe('2026-11-25 00:00:00')
    expect(cityDay(lastSecond)).toBe('2026-11-24')
    expect(cityClock('2026-11-24T14:03:12+08:00')).toBe('14:03:12')
    expect(cityMinute('2026-11-24T14:03:12+08:00')).toBe('11-24 14:03')
  })

  it('writes midnight as 00, never as 24', () => {
    expect(cityClock('2026-11-24T00:00:00+08:00')).toBe('00:00:00')
  })

  it('writes ages as short as they can be read', () => {
    const now = Date.parse('2026-11-24T14:00:00+08:00')
    const ago = (seconds: number) => age(now - seconds * 1000, now)
    expect([0, 59, 60, 3599, 3600, 11_400, 86_399, 86_400, 4 * 86_400].map(ago)).toEqual(['0s', '59s', '1min', '59min', '1h', '3h10m', '23h59m', '1d', '4d'])
  })

  it('shows no negative age when the browser\'s clock is behind the server\'s', () => {
    expect(age(10_000, 4_000)).toBe('0s')
  })
})
