import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'

// Who may import what. A room is entered by its index.ts only; the ground floor knows no room.
const LIBRARIES = { group: ['echarts', 'echarts/*', 'ol', 'ol/*'], message: 'Use the kit.', allowTypeImports: true }
const INNER_ROOMS = { group: ['@/rooms/*/*'], message: "Import another room by its index.ts only." }
const UPPER_FLOORS = { group: ['@/rooms', '@/rooms/**', '@/app/**'], message: 'The ground floor knows neither rooms nor the shell.' }

const restrict = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] })

export default typescript.config(
  { ignores: ['dist', 'node_modules', 'target', 'src/api/schema.d.ts', 'api', 'maps', 'budgets.mjs'] },
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
  { files: ['src/app/**', 'src/rooms/**'], rules: restrict(LIBRARIES, INNER_ROOMS) },
  { files: ['src/api/**', 'src/live/**', 'src/i18n/**', 'src/theme/**'], rules: restrict(LIBRARIES, UPPER_FLOORS) },
  { files: ['src/kit/**'], rules: restrict(UPPER_FLOORS) },
)
