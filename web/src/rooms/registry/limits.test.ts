import { expect, it } from 'vitest'
import { permitOf, standardsWith, type StandardLimit } from './limits'

it('puts the value of a permit where the server takes it', () => {
  expect(permitOf({ permitNumber: 'P-1', factor: 'w01018', period: 'DAY', value: 50, effectiveFrom: '2026-01-01' })).toEqual({
    permitNumber: 'P-1',
    effectiveFrom: '2026-01-01',
    values: [{ factor: 'w01018', period: 'DAY', bound: null, value: 50, unit: null, referenceOxygen: null }],
  })
})

it('finds rows of standards by several words, and leaves out those of no factor', () => {
  const row = (id: number, standard: string, factor: string | null, industry: string): StandardLimit => ({ id, standard, clause: '', industry, factor, factorName: '', printedPeriod: '', value: 1, unit: '', note: '', confidence: 'H' })
  const all = [row(1, 'GB 18918-2002', 'w01018', '污水处理'), row(2, 'GB 4915-2013', 'a21026', '水泥'), row(3, 'GB 18918-2002', null, '污水处理')]
  expect(standardsWith(all, '18918 cod', (code) => (code === 'w01018' ? 'COD' : code)).map((one) => one.id)).toEqual([1])
  expect(standardsWith(all, '', (code) => code)).toHaveLength(2)
})
