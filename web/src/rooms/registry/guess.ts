import type { UnregisteredMn } from './queries'

/** What the packets of an unregistered MN tell of its point. */

/** Medium by system code ST (HJ 212-2017 table 5). */
const MEDIA: Record<string, string> = { 21: 'SURFACE_WATER', 22: 'AIR', 23: 'NOISE', 27: 'VOC', 31: 'GAS', 32: 'WATER', 36: 'NOISE', 39: 'DUST' }

export function mediumOf(st: string | null): string {
  return (st !== null && Object.hasOwn(MEDIA, st) ? MEDIA[st] : undefined) ?? 'OTHER'
}

/** Loggers may send anything as a factor; only codes that can be registered are. */
export const registrable = (factors: readonly string[]) => factors.filter((code) => /^[A-Za-z0-9_]{1,20}$/.test(code))

/** The newest MN first. By the last packet they would change places under the pointer. */
export function byFirstSeen(all: readonly UnregisteredMn[]): UnregisteredMn[] {
  return [...all].sort((a, b) => Date.parse(b.firstSeen) - Date.parse(a.firstSeen) || a.mn.localeCompare(b.mn, 'en'))
}
