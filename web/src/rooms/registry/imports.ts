import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { watch } from 'vue'
import { api, data } from '@/api/client'
import { Problem } from '@/api/problem'
import type { components } from '@/api/schema'

export type ImportStatus = components['schemas']['ImportStatus']
export type CellProblem = components['schemas']['CellProblem']

const POLL_MS = 700
const as = (answer: Promise<unknown>) => data(answer as Promise<{ data?: ImportStatus }>)
const path = (id: string) => ({ params: { path: { id } } })
export const running = (one: ImportStatus | undefined) => one?.state === 'CHECKING' || one?.state === 'IMPORTING'

/** How it stands with an import, asked for again as long as a step of it runs. */
export function useImport(id: () => string) {
  const queries = useQueryClient()
  const found = useQuery({
    queryKey: ['registry', 'import', id],
    queryFn: () => as(api.GET('/api/archives/imports/{id}', path(id()))),
    enabled: () => id() !== '',
    refetchInterval: (query) => (running(query.state.data) ? POLL_MS : false),
    retry: (count, failure) => count < 2 && !(failure instanceof Problem && failure.status === 404),
  })
  // What was imported is on the other pages, too.
  watch(() => found.data.value?.state, (now, before) => {
    if (now === 'IMPORTED' && before === 'IMPORTING') void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'registry' && query.queryKey[1] !== 'import' })
  })
  return found
}

export const useSendWorkbook = () =>
  useMutation({
    mutationFn: (file: File) =>
      as(api.POST('/api/archives/imports', { params: { query: { name: file.name } }, body: file as never, bodySerializer: (body: unknown) => body as BodyInit, headers: { 'Content-Type': 'application/octet-stream' } })),
  })

function useStep<I>(act: (input: I) => Promise<ImportStatus>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: () => queries.invalidateQueries({ queryKey: ['registry', 'import'] }) })
}
export const useTakeImport = () =>
  useStep(({ id, goodRowsOnly }: { id: string; goodRowsOnly: boolean }) => as(api.POST('/api/archives/imports/{id}/take', { params: { path: { id }, query: { goodRowsOnly } } })))
export const useCancelImport = () => useStep((id: string) => as(api.DELETE('/api/archives/imports/{id}', path(id))))
