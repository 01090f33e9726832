import { STATES, type LiveState, type State, type StateReason } from '@/live/messages'
import type { LivePoint } from './queries'

/** A point with what the stream says of it now. */
export interface Row {
  point: LivePoint
  live: LiveState
}

export type Counts = Record<State, number>

/** States in which somebody has to do something. */
export const NEEDING: readonly State[] = ['EXCEEDING', 'ABNORMAL', 'OFFLINE']

/** Since when a point is as it is (ms); null when nobody knows. Silence counts from the last data. */
export function since(live: LiveState): number | null {
  const told = live.stateReason?.since ?? null
  const seen = live.stateSince ?? null
  const from = live.state === 'OFFLINE' ? (told ?? seen) : (seen ?? told)
  return from === null ? null : Date.parse(from)
}

/** What needs someone, the oldest first; what never began has waited for nobody and stands last. */
export function needSomeone(rows: readonly Row[]): Row[] {
  const moment = (row: Row) => since(row.live) ?? Infinity
  return rows
    .filter((row) => NEEDING.includes(row.live.state))
    .sort((a, b) => {
      const [one, other] = [moment(a), moment(b)]
      return one === other ? STATES.indexOf(a.live.state) - STATES.indexOf(b.live.state) : one - other
    })
}

export function countStates(rows: readonly Row[]): Counts {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Counts
  for (const row of rows) counts[row.live.state]++
  return counts
}

export interface CountyLine {
  county: string
  total: number
  counts: Counts
}

/** A line for each county, the worst first: by exceeding, then by all that need someone, then by size. */
export function byCounty(rows: readonly Row[]): CountyLine[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.point.county)
    if (group === undefined) groups.set(row.point.county, [row])
    else group.push(row)
  }
  const needing = (line: CountyLine) => NEEDING.reduce((sum, state) => sum + line.counts[state], 0)
  return [...groups]
    .map(([county, group]) => ({ county, total: group.length, counts: countStates(group) }))
    .sort((a, b) => b.counts.EXCEEDING - a.counts.EXCEEDING || needing(b) - needing(a) || b.total - a.total)
}

/** The reason's parts for one line: what, how much against which limit. */
export interface ReasonParts {
  code: string
  factor: string | null
  flag: string | null
  value: string | null
  limit: string | null
  multiple: string | null
}

export function partsOf(reason: StateReason): ReasonParts {
  const over = reason.exceedance ?? null
  return {
    code: reason.code,
    factor: reason.factor ?? null,
    flag: reason.flag ?? null,
    value: over === null ? (reason.text ?? null) : String(over.value),
    limit: over === null ? null : String(over.limit),
    multiple: over?.multiple === null || over?.multiple === undefined ? null : over.multiple.toFixed(2),
  }
}
