import { describe, expect, it } from 'vitest'
import { checks, crc } from './checks'
import type { Part, PartKind } from './queries'

const bytes = (text: string) => new TextEncoder().encode(text)

// The example of HJ 212-2017 appendix A, in the parts that the server cuts.
const SEGMENT = 'QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&'

function frame(length: string, written: string, tail = '\r\n'): { bytes: Uint8Array; parts: Part[] } {
  const parts: Part[] = []
  let at = 0
  const add = (kind: PartKind, text: string) => {
    if (text !== '') parts.push({ kind, name: '', value: text.trim(), start: at, end: (at += text.length) })
  }
  add('HEAD', '##')
  add('LENGTH', length)
  add('HEADER', SEGMENT)
  add('CRC', written)
  add('TAIL', tail)
  return { bytes: bytes(`##${length}${SEGMENT}${written}${tail}`), parts }
}
const of = (one: { bytes: Uint8Array; parts: Part[] }) => checks(one.bytes, one.parts)

describe('CRC of HJ 212', () => {
  it.each([['', 0xffff], ['A', 0x7080], ['\0', 0x4040], ['123456789', 0x2f80], [SEGMENT, 0x1c80]])('of %j', (text, expected) => {
    expect(crc(bytes(text))).toBe(expected)
  })
})

describe('checks of a frame', () => {
  it('find length and CRC of an intact frame to fit', () => {
    expect(of(frame('0101', '1C80'))).toEqual([
      { what: 'length', declared: '0101', actual: '101', fits: true },
      { what: 'crc', declared: '1C80', actual: '1C80', fits: true },
    ])
  })

  it('take lower case and a missing line end', () => {
    expect(of(frame('0101', '1c80', '')).map((one) => one.fits)).toEqual([true, true])
  })

  it('name both sides where they differ', () => {
    expect(of(frame('0105', '0759'))).toEqual([
      { what: 'length', declared: '0105', actual: '101', fits: false },
      { what: 'crc', declared: '0759', actual: '1C80', fits: false },
    ])
  })

  it('say what would be right where the frame says nothing', () => {
    expect(of(frame('', '', ''))).toEqual([
      { what: 'length', declared: '', actual: '101', fits: false },
      { what: 'crc', declared: '', actual: '1C80', fits: false },
    ])
  })

  it('do not judge the CRC of what is encrypted', () => {
    const one = frame('0101', '1C80')
    one.parts.splice(3, 0, { kind: 'CP_OPAQUE', name: '', value: '', start: 107, end: 107 })
    expect(of(one).map((check) => check.what)).toEqual(['length'])
  })

  it('say nothing of bytes that are no frame', () => {
    expect(checks(bytes('heartbeat'), [{ kind: 'UNKNOWN', name: '', value: 'heartbeat', start: 0, end: 9 }])).toEqual([])
    expect(checks(bytes(''), [])).toEqual([])
  })
})
