import { createHmac } from 'node:crypto'
import type { Page } from '@playwright/test'
import { api, expect, expectAccessible, picture, points, test } from './fixture'

const FIRST = 'First-Password-2026'
const OWN = 'Own-Password-2026'

/** Codes of an authenticator app (RFC 6238: SHA-1, 30 s, six digits). */
function totp(secret: string, step: number): string {
  let bits = ''
  for (const letter of secret.replaceAll(/[\s=]/g, '')) bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', key).update(counter).digest()
  const at = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
const step = () => Math.floor(Date.now() / 30_000)

async function makeAccount(page: Page, name: string, roles: string[], county = ''): Promise<void> {
  await page.goto('/accounts')
  await page.getByTestId('new-account').click()
  await page.getByLabel('用户名（登录用').fill(name)
  await page.getByLabel('姓名', { exact: true }).fill(`${name} 某`)
  await page.getByLabel('初始密码').fill(FIRST)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByTestId('account-dialog')).toHaveCount(0)
  await page.getByRole('button', { name: `管理 ${name}` }).click()
  for (const role of roles) await page.getByTestId(`role-${role}`).check()
  if (county !== '') {
    await page.getByTestId('scope-bounded').check()
    await page.getByLabel(county).check()
  }
  await page.getByTestId('grant').click()
  await expect(page.getByTestId('account-done')).toHaveText('已授权。')
  await page.getByTestId('leave-account').click()
}

async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('用户名').fill(name)
  await page.getByLabel('密码').fill(password)
  await page.keyboard.press('Enter')
}

/** The first sign-in leads to the change of the password that somebody else has set. */
async function changePassword(page: Page): Promise<void> {
  await expect(page.getByTestId('password-due')).toBeVisible()
  await page.getByTestId('current-password').fill(FIRST)
  await page.getByTestId('wanted-password').fill(OWN)
  await page.getByTestId('wanted-again').fill(OWN)
  await page.getByRole('button', { name: '修改密码' }).click()
  await expect(page.getByTestId('password-due')).toHaveCount(0)
}

test.describe('accounts', () => {
  test.use({ provoked: /(401|403|400) (GET|POST|PUT) .*\/api\// })

  test('one is made and granted, changes its password, takes a second factor and signs in with it', async ({ page, browser, playwright, baseURL }) => {
    const name = `factor-${Date.now()}`
    await makeAccount(page, name, ['DUTY_OFFICER'])
    await expectAccessible(page)
    await picture(page, 'accounts')

    const own = await (await browser.newContext({ storageState: { cookies: [], origins: [] } })).newPage()
    await signIn(own, name, FIRST)
    await changePassword(own)
    await own.goto('/profile')
    await own.getByTestId('factor-begin').click()
    await expect(own.getByTestId('factor-qr')).toBeVisible()
    const secret = (await own.getByTestId('factor-secret').textContent()) ?? ''
    await own.getByTestId('factor-code').fill('000000')
    await own.getByTestId('factor-confirm').click()
    await expect(own.getByTestId('factor-failure')).toBeVisible()
    const used = step()
    await own.getByTestId('factor-code').fill(totp(secret, used))
    await own.getByTestId('factor-confirm').click()
    await expect(own.getByTestId('recovery-codes').getByRole('listitem')).toHaveCount(10)
    const recovery = (await own.getByTestId('recovery-codes').getByRole('listitem').first().textContent()) ?? ''
    await expectAccessible(own)
    await picture(own, 'profile')

    await own.getByTestId('token-name').fill('报表程序')
    await own.getByTestId('token-make').click()
    const token = (await own.getByTestId('token-made').locator('code').textContent()) ?? ''
    const program = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { Authorization: `Bearer ${token}` } })
    expect((await program.get('/api/points')).status()).toBe(200)
    expect((await program.get('/api/profile')).status(), 'a token does not look after the account').toBe(403)
    await program.dispose()

    await own.getByTestId('sign-out').click()
    await signIn(own, name, OWN)
    await expect(own.getByTestId('sign-in-code')).toBeFocused()
    await own.getByTestId('sign-in-code').fill(recovery)
    await own.keyboard.press('Enter')
    await expect(own).toHaveURL(/\/overview$/)
    await own.context().close()
  })

  test('what is refused is told in the form', async ({ page }) => {
    await page.goto('/accounts')
    await page.getByTestId('new-account').click()
    await page.getByLabel('用户名（登录用').fill('short')
    await page.getByLabel('姓名', { exact: true }).fill('某')
    await page.getByLabel('初始密码').fill('short')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByTestId('account-failure')).toBeVisible()
    await expect(page.getByLabel('姓名', { exact: true })).toHaveValue('某')
  })
})

