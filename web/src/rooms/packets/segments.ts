import type { Part } from './queries'

/** A part with the text of its bytes, control characters made visible. */
export interface Segment {
  index: number
  part: Part
  text: string
}

/** The exact bytes of a frame. */
export function bytesOf(raw: string, base64: string | undefined): Uint8Array {
  if (base64 === undefined) return new TextEncoder().encode(raw)
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
}

/** Cuts a frame at its parts' byte offsets. */
export function segments(bytes: Uint8Array, parts: readonly Part[]): Segment[] {
  const text = decoder(bytes)
  return parts.map((part, index) => ({ index, part, text: visible(text.decode(bytes.subarray(part.start, part.end))) }))
}

/** UTF-8 if the whole frame is, else GB18030: older loggers write their logs so. */
function decoder(bytes: Uint8Array): TextDecoder {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return new TextDecoder('utf-8')
  } catch {
    return new TextDecoder('gb18030')
  }
}

const SHORT: Record<string, string> = { '\r': '\\r', '\n': '\\n', '\t': '\\t' }

/** Control characters as escapes; so are those that turn or hide the text around them. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0
    return SHORT[char] ?? (code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`)
  })
}

export const MASK = '***'

/** A field with its value hidden. */
export function masked(field: string): string {
  return field.replace(/=[^;&,]*/, `=${MASK}`)
}

/** A frame for a list: one line without its line end, and without the logger's password. */
export function firstLine(raw: string): string {
  return visible(raw.trimEnd()).replace(/\b(?:New)?PW=[^;&,]*/gi, masked)
}
