import { readFileSync } from 'node:fs'
import { expect, picture, pointWithHours, test } from './fixture'

test.setTimeout(480_000)

interface Cell { avg: number | null; validHours: number }
interface TablePage { rows: { mn: string; from: string; cells: Record<string, Cell> }[]; total: number }

test('days of a point stand in the table as the interface says them, and the address keeps what was chosen', async ({ page }) => {
  const point = await pointWithHours(page)
  const days = (back: number) => new Date(Date.now() + 8 * 3_600_000 - back * 86_400_000).toISOString().slice(0, 10)
  await page.goto(`/tables?mn=${point.mn}&from=${days(3)}&to=${days(1)}`)
  await expect(page.getByTestId('table').locator('tbody tr')).toHaveCount(3)
  const answer = await page.request.get(`/api/tables?period=DAY&mn=${point.mn}&from=${days(3)}&to=${days(0)}`)
  const cell = ((await answer.json()) as TablePage).rows[1]?.cells.w01018
  const shown = page.getByTestId('table').locator('tbody tr').nth(1).locator('td.number').first()
  expect(Number(await shown.textContent())).toBe(cell?.avg)
  await expect(page.getByTestId('totals')).toContainText('合计')

  await page.getByTestId('period-HOUR').click()
  await expect(page).toHaveURL(/period=HOUR/)
  await expect(page.getByTestId('table').locator('tbody tr').first()).toContainText('00–01')
  await page.getByTestId('from').fill(days(2))
  await page.getByTestId('from').blur()
  await page.getByTestId('to').fill(days(2))
  await page.getByTestId('to').blur()
  await expect(page.getByTestId('count')).toContainText('24')
  await page.getByTestId('factors').click()
  await page.getByTestId('factor-w21003').check()
  await expect(page).toHaveURL(/factor=w21003/)
  await expect(page.getByTestId('table').locator('thead')).not.toContainText('化学需氧量')
  await page.reload()
  await expect(page.getByTestId('table').locator('thead')).toContainText('氨氮')
  await expect(page.getByTestId('period-HOUR')).toHaveAttribute('aria-pressed', 'true')
})

test('a table is paged over all points, and exported as it stands', async ({ page }) => {
  await pointWithHours(page)
  await page.goto('/tables?period=MONTH&medium=GAS&group=ENTERPRISE')
  await expect(page.getByTestId('totals')).toBeVisible()
  await picture(page, 'tables')
  const saved = page.waitForEvent('download')
  await page.getByTestId('export-csv').click()
  const download = await saved
  expect(download.suggestedFilename()).toMatch(/^月报表 .*\.csv$/)
  const lines = readFileSync(await download.path(), 'utf8').trim().split('\r\n')
  expect(lines[0]).toContain('颗粒物')
  const rows = Number((await page.getByTestId('count').textContent())?.match(/^\d+/)?.[0])
  expect(lines.length).toBe(rows + 2) // the head and the totals
  await expect(page.getByTestId('export-state').first()).toContainText(`${rows}`)
  await page.getByTestId('export-remove').first().click()
  await expect(page.getByTestId('export')).toHaveCount(0)

  await page.goto('/tables?period=HOUR')
  const first = await page.getByTestId('table').locator('tbody tr').first().textContent()
  await page.getByTestId('next').click()
  await expect(page).toHaveURL(/page=2/)
  await expect(page.getByTestId('table').locator('tbody tr').first()).not.toHaveText(first ?? '')
})
