import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import chinese from './zh-CN.json'

// The server's codes, read from where they are declared: a new one without words would reach users as a code.

const ROOT = join(import.meta.dirname, '../../../..')

function codes(path: string, name: string): string[] {
  const source = readFileSync(join(ROOT, path), 'utf8')
  const body = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(source.replace(/\/\*[\s\S]*?\*\//g, ''))?.[1] ?? ''
  return [...body.matchAll(/\b[A-Z][A-Z0-9_]+\b/g)].map((hit) => hit[0])
}

it('say what every problem of a frame is and what to do', () => {
  const source = readFileSync(join(ROOT, 'hj212/src/main/java/io/yuanqing/hj212/Problem.java'), 'utf8')
  const all = [...source.matchAll(/^ {8}([A-Z][A-Z_]+)\(/gm)].map((hit) => hit[1])
  expect(all.length).toBeGreaterThan(25)
  expect(Object.keys(chinese.packets.problem).sort()).toEqual([...all].sort())
})

it('say why a frame is in quarantine', () => {
  const all = codes('center/src/main/java/io/yuanqing/center/packets/Verdict.java', 'Reason')
  expect(all).toContain('BAD_CRC')
  expect(Object.keys(chinese.packets.reason).sort()).toEqual([...all].sort())
  expect(Object.keys(chinese.packets.reasonText).sort()).toEqual([...all].sort())
})

it('name every kind of part', () => {
  const all = codes('hj212/src/main/java/io/yuanqing/hj212/Part.java', 'Kind')
  const withOwnNames = ['HEADER', 'CP_NAME_VALUE']
  expect([...Object.keys(chinese.packets.part), ...withOwnNames].sort()).toEqual([...all].sort())
})
