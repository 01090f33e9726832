/** A logger that is talking to the centre; one of two where two connections name the same MN. */
export interface Session {
  mn: string
  remote: string
  since: string
  lastFrameAt: string
  frames: number
  faults: number
  /** Commands go to the connection that named the MN last. */
  newest: boolean
  /** Of the last minute or so. */
  framesPerSecond: number
  /** TLS. */
  encrypted: boolean
  /** Frames whose PW is not the registered one. */
  wrongPasswords: number
  lastWrongPasswordAt?: string | null
}

/** A connection with what is known of its MN. */
export interface Connection extends Session {
  key: string
  /** Enterprise and point; empty when the MN is nobody's. */
  name: string
  registered: boolean
  /** Connections that name this MN at the moment. */
  ofMn: number
}

/** @param names by MN, of all points; null as long as they are not known: then nobody is called a stranger */
export function connections(sessions: readonly Session[], names: ReadonlyMap<string, string> | null): Connection[] {
  const counts = new Map<string, number>()
  for (const { mn } of sessions) counts.set(mn, (counts.get(mn) ?? 0) + 1)
  return sessions.map((session) => ({
    ...session,
    key: `${session.mn} ${session.remote} ${session.since}`,
    name: names?.get(session.mn) ?? '',
    registered: names === null || names.has(session.mn),
    ofMn: counts.get(session.mn) ?? 1,
  }))
}

export const CONCERNS = ['double', 'unregistered', 'faults'] as const
export type Concern = (typeof CONCERNS)[number]

export function concerns(one: Connection, concern: Concern): boolean {
  switch (concern) {
    case 'double':
      return one.ofMn > 1
    case 'unregistered':
      return !one.registered
    case 'faults':
      return one.faults > 0 || one.wrongPasswords > 0
  }
}

/** Those whose MN, address or name contains the text; case does not matter. What is no concern does not filter. */
export function matching(all: readonly Connection[], text: string, concern: string): Connection[] {
  const wanted = text.trim().toUpperCase()
  const known = CONCERNS.find((one) => one === concern)
  return all.filter(
    (one) =>
      (known === undefined || concerns(one, known)) && [one.mn, one.remote, one.name].some((part) => part.toUpperCase().includes(wanted)),
  )
}
