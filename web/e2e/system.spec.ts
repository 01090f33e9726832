import { expect, picture, test } from './fixture'

const ALARM = { kind: 'DISK_FULL', subject: 'disk', since: '2026-11-25T08:00:00+08:00', detail: 'The disk of the data directory has 100 MB left.' }

test('what is wrong with the server stands in one line on every page, and leads to the system page', async ({ page }) => {
  await page.route('**/api/store/alarms', (route) => route.fulfill({ json: [{ ...ALARM, kind: 'READER_LAGS', subject: 'readings' }, ALARM] }))
  for (const path of ['/live', '/quarantine', '/enterprises', '/connections']) {
    await page.goto(path)
    const banner = page.getByTestId('alarm-banner')
    await expect(banner).toContainText('磁盘已满') // the one that stops packets comes first
    await expect(banner).toContainText('另有 1 条')
    expect((await banner.boundingBox())?.height).toBeLessThan(48)
  }
  await picture(page, 'alarm-banner')
  await page.getByTestId('alarm-banner').getByRole('link').click()
  await expect(page).toHaveURL(/\/system$/)
  await expect(page.getByTestId('alarm')).toHaveCount(2)
  await expect(page.getByTestId('alarm-banner')).toHaveCount(0)
})

test('who may not see alarms is neither shown any nor asks for them', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.route('**/api/session', async (route) => {
    const answer = await route.fetch()
    const person = (await answer.json()) as { permissions: string[] }
    await route.fulfill({ response: answer, json: { ...person, permissions: person.permissions.filter((one) => one !== 'upkeep.alarms') } })
  })
  await page.goto('/system')
  await expect(page.getByTestId('equation')).toContainText('=')
  expect(asked).not.toContain('/api/store/alarms')
})
