import { expect, signIn, test } from './fixtures'
import { people, postWith, unique } from './people'

const learner = { login: 'tumpal.manurung@sibolga.example', password: people.asn.password }
const mentor = { login: 'siti.aisyah.nasution@sibolga.example', password: people.asn.password }
const offer = 'Laporan keuangan OPD dan rekonsiliasi aset'

test('from the first visit to a booked session and a conversation of two', async ({ page, another }) => {
  test.setTimeout(150_000)
  await signIn(page, learner)
  await page.goto('/mentoring/aturan')
  const rules = page.getByRole('main').locator('form button').last()
  if (await rules.isVisible()) await rules.click()
  await page.goto('/mentoring')
  await page.getByRole('main').getByRole('link', { name: offer }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: offer })).toBeVisible()
  const time = page.locator('main label').filter({ has: page.locator('input[type=radio]') }).first()
  const chosen = /\d{2}\.\d{2}/.exec(await time.innerText())![0]
  await time.click()
  await page.getByRole('main').locator('form').filter({ has: page.locator('input[type=radio]') }).locator('button').last().click()
  const goal = unique('Neraca aset seksi saya cocok sebelum akhir tahun')
  await page.getByRole('textbox', { name: 'Apa yang ingin Anda capai?' }).fill(goal)
  await page.getByRole('main').locator('form').filter({ has: page.locator('textarea[name=goal]') }).locator('button').last().click()
  await expect(page).toHaveURL(/\/mentoring\/permintaan\/\d+/)
  const request = new URL(page.url()).pathname

  const senior = await another()
  await signIn(senior, mentor, request)
  await expect(senior.getByText(goal)).toBeVisible()
  await senior.getByRole('button', { name: 'Terima permintaan' }).click()
  await expect(senior).toHaveURL(/\/mentoring\/ruang\/\d+/)
  const room = /\/mentoring\/ruang\/\d+/.exec(senior.url())![0]

  await page.goto(room)
  await senior.goto(room)
  await expect(page.getByText(`${chosen}–`).first()).toBeVisible()
  await expect(page.getByText('Hanya Anda berdua')).toBeVisible()
  const words = unique('Bawa tiga bukti yang selisih')
  await expect(async () => {
    await senior.locator('main textarea[name=markdown], main [contenteditable=true]').first().click()
    await expect(senior.locator('main [contenteditable=true]')).toBeFocused({ timeout: 2_000 })
  }).toPass()
  await senior.keyboard.insertText(words)
  await senior.getByRole('button', { name: 'Kirim balasan' }).click()
  await expect(postWith(senior, words)).toBeVisible()
  await expect(postWith(page, words), 'without a reload').toBeVisible()

  const colleague = await another()
  await signIn(colleague, people.officer)
  for (const closed of [room, request, `${room}/catatan`, `${room}/tujuan`]) expect((await colleague.request.get(closed)).status(), closed).toBe(404)
  await page.goto(`/mentoring/lapor?ruang=${/\d+/.exec(room)![0]}`)
  await page.getByLabel('Apa yang terjadi?').fill('Ini hanya sebuah uji.')
  await page.getByLabel('Keluar dari pasangan ini sekarang').check()
  await page.getByRole('button', { name: 'Kirim laporan' }).click()
  await expect(page.getByText('Anda sudah keluar dari pasangan itu')).toBeVisible()
  // what was said stays with the two; nothing more is written there
  await senior.goto(room)
  await expect(postWith(senior, words)).toBeVisible()
  await expect(senior.getByRole('button', { name: 'Kirim balasan' })).toHaveCount(0)
})
