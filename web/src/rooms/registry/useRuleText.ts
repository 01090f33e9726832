import { useI18n } from 'vue-i18n'

interface Told {
  message: string
  rule?: string | null
  args?: string[]
}

/** What is wrong, in the user's language where the rule has a sentence; else as the server says it. */
export function useRuleText() {
  const { t, te } = useI18n()
  return (told: Told) => {
    const key = `registry.rule.${told.rule ?? ''}`
    return told.rule && te(key) ? t(`registry.rule.${told.rule}`, told.args ?? []) : told.message
  }
}
