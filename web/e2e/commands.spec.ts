import { api, expect, picture, points, test } from './fixture'
import type { Page } from '@playwright/test'

/** The commands' tab of a simulated logger that is connected. */
async function desk(page: Page): Promise<string> {
  const point = (await points(page, '&online=true')).find((one) => one.medium === 'WATER')
  await page.goto(`/points/${point?.mn}?tab=commands`)
  await expect(page.getByTestId('command-form')).toBeVisible()
  return point?.mn ?? ''
}

test('a logger is asked for its clock and answers', async ({ page }) => {
  await desk(page)
  await page.getByTestId('command').selectOption('GET_CLOCK')
  await page.getByTestId('reason').fill('巡检')
  await page.getByTestId('send').click()
  const newest = page.getByTestId('logger-command').first()
  await expect(newest).toContainText('巡检')
  await expect(newest.getByTestId('command-state')).toHaveText('完成', { timeout: 45_000 })
  await expect(newest.getByTestId('answer')).toContainText(/SystemTime 系统时间\s*20\d\d-\d\d-\d\d \d\d:\d\d:\d\d/)
  await expect(newest.getByTestId('step').first()).toContainText('已发送')
  await picture(page, 'commands')
})

test.describe('a value outside the edition', () => {
  test.use({ provoked: /400 POST .*\/api\/points\/.*\/commands/ })

  test('is told at its field, and nothing is sent', async ({ page }) => {
    const mn = await desk(page)
    const past = () => api<unknown[]>(page, `/api/points/${mn}/commands`)
    const before = (await past()).length
    await page.getByTestId('command').selectOption('SET_REALTIME_INTERVAL')
    await page.getByTestId('parameter-RtdInterval').fill('99999')
    await page.getByTestId('send').click()
    await expect(page.getByTestId('parameter-error')).toContainText('99999')
    await expect(page.getByTestId('parameter-RtdInterval')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByTestId('parameter-RtdInterval')).toHaveValue('99999')
    expect(await past()).toHaveLength(before)
  })
})

test('a command that acts on instruments waits for its confirmation, and can be withdrawn', async ({ page }) => {
  await desk(page)
  await page.getByTestId('command').selectOption('SAMPLE_NOW')
  await expect(page.getByTestId('control-note')).toBeVisible()
  await page.getByTestId('parameter-PolId').selectOption({ index: 0 })
  await page.getByTestId('send').click()
  const newest = page.getByTestId('logger-command').first()
  await expect(newest.getByTestId('command-state')).toHaveText('待确认')
  await newest.getByTestId('withdraw').click()
  await expect(newest.getByTestId('command-state')).toHaveText('已撤回')

  await page.getByTestId('send').click()
  await expect(newest.getByTestId('command-state')).toHaveText('待确认')
  await newest.getByTestId('confirm-command').click()
  await newest.getByTestId('confirm-sure').click()
  // The administrator is alone here, so the second yes is the same person's. A simulated logger takes no samples.
  await expect(newest.getByTestId('command-state')).toHaveText(/被拒绝|失败/, { timeout: 45_000 })
})

test('the server says what can be asked for, and what of it needs a second yes', async ({ page }) => {
  await desk(page)
  interface Row { command: string; group: string | null; editions: string[] }
  const catalogue = await api<Row[]>(page, '/api/commands')
  const offered = await page.getByTestId('command').locator('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  const point = await api<{ edition: string }>(page, `/api/points/${new URL(page.url()).pathname.split('/').at(-1)}`)
  const expected = catalogue.filter((row) => row.group !== null && row.editions.includes(point.edition)).map((row) => row.command)
  expect([...offered].sort()).toEqual([...expected].sort())
  for (const command of ['CALIBRATE', 'GET_CLOCK']) {
    await page.getByTestId('command').selectOption(command)
    await expect(page.getByTestId('control-note')).toHaveCount(catalogue.find((row) => row.command === command)?.group === 'CONTROL' ? 1 : 0)
  }
})
