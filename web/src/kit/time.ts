import { onScopeDispose, ref, type Ref } from 'vue'

/** The city's zone, whatever the browser's. */
export const CITY_ZONE = 'Asia/Shanghai'

const full = new Intl.DateTimeFormat('sv-SE', {
  timeZone: CITY_ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
})

/** 2026-11-24 14:03:12 in the city. */
export function cityTime(instant: string | number | Date): string {
  return full.format(new Date(instant))
}

export const cityDay = (instant: string | number | Date) => cityTime(instant).slice(0, 10)
export const cityClock = (instant: string | number | Date) => cityTime(instant).slice(11)
export const cityMinute = (instant: string | number | Date) => cityTime(instant).slice(5, 16)

export interface Age {
  unit: 's' | 'min' | 'h' | 'd'
  text: string
}

/** How old: 12s, 8min, 3h10m, 4d. Never negative: clocks of browser and server differ a little. */
export function age(since: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - since) / 1000))
  if (seconds < 60) return `${seconds}s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 === 0 ? `${hours}h` : `${hours}h${minutes % 60}m`
  return `${Math.floor(hours / 24)}d`
}

/** The present moment, every second, for as long as the component lives. */
export function useNow(): Ref<number> {
  const now = ref(Date.now())
  const ticking = setInterval(() => (now.value = Date.now()), 1000)
  onScopeDispose(() => clearInterval(ticking))
  return now
}
