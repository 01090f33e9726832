import { cityDay } from '@/kit/time'

export const PERIODS = ['HOUR', 'DAY', 'MONTH', 'QUARTER', 'YEAR'] as const
export type Period = (typeof PERIODS)[number]
export const GROUPS = ['POINT', 'ENTERPRISE', 'ALL'] as const
export type Group = (typeof GROUPS)[number]

const DAY = 86_400_000

/** One of a list, or its first when an address names something else. */
export function oneOf<T extends string>(all: readonly T[], wanted: string, otherwise: T): T {
  return all.find((one) => one === wanted) ?? otherwise
}

/** First and last day (both belong to it) that a table shows when nobody has chosen. */
export function usualDays(period: Period, now: number): [first: string, last: string] {
  const today = cityDay(now)
  const year = Number(today.slice(0, 4))
  switch (period) {
    case 'HOUR': return [today, today]
    case 'DAY': return [`${today.slice(0, 7)}-01`, today]
    case 'MONTH': case 'QUARTER': return [`${year}-01-01`, today]
    case 'YEAR': return [`${year - 2}-01-01`, today]
  }
}

export const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** The end of a span is exclusive for the server. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10)
}

/** What a row covers, by its start in city time: an hour has two ends. */
export function periodText(period: Period, from: string): string {
  const [day, hour, month] = [from.slice(0, 10), Number(from.slice(11, 13)), Number(from.slice(5, 7))]
  switch (period) {
    case 'HOUR': return `${day} ${two(hour)}–${two(hour + 1)}`
    case 'DAY': return day
    case 'MONTH': return day.slice(0, 7)
    case 'QUARTER': return `${day.slice(0, 4)} Q${Math.ceil(month / 3)}`
    case 'YEAR': return day.slice(0, 4)
  }
}

const two = (value: number) => String(value).padStart(2, '0')

export interface TableColumn {
  factor: string
  unit?: string | null
  amountUnit?: string | null
  converted: boolean
}

export type Figure = 'avg' | 'zsAvg' | 'min' | 'max' | 'amount' | 'flag' | 'validHours'

/** Which figures of a factor have a column: an hour of a point has a flag where longer periods have a count of hours. */
export function figures(column: TableColumn, singleHours: boolean): Figure[] {
  return [
    'avg',
    ...(column.converted ? (['zsAvg'] as const) : []),
    'min',
    'max',
    ...(column.amountUnit ? (['amount'] as const) : []),
    singleHours ? 'flag' : 'validHours',
  ]
}
