import { expect, expectAccessible, picture, points, test } from './fixture'

test.beforeEach(async ({ page }) => {
  await page.goto('/system')
  await expect(page.getByTestId('equation')).toBeVisible()
})

test('a point is opened by the initials of its pinyin, by its MN, and is recent then', async ({ page }) => {
  const steel = (await points(page)).find((point) => point.enterpriseName === '玉溪泽坤钢铁有限公司')
  expect(steel).toBeDefined()
  await page.keyboard.press('Control+k')
  const input = page.getByTestId('palette-input')
  await expect(input).toBeFocused()
  await input.pressSequentially('yxzk')
  await expect(page.getByTestId('palette-found').first()).toContainText('玉溪泽坤钢铁有限公司')
  await expectAccessible(page)
  await picture(page, 'palette')

  await input.fill((steel?.mn ?? '').toLowerCase())
  await expect(page.getByTestId('palette-found')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/points/${steel?.mn}`))
  await expect(page.getByTestId('palette')).toBeHidden()

  await page.getByTestId('open-palette').click()
  await expect(page.getByTestId('palette-found').first()).toContainText(steel?.mn ?? '')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('palette')).toBeHidden()
})

test('a page is opened by the arrows', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.getByTestId('palette-input').fill('总览')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/overview$/)
})

test('what is not there is told', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.getByTestId('palette-input').fill('no such point anywhere')
  await expect(page.getByTestId('palette').getByRole('status')).toHaveText('没有找到。')
})

test('? explains the keys, / leads to the search field, and both are letters while one types', async ({ page }) => {
  await page.keyboard.press('?')
  await expect(page.getByTestId('key-help')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('key-help')).toBeHidden()

  await page.goto('/live')
  await expect(page.locator('[role=grid] [data-index]').first()).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByTestId('search')).toBeFocused()
  await page.keyboard.type('?/')
  await expect(page.getByTestId('search')).toHaveValue('?/')
  await expect(page.getByTestId('key-help')).toBeHidden()
})

test('the menu goes by job and shows no job without pages', async ({ page }) => {
  const jobs = await page.getByRole('navigation').getByRole('group').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  const order = ['总览', '实时', '数据', '质量', '报警', '检查', '运维', '绩效', '档案', '系统']
  expect(jobs).toEqual(order.filter((job) => jobs.includes(job)))
  expect(jobs).toContain('总览')
  for (const group of await page.getByRole('navigation').getByRole('group').all()) expect(await group.getByRole('link').count()).toBeGreaterThan(0)
})

test.describe('in the dark', () => {
  test('palette and help can be read as well', async ({ page }) => {
    await page.getByTestId('theme').click()
    await page.keyboard.press('Control+k')
    await expect(page.getByTestId('palette-found').first()).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByTestId('open-help').click()
    await expect(page.getByTestId('key-help')).toBeVisible()
    await expectAccessible(page)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true })

  test('the palette opens by its button and fits', async ({ page }) => {
    await page.getByTestId('open-palette').tap()
    await expect(page.getByTestId('palette-found').first()).toBeVisible()
    const box = await page.getByTestId('palette').boundingBox()
    expect((box?.x ?? -1) >= 0 && (box?.width ?? 999) <= 360).toBe(true)
    await expectAccessible(page)
    await page.getByTestId('palette-found').first().tap()
    await expect(page.getByTestId('palette')).toBeHidden()
  })
})
