import type { LoggerCommand, Step } from './queries'

/** Name and value of each item of a CP. */
export function items(cp: string): { name: string; value: string }[] {
  return cp
    .split(/[;,]/)
    .map((item) => ({ item, at: item.indexOf('=') }))
    .filter(({ at }) => at > 0)
    .map(({ item, at }) => ({ name: item.slice(0, at).trim(), value: item.slice(at + 1).trim() }))
}

/** It brings packets of data into the log, and no answer that one reads here. */
export const bringsHistory = ({ command }: LoggerCommand) => command.endsWith('_HISTORY') || command === 'GET_SITE_LOG'

/** What a logger answered to a question, item by item. */
export function answer(command: LoggerCommand): { name: string; value: string }[] {
  if (bringsHistory(command)) return []
  return command.steps.filter((step: Step) => step.kind === 'DATA').flatMap((step) => items(step.detail ?? ''))
}

export type Tone = 'good' | 'bad' | 'waiting' | 'running'

const GOOD = new Set(['DONE', 'NO_DATA'])

export function tone(command: Pick<LoggerCommand, 'state' | 'endedAt'>): Tone {
  if (command.state === 'AWAITS_CONFIRMATION') return 'waiting'
  if (!command.endedAt) return 'running'
  if (command.state === 'WITHDRAWN') return 'waiting'
  return GOOD.has(command.state) ? 'good' : 'bad'
}
