import { useQuery } from '@tanstack/vue-query'
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
