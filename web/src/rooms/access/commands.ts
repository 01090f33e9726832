import type { CommandGroup } from '@/rooms/packets'

/**
 * What the centre can be asked to send, and the fields of its form. Ranges are the server's matter: it says what is wrong
 * with a value, and the form shows it at the field.
 */

/** A row of the catalogue of commands. */
export interface Catalogued {
  command: string
  cn: string
  editions: string[]
  nameZh: string
  nameEn: string
  /** What it does to the logger, as the server groups what it can be asked to send; null: it cannot be asked for this. */
  group: CommandGroup | null
}

const GROUPS: readonly CommandGroup[] = ['READ', 'HISTORY', 'SET', 'CONTROL']

/** What can be sent to a logger of that edition, in groups; without the control commands for who may not ask for them. */
export function choices(catalogue: readonly Catalogued[], edition: string, mayControl: boolean): { group: CommandGroup; commands: Catalogued[] }[] {
  return GROUPS.filter((group) => mayControl || group !== 'CONTROL')
    .map((group) => ({ group, commands: catalogue.filter((one) => one.group === group && one.editions.includes(edition)) }))
    .filter(({ commands }) => commands.length > 0)
}

export type FieldKind = 'factor' | 'text' | 'secret' | 'number' | 'choice' | 'hours' | 'day' | 'moment' | 'timeOfDay'

export interface FormField {
  /** As the standard spells it; where it follows a code, the part behind the dash. */
  name: string
  kind: FieldKind
  required: boolean
  choices?: readonly string[]
  /** Seconds between the moments that can be chosen. */
  step?: number
}

const field = (name: string, kind: FieldKind, more: Partial<FormField> = {}): FormField => ({ name, kind, required: true, ...more })
const FACTOR = field('PolId', 'factor')
const FACTOR_OR_LOGGER = field('PolId', 'factor', { required: false })
const INFO = field('InfoId', 'text')
const span = (kind: FieldKind, step?: number) => ['BeginTime', 'EndTime'].map((name) => field(name, kind, step === undefined ? {} : { step }))
const MINUTES = ['1', '2', '3', '4', '5', '6', '10', '12', '15', '20', '30']

const FIELDS: Record<string, readonly FormField[]> = {
  SET_TIMEOUT: [field('OverTime', 'number'), field('ReCount', 'number')],
  SET_WARN_TIME: [field('WarnTime', 'number')],
  SET_NETWORK_CODE: [field('NetworkCode', 'text')],
  GET_CLOCK: [FACTOR_OR_LOGGER],
  SET_CLOCK: [FACTOR_OR_LOGGER, field('SystemTime', 'moment', { required: false, step: 1 })],
  GET_ALARM_LIMITS: [FACTOR],
  SET_ALARM_LIMITS: [FACTOR, field('LowValue', 'number'), field('UpValue', 'number')],
  SET_CENTRE_ADDRESS: [field('AlarmTarget', 'text')],
  SET_REPORT_TIME: [field('ReportTime', 'timeOfDay')],
  SET_REALTIME_INTERVAL: [field('RtdInterval', 'number')],
  SET_MINUTE_INTERVAL: [field('MinInterval', 'choice', { choices: MINUTES })],
  SET_PASSWORD: [field('NewPW', 'secret')],
  ELECTRICITY_HISTORY: span('moment', 1),
  PERIODIC_RAW_HISTORY: span('moment', 1),
  DAY_HISTORY: span('day'),
  RUN_TIME_HISTORY: span('day'),
  MINUTE_HISTORY: span('moment', 60),
  HOUR_HISTORY: span('moment', 3600),
  STANDARD_CHECK_HISTORY: span('moment', 1),
  ALARM_HISTORY: span('moment', 1),
  CALIBRATE: [FACTOR],
  SAMPLE_NOW: [FACTOR],
  CLEAN: [FACTOR],
  SET_SAMPLING_HOURS: [FACTOR, field('CTime', 'hours')],
  COMPARISON_SAMPLING: [FACTOR],
  SET_SAMPLING_PERIOD: [FACTOR, field('CstartTime', 'timeOfDay', { step: 1 }), field('Ctime', 'number')],
  GET_SAMPLING_PERIOD: [FACTOR],
  GET_SAMPLE_OUTPUT_TIME: [FACTOR],
  GET_INSTRUMENT_ID: [FACTOR],
  GET_SITE_LOG: [FACTOR_OR_LOGGER, INFO, ...span('moment', 1)],
  GET_SITE_INFO: [FACTOR_OR_LOGGER, INFO],
  SET_SITE_PARAMETER: [FACTOR_OR_LOGGER, INFO, field('Info', 'text')],
  RETAIN_SAMPLE_NOW: [FACTOR],
  START_STANDARD_CHECK: [FACTOR],
}
/** Edition 2025 says which of the two is meant. */
const CALIBRATION_TYPE = field('CalibrationType', 'choice', { choices: ['0', '1'] })

