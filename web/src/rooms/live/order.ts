import { STATES, type LiveState, type State } from '@/live/messages'

const SEVERITY: Record<State, number> = Object.fromEntries(STATES.map((state, rank) => [state, rank])) as Record<State, number>

/** Most urgent state first; within a state the longest silence first; then by name, so that equals keep their places. */
export function byUrgency(a: { live: LiveState; label: string }, b: { live: LiveState; label: string }): number {
  const state = SEVERITY[a.live.state] - SEVERITY[b.live.state]
  if (state !== 0) return state
  if (a.live.state === 'OFFLINE') {
    const age = time(a.live) - time(b.live)
    if (age !== 0) return age
  }
  return a.label.localeCompare(b.label, 'zh-CN')
}

function time(live: LiveState): number {
  return live.dataTime === null ? 0 : Date.parse(live.dataTime)
}

/** How many rows stand in another place than in the wanted order. */
export function moves(shown: readonly string[], wanted: readonly string[]): number {
  let count = Math.abs(shown.length - wanted.length)
  for (let i = 0; i < Math.min(shown.length, wanted.length); i++) if (shown[i] !== wanted[i]) count++
  return count
}
