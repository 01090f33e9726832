import { expect, test } from './fixture'

test('nothing is loaded from anywhere else, and no address of a page is unknown to the server', async ({ page, baseURL }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) foreign.push(request.url())
  })
  for (const path of ['/overview', '/wall', '/live', '/tables', '/quarantine', '/unregistered', '/enterprises', '/archives/import', '/archives/expiring', '/connections', '/accounts', '/audit', '/profile', '/system']) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(200)
    await expect(page.locator('main')).toBeVisible()
  }
  expect(foreign).toEqual([])
})
