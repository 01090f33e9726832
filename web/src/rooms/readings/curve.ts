import type { EChartsCoreOption } from 'echarts/core'
import { cityTime } from '@/kit/time'
import { token } from '@/kit/token'
import type { Kind, Reading } from './queries'
import { bands, line, stepOf, type Sample } from './series'

export interface CurveTexts {
  measured: string
  converted: string
  backfilled: string
  unit: string
  /** Name of the kind, written on the axis. */
  kind: string
  flag: (flag: string) => string
}

const THINNED_ABOVE = 2_000

/** The chart of one factor: measured and converted values, bands where a flag says that something is not normal. */
export function curve(kind: Kind, readings: readonly Reading[], span: { from: number; to: number }, texts: CurveTexts): EChartsCoreOption {
  const step = stepOf(kind, readings)
  const measured = line(readings, (one) => (kind === 'realtime' ? one.rtd : one.avg), step)
  const converted = line(readings, (one) => (kind === 'realtime' ? one.zsRtd : one.zsAvg), step)
  const hasConverted = converted.some(([, value]) => value !== null)
  const soft = token('text-soft')
  return {
    animation: false,
    grid: { left: 56, right: 20, top: 46, bottom: 44 },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, formatter: (hits: unknown) => tooltip(hits as Hit[], texts) },
    xAxis: {
      type: 'time',
      min: span.from,
      max: span.to,
      name: texts.kind,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: { color: soft },
      axisLabel: { color: soft, hideOverlap: true, formatter: (at: number) => axisTime(at, span.to - span.from) },
      axisLine: { lineStyle: { color: token('line') } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      scale: true,
      name: texts.unit,
      nameGap: 24, // above the names of the bands
      nameTextStyle: { color: soft, align: 'left' },
      axisLabel: { color: soft },
      splitLine: { lineStyle: { color: token('line-soft') } },
    },
    series: [
      {
        ...lineOf(texts.measured, measured, token('accent'), measured.length <= 100),
        markArea: { silent: true, label: { color: soft, fontSize: 11 }, data: bands(readings, step).map((band) => [
          { name: texts.flag(band.flag), xAxis: band.from, itemStyle: { color: token('state-abnormal'), opacity: 0.14 } },
          { xAxis: band.to },
        ]) },
      },
      ...(hasConverted ? [{ ...lineOf(texts.converted, converted, token('state-maintenance'), false), lineStyle: { width: 1.5, type: 'dashed' as const } }] : []),
      {
        type: 'scatter' as const,
        name: texts.backfilled,
        symbolSize: 6,
        itemStyle: { color: token('surface'), borderColor: token('accent'), borderWidth: 1.5 },
        data: measured.filter(([, value, reading]) => value !== null && reading?.backfilled).slice(-THINNED_ABOVE),
      },
    ],
  }
}

function lineOf(name: string, data: Sample[], color: string, symbols: boolean) {
  return {
    type: 'line' as const,
    name,
    data,
    color,
    connectNulls: false,
    showSymbol: symbols,
    symbolSize: 4,
    lineStyle: { width: 1.5 },
    ...(data.length > THINNED_ABOVE ? { sampling: 'lttb' as const } : {}),
  }
}

interface Hit {
  seriesName: string
  seriesType: string
  value: Sample
}

function tooltip(hits: Hit[], texts: CurveTexts): string {
  const first = hits.find((hit) => hit.value[2] !== null)
  if (first === undefined) return ''
  const reading = first.value[2]
  const lines = [cityTime(first.value[0])]
  for (const hit of hits) {
    if (hit.seriesType === 'line') lines.push(`${hit.seriesName}  ${hit.value[1] ?? '—'} ${texts.unit}`)
  }
  if (reading?.flag && reading.flag !== 'N') lines.push(texts.flag(reading.flag))
  if (reading?.backfilled) lines.push(texts.backfilled)
  return lines.join('\n')
}

function axisTime(at: number, length: number): string {
  const text = cityTime(at)
  if (length <= 2 * 86_400_000) return text.slice(11, 16) === '00:00' ? text.slice(5, 10) : text.slice(11, 16)
  return text.slice(5, 10)
}
