import { useMutation, useQuery, useQueryClient, keepPreviousData } from '@tanstack/vue-query'
import { api, data } from '@/api/client'
import type { components } from '@/api/schema'

type Schemas = components['schemas']
export type Account = Schemas['AccountView']
export type Role = Schemas['RoleView']
export type Scope = Schemas['Scope']
export type Grants = Schemas['Grants']
export type AuditEntry = Schemas['AuditEntry']
export type AuditFinding = Schemas['Finding']
export type SignInLine = Schemas['Line']
export type Token = Schemas['TokenView']
export type Enrolment = Schemas['Enrolment']
export type Profile = Schemas['Profile']

export interface AuditQuery { actor: string; act: string; subject: string; from: string; to: string; page: number; size: number }

const given = (value: string) => (value === '' ? undefined : value)

export const useAccounts = () => useQuery({ queryKey: ['identity', 'accounts'], queryFn: () => data(api.GET('/api/accounts')) })
export const useRoles = () => useQuery({ queryKey: ['identity', 'roles'], queryFn: () => data(api.GET('/api/roles')), staleTime: 60_000 })
export const useProfile = () => useQuery({ queryKey: ['identity', 'profile'], queryFn: () => data(api.GET('/api/profile')) })
export const useTokens = () => useQuery({ queryKey: ['identity', 'tokens'], queryFn: () => data(api.GET('/api/profile/tokens')) })
export const useActs = () => useQuery({ queryKey: ['identity', 'acts'], queryFn: () => data(api.GET('/api/audit/acts')), staleTime: 60_000 })

export const useAudit = (query: () => AuditQuery) =>
  useQuery({
    queryKey: ['identity', 'audit', query],
    queryFn: () => {
      const { actor, act, subject, from, to, page, size } = query()
      return data(api.GET('/api/audit', { params: { query: { actor: given(actor), act: act === '' ? undefined : [act], subject: given(subject), from: given(from), to: given(to), page, size } } }))
    },
    placeholderData: keepPreviousData,
  })

/** One's own sign-ins, or those of every account. */
export const useSignIns = (everybody: boolean, page: () => number, size: number, enabled: () => boolean = () => true) =>
  useQuery({
    queryKey: ['identity', 'sign-ins', everybody, page],
    queryFn: () => {
      const query = { page: page(), size }
      return everybody ? data(api.GET('/api/sign-ins', { params: { query } })) : data(api.GET('/api/profile/sign-ins', { params: { query } }))
    },
    enabled,
    placeholderData: keepPreviousData,
  })

export const useAuditCheck = () => useMutation({ mutationFn: () => data(api.GET('/api/audit/verification')) })

/** What is done to accounts; the list is asked for again whatever came of it. */
export function useAccountActs() {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: ['identity', 'accounts'] })
  const path = (id: number) => ({ params: { path: { id } } })
  return {
    make: useMutation({ mutationFn: (body: Schemas['NewAccount']) => data(api.POST('/api/accounts', { body })), onSettled }),
    grant: useMutation({ mutationFn: ({ id, body }: { id: number; body: Grants }) => data(api.PUT('/api/accounts/{id}/grants', { ...path(id), body })), onSettled }),
    setPassword: useMutation({ mutationFn: ({ id, password }: { id: number; password: string }) => data(api.PUT('/api/accounts/{id}/password', { ...path(id), body: { password } })), onSettled }),
    close: useMutation({ mutationFn: (id: number) => data(api.POST('/api/accounts/{id}/close', path(id))), onSettled }),
    open: useMutation({ mutationFn: (id: number) => data(api.POST('/api/accounts/{id}/open', path(id))), onSettled }),
    unlock: useMutation({ mutationFn: (id: number) => data(api.POST('/api/accounts/{id}/unlock', path(id))), onSettled }),
    removeFactor: useMutation({ mutationFn: (id: number) => data(api.DELETE('/api/accounts/{id}/second-factor', path(id))), onSettled }),
  }
}

export function useProfileActs() {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: ['identity'] })
  return {
    changePassword: useMutation({ mutationFn: (body: Schemas['PasswordChange']) => data(api.PUT('/api/profile/password', { body }) as Promise<{ data?: undefined }>), onSettled }),
    begin: useMutation({ mutationFn: () => data(api.POST('/api/profile/second-factor')) }),
    confirm: useMutation({ mutationFn: (code: string) => data(api.POST('/api/profile/second-factor/confirm', { body: { code } })), onSettled }),
    remove: useMutation({ mutationFn: (password: string) => data(api.POST('/api/profile/second-factor/remove', { body: { password } }) as Promise<{ data?: undefined }>), onSettled }),
    makeToken: useMutation({ mutationFn: (body: Schemas['NewToken']) => data(api.POST('/api/profile/tokens', { body })), onSettled }),
    revoke: useMutation({ mutationFn: (id: number) => data(api.DELETE('/api/profile/tokens/{id}', { params: { path: { id } } }) as Promise<{ data?: undefined }>), onSettled }),
  }
}
