import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: 'system', name: 'system', component: () => import('./pages/System.vue'), meta: { title: 'system.title', menu: 9 } },
]
