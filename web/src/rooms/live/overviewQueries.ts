import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { onScopeDispose, watch } from 'vue'
import { api, data } from '@/api/client'
import type { State, StateReason } from '@/live/messages'
import { livePoints, stream } from '@/live/points'

export interface Place {
  mn: string
  longitude: number | null
  latitude: number | null
}

export interface Change {
  at: string
  mn: string
  pointName: string
  enterpriseName: string
  county: string
  from: State
  to: State
  reason: StateReason | null
}

export interface HourCount {
  start: string
  points: number
  exceeding: number
  missing: number
}

const CHANGES = ['live', 'changes']
const SHOWN_CHANGES = 40
const SETTLED_MS = 1_500

export function usePlaces() {
  return useQuery({
    queryKey: ['live', 'places'],
    queryFn: () => data(api.GET('/api/overview/places') as Promise<{ data?: Place[] }>),
    staleTime: 300_000,
  })
}

export function useHours(county: () => string) {
  return useQuery({
    queryKey: ['live', 'hours', county],
    queryFn: () => data(api.GET('/api/overview/hours', { params: { query: { county: county() || undefined } } }) as Promise<{ data?: HourCount[] }>),
    refetchInterval: 120_000,
    placeholderData: (before) => before,
  })
}

/** The newest changes; asked for again once the stream tells of another state. */
export function useChanges(county: () => string) {
  const client = useQueryClient()
  let states = new Map<string, State>()
  let waiting: ReturnType<typeof setTimeout> | undefined
  watch(() => stream.version, () => {
    const now = new Map<string, State>()
    let changed = false
    for (const [mn, live] of livePoints) {
      const before = states.get(mn)
      changed ||= before !== undefined && before !== live.state
      now.set(mn, live.state)
    }
    states = now
    if (!changed || waiting !== undefined) return
    waiting = setTimeout(() => {
      waiting = undefined
      void client.invalidateQueries({ queryKey: CHANGES })
    }, SETTLED_MS)
  })
  onScopeDispose(() => clearTimeout(waiting))
  return useQuery({
    queryKey: [...CHANGES, county],
    queryFn: () => data(api.GET('/api/overview/changes', { params: { query: { county: county() || undefined, size: SHOWN_CHANGES } } }) as Promise<{ data?: Change[] }>),
    refetchInterval: 60_000,
    placeholderData: (before) => before,
  })
}