const ROLES: Record<string, { menu: string[]; not: string[] }> = {
  SYSTEM_ADMINISTRATOR: { menu: ['账号'], not: ['审计'] },
  SECURITY_ADMINISTRATOR: { menu: ['账号'], not: ['审计'] },
  AUDITOR: { menu: ['账号', '审计'], not: [] },
  DUTY_OFFICER: { menu: [], not: ['账号', '审计'] },
  REVIEWER: { menu: [], not: ['账号', '审计'] },
  INSPECTOR: { menu: [], not: ['账号', '审计'] },
  ENFORCEMENT: { menu: [], not: ['账号', '审计'] },
  LEADER: { menu: [], not: ['账号', '审计'] },
}

test.describe('each role', () => {
  test.use({ provoked: /(401|403) (GET|POST|PUT) .*\/api\// })

  for (const [role, { menu, not }] of Object.entries(ROLES)) {
    test(`${role} opens its own pages and nothing else`, async ({ page, browser }) => {
      const name = `${role.toLowerCase().replaceAll('_', '-')}-${Date.now()}`
      await makeAccount(page, name, [role])
      const own = await (await browser.newContext({ storageState: { cookies: [], origins: [] } })).newPage()
      await signIn(own, name, FIRST)
      await changePassword(own)
      await own.goto('/live')
      const entries = own.getByRole('navigation')
      await expect(entries.getByRole('link', { name: '实时' })).toBeVisible()
      for (const one of menu) await expect(entries.getByRole('link', { name: one })).toBeVisible()
      for (const one of not) await expect(entries.getByRole('link', { name: one })).toHaveCount(0)
      if (not.includes('审计')) {
        await own.goto('/audit')
        await expect(own.getByTestId('forbidden')).toContainText('audit.read')
        expect((await own.request.get('/api/audit')).status()).toBe(403)
      }
      await own.context().close()
    })
  }
})

test.describe('a county bureau', () => {
  test.use({ provoked: /(401|403|404) (GET|POST|PUT) .*\/api\// })

  test('sees its county; what lies elsewhere does not exist for it, on any page', async ({ page, browser }) => {
    const all = await points(page)
    const [county, elsewhere] = [all[0]?.county ?? '', all.find((one) => one.county !== all[0]?.county)]
    expect(elsewhere).toBeDefined()
    const name = `bureau-${Date.now()}`
    await makeAccount(page, name, ['COUNTY_BUREAU'], county)
    const own = await (await browser.newContext({ storageState: { cookies: [], origins: [] } })).newPage()
    await signIn(own, name, FIRST)
    await changePassword(own)
    const seen = await points(own)
    expect(seen.length).toBe(all.filter((one) => one.county === county).length)
    expect(seen.every((one) => one.county === county)).toBe(true)
    await own.goto('/overview')
    await expect(own.getByTestId('county-row').first()).toBeVisible()
    await expect(own.locator('main')).not.toContainText(elsewhere?.enterpriseName ?? '')
    await own.goto(`/points/${elsewhere?.mn}`)
    await expect(own.getByRole('heading', { name: `没有 MN 为 ${elsewhere?.mn} 的监控点` })).toBeVisible()
    await own.goto(`/enterprises?q=${encodeURIComponent(elsewhere?.enterpriseName ?? '')}`)
    await expect(own.locator('main')).toContainText('没有符合条件的排污单位')
    await expect(own.getByRole('link', { name: elsewhere?.enterpriseName ?? '' })).toHaveCount(0)
    await own.context().close()
  })
})

test('the audit trail is filtered, shows what changed, and its chain is verified', async ({ page }) => {
  await page.goto('/audit')
  await expect(page.getByTestId('audit-entry').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByTestId('audit-act').selectOption('SIGN_IN')
  await expect(page).toHaveURL(/act=SIGN_IN/)
  await expect(page.getByTestId('audit-entry').first()).toContainText('登录')
  await page.reload()
  await expect(page.getByTestId('audit-act')).toHaveValue('SIGN_IN')
  const acts = await page.getByTestId('audit-act').locator('option').allTextContents()
  expect(acts.filter((act) => /^[A-Z_]+$/.test(act)), 'each act has its word').toEqual([])
  await page.getByTestId('audit-check').click()
  await expect(page.getByTestId('audit-finding')).toContainText('审计链完整')
  const total = (await api<{ total: number }>(page, '/api/audit?act=SIGN_IN&size=1')).total
  await expect(page.getByTestId('audit-count')).toContainText(String(total))
  await picture(page, 'audit')
})
