import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, data } from '@/api/client'
import type { Enterprise } from './archive'

export interface Factor {
  code: string
  legacyCode: string | null
  nameZh: string
  nameEn: string
  medium: string
  unit: string | null
  dischargeUnit: string | null
}

/** Formulas and abbreviations that are the same in both languages; other short names are in the language files. */
const SHORT: Record<string, string> = {
  a21026: 'SO₂', a21002: 'NOₓ', a19001: 'O₂', a21005: 'CO', a21024: 'HCl', w01018: 'COD', w01001: 'pH', w21003: 'NH₃-N', w21011: 'TP', w21001: 'TN',
}

/** The dictionary of factors: names in the user's language, units. */
export function useFactors() {
  const { locale, t, te } = useI18n()
  const dictionary = useQuery({
    queryKey: ['registry', 'factors'],
    queryFn: () => data(api.GET('/api/factors') as Promise<{ data?: Factor[] }>),
    staleTime: Infinity,
  })
  const byCode = computed(() => {
    const map = new Map<string, Factor>()
    for (const factor of dictionary.data.value ?? []) {
      map.set(factor.code, factor)
      if (factor.legacyCode && !map.has(factor.legacyCode)) map.set(factor.legacyCode, factor)
    }
    return map
  })
  const find = (code: string) => byCode.value.get(code) ?? byCode.value.get(code.toLowerCase())
  return {
    find,
    /** The full name in the user's language; the code itself when the dictionary has none. */
    name: (code: string) => {
      const factor = find(code)
      return factor === undefined ? code : locale.value === 'en' ? factor.nameEn : factor.nameZh
    },
    /** For column heads. */
    short: (code: string) => {
      const factor = find(code)
      if (factor === undefined) return code
      const formula = SHORT[factor.code]
      if (formula !== undefined) return formula
      if (te(`registry.short.${factor.code}`)) return t(`registry.short.${factor.code}`)
      return locale.value === 'en' ? factor.nameEn.replace(/ \(.*/, '') : factor.nameZh.replace(/（.*/, '')
    },
    unit: (code: string) => {
      const unit = find(code)?.unit ?? ''
      return unit === '1' ? '' : unit.replace('m3', 'm³').replace('m2', 'm²')
    },
  }
}

/** An MN that sends without being registered: offered for registration. */
export interface UnregisteredMn {
  mn: string
  firstSeen: string
  lastSeen: string
  packets: number
  st: string | null
  edition: string | null
  factors: string[]
  remote: string | null
}

export interface NewPoint {
  mn: string
  enterpriseId: number
  name: string
  medium: string
  edition: string
  st?: string
  factors?: string[]
}

export interface EnterpriseFilter {
  county?: string
  q?: string
  supervisionClass?: string
  industry?: string
  expiringBy?: string
  page?: number
  size?: number
}

function enterprises(filter: EnterpriseFilter) {
  const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== '' && value !== undefined))
  return data(api.GET('/api/enterprises', { params: { query } }) as Promise<{ data?: { items: Enterprise[]; total: number } }>)
}

export function useEnterprises(filter: () => EnterpriseFilter) {
  return useQuery({ queryKey: ['registry', 'enterprises', filter], queryFn: () => enterprises(filter()), placeholderData: keepPreviousData })
}

export function useCounties() {
  return useQuery({
    queryKey: ['registry', 'counties'],
    queryFn: () => data(api.GET('/api/counties') as Promise<{ data?: string[] }>),
    staleTime: 300_000,
  })
}

export function useUnregistered() {
  return useQuery({
    queryKey: ['registry', 'unregistered'],
    queryFn: () => data(api.GET('/api/unregistered') as Promise<{ data?: UnregisteredMn[] }>),
    refetchInterval: 10_000,
  })
}

export function useRegister() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (point: NewPoint) => data(api.POST('/api/points', { body: point as never }) as Promise<{ data?: { id: number; mn: string } }>),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['registry', 'unregistered'] })
      void queries.invalidateQueries({ queryKey: ['live'] })
    },
  })
}
