const NUMBERS = /"(rtd|avg|min|max|cou|zsRtd|zsAvg|zsMin|zsMax|amount)":(-?\d[\d.eE+-]*)/g

/**
 * An answer with the digits that stand in it. A number of JavaScript forgets them (4.90 becomes 4.9), so each is kept
 * beside its number as `avgText` and so on. Text inside a JSON string cannot match: its quotes are escaped.
 */
export function withDigits<T>(json: string): T {
  return JSON.parse(json.replace(NUMBERS, '"$1":$2,"$1Text":"$2"')) as T
}
