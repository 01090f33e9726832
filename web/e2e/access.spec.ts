import { api, expect, expectAccessible, PASSWORD, picture, points, test, USER } from './fixture'

test.describe('how a logger proves who it is and how its frames are judged', () => {
  test.use({ provoked: /400 PUT .*\/(door|device)/ })

  test('is set at the point; what is wrong is told at its field, and secrets never come back', async ({ page }) => {
    const key = `e2e-${Date.now().toString(36).padStart(12, '0')}` // another one each time: that in force is refused
    const mn = (await points(page, '&medium=WATER'))[1]?.mn ?? ''
    // Whatever an earlier run that broke off has left.
    const basic = { Authorization: `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}` }
    expect((await page.request.put(`/api/points/${mn}/door`, { headers: basic, data: { networks: [] } })).ok()).toBe(true)
    expect((await page.request.put(`/api/points/${mn}/device`, { headers: basic, data: { crcPolicy: 'STRICT' } })).ok()).toBe(true)
    await page.goto(`/points/${mn}`)
    await page.getByTestId('tab-access').click()
    await expectAccessible(page)

    await page.getByTestId('door-networks').fill('127.0.0.0/8\nnot-an-address')
    await page.getByTestId('door-save').click()
    await expect(page.getByTestId('door-networks-error')).toContainText('not-an-address')
    await expect(page.getByTestId('door-networks')).toHaveAttribute('aria-invalid', 'true')
    await page.getByTestId('door-networks').fill('127.0.0.0/8')
    await page.getByTestId('door-save').click()
    await expect(page.getByTestId('door-said')).toHaveText('已保存')
    expect((await api<{ networks: string[] }>(page, `/api/points/${mn}/door`)).networks).toEqual(['127.0.0.0/8'])

    await page.getByTestId('device-key').fill('short')
    await page.getByTestId('device-save').click()
    await expect(page.getByTestId('device-key-error')).toContainText('16 printable')
    await page.getByTestId('device-key').fill(key)
    await page.getByTestId('device-crc').selectOption('ACCEPT_MODBUS')
    await page.getByTestId('device-save').click()
    await expect(page.getByTestId('device-said')).toHaveText('已保存')
    await expect(page.getByTestId('device-key-line').first()).toContainText('有效')
    await expect(page.getByTestId('device-key')).toHaveValue('')
    await picture(page, 'access')

    await page.reload()
    await expect(page.getByTestId('device-crc')).toHaveValue('ACCEPT_MODBUS')
    expect(await page.content()).not.toContain(key)

    // As it was: the simulated loggers go on.
    await page.getByTestId('door-networks').fill('')
    await page.getByTestId('door-save').click()
    await expect(page.getByTestId('door-said')).toHaveText('已保存')
    await page.getByTestId('device-crc').selectOption('STRICT')
    await page.getByTestId('device-save').click()
    await expect(page.getByTestId('device-said')).toHaveText('已保存')
  })
})
