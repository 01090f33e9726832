import { reactive, shallowReactive } from 'vue'
import type { Counters, LiveState, Message } from './messages'
import { LiveSource } from './source'

const FLUSH_MS = 250

/** One row per MN, replaced whole when a message comes; rows live outside any query cache. */
export const livePoints = shallowReactive(new Map<string, LiveState>())

export const stream = reactive({
  /** Whether the server is being heard. */
  up: false,
  /** When it was heard last (ms); 0 before the first time. */
  lastHeard: 0,
  counters: null as Counters | null,
  newMns: 0,
  /** Grows with every flush; cheap to watch. */
  version: 0,
})

const pending = new Map<string, LiveState>()
let flushing: ReturnType<typeof setTimeout> | undefined

/** Messages are gathered and shown at most four times a second. */
export function take(message: Message): void {
  switch (message.kind) {
    case 'up':
      stream.up = true
      break
    case 'down':
      stream.up = false
      return
    case 'snapshot':
      pending.clear()
      for (const point of message.data.points) pending.set(point.mn, point)
      stream.counters = message.data.counters
      stream.newMns = message.data.newMns
      break
    case 'point':
      pending.set(message.data.mn, message.data)
      break
    case 'counters':
      stream.counters = message.data
      break
    case 'heartbeat':
      break
  }
  stream.up = true
  stream.lastHeard = Date.now()
  flushing ??= setTimeout(flush, FLUSH_MS)
}

function flush(): void {
  flushing = undefined
  if (pending.size === 0) return
  for (const [mn, point] of pending) livePoints.set(mn, point)
  pending.clear()
  stream.version++
}

/** Follows the stream until the returned function is called; through the browser's shared worker where there is one. */
export function follow(): () => void {
  if (typeof SharedWorker === 'undefined') {
    const source = new LiveSource(take)
    source.open()
    return () => source.close()
  }
  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'yuanqing-live' })
  worker.port.onmessage = (event: MessageEvent<Message>) => take(event.data)
  worker.port.start()
  worker.port.postMessage('open')
  const leave = () => worker.port.postMessage('leave')
  addEventListener('pagehide', leave)
  return () => {
    removeEventListener('pagehide', leave)
    leave()
    worker.port.close()
  }
}
