import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test as base, expect, type APIRequestContext, type Page } from '@playwright/test'

const URL = process.env.YUANQING_URL ?? 'http://127.0.0.1:8080'
export const USER = 'admin'
export const PASSWORD = process.env.YUANQING_ADMIN_PASSWORD ?? ''
if (PASSWORD === '') throw new Error('YUANQING_ADMIN_PASSWORD is not set: the journeys sign in as "admin" with it')

/** Answers that belong to the product's normal course: any server but the demo says 404 to the demo's question. */
const NORMAL = [/404 .*\/api\/demo\/history/]

interface Journey {
  /** What a test provokes on purpose; every other failed request or console error fails it. */
  provoked: RegExp | null
}

/**
 * A page of a signed-in administrator. A journey fails when the page writes an error to the console, throws, or gets a
 * failed answer that the test did not provoke.
 */
export const test = base.extend<Journey, { session: Awaited<ReturnType<APIRequestContext['storageState']>> }>({
  provoked: [null, { option: true }],
  session: [
    async ({ playwright }, use) => {
      const request = await playwright.request.newContext({ baseURL: URL })
      const answer = await request.post('/api/session', { data: { user: USER, password: PASSWORD } })
      expect(answer.status(), await answer.text()).toBe(200)
      await use(await request.storageState())
      await request.dispose()
    },
    { scope: 'worker' },
  ],
  storageState: async ({ session }, use) => use(session),
  page: async ({ page, provoked }, use) => {
    const complaints: string[] = []
    const expected = provoked === null ? NORMAL : [...NORMAL, provoked]
    page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`))
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.request().method()} ${response.url()}`)
    })
    page.on('console', (message) => {
      // The browser's own line about a failed answer says less than the answer, which is noted above.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(`console: ${message.text()}`)
    })
    await use(page)
    expect(complaints.filter((one) => !expected.some((pattern) => pattern.test(one)))).toEqual([])
  },
})

export { expect }

/** A program's own way to the API, to learn what the screens should show. */
export async function api<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path)
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true)
  return (await answer.json()) as T
}

export interface PointLine {
  mn: string
  name: string
  county: string
  medium: string
  online: boolean
  enterpriseName: string
  factors: string[]
  assessedFactors: string[]
}

export async function points(page: Page, query = ''): Promise<PointLine[]> {
  return (await api<{ items: PointLine[] }>(page, `/api/points?size=1000${query}`)).items
}

/** A point that has hour values by now: the demo's history is loaded while the journeys begin. */
export async function pointWithHours(page: Page, least = 24): Promise<PointLine> {
  let found: PointLine | undefined
  await expect
    .poll(
      async () => {
        for (const point of (await points(page, '&medium=WATER')).slice(0, 4)) {
          const from = new Date(Date.now() - 7 * 86_400_000).toISOString()
          const to = new Date().toISOString()
          const hours = await api<unknown[]>(page, `/api/points/${point.mn}/readings?kind=hour&factor=w01018&from=${from}&to=${to}`)
          if (hours.length >= least) found = point
        }
        return found !== undefined
      },
      { message: 'a point with hour values', timeout: 420_000, intervals: [1_000, 3_000] },
    )
    .toBe(true)
  return found as PointLine
}

/** Keeps a picture for the documents, on demand only: it would differ with every run. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.YUANQING_SCREENSHOTS !== '1') return
  await page.screenshot({ path: `../docs/images/${name}.png`, animations: 'disabled', caret: 'hide' })
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  violations: { id: string; impact: string | null; help: string; nodes: { target: string[]; failureSummary: string }[] }[]
}

/** Nothing serious or critical for people who use a keyboard, a screen reader or strong contrast. */
export async function expectAccessible(page: Page): Promise<void> {
  const has = await page.evaluate(() => 'axe' in window)
  if (!has) await page.evaluate(AXE)
  const found = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run: (options: unknown) => Promise<AxeResult> } }).axe
    return (await axe.run({ resultTypes: ['violations'] })).violations
  })
  const serious = found.filter((one) => one.impact === 'serious' || one.impact === 'critical')
  expect(serious.map((one) => ({ rule: one.id, help: one.help, where: one.nodes.slice(0, 4).map((node) => `${node.target.join(' ')} — ${node.failureSummary}`) }))).toEqual([])
}
