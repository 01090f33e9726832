/// <reference lib="webworker" />
import type { Message } from './messages'
import { LiveSource } from './source'

// One stream for all tabs of a browser: over HTTP/1.1 the seventh stream would never load.
const scope = self as unknown as SharedWorkerGlobalScope
const tabs = new Set<MessagePort>()
const source = new LiveSource((message: Message) => tabs.forEach((tab) => tab.postMessage(message)))

scope.onconnect = (event) => {
  const tab = event.ports[0]
  if (!tab) return
  tab.onmessage = (message: MessageEvent<'open' | 'leave'>) => {
    if (message.data === 'leave') {
      tabs.delete(tab)
      if (tabs.size === 0) source.close()
    } else {
      tabs.add(tab)
      source.open() // a snapshot for the newcomer; the others take it too
    }
  }
  tab.start()
}
