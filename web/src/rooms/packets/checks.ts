import type { Part } from './queries'

/** What a frame says of itself against what is there. */
export interface Check {
  what: 'length' | 'crc'
  /** As written; empty when the frame does not say. */
  declared: string
  actual: string
  fits: boolean
}

/** Length (bytes, decimal) and CRC (hexadecimal) of the data segment. Nothing when no data segment can be seen. */
export function checks(bytes: Uint8Array, parts: readonly Part[]): Check[] {
  const start = parts.find((part) => part.kind !== 'HEAD' && part.kind !== 'LENGTH')?.start
  if (parts[0]?.kind !== 'HEAD' || start === undefined) return []
  const behind = parts.find((part) => part.kind === 'CRC' || part.kind === 'TAIL')
  const end = behind?.start ?? bytes.length
  const length = parts.find((part) => part.kind === 'LENGTH')?.value ?? ''
  const written = behind?.kind === 'CRC' ? behind.value : ''
  const computed = crc(bytes.subarray(start, end))
  const all: Check[] = [{ what: 'length', declared: length, actual: String(end - start), fits: length !== '' && Number(length) === end - start }]
  // Of an encrypted frame the CRC is that of the plain text, which is not here.
  if (parts.some((part) => part.kind === 'CP_OPAQUE')) return all
  all.push({
    what: 'crc',
    declared: written,
    actual: computed.toString(16).toUpperCase().padStart(4, '0'),
    fits: written !== '' && Number.parseInt(written, 16) === computed,
  })
  return all
}

/** CRC16 of HJ 212: each byte is XORed with the register's high byte, which moves down (unlike Modbus, where it is the low one). */
export function crc(bytes: Uint8Array): number {
  let register = 0xffff
  for (const byte of bytes) {
    register = (register >> 8) ^ byte
    for (let bit = 0; bit < 8; bit++) register = register & 1 ? (register >> 1) ^ 0xa001 : register >> 1
  }
  return register
}
