/** What a field of a frame is, in codes that the language files spell out. */

export interface FlagBits {
  /** The eight bits, most significant first. */
  bits: string
  /** Year of the edition; null for a version that no edition has. */
  edition: string | null
  split: boolean
  answer: boolean
}

const EDITIONS: Record<number, string> = { 0: '2005', 1: '2017', 2: '2025' }

/** Flag: bits 7..2 version, bit 1 split (PNUM, PNO), bit 0 answer wanted (HJ 212-2017 table 4). Null for no number from 0 to 255. */
export function flagBits(text: string): FlagBits | null {
  if (!/^\d{1,3}$/.test(text) || Number(text) > 255) return null
  const value = Number(text)
  return {
    bits: value.toString(2).padStart(8, '0'),
    edition: EDITIONS[value >> 2] ?? null,
    split: (value & 2) !== 0,
    answer: (value & 1) !== 0,
  }
}

/** 20261124140312[123] as 2026-11-24 14:03:12[.123]; null when it is no such moment. */
export function digitsAsTime(text: string): string | null {
  const found = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})?$/.exec(text)
  if (found === null) return null
  const [, year, month, day, hour, minute, second, milli] = found
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const moment = new Date(`${iso}Z`)
  // An impossible day, such as 31 February, would roll over into the next month.
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 19) !== iso) return null
  return `${iso.replace('T', ' ')}${milli === undefined ? '' : `.${milli}`}`
}

/** Passwords: PW of the header, and the new one of CN 1072. */
export const secret = (name: string) => /^(new)?pw$/i.test(name)

const SUFFIXES = [
  'Rtd', 'Avg', 'Min', 'Max', 'Cou', 'ZsRtd', 'ZsAvg', 'ZsMin', 'ZsMax', 'RawAvg', 'Flag', 'EFlag', 'SampleTime', 'RS', 'RT', 'SN', 'Info', 'Data', 'DayData', 'NightData', 'Ala',
]
const BY_LOWER_CASE = new Map(SUFFIXES.map((suffix) => [suffix.toLowerCase(), suffix]))

/** a34013-ZsAvg: the code and what is said of it, in the standard's spelling (loggers mix upper and lower case). */
export function factorAndSuffix(name: string): { code: string; suffix: string } | null {
  const dash = name.lastIndexOf('-')
  if (dash <= 0 || dash === name.length - 1) return null
  const suffix = name.slice(dash + 1)
  return { code: name.slice(0, dash), suffix: BY_LOWER_CASE.get(suffix.toLowerCase()) ?? suffix }
}
