import { createRouter, createWebHistory } from 'vue-router'
import { fetchRoomTexts, i18n } from '@/i18n'
import { routes as access } from '@/rooms/access'
import { doors, routes as identity } from '@/rooms/identity'
import { routes as live, screens } from '@/rooms/live'
import { routes as packets } from '@/rooms/packets'
import { routes as readings } from '@/rooms/readings'
import { routes as registry } from '@/rooms/registry'
import { routes as system } from '@/rooms/system'
import type { Job } from './menu'
import { rememberPoint } from './recent'
import { may, person, resume } from './session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's title. */
    title?: string
    /** Reachable without a session. */
    open?: boolean
    /** Stands in the menu, in this order. */
    menu?: number
    /** Without it the page is neither in the menu nor opened. */
    permission?: string
    /** The job under which it stands there; without one it stands under the system. */
    job?: Job
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...doors,
    ...screens,
    {
      path: '/',
      component: () => import('./Shell.vue'),
      children: [
        ...live,
        ...readings,
        ...packets,
        ...registry,
        ...access,
        ...system,
        ...identity,
        { path: 'forbidden', name: 'forbidden', component: () => import('./Forbidden.vue'), props: (route) => ({ permission: String(route.query.permission ?? '') }), meta: { title: 'app.forbidden.title' } },
        { path: ':rest(.*)*', name: 'not-found', component: () => import('./NotFound.vue'), meta: { title: 'app.notFound.title' } },
      ],
    },
  ],
})

router.beforeEach(async (to) => {
  await resume().catch(() => undefined) // an unreachable server is told by the page itself
  if (!to.meta.open && person.value === null) return { name: 'sign-in', query: { next: to.fullPath } }
  if (!to.meta.open) await fetchRoomTexts()
  if (person.value?.passwordDue && to.name !== 'profile' && !to.meta.open) return { name: 'profile' }
  if (to.meta.permission !== undefined && !may(to.meta.permission)) return { name: 'forbidden', query: { permission: to.meta.permission } }
  return true
})

router.afterEach((to) => {
  if (to.name === 'point') rememberPoint(String(to.params.mn))
  const { t } = i18n.global
  document.title = to.meta.title ? `${t(to.meta.title)} · ${t('app.name')}` : t('app.name')
})
