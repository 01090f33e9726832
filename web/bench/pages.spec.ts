import { appendFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'

// How long pages take that show a large city. Each is looked at several times; what it must show is checked each time.

const POINTS = Number(process.env.BENCH_POINTS)
const ROUNDS = 5
const MN = 'WEB000007'

interface Figure { what: string; aim: string; times: number[] }
const figures: Figure[] = []

function note(what: string, aim: string, times: number[]): void {
  figures.push({ what, aim, times: times.sort((a, b) => a - b) })
}

/** Opens an address; ms from the beginning of the navigation until what it must show is drawn. */
async function opened(page: Page, path: string, shows: (expected: number) => boolean): Promise<number> {
  await page.goto(path, { waitUntil: 'commit' })
  await page.waitForFunction(shows, POINTS, { polling: 'raf', timeout: 120_000 })
  return page.evaluate(() => performance.now())
}

/** The same of an act on an open page. */
async function done(page: Page, act: () => Promise<void>, shows: (before: string) => boolean, before: string): Promise<number> {
  const from = await page.evaluate(() => performance.now())
  await act()
  await page.waitForFunction(shows, before, { polling: 'raf', timeout: 120_000 })
  return (await page.evaluate(() => performance.now())) - from
}

test('pages of a large city', async ({ page, browser }) => {
  const signIn = async (on: Page): Promise<void> => {
    await on.goto('/sign-in')
    await on.getByLabel('用户名').fill('admin')
    await on.getByLabel('密码').fill(process.env.YUANQING_ADMIN_PASSWORD ?? '')
    await on.keyboard.press('Enter')
    await expect(on).toHaveURL(/overview/)
  }
  await signIn(page)

  const live = (expected: number): boolean => {
    const sum = [...document.querySelectorAll('[data-test^=state-]')].reduce((all, one) => all + Number((one.textContent ?? '').replaceAll(/\D/g, '')), 0)
    return sum === expected && document.querySelectorAll('[role=grid] [data-index]').length > 10
  }
  const lists: number[] = []
  for (let round = 0; round < ROUNDS; round++) lists.push(await opened(page, '/live', live))
  note('live list, opened anew', '< 1,000 ms', lists)
  const first: number[] = []
  for (let round = 0; round < 3; round++) {
    const fresh = await (await browser.newContext()).newPage()
    await signIn(fresh)
    first.push(await opened(fresh, '/live', live))
    await fresh.context().close()
  }
  note('live list, first time in a browser', '< 1,000 ms', first)

  const chart = (): boolean => document.querySelector('.chart[data-ready=true]') !== null && document.querySelectorAll('tbody tr').length > 10
  const points: number[] = []
  for (let round = 0; round < ROUNDS; round++) points.push(await opened(page, `/points/${MN}?kind=hour&hours=720&factor=w01018`, chart))
  note('30 days of hours, page opened anew', '', points)
  const spans: number[] = []
  const rows = (before: string): boolean => {
    const more = document.querySelector('.more')?.textContent ?? ''
    return more !== before && document.querySelector('.chart[data-ready=true]') !== null
  }
  for (let round = 0; round < ROUNDS; round++) {
    await opened(page, `/points/WEB${String(100 + round).padStart(6, '0')}?kind=hour&hours=24&factor=w01018`, chart)
    spans.push(await done(page, async () => { await page.getByTestId('span').selectOption('720') }, rows, ''))
    expect(Number((await page.locator('.more').textContent())?.replaceAll(/\D/g, ''))).toBeGreaterThanOrEqual(690)
  }
  note('30 days of hours, chosen on the page', '< 300 ms', spans)

  const table = (): boolean => document.querySelectorAll('[data-test=table] tbody tr').length > 10
  const summed = (): boolean => document.querySelector('[data-test=totals], [data-test=no-totals]') !== null
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const [months, totals]: [number[], number[]] = [[], []]
  let refused = false
  for (let round = 0; round < 3; round++) {
    months.push(await opened(page, `/tables?period=MONTH&from=${today.slice(0, 8)}01&to=${today}`, table))
    await page.waitForFunction(summed, undefined, { polling: 'raf', timeout: 120_000 })
    totals.push(await page.evaluate(() => performance.now()))
    refused ||= (await page.getByTestId('no-totals').count()) > 0
  }
  note('city month table, first page of it', '< 2,000 ms', months)
  note(refused ? 'the totals under it: refused after' : 'the totals under it, over all points', '', totals)
})

test.afterAll(() => {
  for (const { what, aim, times } of figures) {
    const show = (one: number | undefined): string => `${Math.round(one ?? Number.NaN).toLocaleString('en')} ms`
    appendFileSync(process.env.BENCH_TABLE ?? '/dev/stdout', `${what.padEnd(40)} median ${show(times[Math.floor(times.length / 2)]).padStart(10)}  worst ${show(times.at(-1)).padStart(10)}  ${aim}\n`)
  }
})
