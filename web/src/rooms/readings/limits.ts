import type { LimitInForce } from '@/rooms/registry'
import type { Kind } from './queries'

/**
 * What may be drawn against values of a kind: day means against limits of the day; shorter ones against the hour's, where
 * there is none (waste water) against the day's, which its text names.
 */
export function limitsOf(inForce: readonly LimitInForce[], factor: string, kind: Kind): LimitInForce[] {
  const of = (period: string) => inForce.filter((one) => one.factor === factor && one.period === period)
  if (kind === 'day') return of('DAY')
  return of('HOUR').length > 0 ? of('HOUR') : of('DAY')
}
