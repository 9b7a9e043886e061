import { demoAccounts } from '../../prisma/seed/accounts'
import { expect, signIn, test } from './fixtures'
import { people, unique } from './people'

/** An officer of the programme. */
const officer = demoAccounts.find(account => account.role.startsWith('Pengelola kepegawaian'))!
const day = (from: number) => new Date(Date.now() + 7 * 3_600_000 + from * 86_400_000).toISOString().slice(0, 10)

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a wave is opened, joined, paired as proposed, and written to', async ({ page, another, watch }) => {
    test.setTimeout(120_000)
    watch.allow(/status of 422/)
    const title = unique('Gelombang uji')
    await signIn(page, officer)
    await page.goto('/mentoring/program/gelombang/baru')
    await page.getByLabel('Nama', { exact: true }).fill(title)
    for (const [label, from] of [['Pendaftaran dibuka', 0], ['Pendaftaran ditutup', 5], ['Hari pemasangan', 3], ['Periksa tengah', 30], ['Penutupan', 60]] as const) await page.getByLabel(label, { exact: true }).fill(day(from))
    await page.getByRole('button', { name: 'Buat gelombang' }).click()
    await expect(page.getByText('Tanggal ini tidak boleh sebelum tanggal di atasnya.').first()).toBeVisible()
    await expect(page.getByLabel('Nama', { exact: true })).toHaveValue(title)
    await page.getByLabel('Hari pemasangan', { exact: true }).fill(day(6))
    await page.getByRole('button', { name: 'Buat gelombang' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    const address = page.url()

    const learner = await another({ javaScriptEnabled: false })
    await signIn(learner, people.asn)
    const number = /gelombang\/(\d+)/.exec(address)?.[1]
    await learner.goto(`/mentoring/gelombang/${number}`)
    if (await learner.getByRole('link', { name: /Baca dan setujui aturan/ }).isVisible()) {
      await learner.getByRole('link', { name: /Baca dan setujui aturan/ }).click()
      await learner.getByRole('main').getByRole('checkbox').first().check().catch(() => undefined)
      await learner.getByRole('main').locator('form button').last().click()
    }
    await learner.goto(`/mentoring/gelombang/${number}`)
    await learner.getByRole('button', { name: 'Daftar', exact: true }).click()
    await expect(learner.getByText('Wajib diisi').or(learner.locator('.err')).first()).toBeVisible()
    await learner.getByLabel('Apa yang ingin Anda capai?').fill('Memimpin satu musyawarah sampai ada keputusan tertulis.')
    await learner.getByRole('button', { name: 'Daftar', exact: true }).click()
    await learner.goto(`/mentoring/gelombang/${number}`)
    await expect(learner.getByText('Anda sudah terdaftar.')).toBeVisible()

    await page.goto(address)
    await page.getByRole('button', { name: 'Usulkan pasangan untuk 1 orang' }).click()
    await expect(async () => {
      await page.reload()
      await expect(page.getByRole('button', { name: 'Terapkan yang dicentang' })).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 30_000 })
    await expect(page.getByText('Junaidi Sikumbang dengan')).toBeVisible()
    await page.getByRole('button', { name: 'Terapkan yang dicentang' }).click()
    await expect(page.getByText('1 pasangan dibuka.')).toBeVisible()
    await page.goto(address)
    await page.getByLabel('Isi pesan').fill('Selamat bekerja bersama.')
    await page.getByRole('button', { name: 'Kirim pesan' }).click()
    await expect(page.getByText('Pesan terkirim')).toBeVisible()
    await expect(async () => {
      await learner.goto('/pemberitahuan')
      await expect(learner.getByText('menulis kepada peserta gelombang').first()).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 30_000 })
  })

  test('officers see how the programme does and take it along as a file; nobody else does', async ({ page, another }) => {
    await signIn(page, officer)
    await page.goto('/mentoring/program')
    await expect(page.getByRole('heading', { level: 1, name: 'Keadaan program mentoring' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Beban mentor' })).toBeVisible()
    for (const file of ['xlsx', 'pdf']) {
      const answer = await page.request.get(`/mentoring/program/ekspor.${file}`)
      expect(answer.status()).toBe(200)
      expect((await answer.body()).subarray(0, 2).toString()).toBe(file === 'pdf' ? '%P' : 'PK')
    }
    const colleague = await another({ javaScriptEnabled: false })
    await signIn(colleague, people.officer)
    for (const closed of ['/mentoring/program', '/mentoring/program/laporan', '/mentoring/program/gelombang', '/mentoring/program/ekspor.xlsx']) expect((await colleague.request.get(closed)).status(), closed).toBe(404)
    await colleague.goto('/mentoring/kota')
    await expect(colleague.getByRole('heading', { level: 1, name: 'Mentoring di kota ini' })).toBeVisible()
  })
})
