import { defineAsyncComponent } from 'vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: 'system', name: 'system', component: () => import('./pages/System.vue'), meta: { title: 'system.title', menu: 9, job: 'system' } },
]

/** What is wrong with the server, in one line; for who holds upkeep.alarms. */
export const AlarmBanner = defineAsyncComponent(() => import('./parts/AlarmBanner.vue'))
