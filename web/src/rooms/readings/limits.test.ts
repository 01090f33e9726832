import { expect, it } from 'vitest'
import type { LimitInForce } from '@/rooms/registry'
import { limitsOf } from './limits'

const limit = (factor: string, period: LimitInForce['period'], value: number): LimitInForce => ({ id: value, factor, period, bound: 'UPPER', value, unit: 'mg/L', converted: false, source: 'PERMIT', basis: 'P-1' })

it('draws the limit of the same averaging period, and for waste water the day\'s', () => {
  const all = [limit('a21026', 'HOUR', 50), limit('a21026', 'DAY', 35), limit('w01018', 'DAY', 40), limit('a21026', 'SAMPLED', 60)]
  expect(limitsOf(all, 'a21026', 'minute').map((one) => one.value)).toEqual([50])
  expect(limitsOf(all, 'a21026', 'day').map((one) => one.value)).toEqual([35])
  expect(limitsOf(all, 'w01018', 'hour').map((one) => one.value)).toEqual([40])
  expect(limitsOf(all, 'w21003', 'hour')).toEqual([])
})
