import { describe, expect, it } from 'vitest'
import { answer, items, tone } from './answers'
import { choices, defaults, fieldNamed, fieldsOf, parametersOf, ruleBroken, type Catalogued } from './commands'
import type { LoggerCommand } from './queries'

const row = (command: string, group: Catalogued['group'], editions = ['2005', '2017', '2025']): Catalogued => ({ command, cn: '0000', editions, nameZh: '', nameEn: '', group })
const CATALOGUE = [
  row('GET_CLOCK', 'READ'), row('SET_CLOCK', 'SET'), row('SET_KEY', null, ['2025']), row('SET_WARN_TIME', 'SET', ['2005']), row('HOUR_HISTORY', 'HISTORY'),
  row('HOUR_DATA', null), row('STOP_REALTIME', 'SET'), row('CALIBRATE', 'CONTROL'),
]
const chosen = (edition: string, mayControl: boolean) => choices(CATALOGUE, edition, mayControl).map(({ group, commands }) => `${group}: ${commands.map((one) => one.command).join(' ')}`)

describe('commands that can be asked for', () => {
  it('are those that open a dialogue downwards and that the edition has', () => {
    expect(chosen('2017', true)).toEqual(['READ: GET_CLOCK', 'HISTORY: HOUR_HISTORY', 'SET: SET_CLOCK STOP_REALTIME', 'CONTROL: CALIBRATE'])
    expect(chosen('2005', true)[2]).toBe('SET: SET_CLOCK SET_WARN_TIME STOP_REALTIME')
  })

  it('hold control commands for those only who may ask for them', () => {
    expect(chosen('2017', false)).toHaveLength(3)
    expect(chosen('2017', false).join()).not.toContain('CALIBRATE')
  })
})

describe('parameters', () => {
  it('leave out what is empty', () => {
    expect(parametersOf('SET_CLOCK', '2017', { PolId: '', SystemTime: ' ' })).toEqual({})
    expect(parametersOf('SET_TIMEOUT', '2017', { OverTime: '10', ReCount: '3', RtdInterval: '60' })).toEqual({ OverTime: '10', ReCount: '3' })
  })

  it('are written as the standard wants them', () => {
    expect(parametersOf('DAY_HISTORY', '2017', { BeginTime: '2026-11-23', EndTime: '2026-11-24' })).toEqual({ BeginTime: '2026-11-23T00:00', EndTime: '2026-11-24T00:00' })
    expect(parametersOf('SET_SAMPLING_HOURS', '2005', { PolId: '011', CTime: '0, 8，16' })).toEqual({ PolId: '011', CTime: ['0', '8', '16'] })
    expect(parametersOf('SET_SAMPLING_PERIOD', '2017', { PolId: 'w01018', CstartTime: '08:00', Ctime: '2' }).CstartTime).toBe('08:00:00')
    expect(parametersOf('SET_REPORT_TIME', '2005', { ReportTime: '08:00' })).toEqual({ ReportTime: '08:00' })
    expect(parametersOf('SET_ALARM_LIMITS', '2005', { PolId: '011', LowValue: '1', UpValue: '100' })).toEqual({ '011-LowValue': '1', '011-UpValue': '100' })
    expect(parametersOf('SET_SITE_PARAMETER', '2017', { InfoId: 'i13004', Info: '5' })).toEqual({ InfoId: 'i13004', 'i13004-Info': '5' })
  })

  it('of a new password have the name of the edition', () => {
    expect(parametersOf('SET_PASSWORD', '2005', { NewPW: '654321' })).toEqual({ PW: '654321' })
    expect(parametersOf('SET_PASSWORD', '2017', { NewPW: '654321' })).toEqual({ NewPW: '654321' })
  })

  it('ask for the kind of calibration in the edition that knows it', () => {
    expect(fieldsOf('CALIBRATE', '2017').map((one) => one.name)).toEqual(['PolId'])
    expect(fieldsOf('CALIBRATE', '2025').map((one) => one.name)).toEqual(['PolId', 'CalibrationType'])
  })
})

describe('a range of history', () => {
  const city = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
  const now = Date.parse('2026-11-24T06:13:12Z') // 14:13 in the city

  it('begins with whole periods that have ended', () => {
    expect(defaults('HOUR_HISTORY', '2017', now, city)).toEqual({ BeginTime: '2026-11-24T07:00', EndTime: '2026-11-24T13:00' })
    expect(defaults('MINUTE_HISTORY', '2017', now, city)).toEqual({ BeginTime: '2026-11-24T13:00', EndTime: '2026-11-24T14:00' })
    expect(defaults('DAY_HISTORY', '2017', now, city)).toEqual({ BeginTime: '2026-11-23', EndTime: '2026-11-23' })
    expect(defaults('GET_SITE_LOG', '2017', now, city)).toEqual({ InfoId: 'i11001', BeginTime: '2026-11-24T13:13:12', EndTime: '2026-11-24T14:13:12' })
    expect(defaults('GET_CLOCK', '2017', now, city)).toEqual({})
  })
})

describe('what the server says of a field', () => {
  it('is shown at the field that it names first, in whatever spelling the field has', () => {
    const span = fieldsOf('HOUR_HISTORY', '2017')
    expect(fieldNamed('EndTime 2026-11-24T07:00 lies before BeginTime 2026-11-24T08:00', span)).toBe('EndTime')
    expect(fieldNamed("-UpValue='x' breaks the rule N14.2", fieldsOf('SET_ALARM_LIMITS', '2005'))).toBe('UpValue')
    expect(fieldNamed('PolId is missing', span)).toBeNull()
    expect(fieldNamed('CTime is missing', fieldsOf('SET_SAMPLING_PERIOD', '2017'))).toBeNull()
  })

  it('is taken apart where it tells a rule of the standard', () => {
    expect(ruleBroken("RtdInterval='5' breaks the rule N4 30-3600 s of the edition 2017")).toEqual({ value: '5', rule: 'N4 30-3600 s', edition: '2017' })
    expect(ruleBroken('PolId is missing')).toBeNull()
  })
})

describe('what became of a command', () => {
  const command = (more: Partial<LoggerCommand>) => ({ command: 'GET_CLOCK', state: 'DONE', endedAt: 'x', steps: [{ kind: 'SENT', detail: '' }, { kind: 'DATA', detail: 'PolId=w01018;SystemTime=20261125080000' }], ...more }) as LoggerCommand

  it('is its answer, item by item; of history the packets lie in the log', () => {
    expect(answer(command({}))).toEqual([{ name: 'PolId', value: 'w01018' }, { name: 'SystemTime', value: '20261125080000' }])
    expect(answer(command({ command: 'HOUR_HISTORY' }))).toEqual([])
    expect(items('a21026-LowValue=1,a21026-UpValue=2;;=3;x').map((one) => one.name)).toEqual(['a21026-LowValue', 'a21026-UpValue'])
  })

  it('is told apart as good, bad, waiting and running', () => {
    expect(tone(command({}))).toBe('good')
    expect(tone(command({ state: 'TIMED_OUT' }))).toBe('bad')
    expect(tone(command({ state: 'SENT', endedAt: null }))).toBe('running')
    expect(tone(command({ state: 'AWAITS_CONFIRMATION', endedAt: null }))).toBe('waiting')
    expect(tone(command({ state: 'WITHDRAWN' }))).toBe('waiting')
  })
})
