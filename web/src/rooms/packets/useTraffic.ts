import { onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { livePoints } from '@/live/points'
import { packetsSince, type PacketLine } from './queries'

/** Of a registered point the stream tells each packet; of an MN that is none, this is how often the log is asked. */
const LOOK_EVERY_MS = 2_000
/** So many lie above the list before it is read anew. */
const MOST = 200

export interface Watched {
  mn: () => string
  cn: () => string
  /** The newest packet of the list as it was read; null: it is empty. */
  newest: () => number | null
  /** Reads the list anew. */
  reread: () => void
}

/** The packets of an MN as they come, newest first, above a list that was read before. */
export function useTraffic(list: Watched) {
  const fresh = shallowRef<PacketLine[]>([])
  const following = ref(true)
  /** Nothing moves under a pointer. */
  const held = ref(false)
  let looking = false

  async function look(): Promise<void> {
    if (looking || held.value || !following.value || document.hidden) return
    const after = fresh.value[0]?.id ?? list.newest()
    if (after === null || fresh.value.length >= MOST) {
      anew()
      return
    }
    looking = true
    try {
      const of = `${list.mn()} ${list.cn()}`
      const come = await packetsSince(list.mn(), list.cn(), after)
      if (come.length > 0 && of === `${list.mn()} ${list.cn()}`) fresh.value = [...come.reverse(), ...fresh.value]
    } catch {
      // The page says that the server is not heard; the next look asks again behind the same packet.
    } finally {
      looking = false
    }
  }

  function anew(): void {
    fresh.value = []
    list.reread()
  }

  watch([list.mn, list.cn], () => (fresh.value = []))
  watch([() => livePoints.get(list.mn())?.receivedAt, held, following], () => void look())
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  onBeforeUnmount(() => clearInterval(timer))
  return { fresh, following, held, anew }
}
