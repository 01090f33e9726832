import { expect, expectAccessible, picture, points, test } from './fixture'
import type { Page } from '@playwright/test'

/** A page of every kind, and what must be there before one looks at it. */
async function routes(page: Page): Promise<[path: string, ready: string][]> {
  const point = (await points(page, '&online=true'))[0]
  const packets = await page.request.get(`/api/points/${point?.mn}/packets?order=desc&size=1`)
  const quarantined = await page.request.get('/api/quarantine?size=1')
  const packet = ((await packets.json()) as { id: number }[])[0]
  const bad = ((await quarantined.json()) as { id: number }[])[0]
  return [
    ['/overview', '[data-test=county-row]'],
    ['/wall', '.tiles li'],
    ['/live', '[role=grid] [data-index]'],
    [`/points/${point?.mn}?kind=realtime`, '[data-test=headline]'],
    [`/points/${point?.mn}?tab=limits`, 'main h2, main .empty'],
    [`/points/${point?.mn}?tab=packets`, '[data-test=packet-link]'],
    [`/points/${point?.mn}?tab=commands`, '[data-test=command-form]'],
    [`/points/${point?.mn}?tab=access`, '[data-test=device-form]'],
    [`/packets/${packet?.id}`, '[data-test=part]'],
    ['/tables', '[data-test=totals]'],
    ['/quarantine', 'main h1'],
    ...(bad === undefined ? [] : [[`/quarantine/${bad.id}`, '[data-test=reason]'] as [string, string]]),
    ['/unregistered', 'main h1'],
    ['/enterprises', 'tbody tr'],
    ['/connections', '[data-test=connection]'],
    ['/accounts', '[data-test=new-account]'],
    ['/audit', '[data-test=audit-entry]'],
    ['/profile', '[data-test=factor-begin]'],
    ['/archives/expiring', 'main h1'],
    ['/archives/import', 'main h1'],
    ['/system', '[data-test=equation]'],
    ['/no/such/page', 'main h1'],
  ]
}

/** The document is no wider than the window: nothing has to be scrolled sideways. */
async function expectFits(page: Page): Promise<void> {
  const [content, width] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(content, page.url()).toBeLessThanOrEqual(width ?? 0)
}

test.describe.configure({ timeout: 180_000 })

for (const theme of ['light', 'dark']) {
  test(`every page is accessible in the ${theme} theme`, async ({ page }) => {
    await page.addInitScript((chosen) => localStorage.setItem('yuanqing.theme', chosen), theme)
    for (const [path, ready] of await routes(page)) {
      await test.step(path, async () => {
        await page.goto(path)
        await expect(page.locator(ready).first()).toBeVisible()
        await expectAccessible(page)
        await expectFits(page)
      })
    }
  })
}

test('English is complete: no Chinese but names and what loggers wrote', async ({ page }) => {
  await page.goto('/live')
  await page.getByTestId('language').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(page.getByRole('link', { name: 'Live list' })).toBeVisible()
  for (const path of ['/overview', '/tables', '/enterprises', '/archives/expiring', '/archives/import', '/quarantine', '/unregistered', '/connections', '/accounts', '/audit', '/profile', '/system', '/no/such/page']) {
    await page.goto(path)
    await expect(page.locator('main h1')).toHaveText(/^[\x20-\x7e]+$/)
    await expect(page.locator('nav')).not.toHaveText(/\p{Script=Han}/u)
  }
  await page.getByTestId('language').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test.describe('in a browser in New York', () => {
  test.use({ timezoneId: 'America/New_York' })

  test('hours are the city\'s', async ({ page }) => {
    const point = (await points(page, '&online=true'))[0]
    const packets = await page.request.get(`/api/points/${point?.mn}/packets?order=desc&size=1`)
    const packet = ((await packets.json()) as { id: number; receivedAt: string }[])[0]
    await page.goto(`/packets/${packet?.id}`)
    const city = new Date(Date.parse(packet?.receivedAt ?? '') + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
    await expect(page.locator('main')).toContainText(city)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true })

  test('every page fits, and the menu opens', async ({ page }) => {
    for (const [path, ready] of await routes(page)) {
      await test.step(path, async () => {
        await page.goto(path)
        await expect(page.locator(ready).first()).toBeVisible()
        await expectFits(page)
        await expectAccessible(page)
      })
    }
    await page.goto('/live')
    await expect(page.locator('[role=grid] [data-index] .digits').first()).toBeVisible()
    await picture(page, 'phone')
    await page.locator('header').getByRole('button', { name: '菜单' }).click()
    await page.getByRole('link', { name: '系统状态' }).click()
    await expect(page).toHaveURL(/\/system/)
  })

  test('the longer words of English fit as well', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('yuanqing.language', 'en'))
    for (const path of ['/overview', '/live', '/tables', '/enterprises', '/archives/expiring', '/archives/import', '/quarantine', '/unregistered', '/connections', '/accounts', '/audit', '/profile', '/system']) {
      await page.goto(path)
      await expect(page.locator('main')).not.toBeEmpty()
      await expect(page.getByTestId('sign-out')).toBeInViewport({ ratio: 1 })
      await expectFits(page)
      await expectAccessible(page)
    }
  })

  test('buttons and fields are big enough for a finger', async ({ page }) => {
    for (const [path, ready] of [['/overview', '[data-test=county-row]'], ['/live', '[role=grid] [data-index]']] as const) {
      await page.goto(path)
      await expect(page.locator(ready).first()).toBeVisible()
      const small = await page.locator('button:visible, select:visible, input:visible').evaluateAll((all) =>
        all.map((one) => ({ text: one.textContent?.trim().slice(0, 20), ...one.getBoundingClientRect().toJSON() as DOMRect })).filter((one) => one.height < 43.5).map((one) => `${one.text} ${one.height}`),
      )
      expect(small).toEqual([])
    }
  })
})
