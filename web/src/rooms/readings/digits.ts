import type { Reading } from './queries'

const NUMBERS = /"(rtd|avg|min|max|cou|zsRtd|zsAvg|zsMin|zsMax)":(-?\d[\d.eE+-]*)/g

/**
 * Readings with the digits that the logger wrote. A number of JavaScript forgets them (4.90 becomes 4.9), so each is
 * kept beside its number as `avgText` and so on. Text inside a JSON string cannot match: its quotes are escaped.
 */
export function withDigits(json: string): Reading[] {
  return JSON.parse(json.replace(NUMBERS, '"$1":$2,"$1Text":"$2"')) as Reading[]
}
