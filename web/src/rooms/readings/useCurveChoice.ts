import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { livePoints } from '@/live/points'
import type { LivePoint } from '@/rooms/live'
import { KINDS, SPANS, type Kind } from './queries'
import { addressOf, kindFor, spanOf, type Span } from './span'

/** Days before, with which a curve can be compared. */
export const COMPARED = [1, 7, 30, 365] as const
const MOST_FACTORS = 4

/** What the curve of a point shows; all of it lives in the address. */
export function useCurveChoice(point: () => LivePoint) {
  const route = useRoute()
  const router = useRouter()
  const said = (name: string) => (typeof route.query[name] === 'string' ? route.query[name] : '')
  const say = (query: Record<string, string | undefined>) => void router.replace({ query: { ...route.query, ...query } })

  const kind = computed<Kind>(() => KINDS.find((one) => one === said('kind')) ?? 'minute')
  const choices = computed(() => [
    ...new Set([...point().assessedFactors, ...point().factors, ...Object.keys(livePoints.get(point().mn)?.values ?? point().values)]),
  ])
  const factor = computed(() => (choices.value.includes(said('factor')) ? said('factor') : (choices.value[0] ?? '')))
  const also = computed(() => said('also').split(',').filter((one) => one !== factor.value && choices.value.includes(one)).slice(0, MOST_FACTORS - 1))
  const factors = computed(() => (factor.value === '' ? [] : [factor.value, ...also.value]))
  const span = computed(() => spanOf(said('from'), said('to')))
  const hours = computed(() => SPANS[kind.value].find((one) => String(one) === said('hours')) ?? SPANS[kind.value][0] ?? 24)
  const compared = computed(() => COMPARED.find((one) => String(one) === said('compare')) ?? 0)

  return {
    kind, choices, factor, also, factors, span, hours, compared,
    chooseKind: (one: Kind) => say({ kind: one, from: undefined, to: undefined }),
    chooseFactor: (one: string) => say({ factor: one }),
    chooseAlso: (codes: string[]) => say({ also: codes.slice(0, MOST_FACTORS - 1).join(',') || undefined }),
    chooseHours: (one: string) => say({ hours: one, from: undefined, to: undefined }),
    chooseCompared: (one: string) => say({ compare: one === '0' ? undefined : one }),
    /** The kind of data goes with the length of the span. */
    chooseSpan: (one: Span) => say({ ...addressOf(one), kind: kindFor(one.to - one.from) }),
    latest: () => say({ from: undefined, to: undefined }),
  }
}
