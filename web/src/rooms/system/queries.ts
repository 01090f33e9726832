import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { api, data } from '@/api/client'
import type { Alarm } from './alarms'
import type { AllCounters } from './counters'

export interface Reader { name: string; position: number; lag: number }
export interface Store { postgres: string; fsync: boolean; synchronousCommit: boolean; embedded: boolean }

/** Over a day of the packet log; digests in hexadecimal. */
export interface Seal {
  number: number
  kind: 'DAY' | 'KEPT'
  day: string
  packets: number
  digest: string
  sealedAt: string
}

/** How the last computing of all seals anew stands. */
export interface Verification {
  state: 'NEVER' | 'RUNNING' | 'INTACT' | 'BROKEN' | 'FAILED'
  endedAt: string | null
  progress: { seal: number; seals: number; packets: number } | null
  report: { seals: number; packets: number; unsealed: number; findings: { message: string }[] } | null
  failure: string | null
}

/** A copy of the store, made or being made. */
export interface Backup {
  name: string
  state: 'RUNNING' | 'DONE' | 'FAILED'
  startedAt: string
  bytesDone: number
  bytesInAll: number
  /** Why it failed. */
  message?: string | null
}

const EVERY_MS = 5_000

export const useCounters = () =>
  useQuery({ queryKey: ['system', 'counters'], queryFn: () => data(api.GET('/api/counters') as Promise<{ data?: AllCounters }>), refetchInterval: EVERY_MS })

export const useReaders = () =>
  useQuery({ queryKey: ['system', 'readers'], queryFn: () => data(api.GET('/api/readers') as Promise<{ data?: Reader[] }>), refetchInterval: EVERY_MS })

export const useStore = () =>
  useQuery({ queryKey: ['system', 'store'], queryFn: () => data(api.GET('/api/store') as Promise<{ data?: Store }>), refetchInterval: 60_000 })

export const useAddress = () =>
  useQuery({ queryKey: ['access', 'address'], queryFn: () => data(api.GET('/api/access/address') as Promise<{ data?: { port: number; tlsPort?: number | null } }>), staleTime: Infinity })

export const useAlarms = () =>
  useQuery({ queryKey: ['system', 'alarms'], queryFn: () => data(api.GET('/api/store/alarms') as Promise<{ data?: Alarm[] }>), refetchInterval: EVERY_MS })

const A_MONTH = 31

export const useSeals = () =>
  useQuery({
    queryKey: ['system', 'seals'],
    queryFn: () => data(api.GET('/api/store/seals', { params: { query: { size: A_MONTH } } }) as Promise<{ data?: Seal[] }>),
    refetchInterval: 60_000,
  })

export const useVerification = (enabled: boolean) =>
  useQuery({
    queryKey: ['system', 'verification'],
    queryFn: () => data(api.GET('/api/store/seals/verify') as Promise<{ data?: Verification }>),
    enabled,
    refetchInterval: (query) => (query.state.data?.state === 'RUNNING' ? 2_000 : 60_000),
  })

export function useVerify() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => data(api.POST('/api/store/seals/verify') as Promise<{ data?: Verification }>),
    onSuccess: (status) => queries.setQueryData(['system', 'verification'], status),
  })
}

export const useBackups = () =>
  useQuery({
    queryKey: ['system', 'backups'],
    queryFn: () => data(api.GET('/api/store/backups') as Promise<{ data?: Backup[] }>),
    refetchInterval: (query) => (query.state.data?.[0]?.state === 'RUNNING' ? 2_000 : 60_000),
  })

export function useBackup() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => data(api.POST('/api/store/backups') as Promise<{ data?: Backup }>),
    onSettled: () => queries.invalidateQueries({ queryKey: ['system', 'backups'] }),
  })
}
