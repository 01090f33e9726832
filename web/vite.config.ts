import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: { target: ['chrome109', 'safari16.4'], chunkSizeWarningLimit: 900, manifest: true },
  worker: { format: 'es' },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/api', '/actuator', '/ca.crt'].map((path) => [path, process.env.YUANQING_URL ?? 'http://127.0.0.1:8080']),
    ),
  },
  define: { __VUE_OPTIONS_API__: 'false', __INTLIFY_JIT_COMPILATION__: 'true' },
})
