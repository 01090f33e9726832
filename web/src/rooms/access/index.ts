import { defineAsyncComponent } from 'vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: 'connections', name: 'connections', component: () => import('./pages/Connections.vue'), meta: { title: 'access.connections.title', menu: 5, job: 'live' } },
]

export { useSessions } from './queries'

/** The connections of a point's logger now. Props: mn, name. */
export const ConnectionPanel = defineAsyncComponent(() => import('./parts/ConnectionPanel.vue'))

/** Commands to the logger of a point, and what became of them. Props: mn, edition, factors. */
export const CommandsPanel = defineAsyncComponent(() => import('./parts/CommandsPanel.vue'))
