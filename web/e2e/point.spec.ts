import { readFileSync } from 'node:fs'
import { expect, expectAccessible, picture, pointWithHours, test } from './fixture'
import type { Page } from '@playwright/test'

test.setTimeout(480_000)

/** How many pixels of the chart carry a line's colour: a blank canvas has none. */
async function drawn(page: Page): Promise<number> {
  return page.locator('.chart canvas').first().evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] as unknown as Uint8ClampedArray }
    let coloured = 0
    for (let i = 0; i < data.length; i += 4) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(i, i + 4)
      if (alpha > 200 && Math.max(red, green, blue) - Math.min(red, green, blue) > 40) coloured++
    }
    return coloured
  })
}

test('curves of hours and days, with their table and the packet behind a number', async ({ page }) => {
  const point = await pointWithHours(page)
  await page.goto(`/points/${point.mn}?kind=hour&factor=w01018`)
  await expect(page.getByRole('heading', { name: `${point.enterpriseName} · ${point.name}` })).toBeVisible()
  await expect(page.getByTestId('headline')).toHaveText(/正常|超标|异常|停运|离线|维护/)
  await expect(page.getByTestId('kind-hour')).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => drawn(page)).toBeGreaterThan(200)
  await picture(page, 'point')

  // The table shows what the interface says, digit by digit.
  const from = new Date(Date.now() - 168 * 3_600_000).toISOString()
  const to = new Date(Date.now() + 600_000).toISOString()
  const answer = await page.request.get(`/api/points/${point.mn}/readings?kind=hour&factor=w01018&from=${from}&to=${to}`)
  const newest = [...(await answer.text()).matchAll(/"avg":([^,]+)/g)].at(-1)?.[1]
  await expect(page.locator('tbody tr').first().locator('td').nth(1)).toHaveText(newest === 'null' ? '—' : (newest ?? ''))

  await page.getByTestId('kind-day').click()
  await expect(page).toHaveURL(/kind=day/)
  await expect.poll(() => drawn(page)).toBeGreaterThan(100)
  await page.reload()
  await expect(page.getByTestId('kind-day')).toHaveAttribute('aria-pressed', 'true')

  await page.getByTestId('reading-packet').first().click()
  await expect(page).toHaveURL(/\/packets\/\d+/)
  await expect(page.getByTestId('verdict')).toContainText('完整有效')
})

test('a realtime curve goes on while one looks at it', async ({ page }) => {
  const point = await pointWithHours(page, 1)
  await page.goto(`/points/${point.mn}?kind=realtime&factor=w01018`)
  const newest = page.locator('tbody tr').first().locator('td').first()
  const before = await newest.textContent()
  await expect.poll(() => newest.textContent(), { timeout: 120_000 }).not.toBe(before)
  await expect.poll(() => drawn(page)).toBeGreaterThan(20)
})

test('a factor is chosen; the address keeps it', async ({ page }) => {
  const point = await pointWithHours(page)
  await page.goto(`/points/${point.mn}?kind=hour`)
  await page.getByTestId('factor').selectOption('w21003')
  await expect(page).toHaveURL(/factor=w21003/)
  await expect(page.getByRole('img', { name: /氨氮/ })).toBeVisible()
})

