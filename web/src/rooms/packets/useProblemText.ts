import { useI18n } from 'vue-i18n'
import type { FrameProblem } from './queries'

/** A problem in the user's words; the server's own for a code that this version does not know. */
export function useProblemText() {
  const { t, te } = useI18n()
  return (problem: FrameProblem, which: 'what' | 'do') => {
    const key = `packets.problem.${problem.code}.${which}`
    return te(key) ? t(key) : which === 'what' ? problem.message : ''
  }
}
