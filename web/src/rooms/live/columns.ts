/** Factors that have a column of their own when only one medium is shown; the rest is on the point's page. */
const SETS: Record<string, readonly string[]> = {
  GAS: ['a34013', 'a21026', 'a21002', 'a19001', 'a01012', 'a00000'],
  WATER: ['w01018', 'w21003', 'w21011', 'w21001', 'w01001', 'w00000'],
}

export function columnsOf(medium: string): readonly string[] | null {
  return SETS[medium] ?? null
}

/** In a mixed list every row shows its own most telling factors: the assessed ones first. */
export function ownFactors(point: { assessedFactors: string[]; factors: string[]; values: Record<string, unknown> }, most: number): string[] {
  const known = new Set([...point.assessedFactors, ...point.factors, ...Object.keys(point.values)])
  return [...known].slice(0, most)
}
