import { request } from 'node:http'
import { expect, signIn, test, type Page } from './fixtures'
import { openTopic, people, postWith, reply, unique } from './people'

/** Newest mail in the folder that goes to this address, as an administrator reads it. */
async function newestMail(page: Page, subject: string): Promise<void> {
  await expect(async () => {
    await page.goto('/admin/surat')
    await page.getByRole('link', { name: subject }).first().click({ timeout: 1_000 })
    await expect(page.getByRole('heading', { level: 1 })).toContainText(subject, { timeout: 1_000 })
  }).toPass({ timeout: 45_000, intervals: [2_000] })
}

/** As a mail program posts: no cookie, no origin, no page. */
function oneClick(base: string, path: string): Promise<number> {
  const { hostname, port } = new URL(base)
  const body = 'List-Unsubscribe=One-Click'
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(body.length) } }, response => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

test('one click follows a topic, a reply moves the bell, a mail comes, and its link ends it without signing in', async ({ page, another, baseURL }) => {
  test.setTimeout(90_000)
  const title = unique('Loket keliling hari Sabtu')
  await signIn(page, people.moderator)
  await openTopic(page, title, 'Apakah loket keliling buka pada hari Sabtu?')
  const address = new URL(page.url()).pathname

  const follower = await another({ javaScriptEnabled: false })
  await signIn(follower, people.officer, '/akun/pemberitahuan')
  await follower.getByLabel('Waktu tenang', { exact: false }).first().uncheck()
  await follower.getByRole('combobox', { name: 'Surel: Topik yang Anda ikuti' }).selectOption('Surel segera')
  await follower.getByRole('button', { name: 'Simpan pilihan' }).click()
  await expect(follower.getByText('Pilihan Anda tersimpan.')).toBeVisible()
  await follower.goto(address)
  await follower.getByRole('button', { name: 'Ikuti', exact: true }).click()
  await expect(follower.getByRole('button', { name: 'Mengikuti', exact: true })).toBeVisible()
  await follower.goto('/akun/ikuti?jenis=thread')
  await expect(follower.getByRole('link', { name: title })).toBeVisible()

  const bell = follower.locator('header a[href="/pemberitahuan"]').first()
  const before = (await bell.getAttribute('aria-label')) ?? ''
  const text = unique('Buka pukul delapan sampai sebelas.')
  await page.goto(address)
  await reply(page, text)
  await expect(async () => {
    await follower.goto('/pemberitahuan')
    await expect(follower.getByRole('main')).toContainText(title, { timeout: 500 })
    // the topic itself may have been told of before: the bell says when the reply has
    expect(await bell.getAttribute('aria-label')).not.toBe(before)
  }).toPass({ timeout: 20_000 })

  const admin = await another()
  await signIn(admin, { login: 'hendra.gunawan.lim@sibolga.example', password: people.officer.password })
  await newestMail(admin, title)
  await expect(admin.getByRole('main')).toContainText(text)
  const stop = await admin.getByRole('link', { name: /\/berhenti\// }).first().getAttribute('href')
  const path = new URL(stop ?? '').pathname
  const stranger = await another({ javaScriptEnabled: false })
  await stranger.goto(path)
  await expect(stranger.getByText('Topik yang Anda ikuti')).toBeVisible()
  await stranger.getByRole('button', { name: 'Ya, hentikan' }).click()
  await expect(stranger.getByRole('heading', { level: 1, name: 'Sudah dihentikan' })).toBeVisible()
  await follower.goto('/akun/pemberitahuan')
  await expect(follower.getByRole('combobox', { name: 'Surel: Topik yang Anda ikuti' })).toHaveValue('OFF')
  await stranger.getByRole('button', { name: 'Kirim lagi seperti semula' }).click()
  await expect(stranger.getByRole('button', { name: 'Ya, hentikan' })).toBeVisible()
  expect(await oneClick(baseURL ?? '', path)).toBe(200)
  await stranger.reload()
  await expect(stranger.getByRole('heading', { level: 1, name: 'Sudah dihentikan' })).toBeVisible()
  expect(await oneClick(baseURL ?? '', `${path}x`)).toBe(403)

  await follower.goto(address)
  await follower.getByRole('button', { name: 'Mengikuti', exact: true }).click()
  await expect(follower.getByRole('button', { name: 'Ikuti', exact: true })).toBeVisible()
  await expect(postWith(follower, text)).toBeVisible()
})

test('category and profile are followed in one click too, and the digest can be seen before it comes', async ({ page }) => {
  await signIn(page, people.partner, '/forum/k/kependudukan')
  await page.getByRole('button', { name: 'Ikuti', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Mengikuti', exact: true })).toBeVisible()
  await page.goto('/akun/ikuti?jenis=category')
  await page.getByRole('button', { name: /^Hapus dari daftar/ }).first().click()
  await expect(page.getByRole('main').getByText('Belum ada yang Anda ikuti di sini')).toBeVisible()
  await page.goto('/akun/pemberitahuan/ringkasan?laju=mingguan')
  await expect(page.getByRole('heading', { level: 1, name: 'Ringkasan seandainya dikirim sekarang' })).toBeVisible()
})

test('forms behind a link from a mail reach us: their page tells nobody else its address, but still says whose page it is', async ({ page }) => {
  for (const path of ['/verifikasi', '/atur-sandi', '/undangan', '/berhenti']) {
    const answer = await page.goto(`${path}/abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG`)
    expect([path, answer?.headers()['referrer-policy']]).toEqual([path, 'same-origin'])
  }
})
