/** How a frame of the quarantine becomes data: what of it is accepted, or written anew. */
export const WAYS = ['AS_IT_IS', 'ACCEPT_CHECK', 'ACCEPT_DATA_TIME', 'CORRECTED'] as const
export type Way = (typeof WAYS)[number]

const ACCEPTS: Readonly<Record<string, Way>> = {
  BAD_CRC: 'ACCEPT_CHECK',
  BAD_LENGTH: 'ACCEPT_CHECK',
  DATA_TIME_TOO_OLD: 'ACCEPT_DATA_TIME',
  DATA_TIME_IN_FUTURE: 'ACCEPT_DATA_TIME',
}
/** Judged by a person anew, without a change to the frame. */
const PERSONS_DECISION: ReadonlySet<string> = new Set(['PASSWORD_REFUSED', 'ADDRESS_REFUSED'])

/** What can be done about frames of one reason, the usual first. A frame is written anew one at a time. */
export function waysOf(reason: string, frames: number): Way[] {
  const accepts = ACCEPTS[reason]
  const first: Way[] = accepts === undefined ? ['AS_IT_IS'] : [accepts, 'AS_IT_IS']
  return frames === 1 && !PERSONS_DECISION.has(reason) ? [...first, 'CORRECTED'] : first
}

export interface Readmit {
  frame?: string
  acceptCheck?: boolean
  acceptDataTime?: boolean
  reason: string
}

/** The request for one frame. */
export function readmitOf(way: Way, frame: string, reason: string): Readmit {
  switch (way) {
    case 'AS_IT_IS':
      return { reason }
    case 'ACCEPT_CHECK':
      return { acceptCheck: true, reason }
    case 'ACCEPT_DATA_TIME':
      return { acceptDataTime: true, reason }
    case 'CORRECTED':
      return { frame, reason }
  }
}
