/** What is wrong with one field of a request. */
export interface FieldProblem {
  field: string
  message: string
  /** Name of the rule, by which it is said in the user's language; absent: the message is all there is. */
  rule?: string | null
  /** What the rule's sentence names, in order. */
  args?: string[]
}

/** A failed request: the server's problem details (RFC 9457), or what stood in the way of asking. */
export class Problem extends Error {
  constructor(
    /** HTTP status; 0 when the server could not be reached, 408 when it did not answer in time. */
    readonly status: number,
    readonly detail: string,
    readonly errors: FieldProblem[] = [],
    /** Seconds after which a retry makes sense, when the server says so. */
    readonly retryAfter: number | null = null,
    /** The password was right, the code of the second factor is missing or wrong. */
    readonly secondFactor = false,
  ) {
    super(detail)
  }

  static async of(response: Response): Promise<Problem> {
    const retry = Number(response.headers.get('Retry-After'))
    const retryAfter = Number.isFinite(retry) && retry > 0 ? retry : null
    try {
      const body = (await response.json()) as { detail?: string; title?: string; errors?: FieldProblem[]; secondFactor?: boolean }
      return new Problem(response.status, body.detail ?? body.title ?? '', body.errors ?? [], retryAfter, body.secondFactor ?? false)
    } catch {
      return new Problem(response.status, response.statusText, [], retryAfter)
    }
  }

  static unreachable(failure: unknown): Problem {
    const timedOut = failure instanceof DOMException && failure.name === 'TimeoutError'
    return new Problem(timedOut ? 408 : 0, failure instanceof Error ? failure.message : String(failure))
  }
}