test.describe('an MN that nobody knows', () => {
  test.use({ provoked: /404 GET .*\/api\/points\// })

  test('is told as not registered', async ({ page }) => {
    await page.goto('/points/NOBODY000000000000000001')
    await expect(page.getByRole('heading', { name: /NOBODY000000000000000001/ })).toBeVisible()
  })
})

test.describe('curves', () => {
  test.use({ provoked: /400 POST .*\/(limits|factor-rules)/ })

  test('several factors, their limits, another day and a closer look are one picture, and a file holds it', async ({ page }) => {
    const point = await pointWithHours(page)
    const mark = Date.now().toString(36) // a second run on the same server finds nothing of the first
    await page.goto(`/points/${point.mn}?tab=limits`)
    await page.getByTestId('new-permit-limit').click()
    await page.getByTestId('field-permitNumber').fill(`E2E-${mark}`)
    await page.getByTestId('field-factor').fill('w01018')
    await page.getByTestId('field-period').selectOption('DAY')
    await page.getByTestId('field-value').fill('不是数字')
    await page.getByTestId('record-save').click()
    await expect(page.getByTestId('record-form').getByRole('alert')).toBeVisible()
    await page.getByTestId('field-value').fill('2.5')
    await page.getByTestId('record-save').click()
    await expect(page.getByTestId('limit-in-force').filter({ hasText: `E2E-${mark}` })).toContainText('≤ 2.5 mg/L')
    await expectAccessible(page)
    await picture(page, 'limits')
    await page.getByTestId('new-standard-limit').click()
    await page.getByTestId('standard-search').fill('18918 COD')
    await expect(page.getByTestId('standard-row').first()).toBeVisible()
    await page.keyboard.press('Escape')

    await page.goto(`/points/${point.mn}?tab=access`)
    await page.getByTestId('new-factor-rule').click()
    await page.getByTestId('field-sentAs').fill(`w9${mark}`)
    await page.getByTestId('field-factor').fill('w21011')
    await page.getByTestId('field-unit').fill('ppm')
    await page.getByTestId('record-save').click()
    await expect(page.getByTestId('error-unit')).toBeVisible()
    await page.getByTestId('field-unit').fill('g/L')
    await page.getByTestId('record-save').click()
    await expect(page.getByTestId('factor-rule').filter({ hasText: `w9${mark}` })).toContainText('g/L × 1000')
    await expectAccessible(page)

    await page.goto(`/points/${point.mn}?kind=hour&factor=w01018`)
    await expect(page.getByTestId('legend')).toContainText('日均限值 2.5')
    await page.getByTestId('factors').click()
    await page.getByTestId('factor-w21003').check()
    await expect(page).toHaveURL(/also=w21003/)
    await expect(page.getByTestId('legend')).toContainText('NH₃-N')
    await page.getByTestId('factors').click()
    await page.getByTestId('compare').selectOption('1')
    await expect(page.getByTestId('legend')).toContainText('1 天前')
    await expect.poll(() => drawn(page)).toBeGreaterThan(200)
    await expectAccessible(page)
    await picture(page, 'curves')

    const saved = page.waitForEvent('download')
    await page.getByTestId('readings-csv').click()
    const lines = readFileSync(await (await saved).path(), 'utf8')
    expect(lines).toContain('w01018')
    expect(lines).toContain('w21003')

    await page.getByTestId('span-closer').click()
    await expect(page.getByTestId('kind-hour')).toHaveAttribute('aria-pressed', 'true')
    await page.getByTestId('span-closer').click()
    await expect(page.getByTestId('kind-minute')).toHaveAttribute('aria-pressed', 'true')
    const before = await page.getByTestId('span-shown').textContent()
    await page.getByTestId('span-earlier').click()
    await expect(page.getByTestId('span-shown')).not.toHaveText(before ?? '')
    for (let wider = 0; wider < 8; wider++) await page.getByTestId('span-wider').click()
    await expect(page.getByTestId('kind-day')).toHaveAttribute('aria-pressed', 'true')
    await page.getByTestId('span-latest').click()
    await expect(page.getByTestId('span-shown')).toHaveCount(0)

    // By the wheel as well, where the page itself would not scroll.
    await page.getByTestId('kind-hour').click()
    await expect(page.locator('.chart[data-ready=true]')).toBeVisible()
    await page.locator('.chart').hover()
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -400)
    await page.keyboard.up('Control')
    await expect(page).toHaveURL(/from=/)

    await page.goto(`/points/${point.mn}?tab=limits`)
    await page.getByTestId('limit').filter({ hasText: `E2E-${mark}` }).getByRole('button').click()
    await page.getByTestId('field-effectiveTo').fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
    await page.getByTestId('record-save').click()
    await expect(page.getByTestId('limit-in-force').filter({ hasText: `E2E-${mark}` })).toHaveCount(0)
  })
})
