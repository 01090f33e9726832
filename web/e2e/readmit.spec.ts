import type { Page } from '@playwright/test'
import { api, expect, expectAccessible, picture, test } from './fixture'
import { cityDigits, frame, send, wrongCrc } from './logger'

interface Counters { received: number; stored: number; duplicate: number; quarantined: number }
const unique = () => `E2E${Date.now().toString(36).toUpperCase()}${Math.floor(Math.random() * 1296).toString(36).toUpperCase()}`

/** Frames with a wrong CRC, each with data of its own, waiting in the quarantine. */
async function broken(page: Page, mn: string, count: number): Promise<void> {
  const { port } = await api<{ port: number }>(page, '/api/access/address')
  const now = Date.now()
  const frames = Array.from({ length: count }, (_, at) => {
    const time = cityDigits(now - at * 1_000)
    const segment = `QN=${time}00${at};ST=32;CN=2011;PW=123456;MN=${mn};Flag=5;CP=&&DataTime=${time};w01018-Rtd=4${at}.5,w01018-Flag=N&&`
    return frame(segment, wrongCrc(segment))
  })
  await send(port, frames, null)
  await expect.poll(async () => (await api<unknown[]>(page, `/api/quarantine?mn=${mn}`)).length, { timeout: 30_000 }).toBe(count)
}

test('several frames of one reason are decoded in the list, re-admitted at once, and each outcome is told', async ({ page }) => {
  const mn = unique()
  await broken(page, mn, 3)
  await page.goto(`/quarantine?mn=${mn}`)
  await page.getByTestId('explain').first().click()
  await expect(page.getByTestId('decoder')).toContainText(/报文写的是 [0-9A-F]{4}/)
  await picture(page, 'quarantine')

  await page.getByTestId('choose').first().check()
  await page.getByTestId('select-alike').click()
  await expect(page.getByTestId('choose').nth(2)).toBeChecked()
  await page.getByTestId('readmit').click()
  const dialog = page.getByTestId('readmit-dialog')
  await expect(dialog.getByTestId('readmit-wrong')).toContainText('校验码不符')
  await expect(dialog.getByTestId('way-ACCEPT_CHECK')).toBeChecked()
  await expect(dialog.getByTestId('way-CORRECTED')).toHaveCount(0) // each has bytes of its own
  await expectAccessible(page)

  await dialog.getByTestId('readmit-run').click()
  await expect(dialog.getByTestId('readmit-reason-error')).toBeVisible() // nothing is sent without a reason
  await dialog.getByTestId('readmit-reason').fill('厂家已确认校验程序有误')
  await dialog.getByTestId('readmit-run').click()
  await expect(dialog.getByTestId('readmit-outcome')).toHaveCount(3)
  await expect(dialog.getByTestId('readmit-progress')).toContainText('已接纳 3 / 3 条')
  await picture(page, 'readmit')
  await dialog.getByTestId('readmit-close').click()

  await expect(page.getByTestId('readmitted')).toHaveCount(3)
  await expect(page.getByTestId('choose').first()).toBeDisabled()
  expect(await api<unknown[]>(page, `/api/points/${mn}/packets`)).toHaveLength(3)
  const counters = await api<Counters>(page, '/api/counters')
  expect(counters.stored + counters.duplicate + counters.quarantined).toBe(counters.received)
})

test.describe('a frame that is still no data', () => {
  test.use({ provoked: /409 POST .*\/readmit/ })

  test('stays in quarantine and the dialog says why; corrected, it is taken', async ({ page }) => {
    const mn = unique()
    await broken(page, mn, 1)
    await page.goto(`/quarantine?mn=${mn}`)
    await page.getByTestId('quarantined-link').click()
    await page.getByTestId('readmit').click()
    const dialog = page.getByTestId('readmit-dialog')
    await dialog.getByTestId('way-AS_IT_IS').check()
    await dialog.getByTestId('readmit-reason').fill('试一次')
    await dialog.getByTestId('readmit-run').click()
    await expect(dialog.getByTestId('readmit-outcome')).toContainText('still no data: BAD_CRC')
    await dialog.getByTestId('readmit-again').click()
    await dialog.getByTestId('way-CORRECTED').check()
    const at = cityDigits(Date.now())
    await dialog.getByTestId('readmit-frame').fill(`QN=${at}000;ST=32;CN=2011;PW=123456;MN=${mn};Flag=5;CP=&&DataTime=${at};w01018-Rtd=7.5,w01018-Flag=N&&`)
    await dialog.getByTestId('readmit-run').click()
    await dialog.getByTestId('readmitted-packet').click()
    await expect(page.getByTestId('verdict')).toContainText('完整有效')
    await expect(page.getByTestId('raw')).toContainText('w01018-Rtd=7.5')
  })
})

test('who may not re-admit can look and decode, and is offered nothing more', async ({ page }) => {
  const mn = unique()
  await broken(page, mn, 1)
  await page.route('**/api/session', async (route) => {
    const answer = await route.fetch()
    const person = (await answer.json()) as { permissions: string[] }
    await route.fulfill({ response: answer, json: { ...person, permissions: person.permissions.filter((one) => one !== 'packets.readmit') } })
  })
  await page.goto(`/quarantine?mn=${mn}`)
  await page.getByTestId('explain').click()
  await expect(page.getByTestId('decoder')).toBeVisible()
  await expect(page.getByTestId('choose')).toHaveCount(0)
  await page.getByTestId('quarantined-link').click()
  await expect(page.getByTestId('verdict')).toBeVisible()
  await expect(page.getByTestId('readmit')).toHaveCount(0)
})
