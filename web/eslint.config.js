import boundaries from 'eslint-plugin-boundaries'
import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'

// What only the kit may import: pages use the kit's own components.
const KIT_ONLY = ['echarts', 'echarts/*', 'ol', 'ol/*']

export default typescript.config(
  { ignores: ['dist', 'node_modules', 'target', 'src/api/schema.d.ts', 'src/components.d.ts', 'api', 'budgets.mjs'] },
  ...typescript.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
  },
  {
    rules: {
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/kit/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: KIT_ONLY, message: 'Use the kit.' }] }] },
  },
  {
    files: ['src/**'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': [
        { type: 'room-face', pattern: 'src/rooms/*/index.ts', mode: 'file', capture: ['room'] },
        { type: 'room', pattern: 'src/rooms/*', capture: ['room'] },
        { type: 'app', pattern: 'src/app' },
        { type: 'ground', pattern: 'src/(kit|live|api|i18n|theme)' },
      ],
    },
    rules: {
      // A room sees its own files, the ground floor, and other rooms' faces; the ground floor sees no room.
      'boundaries/element-types': [
        'error',
        {
          default: 'allow',
          rules: [
            { from: ['ground'], disallow: ['room', 'room-face', 'app'] },
            { from: ['room'], disallow: [['room', { room: '!${from.room}' }]] },
          ],
        },
      ],
    },
  },
)
