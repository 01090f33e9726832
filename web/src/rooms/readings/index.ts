import type { RouteLocationRaw, RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: 'points/:mn', name: 'point', component: () => import('./pages/Point.vue'), props: true, meta: { title: 'readings.point.title' } },
]

export function pointLink(mn: string): RouteLocationRaw {
  return { name: 'point', params: { mn } }
}
