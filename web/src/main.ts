import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import App from './app/App.vue'
import { router } from './app/router'
import { startTheme } from './app/theme'
import { i18n, speakAsBefore } from './i18n'
import './theme/tokens.css'

startTheme()
await speakAsBefore()
createApp(App)
  .use(i18n)
  .use(router)
  .use(VueQueryPlugin, { queryClientConfig: { defaultOptions: { queries: { retry: 1, staleTime: 15_000 } } } })
  .mount('#app')
