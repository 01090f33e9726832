import { useI18n } from 'vue-i18n'
import { useFactors } from '@/rooms/registry'
import { digitsAsTime, factorAndSuffix, flagBits } from './meaning'
import type { Part } from './queries'

const TIMES = new Set(['qn', 'datatime', 'systemtime', 'begintime', 'endtime', 'restarttime'])

/** Says in the user's language what a part of a frame means. */
export function useMeaning() {
  const { t, te } = useI18n()
  const factors = useFactors()
  const known = (key: string, fallback: string) => (te(key) ? t(key) : fallback)

  function label(part: Part): string {
    if (part.kind !== 'HEADER' && part.kind !== 'CP_NAME_VALUE') return t(`packets.part.${part.kind}`)
    const factor = part.kind === 'CP_NAME_VALUE' ? factorAndSuffix(part.name) : null
    return factor === null ? known(`packets.field.${part.name}`, part.name) : part.name
  }

  function meaning(part: Part): string {
    const name = part.name.toLowerCase()
    if (part.kind === 'HEADER' || part.kind === 'CP_NAME_VALUE') {
      if (TIMES.has(name)) return digitsAsTime(part.value) ?? ''
      if (name === 'st') return known(`packets.st.${part.value}`, t('packets.unknownCode'))
      if (name === 'cn') return known(`packets.cn.${part.value}`, t('packets.unknownCode'))
      if (name === 'flag') return flag(part.value)
      const factor = factorAndSuffix(part.name)
      if (part.kind === 'CP_NAME_VALUE' && factor !== null) return ofFactor(factor.code, factor.suffix, part.value)
    }
    return known(`packets.partText.${part.kind}`, '')
  }

  function flag(text: string): string {
    const bits = flagBits(text)
    if (bits === null) return ''
    return [
      t('packets.flag.edition', { edition: bits.edition }),
      bits.split ? t('packets.flag.split') : t('packets.flag.whole'),
      bits.answer ? t('packets.flag.answer') : t('packets.flag.noAnswer'),
    ].join(' · ')
  }

  function ofFactor(code: string, suffix: string, value: string): string {
    const what = known(`packets.suffix.${suffix}`, suffix)
    if (suffix === 'Flag') return `${factors.name(code)} · ${what} · ${known(`flag.${value.trim().toUpperCase()}`, value)}`
    const factor = factors.find(code)
    const unit = suffix === 'Cou' ? (factor?.dischargeUnit ?? '') : factors.unit(code)
    return `${factors.name(code)} · ${what}${unit === '' ? '' : ` · ${unit.replace('m3', 'm³')}`}`
  }

  return { label, meaning, cnName: (cn: string) => known(`packets.cn.${cn}`, cn) }
}
