import type { Page } from '@playwright/test'
import { api, expect, expectAccessible, PASSWORD, picture, points, test, USER } from './fixture'

interface Place { mn: string; longitude: number | null; latitude: number | null }

/** How many pixels of the map's canvas carry anything. */
async function drawn(page: Page): Promise<number> {
  return page.getByTestId('map').locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] as unknown as Uint8ClampedArray }
    let painted = 0
    for (let i = 3; i < data.length; i += 4) if ((data[i] ?? 0) > 100) painted++
    return painted
  })
}

/** A point that no logger ever speaks for: something needs someone, whatever the city does. */
async function silentPoint(page: Page): Promise<void> {
  const mn = 'OVERVIEW-SILENT-0001'
  if ((await api<{ total: number }>(page, `/api/points?q=${mn}`)).total > 0) return
  const headers = { Authorization: `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}` }
  const enterprise = (await api<{ items: { id: number }[] }>(page, '/api/enterprises?size=1')).items[0]?.id
  const answer = await page.request.post('/api/points', { headers, data: { mn, enterpriseId: enterprise, name: '尚未接入的排放口', medium: 'NOISE', edition: '2017' } })
  expect(answer.ok(), await answer.text()).toBe(true)
}

const numbers = async (page: Page) => (await page.locator('[data-test^="count-"] b').allTextContents()).map(Number)

test.describe('the overview', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/')
    await expect(page).toHaveURL(/\/overview$/)
    await expect.poll(() => drawn(page)).toBeGreaterThan(500)
  })

  test('shows every point of the city once: in the counters, on the map, in the counties', async ({ page }) => {
    const all = await points(page)
    const placed = (await api<Place[]>(page, '/api/overview/places')).filter((place) => place.longitude !== null && place.latitude !== null)
    await expect.poll(async () => (await numbers(page)).reduce((sum, one) => sum + one, 0)).toBe(all.length)
    await expect(page.getByTestId('map')).toHaveAttribute('data-points', String(placed.length))
    const totals = await page.getByTestId('county-row').locator('td:nth-child(2)').allTextContents()
    expect(totals.map(Number).reduce((sum, one) => sum + one, 0)).toBe(all.length)
    expect(totals.length).toBe(new Set(all.map((point) => point.county)).size)
    await expect(page.locator('tfoot th[scope=col]')).toHaveCount(24)
    await expect(page.getByTestId('change').first().or(page.getByText('还没有状态变化的记录'))).toBeVisible()
    await picture(page, 'overview')
  })

  test('a state and a county are filters that the address keeps', async ({ page }) => {
    const expected = (await points(page)).filter((point) => point.county === '红塔区')
    await page.getByTestId('county-row').getByRole('button', { name: '红塔区' }).click()
    await expect(page).toHaveURL(/county=/)
    await expect.poll(async () => (await numbers(page)).reduce((sum, one) => sum + one, 0)).toBe(expected.length)
    await page.getByTestId('count-NORMAL').click()
    await page.reload()
    await expect(page.getByTestId('count-NORMAL')).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByTestId('county')).toHaveValue('红塔区')
    await expect.poll(() => drawn(page)).toBeGreaterThan(50)
    await page.getByTestId('whole-city').click()
    await expect(page).not.toHaveURL(/county=/)
  })

  test('a click on a county of the map chooses it', async ({ page }) => {
    const box = await page.locator('[data-county="易门县"]').boundingBox()
    if (box === null) throw new Error('the map has no such county')
    await page.mouse.click(box.x + box.width * 0.55, box.y + box.height * 0.8)
    await expect(page.getByTestId('county')).toHaveValue('易门县')
  })

  test('what needs someone is listed as the server says, and leads to the point', async ({ page }) => {
    await silentPoint(page)
    await page.reload()
    const needing = async () => (await api<{ total: number }>(page, '/api/points?state=EXCEEDING,ABNORMAL,OFFLINE&size=1')).total
    await expect.poll(async () => Number(await page.getByTestId('needs-count').textContent()) - (await needing()), { timeout: 60_000 }).toBe(0)
    await page.goto('/overview?state=NORMAL')
    await expect(page.getByText('没有符合筛选条件的监控点')).toBeVisible()
    await page.goto('/overview')
    const row = page.getByTestId('needs-row').first()
    await row.getByRole('link').focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/points\//)
  })
})

test.describe('the wall', () => {
  test.use({ viewport: { width: 1920, height: 1080 } })

  test('is dark, without controls, readable from afar, and led by keys', async ({ page }) => {
    await silentPoint(page)
    await page.goto('/wall')
    await expect.poll(() => drawn(page)).toBeGreaterThan(500)
    await expect(page.locator('html')).toHaveClass(/dark/)
    expect(await page.locator('button, a, input, select').count()).toBe(0)
    const smallest = await page.locator('.wall *').evaluateAll((all) =>
      Math.min(...all.filter((one) => !one.classList.contains('visually-hidden') && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())).map((one) => parseFloat(getComputedStyle(one).fontSize))),
    )
    expect(smallest).toBeGreaterThanOrEqual(24)
    await expectAccessible(page)
    await picture(page, 'wall')

    await page.keyboard.press('1')
    await expect(page.locator('h1')).toContainText('红塔区')
    await page.keyboard.press('0')
    await expect(page.locator('h1')).not.toContainText('红塔区')
    await expect(page.getByTestId('wall-row').first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('[data-test=wall-row].chosen')).toHaveCount(1)
  })
})

test.describe('a wall whose stream breaks off', () => {
  test.use({ viewport: { width: 1920, height: 1080 }, provoked: /503 GET .*\/api\/live/ })

  test('loses its colours and says since when', async ({ page }) => {
    let answered = false
    await page.addInitScript(() => Reflect.deleteProperty(window, 'SharedWorker'))
    await page.route('**/api/live', (route) => {
      if (answered) return route.fulfill({ status: 503 })
      answered = true
      return route.fulfill({ contentType: 'text/event-stream', body: 'event: heartbeat\ndata: {"time":"2026-11-24T14:03:12+08:00"}\n\n' })
    })
    await page.goto('/wall')
    await expect(page.getByTestId('wall-lost')).toContainText(/最后一次收到是 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/)
    expect(await page.getByTestId('map').evaluate((map) => getComputedStyle(map).filter)).toContain('grayscale')
  })
})
