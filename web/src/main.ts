import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import App from './app/App.vue'
import { router } from './app/router'
import { startTheme } from './app/theme'
import { i18n } from './i18n'
import './theme/tokens.css'

startTheme()
createApp(App)
  .use(i18n)
  .use(router)
  .use(VueQueryPlugin, { queryClientConfig: { defaultOptions: { queries: { retry: 1, staleTime: 15_000 } } } })
  .mount('#app')
