import type { Message } from './messages'

const WATCHDOG_MS = 35_000
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 30_000
const NAMED = ['snapshot', 'point', 'counters', 'heartbeat'] as const

/**
 * Follows the server's stream for as long as it lives: reconnects with growing pauses, notices a stream that has gone
 * quiet (the server sends a heartbeat every 15 s), asks anew when the server says that too much was missed.
 */
export class LiveSource {
  private stream: EventSource | null = null
  private watchdog: ReturnType<typeof setTimeout> | undefined
  private retry: ReturnType<typeof setTimeout> | undefined
  private pause = FIRST_RETRY_MS
  private lastHeard = Date.now()

  constructor(private readonly tell: (message: Message) => void) {}

  open(): void {
    this.close()
    const stream = new EventSource('/api/live')
    this.stream = stream
    for (const kind of NAMED) {
      stream.addEventListener(kind, (event) => {
        this.heard()
        this.tell({ kind, data: JSON.parse((event as MessageEvent<string>).data) } as Message)
      })
    }
    stream.addEventListener('resync', () => this.open())
    stream.onopen = () => {
      this.pause = FIRST_RETRY_MS
      this.heard()
      this.tell({ kind: 'up' })
    }
    stream.onerror = () => this.lost()
    this.watch()
  }

  close(): void {
    clearTimeout(this.watchdog)
    clearTimeout(this.retry)
    this.stream?.close()
    this.stream = null
  }

  private heard(): void {
    this.lastHeard = Date.now()
    this.watch()
  }

  private watch(): void {
    clearTimeout(this.watchdog)
    this.watchdog = setTimeout(() => this.lost(), WATCHDOG_MS)
  }

  private lost(): void {
    this.close()
    this.tell({ kind: 'down', since: this.lastHeard })
    const jitter = this.pause * (0.75 + Math.random() / 2)
    this.retry = setTimeout(() => this.open(), jitter)
    this.pause = Math.min(this.pause * 2, LONGEST_RETRY_MS)
  }
}
