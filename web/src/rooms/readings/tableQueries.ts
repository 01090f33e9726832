import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { api, data } from '@/api/client'
import { withDigits } from './digits'
import type { Group, Period, TableColumn } from './tables'

/** Figures of one factor in one row, numbers also with their digits. */
export interface TableCell {
  hours: number
  validHours: number
  avgText?: string
  minText?: string
  maxText?: string
  zsAvgText?: string
  amountText?: string
  amountHours: number
  weighted: boolean
  flag?: string | null
}

export interface TableRow {
  from: string
  to: string
  mn?: string | null
  point?: string | null
  enterpriseId?: number | null
  enterprise?: string | null
  county?: string | null
  points: number
  cells: Record<string, TableCell>
}

export interface TablePage {
  columns: TableColumn[]
  rows: TableRow[]
  total: number
  points: number
}

/** What is asked for; times are days of the city, the end exclusive. */
export interface TableRequest {
  period: Period
  group: Group
  county?: string
  enterprise?: number
  medium?: 'WATER' | 'GAS' | 'VOC' | 'NOISE' | 'AIR' | 'SURFACE_WATER' | 'DUST' | 'OTHER'
  mn?: string
  q?: string
  factor?: string[]
  from: string
  to: string
}

export const PAGE_SIZE = 100

export function useTable(request: () => TableRequest, page: () => number) {
  return useQuery({
    queryKey: ['readings', 'table', request, page],
    queryFn: async () =>
      withDigits<TablePage>(
        await data(api.GET('/api/tables', { params: { query: { ...request(), page: page(), size: PAGE_SIZE } }, parseAs: 'text' }) as Promise<{ data?: string }>),
      ),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}

/** @param begins once the rows are there: over a large city the totals take long, and the rows must not wait for them */
export function useTotals(request: () => TableRequest, begins: () => boolean) {
  return useQuery({
    queryKey: ['readings', 'totals', request],
    queryFn: async () =>
      withDigits<{ cells: Record<string, TableCell> }>(
        await data(api.GET('/api/tables/totals', { params: { query: request() }, parseAs: 'text' }) as Promise<{ data?: string }>),
      ),
    enabled: begins,
    staleTime: 30_000,
    retry: false,
  })
}

export type ExportFormat = 'XLSX' | 'CSV'

/** How it stands with a file that the server writes. */
export interface TableExport {
  id: string
  state: 'WAITING' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED'
  fileName: string
  rows: number
  written: number
  bytes: number | null
  askedAt: string
  endedAt: string | null
  failure: string | null
}

const EXPORTS = ['readings', 'exports']
const POLL_MS = 700
export const ended = (one: TableExport) => one.state !== 'WAITING' && one.state !== 'RUNNING'
export const fileOf = (id: string) => `/api/tables/exports/${id}/file`

export function useExports(enabled: () => boolean) {
  return useQuery({
    queryKey: EXPORTS,
    queryFn: () => data(api.GET('/api/tables/exports') as Promise<{ data?: TableExport[] }>),
    enabled,
    refetchInterval: (query) => (query.state.data?.some((one) => !ended(one)) ? POLL_MS : false),
  })
}

export function useExporting() {
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: EXPORTS })
  const begin = useMutation({
    mutationFn: (wanted: { table: TableRequest; format: ExportFormat; lang: string }) =>
      data(
        api.POST('/api/tables/exports', { params: { query: { format: wanted.format, lang: wanted.lang } }, body: wanted.table }) as Promise<{ data?: TableExport }>,
      ),
    onSettled: again,
  })
  const remove = useMutation({
    mutationFn: (id: string) => data(api.DELETE('/api/tables/exports/{id}', { params: { path: { id } } }) as Promise<{ data?: unknown }>),
    onSettled: again,
  })
  return { begin, remove }
}
