/** What a field of a frame is, in codes that the language files spell out. */

export interface FlagBits {
  edition: string
  split: boolean
  answer: boolean
}

/** Flag: bits 7..2 version, bit 1 split (PNUM, PNO), bit 0 answer wanted (HJ 212-2017 table 4). */
export function flagBits(text: string): FlagBits | null {
  if (!/^\d{1,3}$/.test(text)) return null
  const value = Number(text)
  return { edition: { 0: '2005', 1: '2017', 2: '2025' }[value >> 2] ?? String(value >> 2), split: (value & 2) !== 0, answer: (value & 1) !== 0 }
}

/** 20261124140312[123] as 2026-11-24 14:03:12[.123]; null when it is no such number. */
export function digitsAsTime(text: string): string | null {
  const found = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})?$/.exec(text)
  if (found === null) return null
  const [, year, month, day, hour, minute, second, milli] = found
  return `${year}-${month}-${day} ${hour}:${minute}:${second}${milli === undefined ? '' : `.${milli}`}`
}

/** a34013-ZsAvg: the code and what is said of it. */
export function factorAndSuffix(name: string): { code: string; suffix: string } | null {
  const dash = name.lastIndexOf('-')
  return dash <= 0 || dash === name.length - 1 ? null : { code: name.slice(0, dash), suffix: name.slice(dash + 1) }
}
