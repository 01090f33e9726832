import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '', redirect: '/live' },
  { path: 'live', name: 'live', component: () => import('./pages/LiveList.vue'), meta: { title: 'live.list.title', menu: 1 } },
]

export { usePoint, usePoints, type LivePoint } from './queries'
