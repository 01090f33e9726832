import { useQuery } from '@tanstack/vue-query'
import { api, data } from '@/api/client'
import type { LiveState } from '@/live/messages'
import { livePoints } from '@/live/points'

export type Medium = 'WATER' | 'GAS' | 'VOC' | 'NOISE' | 'AIR' | 'SURFACE_WATER' | 'DUST' | 'OTHER'

/** A monitoring point with its headline state and latest values. */
export interface LivePoint extends LiveState {
  id: number
  name: string
  enterpriseId: number
  enterpriseName: string
  county: string
  supervisionClass: 'KEY' | 'GENERAL'
  outletName: string
  medium: Medium
  st: string | null
  edition: string
  factors: string[]
  assessedFactors: string[]
  referenceOxygen: number | null
  connectedFrom: string | null
  endStamped: boolean
  minuteInterval: number | null
}

const PAGE = 1000

async function pageOfPoints(page: number): Promise<{ items: LivePoint[]; total: number }> {
  return data(api.GET('/api/points', { params: { query: { page, size: PAGE } } }) as Promise<{ data?: { items: LivePoint[]; total: number } }>)
}

/** A large city comes in several pages, all but the first at once. */
async function allPoints(): Promise<LivePoint[]> {
  const first = await pageOfPoints(0)
  const others = Math.max(0, Math.ceil(first.total / PAGE) - 1)
  const rest = await Promise.all(Array.from({ length: others }, (_, at) => pageOfPoints(at + 1)))
  const all = [first, ...rest].flatMap((page) => page.items)
  // What the stream has not told yet is known from here.
  for (const point of all) if (!livePoints.has(point.mn)) livePoints.set(point.mn, point)
  return all
}

export function usePoints() {
  return useQuery({ queryKey: ['live', 'points'], queryFn: allPoints, staleTime: 60_000, refetchInterval: 120_000 })
}

export function usePoint(mn: () => string) {
  return useQuery({
    queryKey: ['live', 'point', mn],
    queryFn: () => data(api.GET('/api/points/{mn}', { params: { path: { mn: mn() } } }) as Promise<{ data?: LivePoint }>),
  })
}
