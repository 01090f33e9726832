import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { api, data } from '@/api/client'
import { withDigits } from './digits'
import { addressOf, type Span } from './span'

export type Kind = 'realtime' | 'minute' | 'hour' | 'day'
export const KINDS: readonly Kind[] = ['realtime', 'minute', 'hour', 'day']

type Measure = 'rtd' | 'avg' | 'min' | 'max' | 'cou' | 'zsRtd' | 'zsAvg' | 'zsMin' | 'zsMax'

/** One factor's values of one time, each also with the digits as reported. `time` is the start of the period. */
export interface Reading extends Partial<Record<`${Measure}Text`, string>> {
  time: string
  dataTime: string
  factor: string
  rtd?: number | null
  avg?: number | null
  min?: number | null
  max?: number | null
  cou?: number | null
  zsRtd?: number | null
  zsAvg?: number | null
  flag: string | null
  receivedAt: string
  backfilled: boolean
  packetId: number
}

/** Spans that can be chosen for each kind, the default first. */
export const SPANS: Record<Kind, readonly number[]> = {
  realtime: [1, 6, 24],
  minute: [24, 48],
  hour: [168, 24, 720],
  day: [744, 168],
}

/**
 * Readings of some factors of a point, all of one kind.
 *
 * @param span fixed; null: the newest hours, up to what a logger's clock may be ahead
 */
export function useReadings(mn: () => string, factors: () => string[], kind: () => Kind, hours: () => number, span: () => Span | null) {
  return useQuery({
    queryKey: ['readings', mn, factors, kind, hours, span],
    queryFn: async () => {
      const newest = { from: Date.now() - hours() * 3_600_000, to: Date.now() + 600_000 }
      const json = await data(
        api.GET('/api/points/{mn}/readings', {
          params: { path: { mn: mn() }, query: { kind: kind(), factor: factors(), ...addressOf(span() ?? newest) } },
          parseAs: 'text',
        }) as Promise<{ data?: string }>,
      )
      return withDigits<Reading[]>(json)
    },
    enabled: () => factors().length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: () => (span() !== null ? false : kind() === 'realtime' ? 30_000 : 120_000),
  })
}
