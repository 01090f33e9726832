/** A logger that is connected. */
export interface Session {
  mn: string
  remote: string
  since: string
  lastFrameAt: string
  frames: number
  faults: number
}

/** Sessions whose MN or address contains the text; case does not matter. */
export function matching(sessions: readonly Session[], text: string): Session[] {
  const wanted = text.trim().toUpperCase()
  return sessions.filter((one) => one.mn.toUpperCase().includes(wanted) || one.remote.toUpperCase().includes(wanted))
}
