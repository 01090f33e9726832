import { initials } from '@/kit/pinyin'

/** Something that the palette can open. */
export interface Target {
  id: string
  kind: 'page' | 'point'
  title: string
  detail: string
  path: string
  /** Where to look besides the title: an MN, a path. */
  also: string
}

interface Indexed {
  target: Target
  title: string
  also: string
  initials: string
}

export function indexed(targets: readonly Target[]): Indexed[] {
  return targets.map((target) => ({ target, title: target.title.toLowerCase(), also: target.also.toLowerCase(), initials: initials(target.title) }))
}

/** How well something fits, the smaller the better; null: not at all. */
function fit(one: Indexed, text: string): number | null {
  if (one.also === text) return 0
  if (one.title.startsWith(text)) return 1
  if (one.also.startsWith(text)) return 2
  if (one.initials.startsWith(text)) return 3
  if (one.title.includes(text)) return 4
  if (one.also.includes(text)) return 5
  if (one.initials.includes(text)) return 6
  return null
}

/**
 * What fits what was typed, the best first, pages before points: parts of the title, an MN, initials of pinyin; several
 * words must fit each.
 */
export function find(index: readonly Indexed[], typed: string, most: number): Target[] {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return []
  const found: { target: Target; rank: number }[] = []
  for (const one of index) {
    let rank: number | null = one.target.kind === 'page' ? 0 : 0.5
    for (const word of words) {
      const own = fit(one, word)
      rank = own === null ? null : rank + own
      if (rank === null) break
    }
    if (rank !== null) found.push({ target: one.target, rank })
  }
  return found.sort((a, b) => a.rank - b.rank).slice(0, most).map((one) => one.target)
}
