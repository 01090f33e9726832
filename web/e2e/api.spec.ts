import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from './fixture'

test('the types of the interface in the sources are those of the server', async ({ baseURL }) => {
  const { stdout } = await promisify(execFile)(process.execPath, ['api/generate.mjs', baseURL ?? '', '--print'], { maxBuffer: 16 * 1024 * 1024 })
  // Otherwise: npm run types, and see what the screens make of the change.
  expect(readFileSync('src/api/schema.d.ts', 'utf8')).toBe(stdout)
})

test('nothing is loaded from anywhere else, and no address of a page is unknown to the server', async ({ page, baseURL }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) foreign.push(request.url())
  })
  for (const path of ['/live', '/quarantine', '/unregistered', '/enterprises', '/system']) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(200)
    await expect(page.locator('main')).toBeVisible()
  }
  expect(foreign).toEqual([])
})
