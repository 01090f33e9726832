import { connect, type Socket } from 'node:net'

/** HJ 212's own CRC: the register's low byte falls away before the eight shifts. */
export function crc(bytes: Buffer): string {
  let register = 0xffff
  for (const byte of bytes) {
    register = (register >> 8) ^ byte
    for (let shift = 0; shift < 8; shift++) register = register & 1 ? (register >> 1) ^ 0xa001 : register >> 1
  }
  return register.toString(16).toUpperCase().padStart(4, '0')
}

export function frame(segment: string, sum?: string): Buffer {
  const bytes = Buffer.from(segment, 'utf8')
  return Buffer.concat([Buffer.from(`##${String(bytes.length).padStart(4, '0')}`), bytes, Buffer.from(`${sum ?? crc(bytes)}\r\n`)])
}

/** A check sum that does not fit: any fixed one, 0000 too, is right for some data. */
export function wrongCrc(segment: string): string {
  return (Number.parseInt(crc(Buffer.from(segment, 'utf8')), 16) ^ 0x5a5a).toString(16).toUpperCase().padStart(4, '0')
}

/** 14 digits of the city's time. */
export function cityDigits(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)
}

/** Sends frames as a data logger does; resolves with what was answered up to the text that is waited for. */
export function send(port: number, frames: Buffer[], until: string | null): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect({ host: process.env.YUANQING_TCP_HOST ?? '127.0.0.1', port }, () => {
      socket.write(Buffer.concat(frames))
      if (until === null) socket.end()
    })
    socket.setTimeout(20_000, () => socket.destroy(new Error(`no answer from port ${port} within 20 s`)))
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1')
      if (until !== null && answer.includes(until)) socket.end()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}

/** Connects, sends a frame and stays; resolves when the first answer has come. Whoever asks for it ends it. */
export function hold(port: number, bytes: Buffer): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: process.env.YUANQING_TCP_HOST ?? '127.0.0.1', port }, () => socket.write(bytes))
    socket.setTimeout(20_000, () => socket.destroy(new Error(`no answer from port ${port} within 20 s`)))
    socket.once('data', () => {
      socket.setTimeout(0)
      resolve(socket)
    })
    socket.on('error', reject)
  })
}
