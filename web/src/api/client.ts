import createClient from 'openapi-fetch'
import { Problem } from './problem'
import type { paths } from './schema'

const TIME_OUT_MS = 20_000

type Listener = () => void
let onSignedOut: Listener = () => undefined

/** Calls the listener whenever the server says that nobody is signed in. */
export function whenSignedOut(listener: Listener): void {
  onSignedOut = listener
}

/** Every request: time-out, CSRF token, problem details as {@link Problem}. */
async function ask(request: Request): Promise<Response> {
  const headers = new Headers(request.headers)
  headers.set('X-Requested-With', 'XMLHttpRequest')
  const token = cookie('XSRF-TOKEN')
  if (token !== null && request.method !== 'GET') headers.set('X-XSRF-TOKEN', token)
  let response: Response
  try {
    response = await fetch(new Request(request, { headers, signal: AbortSignal.timeout(TIME_OUT_MS) }))
  } catch (failure) {
    throw Problem.unreachable(failure)
  }
  if (response.ok) return response
  if (response.status === 401 && !request.url.endsWith('/api/session')) onSignedOut()
  throw await Problem.of(response)
}

function cookie(name: string): string | null {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found === undefined ? null : decodeURIComponent(found.slice(name.length + 1))
}

/** The typed client, generated from the server's OpenAPI document. */
export const api = createClient<paths>({ baseUrl: '', fetch: ask })

/** The data of an answer; failures have been thrown already. */
export async function data<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T
}
