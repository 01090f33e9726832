import type { Page } from '@playwright/test'
import { api, expect, expectAccessible, picture, test } from './fixture'
import { workbook } from './workbook'

interface Found { items: { id: number; name: string }[]; total: number }
const ENTERPRISES = ['单位名称*', '县区*', '监管级别*', '统一社会信用代码', '行业代码', '许可证截止日期']
const POINTS = ['排污单位*', '排放口', 'MN*', '监控点名称*', '介质*', '协议版本*']
const unique = () => Date.now().toString(36).toUpperCase()
const find = (page: Page, name: string) => api<Found>(page, `/api/enterprises?q=${encodeURIComponent(name)}`)

async function send(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByTestId('import-file').setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer })
  await page.getByTestId('import-check').click()
}

/** The sample city's archives are filled while the journeys begin. */
async function filled(page: Page): Promise<void> {
  await expect.poll(async () => (await api<unknown[]>(page, '/api/contractors')).length, { timeout: 60_000 }).toBeGreaterThan(0)
}

test('a workbook with errors shows each with sheet, row and column; the good rows come in by choice', async ({ page }) => {
  const mark = unique()
  await page.goto('/enterprises')
  await page.getByTestId('to-import').click()
  const file = workbook({
    排污单位: [ENTERPRISES, [`甲厂${mark}`, '华宁县', '重点', '', '3011', '2027-12-31'], [`乙厂${mark}`, '华宁县', '重要', '91530402MA6QY3T18X', '3011', '不知道'], ['', '华宁县', '一般', '', '', '']],
    监控点: [POINTS, [`甲厂${mark}`, '', `IMP${mark}`, '窑尾', '废气', '2017'], [`丙厂${mark}`, '', `IMQ${mark}`, '窑头', '废气', '2019']],
  })
  await send(page, `${mark}.xlsx`, file)
  await expect(page.getByTestId('import-state')).toHaveText('检查完毕，尚未导入')
  const problems = page.getByTestId('import-problem')
  await expect(problems.filter({ hasText: '监管级别' })).toContainText('“重要”不在可选值中：重点、一般')
  await expect(problems.filter({ hasText: '统一社会信用代码' })).toContainText('校验码不对')
  await expect(problems.filter({ hasText: '许可证截止日期' })).toContainText('“不知道”不是日期')
  await expect(problems.filter({ hasText: '单位名称' })).toContainText('必填')
  await expect(problems.filter({ hasText: '监控点' })).toContainText('没有名称或信用代码为')
  await expect(page.getByTestId('import-all')).toHaveCount(0)
  expect((await find(page, mark)).total, 'a check puts nothing on record').toBe(0)
  await expectAccessible(page)
  await picture(page, 'import')

  await page.reload() // the address knows the import
  await page.getByTestId('import-good').click()
  await expect(page.getByTestId('import-state')).toHaveText('已导入', { timeout: 30_000 })
  expect((await find(page, mark)).items.map((one) => one.name)).toEqual([`甲厂${mark}`])
  expect((await api<{ name: string }>(page, `/api/points/IMP${mark}`)).name).toBe('窑尾')
})

test('what is exported comes in again as it is, and a workbook without errors comes in whole', async ({ page }) => {
  const mark = unique()
  await page.goto('/archives/import')
  await send(page, 'city.xlsx', workbook({ 排污单位: [ENTERPRISES, [`丁厂${mark}`, '通海县', '一般', '', '2221', '2027-12-31']] }))
  await page.getByTestId('import-all').click()
  await expect(page.getByTestId('import-state')).toHaveText('已导入', { timeout: 30_000 })

  await page.goto(`/enterprises?q=${encodeURIComponent(mark)}`)
  await expect(page.getByTestId('archive-link')).toHaveText(`丁厂${mark}`)
  const download = page.waitForEvent('download')
  await page.getByTestId('export').click()
  const path = await (await download).path()
  await page.goto('/archives/import')
  await page.getByTestId('import-file').setInputFiles(path)
  await page.getByTestId('import-check').click()
  await expect(page.getByTestId('import-sheet').first()).toContainText('排污单位')
  await expect(page.getByTestId('import-sheet').first().locator('td').nth(4)).toHaveText('1') // as on record
  await expect(page.getByTestId('import-problem')).toHaveCount(0)
  await page.getByTestId('import-drop').click()
  await expect(page.getByTestId('import-state')).toHaveText('已放弃，没有写入')
})

