import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

// Both languages say the same things, everything said is in the language files, and nothing lies there unsaid.

const SRC = join(import.meta.dirname, '..')
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((path) => join(SRC, path))
const CODE = FILES.filter((path) => /\.(vue|ts)$/.test(path) && !path.endsWith('.test.ts') && !path.endsWith('.d.ts'))
const NAMESPACES = /^(?:[a-z][A-Za-z]*)\.[A-Za-z0-9_.]+$/

type Texts = { [key: string]: string | Texts }

function flatten(texts: Texts, prefix = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flatten(value, `${prefix}${key}.`),
  )
}

function textsOf(language: string): Map<string, string> {
  const all = new Map<string, string>()
  for (const path of FILES.filter((one) => one.endsWith(`/${language}.json`))) {
    for (const [key, text] of flatten(JSON.parse(readFileSync(path, 'utf8')) as Texts)) {
      expect(all.has(key), `${key} is written twice in ${language}, again in ${relative(SRC, path)}`).toBe(false)
      all.set(key, text)
    }
  }
  return all
}

const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((hit) => hit[1] ?? '').sort()

const chinese = textsOf('zh-CN')
const english = textsOf('en')
const sources = CODE.map((path) => ({ path: relative(SRC, path), text: readFileSync(path, 'utf8') }))

/** Keys written out in the code, and the beginnings of those that are put together there. */
const literals = new Set<string>()
const beginnings = new Set<string>()
for (const { text } of sources) {
  for (const [, key] of text.matchAll(/['"]([A-Za-z0-9_.]+)['"]/g)) if (key !== undefined && NAMESPACES.test(key)) literals.add(key)
  for (const [, start] of text.matchAll(/`([A-Za-z0-9_.]+\.)\$\{/g)) if (start !== undefined) beginnings.add(start)
}

describe('texts', () => {
  it('are there in Chinese and in English', () => {
    expect([...chinese.keys()].filter((key) => !english.has(key)), 'missing in English').toEqual([])
    expect([...english.keys()].filter((key) => !chinese.has(key)), 'missing in Chinese').toEqual([])
  })

  it('name the same values in both languages', () => {
    const differing = [...chinese].filter(([key, text]) => String(parameters(text)) !== String(parameters(english.get(key) ?? '')))
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('are empty in neither language, and the English ones hold no Chinese', () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
    const switches = ['app.otherLanguage'] // names the other language in itself
    expect([...english].filter(([key, text]) => /\p{Script=Han}/u.test(text) && !switches.includes(key)).map(([key]) => key)).toEqual([])
  })

  it('exist for every key that the code asks for', () => {
    const asked = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/\bt\(\s*['"]([^'"]+)['"]|\btitle: '([a-z]\w*\.[\w.]+)'/g)].map((hit) => ({ path, key: hit[1] ?? hit[2] ?? '' })),
    )
    expect(asked.length).toBeGreaterThan(50)
    expect(asked.filter(({ key }) => !chinese.has(key))).toEqual([])
    const known = [...chinese.keys()]
    const put = sources.flatMap(({ path, text }) => [...text.matchAll(/\bt\(`([\w.]+\.)\$\{/g)].map((hit) => ({ path, start: hit[1] ?? '' })))
    expect(put.filter(({ start }) => !known.some((key) => key.startsWith(start)))).toEqual([])
  })

  it('are all used', () => {
    const unused = [...chinese.keys()].filter((key) => !literals.has(key) && ![...beginnings].some((start) => key.startsWith(start)))
    expect(unused).toEqual([])
  })

  it('stand in the language files only', () => {
    const lines = sources.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) => (/\p{Script=Han}/u.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
    )
    expect(lines).toEqual([])
  })
})
