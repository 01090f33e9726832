/** What an operator must know of, as long as it lasts. */
export interface Alarm {
  kind: string
  /** What it is about, such as disk or a reader's name. */
  subject: string
  since: string
  /** One sentence: the thing, its value, what the server does meanwhile. */
  detail: string
}

/** While one of these stands, no packets are taken. */
const STOPS_PACKETS: ReadonlySet<string> = new Set(['DISK_FULL', 'DATABASE_AWAY'])

export const stopsPackets = (alarm: Alarm) => STOPS_PACKETS.has(alarm.kind)

/** Those that stop packets first, then the oldest. */
export function byUrgency(alarms: readonly Alarm[]): Alarm[] {
  return [...alarms].sort((a, b) => Number(stopsPackets(b)) - Number(stopsPackets(a)) || Date.parse(a.since) - Date.parse(b.since))
}
