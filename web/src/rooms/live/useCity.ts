import { computed } from 'vue'
import { sameCounty } from '@/kit/county'
import type { MapPoint } from '@/kit/map/CountyMap.vue'
import type { State } from '@/live/messages'
import { livePoints, stream } from '@/live/points'
import { byCounty, countStates, needSomeone, type Row } from './overview'
import { usePlaces } from './overviewQueries'
import { usePoints } from './queries'

/** The city as the stream tells it, filtered: what the overview and the wall show. */
export function useCity(county: () => string, medium: () => string, states: () => ReadonlySet<State>) {
  const points = usePoints()
  const places = usePlaces()

  const all = computed<Row[]>(() => {
    void stream.version
    return (points.data.value ?? []).map((point) => ({ point, live: livePoints.get(point.mn) ?? point }))
  })
  const ofMedium = computed(() => all.value.filter((row) => medium() === '' || row.point.medium === medium()))
  const within = computed(() => ofMedium.value.filter((row) => county() === '' || sameCounty(row.point.county, county())))
  const chosen = computed(() => within.value.filter((row) => states().size === 0 || states().has(row.live.state)))

  const at = computed(() => new Map((places.data.value ?? []).map((place) => [place.mn, place])))
  const located = computed<MapPoint[]>(() =>
    chosen.value.flatMap(({ point, live }) => {
      const place = at.value.get(point.mn)
      if (place === undefined || place.longitude === null || place.latitude === null) return []
      return [{ key: point.mn, longitude: place.longitude, latitude: place.latitude, state: live.state, label: `${point.enterpriseName} · ${point.name}` }]
    }),
  )
  return {
    points,
    chosen,
    located,
    unplaced: computed(() => (places.data.value === undefined ? 0 : chosen.value.length - located.value.length)),
    counts: computed(() => countStates(within.value)),
    total: computed(() => within.value.length),
    needing: computed(() => needSomeone(chosen.value)),
    counties: computed(() => byCounty(ofMedium.value)),
    media: computed(() => [...new Set((points.data.value ?? []).map((point) => point.medium))]),
  }
}
