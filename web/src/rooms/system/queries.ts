import { useQuery } from '@tanstack/vue-query'
import { api, data } from '@/api/client'
import type { AllCounters } from './counters'

export interface Reader { name: string; position: number; lag: number }
export interface Store { postgres: string; fsync: boolean; synchronousCommit: boolean; embedded: boolean }

const EVERY_MS = 5_000

export const useCounters = () =>
  useQuery({ queryKey: ['system', 'counters'], queryFn: () => data(api.GET('/api/counters') as Promise<{ data?: AllCounters }>), refetchInterval: EVERY_MS })

export const useReaders = () =>
  useQuery({ queryKey: ['system', 'readers'], queryFn: () => data(api.GET('/api/readers') as Promise<{ data?: Reader[] }>), refetchInterval: EVERY_MS })

export const useStore = () =>
  useQuery({ queryKey: ['system', 'store'], queryFn: () => data(api.GET('/api/store') as Promise<{ data?: Store }>), refetchInterval: 60_000 })

export const useAddress = () =>
  useQuery({ queryKey: ['access', 'address'], queryFn: () => data(api.GET('/api/access/address') as Promise<{ data?: { port: number; tlsPort?: number | null } }>), staleTime: Infinity })
