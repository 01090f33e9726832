import { useI18n } from 'vue-i18n'
import type { FrameProblem } from './queries'

/** A problem in the user's words; the server's own for a code that this version does not know, and for its cause. */
export function useProblemText() {
  const { t, te, locale } = useI18n()
  const chinese = () => locale.value.startsWith('zh')

  return (problem: FrameProblem, which: 'what' | 'message' | 'cause' | 'do'): string => {
    const message = chinese() ? problem.messageZh : problem.message
    if (which === 'message') return message
    if (which === 'cause') return (chinese() ? problem.causeZh : problem.cause) ?? ''
    const key = `packets.problem.${problem.code}.${which}`
    return te(key) ? t(key) : which === 'what' ? message : ''
  }
}
