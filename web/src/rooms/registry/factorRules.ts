import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { api, data } from '@/api/client'

/** Under which code and in which unit a logger sends a factor, where that differs from the dictionary. */
export interface FactorRule {
  id: number
  sentAs: string
  factor: string
  unit?: string | null
  multiplier: number
  effectiveFrom?: string | null
  effectiveTo?: string | null
  note: string
}

const path = (mn: string) => ({ params: { path: { mn } } })

export function useFactorRules(mn: () => string) {
  return useQuery({
    queryKey: ['registry', 'factor-rules', mn],
    queryFn: () => data(api.GET('/api/points/{mn}/factor-rules', path(mn())) as Promise<{ data?: FactorRule[] }>),
  })
}

export function useRegisterFactorRule(mn: () => string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Record<string, unknown>) => data(api.POST('/api/points/{mn}/factor-rules', { ...path(mn()), body: body as never }) as Promise<{ data?: unknown }>),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['registry', 'factor-rules'] }),
  })
}

export function useEndFactorRule(mn: () => string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, body }: { id: number; body: Record<string, unknown> }) =>
      data(api.PUT('/api/points/{mn}/factor-rules/{id}/end', { params: { path: { mn: mn(), id } }, body: body as never }) as Promise<{ data?: unknown }>),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['registry', 'factor-rules'] }),
  })
}
