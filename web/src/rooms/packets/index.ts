import { defineAsyncComponent } from 'vue'
import type { RouteLocationRaw, RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: 'packets/:id(\\d+)', name: 'packet', component: () => import('./pages/PacketPage.vue'), props: true, meta: { title: 'packets.packet.title' } },
  { path: 'quarantine', name: 'quarantine', component: () => import('./pages/Quarantine.vue'), meta: { title: 'packets.quarantine.title', menu: 2, job: 'data' } },
  { path: 'quarantine/:id(\\d+)', name: 'quarantined', component: () => import('./pages/QuarantinedPage.vue'), props: true, meta: { title: 'packets.quarantined.title' } },
]

export function packetLink(id: number): RouteLocationRaw {
  return { name: 'packet', params: { id: String(id) } }
}

/** The raw packets of the point for which an MN speaks. */
export function packetsOf(mn: string): RouteLocationRaw {
  return { name: 'point', params: { mn }, query: { tab: 'packets' } }
}

/** How the loggers of an MN's point prove who they are, and how their frames are judged. */
export function accessOf(mn: string): RouteLocationRaw {
  return { name: 'point', params: { mn }, query: { tab: 'access' } }
}

export { useCommands, type CommandGroup } from './queries'
export { useMeaning } from './useMeaning'

/** The raw packets of an MN, newest first; each opens into its explanation. Prop: mn. */
export const PacketList = defineAsyncComponent(() => import('./parts/PacketList.vue'))
