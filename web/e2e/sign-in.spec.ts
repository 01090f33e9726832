import { expect, expectAccessible, PASSWORD, picture, test, USER } from './fixture'

test.use({ storageState: { cookies: [], origins: [] } })

test.describe('signing in', () => {
  test.use({ provoked: /401 (GET|POST) .*\/api\/session/ })

  test('a wrong password is told, the right one leads to the page that was asked for', async ({ page }) => {
    await page.goto('/live?county=红塔区')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await expect(page.getByRole('heading', { name: '源清' })).toBeVisible()
    await expectAccessible(page)
    await picture(page, 'sign-in')

    await page.getByLabel('用户名').fill(USER)
    await page.getByLabel('密码').fill('not the password')
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByTestId('sign-in-failure')).toHaveText('用户名或密码不正确，请重新输入。')
    await expect(page.getByLabel('用户名')).toHaveValue(USER)

    await page.getByLabel('密码').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/live\?county=/)
    await expect(page.getByTestId('county')).toHaveValue('红塔区')

    await page.getByTestId('sign-out').click()
    await expect(page).toHaveURL(/\/sign-in/)
    await page.goto('/live')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
  })

  test('an address of another site is not followed after the sign-in', async ({ page }) => {
    await page.goto('/sign-in?next=//example.org/steal')
    await page.getByLabel('用户名').fill(USER)
    await page.getByLabel('密码').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/^[^?]*\/overview$/)
  })
})

test.describe('a locked account', () => {
  test.use({ provoked: /(401 GET|429 POST) .*\/api\/session/ })

  // Played: to lock the administrator for real would lock out the other journeys.
  test('is told with the time to wait', async ({ page }) => {
    await page.route('**/api/session', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 429, headers: { 'Retry-After': '840' }, contentType: 'application/problem+json', body: '{"status":429}' })
        : route.continue(),
    )
    await page.goto('/sign-in')
    await page.getByLabel('用户名').fill(USER)
    await page.getByLabel('密码').fill('whatever')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('sign-in-failure')).toContainText('14 分钟')
  })
})

test.describe('a session that ends under the hands', () => {
  test.use({ provoked: /401 GET .*\/api\// })

  test('is renewed in place: the page and its filters stay', async ({ page }) => {
    await page.goto('/sign-in?next=/live')
    await page.getByLabel('用户名').fill(USER)
    await page.getByLabel('密码').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/live$/)
    await page.getByTestId('search').fill('玉溪')
    await page.context().clearCookies()
    await page.getByRole('row').nth(1).click()
    const again = page.getByRole('dialog', { name: '请重新登录' })
    await expect(again).toBeVisible()
    const address = page.url()
    await again.getByLabel('密码').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await expect(again).toBeHidden()
    expect(page.url()).toBe(address)
    await expect(page.getByTestId('headline')).toBeVisible()
  })
})
