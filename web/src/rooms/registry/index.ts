import { defineAsyncComponent } from 'vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: 'unregistered', name: 'unregistered', component: () => import('./pages/Unregistered.vue'), meta: { title: 'registry.unregistered.title', menu: 3, job: 'archive' } },
  { path: 'enterprises', name: 'enterprises', component: () => import('./pages/Enterprises.vue'), meta: { title: 'registry.archives.title', menu: 1, job: 'archive' } },
  { path: 'enterprises/:id(\\d+)', name: 'archive', component: () => import('./pages/Archive.vue'), props: true, meta: { title: 'registry.archives.title' } },
  { path: 'archives/import', name: 'import-archives', component: () => import('./pages/ImportArchives.vue'), meta: { title: 'registry.import.title' } },
  { path: 'archives/expiring', name: 'expiring', component: () => import('./pages/Expiring.vue'), meta: { title: 'registry.expiring.title', menu: 2, job: 'archive' } },
]

/** How the logger of a point proves who it is, and how its frames are judged. Prop: mn. */
export const AccessPanel = defineAsyncComponent(() => import('./parts/AccessPanel.vue'))

/** What a point may emit. Prop: mn. */
export const LimitsPanel = defineAsyncComponent(() => import('./parts/LimitsPanel.vue'))

export { useLimits, type LimitInForce } from './limits'
export { useCounties, useFactors, type Factor } from './queries'
