import { defineAsyncComponent } from 'vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: 'unregistered', name: 'unregistered', component: () => import('./pages/Unregistered.vue'), meta: { title: 'registry.unregistered.title', menu: 3 } },
  { path: 'enterprises', name: 'enterprises', component: () => import('./pages/Enterprises.vue'), meta: { title: 'registry.enterprises.title', menu: 4 } },
]

/** How the logger of a point proves who it is, and how its frames are judged. Prop: mn. */
export const AccessPanel = defineAsyncComponent(() => import('./parts/AccessPanel.vue'))

export { useCounties, useFactors, type Factor } from './queries'
