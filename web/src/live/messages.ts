/** Elements of the stream GET /api/live. */

export type State = 'NORMAL' | 'EXCEEDING' | 'ABNORMAL' | 'STOPPED' | 'OFFLINE' | 'MAINTENANCE'

/** Most urgent first; a point shows one state. */
export const STATES: readonly State[] = ['EXCEEDING', 'ABNORMAL', 'OFFLINE', 'MAINTENANCE', 'STOPPED', 'NORMAL']

export interface LiveValue {
  value: number | null
  /** As the logger wrote it. */
  text: string | null
  flag: string | null
  /** Converted to the reference oxygen. */
  zs: number | null
  dataTime: string | null
}

export interface StateReason {
  code: string
  factor?: string | null
  flag?: string | null
  since?: string | null
  text?: string | null
  exceedance?: Exceedance | null
}

/** A valid mean beyond its limit. */
export interface Exceedance {
  factor: string
  value: number
  unit: string
  limit: number
  multiple: number | null
}

export interface LiveState {
  mn: string
  online: boolean
  state: State
  stateReason: StateReason | null
  /** When the centre saw the state begin; only the stream tells it. */
  stateSince?: string | null
  dataTime: string | null
  receivedAt: string | null
  values: Record<string, LiveValue>
}

export interface Counters {
  received: number
  stored: number
  duplicate: number
  quarantined: number
  acknowledged: number
}

export interface Snapshot {
  time: string
  position: number
  points: LiveState[]
  counters: Counters
  newMns: number
}

export type Message =
  | { kind: 'snapshot'; data: Snapshot }
  | { kind: 'point'; data: LiveState }
  | { kind: 'counters'; data: Counters }
  | { kind: 'heartbeat'; data: { time: string } }
  | { kind: 'up' }
  | { kind: 'down'; since: number }
