import { expect, signIn, test } from './fixtures'
import { addressOfPublicTopic, people } from './people'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('finds from the header, filters by ticks, drops a filter, sorts, mends spelling and takes it back', async ({ page }) => {
    await page.goto('/')
    await page.locator('header input[name=q]').fill('antrean')
    await page.locator('header input[name=q]').press('Enter')
    const main = page.getByRole('main')
    await expect(main.getByRole('status')).toContainText(/\d+ hasil untuk antrean/)
    await main.getByRole('checkbox', { name: /Topik/ }).locator('visible=true').check()
    await main.getByRole('button', { name: 'Terapkan' }).locator('visible=true').click()
    await expect(page).toHaveURL(/jenis=topic/)
    await main.getByRole('link', { name: 'Hapus saringan Topik' }).click()
    await expect(page).not.toHaveURL(/jenis=topic/)
    await main.getByRole('link', { name: 'Terbaru' }).click()
    await expect(page).toHaveURL(/urut=terbaru/)
    await page.goto('/cari?q=akta+kelahirn')
    await expect(main.getByRole('status')).toContainText('akta kelahiran')
    await main.getByRole('link', { name: 'Cari persis “kelahirn”' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Belum ada yang menulis')
    await expect(main.getByRole('link', { name: 'Telusuri menurut kategori' })).toBeVisible()
  })
})

test('strangers meet nothing of the rooms of civil servants, not in results, counts or suggestions', async ({ page, another }) => {
  const member = await another()
  await signIn(member, people.asn)
  for (const word of ['sipd', 'bkpsdm', 'vendor']) {
    const mine = await (await member.request.get(`/cari/cepat?q=${word}`)).json() as { total: { count: number }; hits: { id: string }[] }
    const theirs = await (await page.request.get(`/cari/cepat?q=${word}`)).json() as { total: { count: number }; hits: { id: string; url: string }[]; write: string | null }
    expect(theirs.write).toBeNull()
    expect(theirs.total.count).toBeLessThanOrEqual(mine.total.count)
    for (const hit of theirs.hits) expect((await page.request.get(hit.url)).status(), hit.url).toBe(200)
  }
  await member.goto('/cari?q=sipd')
  await expect(member.locator('ol.list > li').first()).toBeVisible()
})

test('quick search: opens by key, moves by arrows, opens a find, remembers, and gives the focus back', async ({ page }) => {
  await signIn(page, people.asn, '/forum')
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Cari atau ketik perintah' })
  await expect(field).toBeFocused()
  await field.pressSequentially('antrean kt')
  const first = page.getByRole('option').first()
  await expect(first).toContainText('KTP-el')
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await expect(field).toHaveAttribute('aria-activedescendant', await first.getAttribute('id') ?? 'none')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('option', { name: /Lihat semua hasil/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/(forum\/t|pengetahuan\/a)\//)
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('/')
  await expect(page.getByRole('option', { name: 'antrean kt' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('on a phone the icon opens it over the whole screen', async ({ another }) => {
  const page = await another({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  await page.goto('/forum')
  await page.waitForLoadState('networkidle')
  await page.locator('header .qs-link').click()
  const box = await page.getByRole('dialog', { name: 'Cari cepat' }).boundingBox()
  expect(box).toMatchObject({ x: 0, y: 0, width: 360, height: 740 })
})

test('what is written is found by others within moments, and gone when it is deleted', async ({ page, another }) => {
  const word = `jelajahan${Date.now().toString(36).replace(/\d/g, digit => 'abcdefghij'[Number(digit)]!)}`
  const topic = await addressOfPublicTopic(page)
  await signIn(page, people.asn, topic)
  const asked = async (from: { request: typeof page.request }) => ((await (await from.request.get(`/cari/cepat?q=${word}`)).json()) as { total: { count: number } }).total.count
  expect(await asked(page)).toBe(0)
  const id = /\/forum\/t\/(\d+)/.exec(page.url())![1]!
  await page.goto(`/utas/${id}/balas`)
  await page.locator('main textarea[name=markdown], main [contenteditable=true]').first().fill(`Kata kuncinya ${word}.`)
  await page.getByRole('main').getByRole('button', { name: 'Kirim balasan' }).click()
  const other = await another()
  await expect.poll(() => asked(other)).toBe(1)
})
