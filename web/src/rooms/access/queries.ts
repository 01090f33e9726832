import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { api, data } from '@/api/client'
import type { Session } from './sessions'

const EVERY_MS = 5_000

/** Who is connected; looked at again every five seconds while the page is seen. */
export function useSessions() {
  return useQuery({
    queryKey: ['access', 'sessions'],
    queryFn: () => data(api.GET('/api/access/sessions') as Promise<{ data?: Session[] }>),
    refetchInterval: EVERY_MS,
  })
}

/** A moment in the course of a command. */
export interface Step {
  at: string
  kind: string
  kindZh: string
  kindEn: string
  code?: number | null
  codeZh?: string | null
  codeEn?: string | null
  detail?: string | null
}

/** A command to a logger, and what became of it. */
export interface LoggerCommand {
  id: number
  mn: string
  command: string
  cn: string
  nameZh: string
  nameEn: string
  parameters: Record<string, unknown>
  reason?: string | null
  control: boolean
  state: string
  stateZh: string
  stateEn: string
  requestedBy: string
  requestedAt: string
  confirmedBy?: string | null
  confirmedAt?: string | null
  qn?: string | null
  packets: number
  endedAt?: string | null
  steps: Step[]
}

const SHOWN = 50
const WHILE_RUNNING_MS = 1_500
const OTHERWISE_MS = 15_000
const running = (one: LoggerCommand) => !one.endedAt && one.state !== 'AWAITS_CONFIRMATION'

/** The newest commands to the loggers of a point; looked at often while one of them runs. */
export function useLoggerCommands(mn: () => string) {
  return useQuery({
    queryKey: ['access', 'commands', mn],
    queryFn: () => data(api.GET('/api/points/{mn}/commands', { params: { path: { mn: mn() }, query: { size: SHOWN } } }) as Promise<{ data?: LoggerCommand[] }>),
    refetchInterval: (query) => (query.state.data?.some(running) ? WHILE_RUNNING_MS : OTHERWISE_MS),
  })
}

export interface NewCommand {
  command: string
  parameters: Record<string, string | string[]>
  reason?: string
}

export function useAsk(mn: () => string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: NewCommand) => data(api.POST('/api/points/{mn}/commands', { params: { path: { mn: mn() } }, body }) as Promise<{ data?: LoggerCommand }>),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['access', 'commands'] }),
  })
}

/** The second yes to a command that waits for it, or its withdrawal. */
export function useDecide(id: () => number) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (act: 'confirm' | 'withdraw') => {
      const params = { path: { id: id() } }
      return data((act === 'confirm' ? api.POST('/api/commands/{id}/confirm', { params }) : api.POST('/api/commands/{id}/withdraw', { params })) as Promise<{ data?: LoggerCommand }>)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['access', 'commands'] }),
  })
}
