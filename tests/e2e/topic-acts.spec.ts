import { expect, signIn, test } from './fixtures'
import { people } from './people'

test.describe('acts on whole topics, without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a pinned topic stands first; a moderator slows a topic, takes it out of the lists, and undoes both', async ({ page, watch }) => {
    watch.allow(/422/) // a reason is forgotten on purpose
    await signIn(page, people.moderator)
    await page.goto('/forum')
    await expect(page.locator('.trow').first()).toContainText('Aturan main forum')
    await page.goto('/forum/k/lingkungan')
    const link = page.locator('.trow h3 a').first()
    const [title, address] = [await link.textContent(), (await link.getAttribute('href'))!]
    const id = /\/forum\/t\/(\d+)/.exec(address)![1]
    await page.goto(`/topik/${id}/jeda`)
    await page.getByRole('button', { name: 'Simpan' }).click()
    await expect(page.getByText('Tulis alasannya').first()).toBeVisible()
    await page.getByLabel('Jarak antara dua tulisan').selectOption('10')
    await page.getByLabel('Alasan').fill('Percakapan memanas.')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await expect(page.getByText('Mode pelan').first()).toBeVisible()
    await page.goto(`/topik/${id}/sembunyi`)
    await page.getByLabel('Alasan').fill('Menunggu kepastian data.')
    await page.getByRole('button', { name: 'Keluarkan dari daftar' }).click()
    await page.goto('/forum/k/lingkungan')
    await expect(page.locator('.trow h3', { hasText: title! })).toHaveCount(0)
    await page.goto(`/topik/${id}/tindakan`)
    for (let left = 2; left > 0; left--) {
      await page.goto(`/topik/${id}/tindakan`)
      await page.getByRole('button', { name: 'Batalkan' }).first().click()
    }
    await page.goto('/forum/k/lingkungan')
    await expect(page.locator('.trow h3', { hasText: title! })).toHaveCount(1)
    await page.goto('/moderasi/catatan')
    await expect(page.getByText('Percakapan memanas.')).toBeVisible()
  })

  test('a post that left its topic is found by its old address', async ({ page }) => {
    await signIn(page, people.asn)
    await page.goto('/forum/k/pelayanan-publik')
    await page.getByRole('link', { name: 'Ide perbaikan ruang tunggu ramah lansia dan difabel' }).first().click()
    await expect(page.getByText('Balasan #3 dipindahkan.')).toBeVisible()
    await page.goto(`${new URL(page.url()).pathname}/3`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kursi prioritas di ruang tunggu: dari mana anggarannya?')
  })

  test('writing under a name: others meet the name, and nothing else', async ({ page, another }) => {
    await signIn(page, people.asn)
    await page.goto('/forum/k/kinerja-dan-karier')
    await page.getByRole('link', { name: 'Penilaian kinerja terasa tidak adil, bagaimana menyampaikannya?' }).first().click()
    const address = new URL(page.url()).pathname
    await expect(page.getByText('Nama Anda hanya dapat dibuka oleh dua pejabat bersama-sama')).toBeVisible()
    await page.getByLabel('Tulis dengan nama samaran').check()
    await page.locator('textarea[name=markdown]').fill('Sudah saya coba, dialognya berjalan baik.')
    await page.getByRole('button', { name: 'Kirim' }).first().click()
    await expect(page.getByText('Sudah saya coba, dialognya berjalan baik.')).toBeVisible()
    const other = await another({ javaScriptEnabled: false })
    await signIn(other, people.moderator)
    for (const path of [address, `${address}/4`, '/forum', '/forum/k/kinerja-dan-karier']) {
      await other.goto(path)
      const html = await other.content()
      if (path === address) expect(html).toContain('dialognya berjalan baik')
      // in a list the topic's own row: other rows may name their own people
      const posts = path.startsWith('/forum/t/') ? html : (await other.locator('.trow').filter({ hasText: 'Penilaian kinerja terasa tidak adil' }).evaluateAll(rows => rows.map(row => row.outerHTML))).join('')
      expect(posts).toContain('Penilaian kinerja')
      for (const secret of ['Junaidi Sikumbang', 'junaidi-sikumbang', 'Nurhayati Chaniago', 'nurhayati-chaniago']) expect(posts.includes(secret), `${path} tells ${secret}`).toBe(false)
    }
  })
})
