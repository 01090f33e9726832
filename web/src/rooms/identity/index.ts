import type { RouteRecordRaw } from 'vue-router'

/** Outside of the shell. */
export const doors: RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', component: () => import('./pages/SignIn.vue'), meta: { title: 'identity.signIn.title', open: true } },
]

export const routes: RouteRecordRaw[] = [
  { path: 'accounts', name: 'accounts', component: () => import('./pages/Accounts.vue'), meta: { title: 'identity.accounts.title', menu: 10, permission: 'identity.read' } },
  { path: 'audit', name: 'audit', component: () => import('./pages/Audit.vue'), meta: { title: 'identity.audit.title', menu: 11, permission: 'audit.read' } },
  { path: 'profile', name: 'profile', component: () => import('./pages/Profile.vue'), meta: { title: 'identity.profile.title' } },
]

export { default as SignInAgain } from './parts/SignInAgain.vue'