test.describe('what is no workbook', () => {
  test.use({ provoked: /400 POST .*\/api\/archives\/imports/ })

  test('is refused with its reason', async ({ page }) => {
    await page.goto('/archives/import')
    await send(page, 'list.xlsx', Buffer.from('单位名称,县区\n甲,乙\n'))
    await expect(page.getByTestId('import-refused')).toContainText('不是可读取的 .xlsx')
  })
})

test.describe('an archive', () => {
  test.use({ provoked: /400 PUT .*\/api\/enterprises\/\d+/ })

  test('is edited with its errors at the fields, and tells who changed what', async ({ page }) => {
    const mark = unique()
    const made = await page.request.post('/api/enterprises', { data: { name: `戊厂${mark}`, county: '易门县', supervisionClass: 'GENERAL' }, headers: { 'X-XSRF-TOKEN': (await page.context().cookies()).find((one) => one.name === 'XSRF-TOKEN')?.value ?? '' } })
    expect(made.status(), await made.text()).toBe(201)
    await page.goto(`/enterprises?q=${encodeURIComponent(mark)}`)
    await page.getByTestId('archive-link').click()
    await page.getByTestId('edit-enterprise').click()
    await page.getByTestId('field-creditCode').fill('91530402MA6QY3T18X')
    await page.getByTestId('field-longitude').fill('东边')
    await page.getByTestId('record-save').click()
    await expect(page.getByTestId('error-longitude')).toBeVisible()
    await page.getByTestId('field-longitude').fill('102.16')
    await page.getByTestId('record-save').click()
    await expect(page.getByTestId('error-creditCode')).toContainText('校验码不对，应为')
    await page.getByTestId('field-creditCode').fill('')
    await page.getByTestId('field-address').fill('龙泉街道 12 号')
    await page.getByTestId('record-save').click()
    await expect(page.getByTestId('value-address')).toHaveText('龙泉街道 12 号')

    await page.getByTestId('tab-outlets').click()
    await page.getByTestId('new-outlet').click()
    await page.getByTestId('record-save').click()
    await expect(page.getByTestId('error-name')).toHaveText('必填。') // nothing is sent without it
    await page.getByTestId('field-code').fill('DA001')
    await page.getByTestId('field-name').fill('一号烟囱')
    await page.getByTestId('field-height').fill('45')
    await page.getByTestId('record-save').click()
    await expect(page.getByRole('cell', { name: '一号烟囱', exact: true })).toBeVisible()

    await page.getByTestId('tab-changes').click()
    await expect(page.getByTestId('change').first()).toContainText('登记排放口')
    await expect(page.getByTestId('change').nth(1)).toContainText('修改排污单位')
    await expect(page.getByTestId('change').nth(1)).toContainText('龙泉街道 12 号')
    await expectAccessible(page)
  })
})

test('an archive of the city has equipment, certificates and contractors, on a phone too', async ({ page }) => {
  await filled(page)
  const first = (await api<Found>(page, '/api/enterprises?size=1')).items[0]
  await page.goto(`/enterprises/${first?.id}?tab=equipment`)
  await expect(page.getByTestId('equipment-row').first()).toBeVisible()
  await picture(page, 'archive')
  for (const tab of ['certificates', 'contracts', 'files', 'notices', 'basics', 'outlets']) {
    await page.getByTestId(`tab-${tab}`).click()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await expectAccessible(page)
  }
  await page.setViewportSize({ width: 360, height: 780 })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})

test('certificates that end soon are listed by how near their end is, and lead to their archive', async ({ page }) => {
  await filled(page)
  await page.goto('/enterprises')
  await page.getByTestId('to-expiring').click()
  await expect(page.getByTestId('expiring-row').first()).toBeVisible()
  const all = await page.getByTestId('expiring-row').count()
  await page.getByTestId('warning-LAST').click()
  await expect(page).toHaveURL(/warning=LAST/)
  const last = await page.getByTestId('expiring-row').count()
  expect(last).toBeGreaterThan(0)
  expect(last).toBeLessThan(all)
  for (const text of await page.getByTestId('warning').allTextContents()) expect(text).toMatch(/^还有 [0-7] 天$/)
  await expectAccessible(page)
  await page.goto('/enterprises?expiring=60')
  await expect(page.getByTestId('filter-expiring')).toHaveValue('60')
  await expect(page.getByTestId('archive-link').first()).toBeVisible()
  await page.goto('/archives/expiring?warning=SECOND')
  await page.getByTestId('expiring-row').getByRole('link').first().click()
  await expect(page.getByTestId('tab-certificates')).toHaveAttribute('aria-selected', 'true')
})
