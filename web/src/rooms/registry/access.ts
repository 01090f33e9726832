import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { api, data } from '@/api/client'

/** How a logger proves who it is; its password is never shown. */
export interface Door {
  passwordSet: boolean
  networks: string[]
}

/** What is null, or left out, stays as it is; an empty password takes it away. */
export interface NewDoor {
  password?: string
  networks?: string[]
}

export interface KeyOnRecord {
  createdAt: string
  readable: boolean
  standing: 'OFFERED' | 'TAKEN' | 'VALID' | 'RETIRED'
  retiredAt?: string | null
}

/** How a logger's frames are judged, and since when it has keys; the keys themselves are never shown. */
export interface Device {
  crcPolicy: string
  lengthPolicy: string
  keySet: boolean
  keys: KeyOnRecord[]
}

export interface NewDevice {
  crcPolicy?: string
  lengthPolicy?: string
  hj212Key?: string
}

export const CRC_POLICIES = ['STRICT', 'ACCEPT_MODBUS', 'IGNORE'] as const
export const LENGTH_POLICIES = ['STRICT', 'ACCEPT_IF_CRC_FITS'] as const

/** One network a line; commas and blanks part them too. */
export const networksOf = (text: string): string[] => text.split(/[\s,，;；]+/).filter((one) => one !== '')

/** What of the form differs from what is on record. */
export function changedDoor(door: Door, password: string, clear: boolean, networks: string): NewDoor {
  const wanted = networksOf(networks)
  return {
    ...(clear ? { password: '' } : password === '' ? {} : { password }),
    ...(wanted.join() === door.networks.join() ? {} : { networks: wanted }),
  }
}

export function changedDevice(device: Device, crcPolicy: string, lengthPolicy: string, key: string): NewDevice {
  return {
    ...(crcPolicy === device.crcPolicy ? {} : { crcPolicy }),
    ...(lengthPolicy === device.lengthPolicy ? {} : { lengthPolicy }),
    ...(key === '' ? {} : { hj212Key: key }),
  }
}

const path = (mn: string) => ({ params: { path: { mn } } })

export const useDoor = (mn: () => string) =>
  useQuery({ queryKey: ['registry', 'door', mn], queryFn: () => data(api.GET('/api/points/{mn}/door', path(mn())) as Promise<{ data?: Door }>) })

export function useChangeDoor(mn: () => string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (door: NewDoor) => data(api.PUT('/api/points/{mn}/door', { ...path(mn()), body: door }) as Promise<{ data?: Door }>),
    onSuccess: (door) => queries.setQueryData(['registry', 'door', mn()], door),
  })
}

export const useDevice = (mn: () => string) =>
  useQuery({ queryKey: ['registry', 'device', mn], queryFn: () => data(api.GET('/api/points/{mn}/device', path(mn())) as Promise<{ data?: Device }>) })

export function useChangeDevice(mn: () => string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (device: NewDevice) => data(api.PUT('/api/points/{mn}/device', { ...path(mn()), body: device as never }) as Promise<{ data?: Device }>),
    onSuccess: (device) => queries.setQueryData(['registry', 'device', mn()], device),
  })
}
