import { api, expect, picture, points, test } from './fixture'
import { cityDigits, frame, send, wrongCrc } from './logger'

interface Counters { received: number; stored: number; duplicate: number; quarantined: number }
const unique = () => `E2E${Date.now().toString(36).toUpperCase()}${Math.floor(Math.random() * 1296).toString(36).toUpperCase()}`

test('a packet is opened and every field explained', async ({ page }) => {
  const online = (await points(page, '&online=true')).find((point) => point.medium === 'WATER')
  await page.goto(`/points/${online?.mn}?tab=packets`)
  await page.getByTestId('packet-link').first().click()
  await expect(page.getByTestId('verdict')).toContainText('完整有效')
  const row = (label: string) => page.getByTestId('part').filter({ hasText: label }).first()
  await expect(row('CN 命令编码')).toContainText(/实时数据|分钟数据|小时数据|日数据|运行/)
  await expect(row('ST 系统编码')).toContainText('水')
  await expect(row('MN 设备唯一标识')).toContainText(online?.mn ?? '')
  await expect(row('Flag 标志位')).toContainText(/HJ 212-20\d\d · 不?分包 · 不?要求应答/)
  await expect(row('CRC 校验')).toContainText('CRC16')
  await expect(row('PW 访问密码')).toContainText('***')

  // Every byte belongs to a field: the table's pieces are the raw text.
  const raw = (await page.getByTestId('raw').textContent()) ?? ''
  expect(raw.startsWith('##')).toBe(true)
  expect(raw.endsWith('\\r\\n')).toBe(true)
  expect(await page.getByTestId('part').count()).toBeGreaterThan(8)
  await picture(page, 'packet')
})

test('a frame with a wrong check sum lies in the quarantine with what is wrong, and nothing vanishes', async ({ page }) => {
  const { port } = await api<{ port: number }>(page, '/api/access/address')
  const mn = unique()
  const segment = `QN=${cityDigits(Date.now())}000;ST=32;CN=2011;PW=123456;MN=${mn};Flag=5;CP=&&DataTime=${cityDigits(Date.now())};w01018-Rtd=31.5,w01018-Flag=N&&`
  await send(port, [frame(segment, wrongCrc(segment))], null)

  await page.goto(`/quarantine?mn=${mn}`)
  await expect(async () => {
    await page.reload()
    await expect(page.getByTestId('quarantined-link').first()).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  await page.getByTestId('quarantined-link').first().click()
  await expect(page.getByTestId('reason')).toContainText('校验码不符')
  await expect(page.getByTestId('verdict')).toContainText('不能采用')
  const problems = page.getByTestId('problems')
  await expect(problems).toContainText(`报文写的是 ${wrongCrc(segment)}`)
  await expect(problems).toContainText(/实际是 [0-9A-F]{4}/)
  await expect(page.getByTestId('raw')).toContainText('w01018-Rtd=31.5')

  const counters = await api<Counters>(page, '/api/counters')
  expect(counters.stored + counters.duplicate + counters.quarantined).toBe(counters.received)
  await page.goto('/system')
  await expect(page.getByTestId('equation')).toContainText('=')
})

test('a logger that nobody registered is acknowledged, offered, and registered with three clicks', async ({ page }) => {
  const { port } = await api<{ port: number }>(page, '/api/access/address')
  const mn = unique()
  const qn = `${cityDigits(Date.now())}123`
  const at = cityDigits(Date.now() - 5_000)
  const answer = await send(port, [frame(`QN=${qn};ST=32;CN=2011;PW=123456;MN=${mn};Flag=5;CP=&&DataTime=${at};w01018-Rtd=31.50,w01018-Flag=N;w21003-Rtd=1.204,w21003-Flag=N&&`)], 'CN=9014')
  expect(answer).toContain(`QN=${qn}`)

  await page.goto('/unregistered')
  const offered = page.getByTestId('candidate').filter({ hasText: mn })
  await expect(offered).toBeVisible({ timeout: 30_000 })
  await expect(offered).toContainText('废水')
  await offered.getByTestId('register').click() // one
  const enterprise = offered.getByTestId('enterprise')
  await expect(enterprise.locator('option').nth(1)).toBeAttached()
  await enterprise.selectOption({ index: 1 }) // two
  await offered.getByTestId('confirm').click() // three

  await expect(page).toHaveURL(new RegExp(`/points/${mn}`))
  await expect(page.getByTestId('headline')).toBeVisible()
  // The packet from before the registration belongs to the new point.
  await page.getByTestId('tab-packets').click()
  await expect(page.getByTestId('packet-link')).toHaveCount(1)
  await page.goto(`/live?q=${mn}`)
  await expect(page.getByRole('grid')).toContainText('31.50')
})

test.describe('of an MN that is no point', () => {
  test.use({ provoked: /404 GET .*\/api\/points\/E2E/ })

  test('the traffic is followed as it comes', async ({ page }) => {
    const { port } = await api<{ port: number }>(page, '/api/access/address')
    const mn = unique()
    const packet = (ago: number) => {
      const at = cityDigits(Date.now() - ago * 1_000)
      return send(port, [frame(`QN=${at}001;ST=32;CN=2011;PW=123456;MN=${mn};Flag=5;CP=&&DataTime=${at};w01018-Rtd=${ago}.5,w01018-Flag=N&&`)], 'CN=9014')
    }
    await packet(30)
    await page.goto(`/points/${mn}?tab=packets`)
    await expect(page.getByTestId('packet-link')).toHaveCount(1)
    await packet(20)
    await packet(10)
    await expect(page.getByTestId('packet-link')).toHaveCount(3)
    const newest = page.getByRole('row').nth(1)
    await expect(newest).toContainText('w01018-Rtd=10.5')

    await page.getByTestId('follow').uncheck()
    await packet(5)
    await page.getByRole('button', { name: '刷新' }).click() // by hand it is there at once
    await expect(page.getByTestId('packet-link')).toHaveCount(4)

    // Nothing moves under the pointer; what came meanwhile is there when it leaves.
    await page.getByTestId('follow').check()
    await newest.hover()
    await expect(page.getByTestId('held')).toBeVisible()
    await packet(1)
    await page.mouse.move(5, 5)
    await expect(page.getByTestId('packet-link')).toHaveCount(5)
  })
})
