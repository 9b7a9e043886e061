import { demoAccounts } from '../../prisma/seed/accounts'
import { expect, signIn, test, type Page } from './fixtures'
import { people, unique, write } from './people'

const reviewer = { login: 'nurhayati.chaniago@sibolga.example', password: people.officer.password }
const administrator = demoAccounts.find(account => account.role === 'Administrator')!

async function beginArticle(page: Page, title: string, text: string, scripted: boolean): Promise<void> {
  await page.goto('/pengetahuan/tulis?koleksi=kependudukan&jenis=QUESTION_ANSWER')
  await page.getByRole('textbox', { name: 'Judul', exact: true }).fill(title)
  await write(page, 'Isi', text, scripted)
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an article is written, sent back with reasons, approved, and only then read', async ({ page, another }) => {
    await signIn(page, people.asn)
    const title = unique('Mengambil akta di kelurahan')
    await beginArticle(page, title, '## Jawaban singkat\n\nBisa, sejak pukul **delapan**.', false)
    await page.getByRole('button', { name: 'Simpan dan kirim untuk ditinjau' }).click()
    await expect(page.getByText('Menunggu peninjau.')).toBeVisible()
    const work = page.url()
    const stranger = await another({ javaScriptEnabled: false })
    await stranger.goto('/pengetahuan')
    await expect(stranger.getByRole('link', { name: title })).toHaveCount(0)

    const checks = await another({ javaScriptEnabled: false })
    await signIn(checks, reviewer)
    await checks.goto('/pengetahuan/tinjauan')
    await checks.getByRole('link', { name: title }).click()
    await checks.getByText('Kembalikan dengan alasan').click()
    await checks.getByLabel('Yang perlu diperbaiki').fill('Sebutkan hari pengambilannya, warga selalu menanyakannya.')
    await checks.getByRole('button', { name: 'Kembalikan kepada penulis' }).click()
    await page.goto(work)
    await expect(page.getByText('Sebutkan hari pengambilannya')).toBeVisible()

    await page.getByRole('link', { name: 'Ubah' }).click()
    await page.locator('textarea[name=markdown]').fill('## Jawaban singkat\n\nBisa, Senin sampai Kamis sejak pukul **delapan**.')
    await page.getByLabel('Apa yang berubah').fill('Hari ditambahkan')
    await page.getByRole('button', { name: 'Simpan dan kirim untuk ditinjau' }).click()
    await checks.goto(work)
    await expect(checks.getByText('Hari ditambahkan')).toBeVisible()
    await checks.getByRole('button', { name: 'Sahkan revisi 2' }).click()
    await expect(checks.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(async () => {
      await stranger.goto('/pengetahuan')
      await expect(stranger.getByRole('link', { name: title })).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await stranger.getByRole('link', { name: title }).click()
    await expect(stranger.getByText('Disahkan')).toBeVisible()
    await expect(stranger.locator('.prose h2#b-jawaban-singkat')).toBeVisible()
    await stranger.getByRole('button', { name: 'Ya' }).click()
    await expect(stranger.getByText('Terima kasih, jawaban Anda tercatat.')).toBeVisible()
  })

  test('two who save the same text: the second sees both, nothing is overwritten', async ({ page, another, watch }) => {
    watch.allow(/status of 409/)
    await signIn(page, people.asn)
    await beginArticle(page, unique('Naskah yang diubah berdua'), 'Baris semula.', false)
    await page.getByRole('button', { name: 'Simpan sebagai draf' }).click()
    const edit = page.url().replace('tinjauan', 'ubah')
    const other = await another({ javaScriptEnabled: false })
    await signIn(other, reviewer)
    await other.goto(edit)
    await page.goto(edit)
    await other.locator('textarea[name=markdown]').fill('Baris dari peninjau.')
    await other.getByRole('button', { name: 'Simpan sebagai draf' }).click()
    await page.locator('textarea[name=markdown]').fill('Baris dari penulis.')
    await page.getByRole('button', { name: 'Simpan sebagai draf' }).click()
    await expect(page.getByRole('heading', { name: /menyimpan revisi 2 lebih dulu/ })).toBeVisible()
    await expect(page.locator('textarea[name=markdown]')).toHaveValue('Baris dari penulis.')
    await expect(page.getByRole('region', { name: /menyimpan revisi 2/ })).toContainText('peninjau')
    await page.getByRole('button', { name: 'Simpan sebagai revisi berikutnya' }).click()
    await page.getByRole('link', { name: 'Riwayat' }).click()
    await expect(page.getByRole('link', { name: 'Revisi 3' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Revisi 2' })).toBeVisible()
  })
})

test('from a topic with an answer to an article that names its people; old addresses lead on; the bin gives back', async ({ page, another }) => {
  await page.goto('/pengetahuan/a/1')
  await expect(page).toHaveURL(/\/pengetahuan\/a\/1\/panduan-langkah/)
  const asn = await another()
  await signIn(asn, administrator)
  await asn.goto('/forum?saring=question')
  const answered = asn.getByRole('listitem').filter({ has: asn.locator('.st.ok') })
  for (const href of await answered.locator('h3 a').evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))) {
    await asn.goto(href)
    if (await asn.getByRole('link', { name: 'Jadikan artikel' }).count()) break
  }
  const topic = await asn.getByRole('heading', { level: 1 }).innerText()
  await asn.getByRole('link', { name: 'Jadikan artikel' }).click()
  await expect(asn.getByText('Artikel ini dibuat dari topik')).toBeVisible()
  await expect(asn.getByRole('textbox', { name: 'Judul', exact: true })).toHaveValue(topic)
  await asn.getByLabel('Koleksi').selectOption({ label: 'Teknologi dan data' })
  await asn.getByRole('button', { name: 'Simpan sebagai draf' }).click()
  await asn.getByRole('button', { name: 'Terbitkan sekarang' }).click()
  await expect(asn.getByRole('link', { name: topic })).toBeVisible()
  await expect(asn.getByText('Dari tulisan')).toBeVisible()
  const address = asn.url()
  await asn.getByRole('link', { name: 'Kelola' }).click()
  await asn.getByRole('button', { name: 'Buang artikel' }).click()
  await expect(asn.getByRole('heading', { level: 1, name: 'Keranjang sampah' })).toBeVisible()
  expect((await asn.request.get(address)).status()).toBe(404)
  await asn.getByRole('listitem').filter({ hasText: topic }).getByRole('button', { name: 'Pulihkan' }).click()
  await expect(asn).toHaveURL(address)
})
