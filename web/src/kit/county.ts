const COUNTY = '\u53bf'
const AUTONOMOUS_COUNTY = `\u81ea\u6cbb${COUNTY}`
const PLACE_LETTERS = 2

/** An autonomous county without the names of its peoples, for narrow columns; other names stay. */
export function shortCounty(county: string): string {
  return county.endsWith(AUTONOMOUS_COUNTY) ? county.slice(0, PLACE_LETTERS) + COUNTY : county
}

/** Whether two names mean the same county: the place stays when a county becomes a city or is written in full. */
export function sameCounty(one: string, other: string): boolean {
  return one.slice(0, PLACE_LETTERS) === other.slice(0, PLACE_LETTERS)
}
