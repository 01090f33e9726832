import { useI18n } from 'vue-i18n'
import type { Frame } from './queries'
import { useProblemText } from './useProblemText'

export interface VerdictText {
  text: string
  as: 'good' | 'remarks' | 'bad'
}

/** In one sentence: intact, taken with remarks, or what keeps the frame from being data. */
export function useVerdict() {
  const { t, te } = useI18n()
  const problemText = useProblemText()

  return (frame: Pick<Frame, 'ok' | 'problems'>, reason?: string): VerdictText => {
    const first = frame.problems.find((problem) => problem.error)
    if (!frame.ok && first !== undefined) return { text: t('packets.frame.notOk', { what: problemText(first, 'what') }), as: 'bad' }
    if (reason !== undefined || !frame.ok) {
      const key = `packets.reasonText.${reason ?? 'UNREADABLE'}`
      return { text: te(key) ? t(key) : (reason ?? ''), as: 'bad' }
    }
    return frame.problems.length === 0
      ? { text: t('packets.frame.ok'), as: 'good' }
      : { text: t('packets.frame.remarks', { count: frame.problems.length }), as: 'remarks' }
  }
}
