import type { RouteLocationRaw, RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: 'points/:mn', name: 'point', component: () => import('./pages/Point.vue'), props: true, meta: { title: 'readings.point.title' } },
  { path: 'tables', name: 'tables', component: () => import('./pages/Tables.vue'), meta: { title: 'readings.tables.title', menu: 1.5, job: 'data' } },
]

export function pointLink(mn: string): RouteLocationRaw {
  return { name: 'point', params: { mn } }
}
