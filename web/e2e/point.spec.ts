import { expect, picture, pointWithHours, test } from './fixture'
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
    await expect(page.getByRole('heading', { name: /NOBODY000000000000000001.*尚未登记/ })).toBeVisible()
  })
})
