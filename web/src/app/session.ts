import { computed, reactive } from 'vue'
import { api, data, whenSignedOut } from '@/api/client'
import { Problem } from '@/api/problem'

/** Who is signed in. */
export interface Person {
  user: string
  displayName: string
  permissions: string[]
  /** Why the password has to be changed before anything else. */
  passwordDue?: 'SET_BY_ANOTHER' | 'TOO_OLD' | null
}

const state = reactive<{ person: Person | null; asked: boolean; expired: boolean }>({
  person: null,
  asked: false,
  expired: false,
})

whenSignedOut(() => {
  if (state.person !== null) state.expired = true
})

export const person = computed(() => state.person)
/** The session ended under the user's hands: sign in again in place, the page stays as it is. */
export const expired = computed(() => state.expired)

export function may(permission: string): boolean {
  return state.person?.permissions.includes(permission) ?? false
}

/** Asks once whether the browser already has a session. */
export async function resume(): Promise<void> {
  if (state.asked) return
  try {
    state.person = await data(api.GET('/api/session') as Promise<{ data?: Person }>)
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.status !== 401) throw failure
  }
  state.asked = true
}

/** @param code of the second factor; '' when the account has none */
export async function signIn(user: string, password: string, code: string): Promise<void> {
  const body = code === '' ? { user, password } : { user, password, code }
  state.person = await data(api.POST('/api/session', { body }) as Promise<{ data?: Person }>)
  state.asked = true
  state.expired = false
}

/** The password was changed: what was due is due no more. */
export function passwordChanged(): void {
  if (state.person !== null) state.person = { ...state.person, passwordDue: null }
}

export async function signOut(): Promise<void> {
  await api.DELETE('/api/session')
  state.person = null
}
