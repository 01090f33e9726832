import { api, expect, picture, points, test } from './fixture'
import { cityDigits, frame, hold } from './logger'

const unique = () => `E2E${Date.now().toString(36).toUpperCase()}${Math.floor(Math.random() * 1296).toString(36).toUpperCase()}`

test('who is connected is found by name, the address keeps the search, and the name leads to the point', async ({ page }) => {
  const point = (await points(page, '&online=true'))[0]
  await page.goto('/connections')
  const rows = page.getByTestId('connection')
  await expect(rows.nth(1)).toBeVisible()
  await picture(page, 'connections')
  await page.getByTestId('connection-search').fill(point?.mn ?? '')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(point?.name ?? '')
  await expect(page).toHaveURL(new RegExp(`q=${point?.mn}`))
  await page.reload()
  await expect(rows).toHaveCount(1)
  await expect(page.getByTestId('connection-search')).toHaveValue(point?.mn ?? '')
  await rows.getByTestId('point-link').click()
  await expect(page).toHaveURL(new RegExp(`/points/${point?.mn}`))
  await page.goBack()
  await expect(rows).toHaveCount(1)
})

test('a stranger appears by itself while it is connected, and leads to its registration', async ({ page }) => {
  test.setTimeout(240_000)
  const { port } = await api<{ port: number }>(page, '/api/access/address')
  const mn = unique()
  await page.goto(`/connections?q=${mn}`)
  await expect(page.getByText('没有符合的连接。')).toBeVisible()
  const logger = await hold(port, frame(`QN=${cityDigits(Date.now())}000;ST=32;CN=2011;PW=123456;MN=${mn};Flag=5;CP=&&DataTime=${cityDigits(Date.now())};w01018-Rtd=31.5,w01018-Flag=N&&`))
  try {
    const row = page.getByTestId('connection')
    await expect(row).toContainText(mn, { timeout: 30_000 })
    await row.getByTestId('register-link').click({ timeout: 30_000 })
    await expect(page).toHaveURL(new RegExp(`/unregistered\\?mn=${mn}`))
    const offered = page.getByTestId('candidate').first()
    // While the demo's history is being loaded, what is derived from the packets comes later.
    await expect(offered).toContainText(mn, { timeout: 120_000 })
    await expect(offered.getByTestId('enterprise')).toBeVisible()
  } finally {
    logger.destroy()
  }
  await page.goto(`/connections?q=${mn}`)
  await expect(page.getByText('没有符合的连接。')).toBeVisible({ timeout: 30_000 })
})
