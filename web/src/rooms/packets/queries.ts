import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { api, data } from '@/api/client'
import type { Readmit } from './readmit'

/** A packet in a list; `id` is its position in the log. */
export interface PacketLine {
  id: number
  receivedAt: string
  dataTime: string | null
  st: string
  cn: string
  origin: 'LIVE' | 'SEED' | 'READMITTED'
  raw: string
  rawBase64?: string
  bytes: number
  problems: number
}

export type PartKind = 'HEAD' | 'LENGTH' | 'HEADER' | 'CP_OPEN' | 'CP_NAME_VALUE' | 'CP_OPAQUE' | 'CP_CLOSE' | 'CRC' | 'TAIL' | 'UNKNOWN'

/** A stretch of a frame; offsets count bytes. */
export interface Part {
  kind: PartKind
  name: string
  value: string
  start: number
  end: number
}

export interface FrameProblem {
  code: string
  error: boolean
  message: string
  messageZh: string
  at: number
  declared: string | null
  actual: string | null
  /** What the device seems to do wrong; null where it cannot be told. */
  cause: string | null
  causeZh: string | null
}

export interface Frame {
  id: number
  mn: string
  receivedAt: string
  dataTime: string | null
  st: string
  cn: string
  origin: 'LIVE' | 'SEED' | 'READMITTED'
  remote: string
  raw: string
  rawBase64?: string
  /** The CP came encrypted and was opened with the logger's key: the parts are those of the plain text. */
  decrypted: boolean
  plainBase64?: string
  ok: boolean
  edition: string | null
  declaredLength: string | null
  /** Bytes of the data segment. */
  actualLength: number
  declaredCrc: string | null
  computedCrc: string
  parts: Part[]
  problems: FrameProblem[]
}

export interface Quarantined {
  id: number
  receivedAt: string
  remote: string
  mn: string
  st: string
  cn: string
  reason: string
  detail: string
  raw: string
  /** How it was taken as data after all; null: it was not. */
  readmission?: Readmitted | null
}

/** What came of a frame that a person took as data. */
export interface Readmitted {
  quarantined: number
  /** Of the packet in the log; null when the log held the same data already. */
  position: number | null
  fate: string
  readmittedAt: string
  actor: string
  /** What was changed or accepted, in the server's words. */
  change: string
  reason: string
}

export type CommandGroup = 'READ' | 'HISTORY' | 'SET' | 'CONTROL'

/** A row of the catalogue of commands; one CN can be several commands. */
export interface Command {
  cn: string
  /** Its name in the catalogue, such as GET_CLOCK. */
  command: string
  direction: 'DOWN' | 'UP' | 'BOTH'
  /** The course of its dialogue. */
  shape: string
  /** Years of the editions that have it. */
  editions: string[]
  nameZh: string
  nameEn: string
  /** Of what the centre can be asked to send; a CONTROL waits for a second yes. */
  group: CommandGroup | null
}

/** The catalogue of commands. */
export function useCommands() {
  return useQuery({
    queryKey: ['packets', 'commands'],
    queryFn: () => data(api.GET('/api/commands') as Promise<{ data?: Command[] }>),
    staleTime: Infinity,
  })
}

export const PAGE = 50

/** One page of an MN's packets, newest first, going on behind `after`. */
export function packetPage(mn: string, cn: string, after: number | null): Promise<PacketLine[]> {
  return data(
    api.GET('/api/points/{mn}/packets', {
      params: { path: { mn }, query: { order: 'desc', size: PAGE, ...(cn === '' ? {} : { cn }), ...(after === null ? {} : { after }) } },
    }) as Promise<{ data?: PacketLine[] }>,
  )
}

/** What an MN has sent since the packet `after`, oldest first. */
export function packetsSince(mn: string, cn: string, after: number): Promise<PacketLine[]> {
  return data(
    api.GET('/api/points/{mn}/packets', { params: { path: { mn }, query: { order: 'asc', size: PAGE, after, ...(cn === '' ? {} : { cn }) } } }) as Promise<{ data?: PacketLine[] }>,
  )
}

export function useFrame(id: () => string) {
  return useQuery({
    queryKey: ['packets', 'frame', id],
    queryFn: () => data(api.GET('/api/packets/{id}', { params: { path: { id: Number(id()) } } }) as Promise<{ data?: Frame }>),
    staleTime: Infinity,
  })
}

/** Newest first; looked at again every ten seconds. */
export function useQuarantine(mn: () => string) {
  return useInfiniteQuery({
    queryKey: ['packets', 'quarantine', mn],
    queryFn: ({ pageParam }) =>
      data(
        api.GET('/api/quarantine', {
          params: { query: { size: PAGE, ...(mn() === '' ? {} : { mn: mn() }), ...(pageParam === null ? {} : { after: pageParam }) } },
        }) as Promise<{ data?: Quarantined[] }>,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.id),
    refetchInterval: 10_000,
  })
}

export function useQuarantined(id: () => string) {
  return useQuery({
    queryKey: ['packets', 'quarantined', id],
    queryFn: () =>
      data(
        api.GET('/api/quarantine/{id}', { params: { path: { id: Number(id()) } } }) as unknown as Promise<{
          data?: { quarantined: Quarantined; frame: Frame }
        }>,
      ),
    staleTime: Infinity,
  })
}

export function useReadmit() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, body }: { id: number; body: Readmit }) =>
      data(api.POST('/api/quarantine/{id}/readmit', { params: { path: { id } }, body }) as Promise<{ data?: Readmitted }>),
    onSuccess: (done) => queries.invalidateQueries({ queryKey: ['packets', 'quarantined'], predicate: ({ queryKey }) => queryKey[2] === String(done.quarantined) }),
  })
}
