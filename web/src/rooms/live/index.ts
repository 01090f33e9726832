import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '', redirect: '/overview' },
  { path: 'overview', name: 'overview', component: () => import('./pages/Overview.vue'), meta: { title: 'live.overview.title', menu: 0, job: 'overview' } },
  { path: 'live', name: 'live', component: () => import('./pages/LiveList.vue'), meta: { title: 'live.list.title', menu: 1, job: 'live' } },
]

/** Pages without the shell. */
export const screens: RouteRecordRaw[] = [
  { path: '/wall', name: 'wall', component: () => import('./pages/Wall.vue'), meta: { title: 'live.wall.title' } },
]

export { usePoint, usePoints, type LivePoint } from './queries'
export { useReasonText } from './useReasonText'
