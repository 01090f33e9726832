import { createI18n } from 'vue-i18n'

type Texts = { [key: string]: string | Texts }

/** One file per room and language; the shell's own lie beside this file. */
const files = import.meta.glob<Texts>(['./*.json', '../rooms/*/*.json'], { eager: true, import: 'default' })

export type Language = 'zh-CN' | 'en'
const STORED = 'yuanqing.language'

function texts(language: Language): Texts {
  const all: Texts = {}
  for (const [path, part] of Object.entries(files)) {
    if (path.endsWith(`/${language}.json`)) Object.assign(all, part)
  }
  return all
}

function chosen(): Language {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-CN'
}

export const i18n = createI18n({
  legacy: false,
  locale: chosen(),
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': texts('zh-CN'), en: texts('en') },
})

document.documentElement.lang = i18n.global.locale.value

export function speak(language: Language): void {
  i18n.global.locale.value = language
  localStorage.setItem(STORED, language)
  document.documentElement.lang = language
}
