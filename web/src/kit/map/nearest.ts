import { STATES, type State } from '@/live/messages'

/** A point of the map, in pixels. */
export interface Spot {
  key: string
  x: number
  y: number
  state: State
}

/** How far beside a sign a pointer may be. */
const TOLERANCE = 10

const urgency = (spot: Spot) => STATES.indexOf(spot.state)

/** The spot under a pointer; of several, the most urgent, for that one is drawn on top. */
export function nearest(spots: readonly Spot[], x: number, y: number): Spot | null {
  let found: Spot | null = null
  let away = TOLERANCE ** 2
  for (const spot of spots) {
    const distance = (spot.x - x) ** 2 + (spot.y - y) ** 2
    if (distance > TOLERANCE ** 2) continue
    if (found === null || urgency(spot) < urgency(found) || (spot.state === found.state && distance < away)) {
      found = spot
      away = distance
    }
  }
  return found
}

/** The order of drawing: what needs someone comes last and lies on top. */
export function drawn<T extends { state: State }>(spots: readonly T[]): T[] {
  return [...spots].sort((a, b) => STATES.indexOf(b.state) - STATES.indexOf(a.state))
}

const TURN = Math.PI * (3 - Math.sqrt(5))

/** Points of one enterprise often share one place: they are laid round it, the most urgent in the middle. */
export function spread(spots: readonly Spot[], step: number): Spot[] {
  const places = new Map<string, Spot[]>()
  for (const spot of spots) {
    const place = `${Math.round(spot.x)} ${Math.round(spot.y)}`
    const there = places.get(place)
    if (there === undefined) places.set(place, [spot])
    else there.push(spot)
  }
  return [...places.values()].flatMap((there) =>
    there
      .sort((a, b) => urgency(a) - urgency(b))
      .map((spot, at) => ({ ...spot, x: spot.x + step * Math.sqrt(at) * Math.cos(at * TURN), y: spot.y + step * Math.sqrt(at) * Math.sin(at * TURN) })),
  )
}
