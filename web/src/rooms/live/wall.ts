import { cityTime } from '@/kit/time'

const DAY_S = 86_400
const RELOAD_S = 3 * 3600 + 10 * 60

/** Milliseconds to the next 03:10 of the city, when a wall begins afresh. */
export function untilReload(now: number): number {
  const [hours = 0, minutes = 0, seconds = 0] = cityTime(now).slice(11).split(':').map(Number)
  const passed = hours * 3600 + minutes * 60 + seconds
  return ((RELOAD_S - passed + DAY_S - 1) % DAY_S + 1) * 1000
}

/** The program that a start page loads; another one means that the server has a new build. */
export function programOf(page: string): string | null {
  return /<script[^>]+src="([^"]+)"/.exec(page)?.[1] ?? null
}

/** What a key means on the wall: 1 to 9 a county, 0 the city, arrows the list. */
export function keyed(key: string, counties: readonly string[], county: string, chosen: number, rows: number): { county: string; chosen: number } {
  if (key === '0') return { county: '', chosen: -1 }
  if (/^[1-9]$/.test(key)) {
    const named = counties[Number(key) - 1]
    return named === undefined ? { county, chosen } : { county: named, chosen: -1 }
  }
  if (rows === 0) return { county, chosen: -1 }
  if (key === 'ArrowDown' || key === 'ArrowRight') return { county, chosen: Math.min(rows - 1, chosen + 1) }
  if (key === 'ArrowUp' || key === 'ArrowLeft') return { county, chosen: Math.max(0, chosen - 1) }
  return { county, chosen }
}

/** The part of a list that is shown: the page on which the chosen row is. */
export function pageOf<T>(rows: readonly T[], chosen: number, size: number): T[] {
  const from = Math.floor(Math.max(0, chosen) / size) * size
  return rows.slice(from, from + size)
}
