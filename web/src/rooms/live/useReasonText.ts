import { useI18n } from 'vue-i18n'
import type { StateReason } from '@/live/messages'
import { useFactors } from '@/rooms/registry'
import { partsOf } from './overview'

/** Why a point is in its state, in a few words: factor, value, limit; or the flag; or silence. */
export function useReasonText(): (reason: StateReason | null | undefined) => string {
  const { t, te } = useI18n()
  const factors = useFactors()
  return (reason) => {
    if (reason === null || reason === undefined) return ''
    const { code, factor, flag, value, limit, multiple } = partsOf(reason)
    const name = factor === null ? '' : factors.short(factor)
    if (code === 'OVER_LIMIT' && limit !== null) {
      return `${name} ${value ?? ''}/${limit}${multiple === null ? '' : ` ${t('live.reason.multiple', { multiple })}`}`
    }
    if (code === 'FLAG') {
      const said = flag === null ? '' : te(`flag.${flag}`) ? t(`flag.${flag}`) : flag
      return `${name} ${said}`.trim()
    }
    return [name, t(`live.reason.${code}`)].filter((part) => part !== '').join(' ')
  }
}
