import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', component: () => import('./pages/SignIn.vue'), meta: { title: 'identity.signIn.title', open: true } },
]

export { default as SignInAgain } from './parts/SignInAgain.vue'
