/** Frames since the data directory was made. */
export interface AllCounters {
  received: number
  stored: number
  duplicate: number
  quarantined: number
  acknowledged: number
  noiseBytes: number
}

/** Every frame that came in is somewhere: received = stored + duplicate + quarantined. */
export function balanced(counters: AllCounters): boolean {
  return counters.received === counters.stored + counters.duplicate + counters.quarantined
}
