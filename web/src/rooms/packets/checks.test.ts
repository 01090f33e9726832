import { describe, expect, it } from 'vitest'
import { checks } from './checks'
import type { Part, PartKind } from './queries'

const parts = (...kinds: PartKind[]): Part[] => kinds.map((kind, at) => ({ kind, name: '', value: '', start: at, end: at + 1 }))
const frame = { declaredLength: '0101' as string | null, actualLength: 101, declaredCrc: '1C80' as string | null, computedCrc: '1C80', parts: parts('HEAD', 'LENGTH', 'HEADER', 'CRC', 'TAIL') }

describe('checks of a frame', () => {
  it('find length and CRC of an intact frame to fit', () => {
    expect(checks(frame)).toEqual([
      { what: 'length', declared: '0101', actual: '101', fits: true },
      { what: 'crc', declared: '1C80', actual: '1C80', fits: true },
    ])
  })

  it('take a CRC in lower case and a length without zeros', () => {
    expect(checks({ ...frame, declaredLength: '101', declaredCrc: '1c80' }).map((one) => one.fits)).toEqual([true, true])
  })

  it('name both sides where they differ', () => {
    expect(checks({ ...frame, declaredLength: '0105', declaredCrc: '0759' })).toEqual([
      { what: 'length', declared: '0105', actual: '101', fits: false },
      { what: 'crc', declared: '0759', actual: '1C80', fits: false },
    ])
  })

  it('do not fit where the frame says nothing', () => {
    expect(checks({ ...frame, declaredLength: null, declaredCrc: null }).map((one) => [one.declared, one.fits])).toEqual([[null, false], [null, false]])
  })

  it('do not judge the CRC of what is encrypted', () => {
    expect(checks({ ...frame, parts: parts('HEAD', 'LENGTH', 'CP_OPAQUE', 'CRC') }).map((one) => one.what)).toEqual(['length'])
  })

  it('say nothing of bytes that are no frame', () => {
    expect(checks({ ...frame, parts: parts('UNKNOWN') })).toEqual([])
    expect(checks({ ...frame, parts: [] })).toEqual([])
  })
})
