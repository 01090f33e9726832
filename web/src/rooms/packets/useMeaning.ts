import { useI18n } from 'vue-i18n'
import { useFactors } from '@/rooms/registry'
import { digitsAsTime, factorAndSuffix, flagBits } from './meaning'
import { useCommands, type Part } from './queries'
import { visible } from './segments'

const TIMES = new Set(['qn', 'datatime', 'systemtime', 'begintime', 'endtime', 'restarttime', 'alarmtime', 'skcreatetime'])

/** Says in the user's language what a part of a frame means. */
export function useMeaning() {
  const { t, te, locale } = useI18n()
  const factors = useFactors()
  const commands = useCommands()
  const known = (key: string, fallback: string) => (te(key) ? t(key) : fallback)

  function label(part: Part): string {
    if (part.kind !== 'HEADER' && part.kind !== 'CP_NAME_VALUE') return t(`packets.part.${part.kind}`)
    if (part.name === '') return t('packets.part.UNKNOWN')
    const factor = part.kind === 'CP_NAME_VALUE' ? factorAndSuffix(part.name) : null
    return factor === null ? known(`packets.field.${part.name}`, part.name) : part.name
  }

  function meaning(part: Part): string {
    if (part.kind !== 'HEADER' && part.kind !== 'CP_NAME_VALUE') return known(`packets.partText.${part.kind}`, '')
    const name = part.name.toLowerCase()
    if (TIMES.has(name)) return digitsAsTime(part.value) ?? t('packets.noTime')
    const factor = part.kind === 'CP_NAME_VALUE' ? factorAndSuffix(part.name) : null
    if (factor !== null) return ofFactor(factor.code, factor.suffix, part.value)
    switch (name) {
      case 'st': return known(`packets.st.${part.value}`, t('packets.unknownCode'))
      case 'cn': return cnName(part.value)
      case 'flag': return flag(part.value)
      case 'rf': return part.value === '1' ? t('packets.backfilled') : ''
      case 'polid': return factors.find(part.value) === undefined ? '' : factors.name(part.value)
      case 'qnrtn': return known(`packets.qnRtn.${part.value}`, t('packets.unknownCode'))
      case 'exertn': return known(`packets.exeRtn.${part.value}`, t('packets.unknownCode'))
      case '': return t('packets.partText.UNKNOWN')
      default: return ''
    }
  }

  /** What loggers send under that number before what is sent to them: 2011 is realtime data before it is their start. */
  function cnName(cn: string): string {
    if (commands.data.value === undefined) return ''
    const rows = commands.data.value.filter((row) => row.cn === cn)
    const row = rows.find((one) => one.direction !== 'DOWN') ?? rows[0]
    if (row === undefined) return t('packets.unknownCode')
    return locale.value === 'en' ? row.nameEn : row.nameZh
  }

  function flag(text: string): string {
    const bits = flagBits(text)
    if (bits === null) return t('packets.flag.unreadable')
    return [
      bits.bits,
      bits.edition === null ? t('packets.flag.unknownEdition') : t('packets.flag.edition', { edition: bits.edition }),
      bits.split ? t('packets.flag.split') : t('packets.flag.whole'),
      bits.answer ? t('packets.flag.answer') : t('packets.flag.noAnswer'),
    ].join(' · ')
  }

  function ofFactor(code: string, suffix: string, value: string): string {
    const [name, what] = [visible(factors.name(code)), visible(known(`packets.suffix.${suffix}`, suffix))]
    if (suffix === 'Flag') return `${name} · ${what} · ${known(`flag.${value.trim().toUpperCase()}`, t('packets.unknownFlag'))}`
    if (suffix === 'RS') return `${name} · ${what} · ${known(`packets.running.${value.trim()}`, t('packets.unknownCode'))}`
    if (suffix === 'SampleTime') return `${name} · ${what} · ${digitsAsTime(value) ?? t('packets.noTime')}`
    const unit = MEASURED.test(suffix) ? unitOf(code, suffix) : ''
    return `${name} · ${what}${unit === '' ? '' : ` · ${unit}`}`
  }

  function unitOf(code: string, suffix: string): string {
    const unit = suffix === 'Cou' ? (factors.find(code)?.dischargeUnit ?? '') : factors.unit(code)
    return unit.replace('m3', 'm³')
  }

  return { label, meaning, cnName }
}

/** Suffixes whose value is in the factor's unit. */
const MEASURED = /^(?:(?:Zs)?(?:Rtd|Avg|Min|Max)|RawAvg|Cou|Data|DayData|NightData|Ala)$/
