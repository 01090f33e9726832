import { onBeforeUnmount, onMounted } from 'vue'
import { programOf, untilReload } from './wall'

const LOOKS_EVERY_MS = 300_000

/** A wall runs for months: it begins afresh every night and whenever the server has a new build, and is dark. */
export function useWallLife(): void {
  const root = document.documentElement
  const wasDark = root.classList.contains('dark')
  let nightly: ReturnType<typeof setTimeout> | undefined
  let looking: ReturnType<typeof setInterval> | undefined

  onMounted(() => {
    root.classList.add('dark')
    nightly = setTimeout(() => location.reload(), untilReload(Date.now()))
    looking = setInterval(() => void look(), LOOKS_EVERY_MS)
  })
  onBeforeUnmount(() => {
    root.classList.toggle('dark', wasDark)
    clearTimeout(nightly)
    clearInterval(looking)
  })
}

async function look(): Promise<void> {
  const own = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.getAttribute('src') ?? null
  try {
    const answer = await fetch('/', { cache: 'no-store' })
    const now = answer.ok ? programOf(await answer.text()) : null
    if (own !== null && now !== null && now !== own) location.reload()
  } catch {
    // An unreachable server has no new build; the stream tells that it is lost.
  }
}
