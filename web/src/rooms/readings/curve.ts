import type { EChartsCoreOption } from 'echarts/core'
import { cityTime } from '@/kit/time'
import { token } from '@/kit/token'
import type { Kind, Reading } from './queries'
import { bands, line, stepOf, type Sample } from './series'
import type { Span } from './span'

/** A factor's line, with what may not be passed. */
export interface FactorLine {
  name: string
  unit: string
  readings: readonly Reading[]
  limits: readonly { value: number; text: string }[]
}

/** The first factor's readings of another time, moved to this one. */
export interface Compared {
  name: string
  readings: readonly Reading[]
  /** ms by which they are older. */
  shift: number
}

export interface CurveTexts {
  converted: string
  backfilled: string
  /** Name of the kind, written on the axis. */
  kind: string
  flag: (flag: string) => string
}

const THINNED_ABOVE = 2_000
/** A limit further above the values would press them flat; the legend says it then. */
const LIMIT_WITHIN = 4
export const COLOURS = ['accent', 'curve-2', 'curve-3', 'curve-4'] as const
export const DASHES = ['solid', [8, 3], [3, 3], [10, 3, 2, 3]] as const

/** Lines of some factors, each against its own unit's axis; bands where a flag says that something is not normal. */
export function curve(kind: Kind, lines: readonly FactorLine[], span: Span, texts: CurveTexts, compared: Compared | null): EChartsCoreOption {
  const units = [...new Set(lines.map((one) => one.unit))]
  const soft = token('text-soft')
  return {
    animation: false,
    grid: { left: 56, right: 20 + Math.max(0, units.length - 1) * 52, top: 46, bottom: 44 },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, formatter: (hits: unknown) => tooltip(hits as Hit[], texts) },
    dataZoom: [{ type: 'inside', start: 0, end: 100, filterMode: 'none', zoomOnMouseWheel: 'ctrl', moveOnMouseMove: false, moveOnMouseWheel: false }],
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
    yAxis: units.map((unit, at) => ({
      type: 'value',
      scale: true,
      position: at === 0 ? 'left' : 'right',
      offset: at < 2 ? 0 : (at - 1) * 52,
      max: reach(lines.filter((one) => one.unit === unit)),
      name: unit,
      nameGap: 24, // above the names of the bands
      nameTextStyle: { color: soft, align: at === 0 ? 'left' : 'right' },
      axisLabel: { color: soft },
      splitLine: { show: at === 0, lineStyle: { color: token('line-soft') } },
    })),
    series: [
      ...lines.flatMap((one, at) => seriesOf(kind, one, at, units.indexOf(one.unit), texts)),
      ...(compared === null ? [] : [comparedLine(kind, compared, lines[0]?.unit ?? '')]),
    ],
  }
}

function seriesOf(kind: Kind, one: FactorLine, at: number, axis: number, texts: CurveTexts): object[] {
  const step = stepOf(kind, one.readings)
  const samples = line(one.readings, (reading) => (kind === 'realtime' ? reading.rtd : reading.avg), step)
  const converted = at > 0 ? [] : line(one.readings, (reading) => (kind === 'realtime' ? reading.zsRtd : reading.zsAvg), step)
  const soft = token('text-soft')
  const colour = token(COLOURS[at] ?? 'accent')
  const all: object[] = [{
    ...lineOf(one, one.name, samples, colour, samples.length <= 100),
    yAxisIndex: axis,
    lineStyle: { width: 1.5, type: DASHES[at] },
    markArea: { silent: true, label: { color: soft, fontSize: 11 }, data: bands(one.readings, step).map((band) => [
      { name: texts.flag(band.flag), xAxis: band.from, itemStyle: { color: token('state-abnormal'), opacity: 0.14 } },
      { xAxis: band.to },
    ]) },
    markLine: { silent: true, symbol: 'none', lineStyle: { color: token('danger'), type: [6, 4], width: 1 }, label: { position: 'insideStartTop', color: token('danger'), fontSize: 11, formatter: '{b}' }, data: within(one).map((limit) => ({ yAxis: limit.value, name: limit.text })) },
  }]
  if (converted.some(([, value]) => value !== null)) {
    all.push({ ...lineOf(one, texts.converted, converted, token('state-maintenance'), false), yAxisIndex: axis, lineStyle: { width: 1.5, type: 'dashed' } })
  }
  all.push({
    type: 'scatter',
    name: texts.backfilled,
    yAxisIndex: axis,
    symbolSize: 6,
    itemStyle: { color: token('surface'), borderColor: colour, borderWidth: 1.5 },
    data: samples.filter(([, value, reading]) => value !== null && reading?.backfilled).slice(-THINNED_ABOVE),
  })
  return all
}

function comparedLine(kind: Kind, compared: Compared, unit: string): object {
  const samples = line(compared.readings, (reading) => (kind === 'realtime' ? reading.rtd : reading.avg), stepOf(kind, compared.readings))
    .map(([at, value, reading]): Sample => [at + compared.shift, value, reading])
  return { ...lineOf({ unit }, compared.name, samples, token('text-faint'), false), yAxisIndex: 0, lineStyle: { width: 1, type: [2, 2] } }
}

function lineOf(of: { unit: string }, name: string, data: Sample[], color: string, symbols: boolean) {
  return {
    type: 'line' as const,
    id: `${name} ${of.unit}`, // names the unit for the tooltip as well
    name,
    data,
    color,
    connectNulls: false,
    showSymbol: symbols,
    symbolSize: 4,
    ...(data.length > THINNED_ABOVE ? { sampling: 'lttb' as const } : {}),
  }
}

function highest(one: FactorLine): number {
  return one.readings.reduce((most, reading) => Math.max(most, reading.rtd ?? 0, reading.avg ?? 0, reading.zsRtd ?? 0, reading.zsAvg ?? 0), 0)
}

function within(one: FactorLine): FactorLine['limits'] {
  const top = highest(one)
  return one.limits.filter((limit) => limit.value <= top * LIMIT_WITHIN)
}

/** An axis reaches as far as the limits that are drawn against it. */
function reach(lines: readonly FactorLine[]): (extent: { max: number }) => number | null {
  const most = Math.max(...lines.flatMap((one) => within(one).map((limit) => limit.value)), -Infinity)
  return ({ max }) => (most > max ? Number((most * 1.1).toPrecision(2)) : null)
}

interface Hit {
  seriesId: string
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
    if (hit.seriesType === 'line') lines.push(`${hit.seriesName}  ${hit.value[1] ?? '—'} ${hit.seriesId.slice(hit.seriesName.length + 1)}`)
  }
  if (reading?.flag && reading.flag !== 'N') lines.push(texts.flag(reading.flag))
  if (reading?.backfilled) lines.push(texts.backfilled)
  return lines.join('\n')
}

function axisTime(at: number, length: number): string {
  const text = cityTime(at)
  if (length <= 600_000) return text.slice(11)
  if (length <= 2 * 86_400_000) return text.slice(11, 16) === '00:00' ? text.slice(5, 10) : text.slice(11, 16)
  return length > 400 * 86_400_000 ? text.slice(0, 7) : text.slice(5, 10)
}
