import { expect, picture, points, test } from './fixture'

test.beforeEach(async ({ page }) => {
  await page.goto('/live')
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
})

test('values change by themselves, without a new request for the list', async ({ page }) => {
  await expect(page.getByTestId('as-of')).toContainText('实时')
  const digits = page.getByRole('grid').locator('.digits')
  const before = await digits.allTextContents()
  let lists = 0
  page.on('request', (request) => {
    if (request.url().includes('/api/points')) lists++
  })
  await expect.poll(async () => (await digits.allTextContents()).join() !== before.join(), { timeout: 60_000 }).toBe(true)
  expect(lists).toBe(0)
  await picture(page, 'live-list')
})

test('every point of the city is in the list, and the counts of the states add up', async ({ page }) => {
  const all = await points(page)
  await expect(page.getByText(`共 ${all.length} 个`)).toBeVisible()
  const sum = async () => {
    const counts = await page.locator('[data-test^="state-"] .count').allTextContents()
    return counts.reduce((total, one) => total + Number(one), 0)
  }
  await expect.poll(sum).toBe(all.length)
  // Far more rows than are in the document.
  expect(Number(await page.getByRole('grid').getAttribute('aria-rowcount'))).toBe(all.length + 1)
  expect(await page.getByRole('grid').getByRole('row').count()).toBeLessThan(60)
})

test('a county is filtered; reload, back and the address keep it', async ({ page }) => {
  const expected = (await points(page)).filter((point) => point.county === '红塔区')
  expect(expected.length).toBeGreaterThan(0)
  const rows = async () => Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
  await page.getByTestId('county').selectOption('红塔区')
  await expect.poll(rows).toBe(expected.length)
  await expect(page).toHaveURL(/county=/)

  await page.reload()
  await expect.poll(rows).toBe(expected.length)
  await expect(page.getByTestId('county')).toHaveValue('红塔区')

  await page.getByRole('grid').getByRole('row').nth(1).click()
  await expect(page).toHaveURL(/\/points\//)
  await page.goBack()
  await expect.poll(rows).toBe(expected.length)
})

test('filters that hide everything say so and can be cleared', async ({ page }) => {
  await page.getByTestId('search').fill('no point has this name')
  await expect(page.getByRole('grid')).toBeHidden()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(page.getByTestId('search')).toHaveValue('')
})

test('one medium has a column for each factor, with its unit', async ({ page }) => {
  await page.getByTestId('medium').selectOption('WATER')
  await expect(page.getByRole('columnheader', { name: /COD.*mg\/L/ })).toBeVisible()
  await page.getByTestId('medium').selectOption('GAS')
  await expect(page.getByRole('columnheader', { name: /SO₂.*mg\/m³/ })).toBeVisible()
})

const IN_SIGHT = 12

test('no row moves under the pointer', async ({ page }) => {
  const names = () => page.getByRole('grid').locator('.who').allTextContents()
  await page.getByRole('grid').getByRole('row').nth(3).hover()
  const before = await names()
  const digits = page.getByRole('grid').locator('.digits')
  const values = await digits.allTextContents()
  await expect.poll(async () => (await digits.allTextContents()).join() !== values.join(), { timeout: 60_000 }).toBe(true)
  // The rows in sight: below them the list may keep one more or less ready.
  expect((await names()).slice(0, IN_SIGHT)).toEqual(before.slice(0, IN_SIGHT))
})

test('the keyboard walks the rows and opens a point', async ({ page }) => {
  await page.getByRole('grid').getByRole('row').nth(1).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[data-index="2"]')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/points\//)
})

test('the held view stands still while the stream goes on', async ({ page }) => {
  await page.getByTestId('hold').click()
  await expect(page.getByTestId('hold')).toHaveAttribute('aria-pressed', 'true')
  const digits = page.getByRole('grid').locator('.digits')
  const held = await digits.allTextContents()
  const clock = page.getByTestId('as-of').locator('.clock')
  const first = await clock.textContent()
  await expect.poll(() => clock.textContent(), { timeout: 30_000 }).not.toBe(first)
  expect(await digits.allTextContents()).toEqual(held)
})

test.describe('a stream that breaks off', () => {
  test.use({ provoked: /503 GET .*\/api\/live/ })

  // Played in a browser without shared worker: the test answers the stream itself and then refuses it.
  test('is announced across the page with the second at which it was heard last', async ({ page }) => {
    let answered = false
    await page.addInitScript(() => Reflect.deleteProperty(window, 'SharedWorker'))
    await page.route('**/api/live', (route) => {
      if (answered) return route.fulfill({ status: 503 })
      answered = true
      return route.fulfill({ contentType: 'text/event-stream', body: 'event: heartbeat\ndata: {"time":"2026-11-24T14:03:12+08:00"}\n\n' })
    })
    await page.reload()
    const lost = page.getByTestId('stream-lost')
    await expect(lost).toContainText(/最后一次收到是 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/)
    const first = await lost.textContent()
    await expect.poll(() => lost.textContent()).not.toBe(first)
    await expect(page.getByTestId('as-of')).toContainText('中断')
  })
})
