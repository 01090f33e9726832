import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { api, data } from '@/api/client'

export const PERIODS = ['HOUR', 'DAY', 'INSTANT', 'FIVE_MINUTES', 'SAMPLED'] as const
export type Period = (typeof PERIODS)[number]

/** The strictest limit of a factor and averaging period, in the factor's own unit. */
export interface LimitInForce {
  id: number
  factor: string
  period: Period
  bound: 'UPPER' | 'LOWER'
  value: number
  unit: string
  converted: boolean
  source: 'STANDARD' | 'PERMIT'
  basis: string
  since?: string | null
  confidence?: string | null
}

export interface PointLimit extends Omit<LimitInForce, 'converted' | 'since'> {
  asMeasured: boolean
  referenceOxygen?: number | null
  effectiveFrom?: string | null
  effectiveTo?: string | null
  note: string
  registeredAt: string
  registeredBy: string
}

export interface PointLimits {
  on: string
  inForce: LimitInForce[]
  all: PointLimit[]
}

export interface StandardLimit {
  id: number
  standard: string
  clause: string
  industry: string
  factor?: string | null
  factorName: string
  printedPeriod: string
  value: number
  unit: string
  note: string
  confidence: string
}

const path = (mn: string) => ({ params: { path: { mn } } })

export function useLimits(mn: () => string) {
  return useQuery({
    queryKey: ['registry', 'limits', mn],
    queryFn: () => data(api.GET('/api/points/{mn}/limits', path(mn())) as Promise<{ data?: PointLimits }>),
    staleTime: 60_000,
  })
}

export function useStandards() {
  return useQuery({
    queryKey: ['registry', 'standards'],
    queryFn: () => data(api.GET('/api/limits') as Promise<{ data?: StandardLimit[] }>),
    staleTime: Infinity,
  })
}

export function useRegisterLimits(mn: () => string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Record<string, unknown>) => data(api.POST('/api/points/{mn}/limits', { ...path(mn()), body: body as never }) as Promise<{ data?: unknown }>),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['registry', 'limits'] }),
  })
}

export function useEndLimit(mn: () => string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, body }: { id: number; body: Record<string, unknown> }) =>
      data(api.PUT('/api/points/{mn}/limits/{id}/end', { params: { path: { mn: mn(), id } }, body: body as never }) as Promise<{ data?: unknown }>),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['registry', 'limits'] }),
  })
}

const PERMIT_VALUE = ['factor', 'period', 'bound', 'value', 'unit', 'referenceOxygen'] as const

/** A permit's limit as the form has it, and as the server takes it. */
export function permitOf(form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const rest = Object.fromEntries(Object.entries(form).filter(([key]) => !PERMIT_VALUE.includes(key as never)))
  return { ...rest, values: [Object.fromEntries(PERMIT_VALUE.map((key) => [key, form[key] ?? null]))] }
}

/** Rows of standards in which every word occurs. */
export function standardsWith(all: readonly StandardLimit[], words: string, names: (factor: string) => string): StandardLimit[] {
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return all.filter((one) => {
    const text = [one.standard, one.clause, one.industry, one.factorName, one.factor ?? '', names(one.factor ?? ''), one.note].join(' ').toLowerCase()
    return one.factor != null && wanted.every((word) => text.includes(word))
  })
}
