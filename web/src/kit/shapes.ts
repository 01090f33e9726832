import type { State } from '@/live/messages'

/** A state's sign in a square of 12: the same in lists, on the map and on the wall. */
export interface Shape {
  path: string
  /** Width of the line; without one the sign is filled. */
  stroke?: number
}

export const SHAPES: Readonly<Record<State, Shape>> = {
  NORMAL: { path: 'M3 6a3 3 0 1 0 6 0a3 3 0 1 0-6 0z' },
  EXCEEDING: { path: 'M6 1 11.5 10.5H.5z' },
  ABNORMAL: { path: 'M6 .5 11.5 6 6 11.5.5 6z' },
  STOPPED: { path: 'M2 2h8v8H2z', stroke: 1.6 },
  OFFLINE: { path: 'M2 2l8 8M10 2l-8 8', stroke: 2 },
  MAINTENANCE: { path: 'M6 .7 11.3 4.6 9.3 10.9H2.7L.7 4.6z' },
}
