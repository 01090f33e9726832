import { describe, expect, it } from 'vitest'
import type { Part } from './queries'
import { bytesOf, firstLine, masked, segments, visible } from './segments'

const part = (start: number, end: number): Part => ({ kind: 'CP_NAME_VALUE', name: '', value: '', start, end })
const texts = (bytes: Uint8Array, parts: Part[]) => segments(bytes, parts).map((one) => one.text)

// Letters by their numbers: language files alone hold Chinese.
const WATER = '\u6c34' // three bytes in UTF-8, two in GB18030
const NITROGEN = '\u6c2e'

describe('segments of a frame', () => {
  it('are cut at bytes, not characters', () => {
    expect(texts(bytesOf(`${WATER}=1\r\n`, undefined), [part(0, 3), part(3, 5), part(5, 7)])).toEqual([WATER, '=1', '\\r\\n'])
  })

  it('are read as GB18030 where the bytes are no UTF-8', () => {
    expect(texts(bytesOf('', btoa('\xb5\xaa=1')), [part(0, 2), part(2, 4)])).toEqual([NITROGEN, '=1'])
  })

  it('prefer the exact bytes to the text', () => {
    expect(texts(bytesOf('not this', btoa('##')), [part(0, 2)])).toEqual(['##'])
  })

  it('of a part beyond the bytes are empty, not an error', () => {
    expect(texts(bytesOf('ab', undefined), [part(0, 2), part(2, 9)])).toEqual(['ab', ''])
  })
})

describe('text of a frame', () => {
  it('shows what cannot be seen, and what would turn or hide its surroundings', () => {
    expect(visible('a\0b\x1bc\x7f\u202ed\u200be\u2028f')).toBe('a\\x00b\\x1bc\\x7f\\u202ed\\u200be\\u2028f')
    expect(visible(`a b${WATER}<b>`)).toBe(`a b${WATER}<b>`)
  })

  it('hides the value of a password, however long', () => {
    expect([masked('PW=1;'), masked('NewPW=654321'), masked('PW=;')]).toEqual(['PW=***;', 'NewPW=***', 'PW=***;'])
  })

  it('is one line without passwords in lists', () => {
    const line = firstLine('##0050ST=32;PW=123456;MN=A;CP=&&NewPW=654321&&ABCD\r\n')
    expect(line).not.toMatch(/123456|654321|\\r/)
    expect(line).toContain('MN=A')
  })
})
