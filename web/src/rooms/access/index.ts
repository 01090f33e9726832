import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: 'connections', name: 'connections', component: () => import('./pages/Connections.vue'), meta: { title: 'access.connections.title', menu: 5 } },
]

export { useSessions } from './queries'
