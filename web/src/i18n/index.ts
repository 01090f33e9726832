import { createI18n } from 'vue-i18n'
import type { Texts } from './texts'

export type Language = 'zh-CN' | 'en'
type Part = () => Promise<{ default: Texts }>
const STORED = 'yuanqing.language'

/**
 * One file per room and language; the shell's own lie beside this file. Only the language in use is fetched: what is needed
 * at the door first, the rooms' when one goes in.
 */
const languages: Record<Language, { door: Part; rooms: Part }> = {
  'zh-CN': { door: () => import('./zh-CN.door'), rooms: () => import('./zh-CN.rooms') },
  en: { door: () => import('./en.door'), rooms: () => import('./en.rooms') },
}
let within = false

export const i18n = createI18n({ legacy: false, locale: 'zh-CN' as Language, messages: {} as Record<Language, Texts> })

/** The language that was chosen last in this browser; Chinese at first. To be waited for before anything is shown. */
export function speakAsBefore(): Promise<void> {
  return speak(localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-CN')
}

export async function speak(language: Language): Promise<void> {
  const { door, rooms } = languages[language]
  const parts = await Promise.all(within ? [door(), rooms()] : [door()])
  for (const part of parts) i18n.global.mergeLocaleMessage(language, part.default)
  i18n.global.locale.value = language
  localStorage.setItem(STORED, language)
  document.documentElement.lang = language
}

/** The rooms' texts; to be waited for before a page within is shown. */
export async function fetchRoomTexts(): Promise<void> {
  if (within) return
  const language = i18n.global.locale.value
  i18n.global.mergeLocaleMessage(language, (await languages[language].rooms()).default)
  within = true
}
