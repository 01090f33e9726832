import type { Frame } from './queries'

/** What a frame says of itself against what the server found. */
export interface Check {
  what: 'length' | 'crc'
  /** As written; null when the frame does not say. */
  declared: string | null
  actual: string
  fits: boolean
}

type Measured = Pick<Frame, 'declaredLength' | 'actualLength' | 'declaredCrc' | 'computedCrc' | 'parts'>

/** Length (bytes, decimal) and CRC (hexadecimal) of the data segment; nothing for bytes that are no frame. */
export function checks(frame: Measured): Check[] {
  if (frame.parts[0]?.kind !== 'HEAD') return []
  const { declaredLength, actualLength, declaredCrc, computedCrc } = frame
  const length: Check = { what: 'length', declared: declaredLength, actual: String(actualLength), fits: declaredLength !== null && Number(declaredLength) === actualLength }
  // Of an encrypted frame the CRC is that of the plain text, which is not here.
  if (frame.parts.some((part) => part.kind === 'CP_OPAQUE')) return [length]
  const crc: Check = { what: 'crc', declared: declaredCrc, actual: computedCrc, fits: declaredCrc !== null && Number.parseInt(declaredCrc, 16) === Number.parseInt(computedCrc, 16) }
  return [length, crc]
}
