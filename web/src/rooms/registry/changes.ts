/** One property that an act changed; undefined: it was or is not there. */
export interface Difference {
  key: string
  before: unknown
  after: unknown
}

const plain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(json: string | null | undefined): unknown {
  if (json === null || json === undefined) return undefined
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

/** A nested record, such as the point in its archive, counts with its own properties. */
function flat(value: unknown): Record<string, unknown> {
  if (!plain(value)) return value === undefined ? {} : { '': value }
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (plain(one) && key === 'point' ? Object.entries(one) : [[key, one]])))
}

const empty = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** What differs between two states as the audit trail holds them; of a new or vanished thing, all that it has. */
export function differences(before: string | null | undefined, after: string | null | undefined): Difference[] {
  const [old, now] = [flat(parsed(before)), flat(parsed(after))]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((key) => ({ key, before: old[key], after: now[key] }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after) && !(empty(one.before) && empty(one.after)))
}

/** A value as a line of text. */
export function said(value: unknown): string {
  if (empty(value)) return '—'
  if (Array.isArray(value)) return value.map((one) => (plain(one) ? Object.values(one).filter((each) => !empty(each)).join(' ') : String(one))).join('、')
  return plain(value) ? JSON.stringify(value) : String(value)
}

/** What an act was about, by its name where it has one. */
export function thing(state: string | null | undefined): string {
  const { name, pointName, contractorName } = flat(parsed(state))
  return [pointName, name ?? contractorName].filter((one) => typeof one === 'string').join(' · ')
}
