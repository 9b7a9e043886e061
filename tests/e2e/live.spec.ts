import { expect, signIn, test, type Account, type Page } from './fixtures'
import { choose, openTopic, people, postWith, reply, unique, write } from './people'

/** A citizen's question, open in two browsers: the citizen's and a colleague's. */
async function together(page: Page, another: () => Promise<Page>, citizen: Account = people.citizen): Promise<{ address: string; other: Page; title: string }> {
  const title = unique('Percakapan hidup')
  await signIn(page, citizen)
  await openTopic(page, title, 'Siapa yang sedang di sini?')
  const address = page.url().replace(/[?#].*$/, '')
  const other = await another()
  await signIn(other, people.officer, new URL(address).pathname)
  await expect(other.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return { address, other, title }
}

test.describe.configure({ timeout: 120_000 })

const sendButton = (page: Page) => page.getByRole('button', { name: /^Kirim (balasan|lagi)$/ })
const textField = (page: Page) => page.getByRole('textbox', { name: 'Balasan Anda', exact: true })

test('what one writes, the other sees: typing, reply, edit, reaction, accepted answer', async ({ page, another }) => {
  const { other } = await together(page, another)
  await page.evaluate(() => { (window as unknown as { same: boolean }).same = true })
  const words = unique('Saya di sini')
  await write(other, 'Balasan Anda', words)
  await expect(page.getByText('Nurhayati Chaniago sedang menulis')).toBeVisible()
  await sendButton(other).click()
  await expect(postWith(page, words)).toBeVisible()
  await expect(page.getByText('sedang menulis')).toHaveCount(0)
  await expect(postWith(page, words)).toHaveCount(1)
  await expect(postWith(other, words)).toHaveCount(1)

  await postWith(page, words).getByRole('button', { name: 'Terima kasih' }).click()
  await expect(postWith(other, words)).toContainText('Terima kasih 1')
  await postWith(page, words).getByRole('button', { name: 'Jadikan jawaban diterima' }).click()
  await expect(postWith(other, words).locator('.ribbon')).toBeVisible()

  await choose(other, words, 'Ubah')
  await write(other, 'Isi', `${words} dan akan kembali`)
  await page.evaluate(() => { (window as unknown as { same: boolean }).same = true })
  await other.getByRole('button', { name: 'Simpan perubahan' }).click()
  await expect(postWith(page, `${words} dan akan kembali`)).toContainText('diubah')
  expect(await page.evaluate(() => (window as unknown as { same?: boolean }).same), 'no page was loaded meanwhile').toBe(true)
})

test('who reads above is told and not moved', async ({ page, another }) => {
  const { other, address } = await together(page, another)
  for (const number of [1, 2]) await reply(page, unique(`Cerita panjang ${number}. ${'Satu kalimat lagi tentang antrean dan papan. '.repeat(12)}`))
  const small = page.viewportSize()!
  await page.setViewportSize({ width: small.width, height: 380 })
  await page.goto(address)
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.waitForTimeout(500)
  const before = await page.evaluate(() => window.scrollY)
  const words = unique('Kabar terbaru')
  await reply(other, words)
  const pill = page.getByRole('link', { name: '1 balasan baru' })
  await expect(pill).toBeVisible()
  expect(await page.evaluate(() => window.scrollY)).toBe(before)
  await pill.click()
  await expect(postWith(page, words)).toBeInViewport()
  await expect(pill).toHaveCount(0)
})

test('a draft is there again after a reload and on another device', async ({ page, another }) => {
  const { address } = await together(page, another)
  const words = unique('Belum selesai saya tulis')
  await write(page, 'Balasan Anda', words)
  await expect(page.getByText(/^Draf tersimpan/)).toBeVisible()
  await page.reload()
  await expect(textField(page)).toContainText(words)
  const device = await another()
  await signIn(device, people.citizen, new URL(address).pathname)
  await expect(textField(device)).toContainText(words)
  await sendButton(device).click()
  await expect(postWith(device, words)).toBeVisible()
  await page.reload()
  await expect(postWith(page, words)).toHaveCount(1)
  await expect(textField(page)).not.toContainText(words)
})

test('a session that ends while one writes keeps the words and says so', async ({ page, another, watch }) => {
  watch.allow(/status of 401|closed before|WebSocket/)
  // somebody no other test signs in as: every session of theirs ends here, while the next file of tests runs beside
  const citizen = { login: 'hotma@warga.example', password: people.citizen.password }
  const { address } = await together(page, another, citizen)
  const words = unique('Tulisan yang tidak boleh hilang')
  await write(page, 'Balasan Anda', words)
  const device = await another()
  await signIn(device, citizen, '/akun/sesi')
  await device.getByRole('button', { name: 'Akhiri semua sesi lain' }).click()
  await expect(device.getByRole('status').or(device.getByRole('main')).first()).toBeVisible()
  await write(page, 'Balasan Anda', `${words}, sungguh`)
  await sendButton(page).click()
  await expect(page.getByRole('alert')).toContainText('Sesi Anda sudah berakhir. Tulisan Anda aman')
  await expect(textField(page)).toContainText(`${words}, sungguh`)
  const tab = await page.context().newPage()
  await signIn(tab, citizen)
  await sendButton(page).click()
  await expect(postWith(page, `${words}, sungguh`)).toHaveCount(1)
  await page.goto(address)
  await expect(postWith(page, `${words}, sungguh`)).toHaveCount(1)
})

test('two presses make one post', async ({ page, another }) => {
  const { other, address } = await together(page, another)
  const words = unique('Sekali saja')
  await write(page, 'Balasan Anda', words)
  await sendButton(page).dblclick({ noWaitAfter: true })
  await expect(postWith(other, words)).toHaveCount(1)
  await page.waitForTimeout(1_000)
  await page.goto(address)
  await expect(postWith(page, words)).toHaveCount(1)
  await expect(page.getByRole('article')).toHaveCount(2)
})

test('without a line the words wait, and are sent once when it is back', async ({ page, another, watch }) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to fetch/)
  const { other } = await together(page, another)
  const words = unique('Ditulis di tengah laut')
  await write(page, 'Balasan Anda', words)
  await page.context().setOffline(true)
  await sendButton(page).click()
  await expect(page.getByRole('alert')).toContainText('Belum terkirim: sambungan terputus. Tulisan Anda aman')
  await expect(textField(page)).toContainText(words)
  const missed = unique('Yang ditulis sementara itu')
  await reply(other, missed)
  await page.context().setOffline(false)
  await expect(postWith(other, words)).toHaveCount(1, { timeout: 20_000 })
  await expect(postWith(page, words)).toHaveCount(1)
  await expect(postWith(page, missed)).toHaveCount(1, { timeout: 20_000 })
  await page.reload()
  await expect(postWith(page, words)).toHaveCount(1)
})