export function fieldsOf(command: string, edition: string): readonly FormField[] {
  const fields = FIELDS[command] ?? []
  return command === 'CALIBRATE' && edition === '2025' ? [...fields, CALIBRATION_TYPE] : fields
}

export type Values = Record<string, string>

const HOUR_MS = 3_600_000
/** Of a range of history: its whole units, and how far it reaches back. */
const RANGES: Record<string, [unitMs: number, backMs: number]> = {
  MINUTE_HISTORY: [600_000, HOUR_MS],
  HOUR_HISTORY: [HOUR_MS, 6 * HOUR_MS],
}

/**
 * What a form begins with: the newest stretch that a logger can have.
 *
 * @param city writes a moment as 2026-11-24 14:03:12 in the city's time
 */
export function defaults(command: string, edition: string, now: number, city: (at: number) => string): Values {
  const values: Values = {}
  if (command === 'GET_SITE_LOG') values.InfoId = 'i11001'
  const [unit, back] = RANGES[command] ?? [1_000, HOUR_MS]
  const end = Math.floor((now - (RANGES[command] ? unit : 0)) / unit) * unit
  for (const one of fieldsOf(command, edition)) {
    if (one.name !== 'BeginTime' && one.name !== 'EndTime') continue
    if (one.kind === 'day') values[one.name] = city(now - 24 * HOUR_MS).slice(0, 10)
    else values[one.name] = city(one.name === 'EndTime' ? end : end - back).replace(' ', 'T').slice(0, one.step === 1 ? 19 : 16)
  }
  return values
}

function written(one: FormField, text: string): string | string[] {
  switch (one.kind) {
    case 'hours':
      return text.split(/[\s,，、]+/).filter((part) => part !== '')
    case 'day':
      return `${text}T00:00`
    case 'timeOfDay': // browsers leave out seconds that are zero
      return one.step === 1 && text.length === 5 ? `${text}:00` : text
    default:
      return text
  }
}

/** The parameters as the server wants them; what was left empty is left out. */
export function parametersOf(command: string, edition: string, values: Values): Record<string, string | string[]> {
  const all: Record<string, string | string[]> = {}
  for (const one of fieldsOf(command, edition)) {
    const text = (values[one.name] ?? '').trim()
    if (text !== '') all[wireName(one.name, edition, values)] = written(one, text)
  }
  if (command === 'SET_ALARM_LIMITS') delete all.PolId
  return all
}

function wireName(name: string, edition: string, values: Values): string {
  switch (name) {
    case 'LowValue':
    case 'UpValue':
      return `${values.PolId ?? ''}-${name}`
    case 'Info':
      return `${values.InfoId ?? ''}-Info`
    case 'NetworkCode':
      return 'i23005-Info'
    case 'NewPW':
      return edition === '2005' ? 'PW' : name
    default:
      return name
  }
}

/** The field that a message of the server is about: the one that it names first. */
export function fieldNamed(message: string, fields: readonly FormField[]): string | null {
  const places = fields
    .map(({ name }) => ({ name, at: message.search(new RegExp(`(?<![A-Za-z])${name}(?![A-Za-z])`)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
  return places[0]?.name ?? null
}

/** "RtdInterval='5' breaks the rule N4 30-3600 s of the edition 2017", taken apart; null for another message. */
export function ruleBroken(message: string): { value: string; rule: string; edition: string } | null {
  const found = /='(.*)' breaks the rule (.+) of the edition (\d{4})/.exec(message)
  return found === null ? null : { value: found[1] ?? '', rule: found[2] ?? '', edition: found[3] ?? '' }
}
