import { expect, signIn, test, type Page } from './fixtures'
import { people, write } from './people'

const title = `Forum uji rutin ${Date.now()}`

/** The next meeting of the series made here; its address. */
async function nextMeeting(page: Page): Promise<string> {
  await page.goto('/forum/rutin')
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const address = await page.locator('section[aria-labelledby=berikutnya] a.b').first().getAttribute('href')
  return address ?? ''
}

test.describe.configure({ mode: 'serial' })

test('a colleague starts a regular discussion; wrong things come back with what was typed', async ({ page, watch }) => {
  watch.allow(/422/)
  await signIn(page, people.officer, '/forum/rutin')
  await page.getByRole('link', { name: 'Mulai diskusi rutin' }).click()
  await page.getByLabel('Nama', { exact: true }).fill(title)
  await page.getByRole('button', { name: 'Mulai diskusi rutin' }).click()
  await expect(page.getByText('Tulis tujuannya, sedikitnya 10 huruf.').first()).toBeVisible()
  await expect(page.getByLabel('Nama', { exact: true })).toHaveValue(title)
  await page.getByLabel('Tujuan').fill('Mencoba cara baru di loket, satu per satu.')
  await page.getByLabel('Kategori').selectOption('pelayanan-publik')
  await page.getByLabel('Agenda tetap').fill('Keluhan\nCara yang berhasil')
  await page.getByRole('button', { name: 'Mulai diskusi rutin' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.locator('section[aria-labelledby=berikutnya] li')).toHaveCount(4)
})

test('without JavaScript: answer, propose a point, take the calendar file, follow', async ({ another }) => {
  const page = await another({ javaScriptEnabled: false })
  await signIn(page, people.asn)
  const meeting = await nextMeeting(page)
  const host = await another()
  await signIn(host, people.officer, meeting)
  await expect(host.getByText('0 datang')).toBeVisible()
  await page.goto(meeting)
  await page.getByRole('button', { name: 'Datang', exact: true }).click()
  await expect(page.getByText('1 datang')).toBeVisible()
  await expect(host.getByText('1 datang')).toBeVisible()
  await host.getByText('Lihat siapa').click()
  await expect(host.locator('section[aria-labelledby=rapat] details').getByRole('link', { name: people.asn.name })).toBeVisible()
  await page.getByLabel('Usulkan butir agenda').fill('Jam sibuk hari Senin')
  await page.getByRole('button', { name: 'Usulkan' }).click()
  await expect(page.getByText('Jam sibuk hari Senin')).toBeVisible()
  const file = await page.request.get(await page.getByRole('link', { name: 'Simpan ke kalender' }).getAttribute('href') ?? '')
  expect(file.headers()['content-type']).toContain('text/calendar')
  expect(await file.text()).toContain(`SUMMARY:${title}`.slice(0, 40))
  await nextMeeting(page)
  const feed = await page.getByRole('link', { name: 'Langganan kalender diskusi ini' }).getAttribute('href') ?? ''
  const stranger = await another()
  expect(await (await stranger.request.get(feed)).text()).toContain('BEGIN:VEVENT')
  expect((await stranger.request.get(meeting)).status()).toBe(404)
})

test('what runs now says so; the host writes minutes from the thread, and a task is done with one press', async ({ page, another }) => {
  await signIn(page, people.officer)
  await expect(page.getByText('Sedang berlangsung').first()).toBeVisible()
  await page.getByRole('link', { name: /Sedang berlangsung/ }).first().click()
  await expect(page.locator('section[aria-labelledby=rapat] .live')).toBeVisible()
  await page.getByRole('link', { name: /Tulis notulen|Ubah notulen/ }).click()
  await write(page, 'Ringkasan', 'Percobaan diteruskan seminggu lagi.')
  await page.getByRole('button', { name: 'Ambil tulisan #3 ke notulen' }).click()
  await expect(page.getByText('Tulisan #3 sudah masuk ke ringkasan.')).toBeVisible()
  await page.getByLabel('Keputusan 1').fill('Nomor diganti jam kedatangan')
  const row = page.getByRole('group', { name: 'Tugas 1' })
  await row.getByLabel('Apa', { exact: true }).fill(`Mengukur ulang ${title}`)
  await row.getByLabel('Siapa').selectOption({ label: people.asn.name })
  await row.getByLabel('Sampai').fill('2026-01-15')
  await page.getByRole('button', { name: 'Simpan notulen' }).click()
  const minutes = page.locator('section[aria-labelledby=notulen]')
  await expect(minutes.getByText('Percobaan diteruskan seminggu lagi.')).toBeVisible()
  await expect(minutes.locator('blockquote a[href$="/-/3"]')).toBeVisible()
  await expect(minutes.getByText('Nomor diganti jam kedatangan')).toBeVisible()
  const colleague = await another({ javaScriptEnabled: false })
  await signIn(colleague, people.asn, '/forum/tugas')
  const task = colleague.getByRole('listitem').filter({ hasText: `Mengukur ulang ${title}` })
  await expect(task.getByText('Terlambat')).toBeVisible()
  await task.getByRole('button').click()
  await expect(task).toHaveCount(0)
  await colleague.getByRole('link', { name: 'Sudah selesai' }).click()
  await expect(colleague.getByText(`Mengukur ulang ${title}`)).toBeVisible()
})
