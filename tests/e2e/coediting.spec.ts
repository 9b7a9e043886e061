import { expect, signIn, test, type Page } from './fixtures'
import { people, unique, write } from './people'

test.describe.configure({ timeout: 150_000 })

const reviewer = { login: 'nurhayati.chaniago@sibolga.example', password: people.officer.password }
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')
const field = (page: Page) => page.getByRole('textbox', { name: 'Isi', exact: true })
const together = (page: Page) => page.getByText('Ditulis bersama: perubahan setiap orang langsung tampil.')

async function enter(page: Page, edit: string): Promise<void> {
  await page.goto(edit)
  await expect(together(page)).toBeVisible({ timeout: 20_000 })
  await expect(field(page)).toHaveAttribute('contenteditable', 'true')
}

/** Adds words at the end, as a person does. */
async function add(page: Page, words: string): Promise<void> {
  await field(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(words, { delay: 15 })
}

/** A draft of the colleague's that the reviewer may edit too. */
async function draft(page: Page): Promise<string> {
  await signIn(page, people.asn)
  await page.goto('/pengetahuan/tulis?koleksi=kependudukan&jenis=QUESTION_ANSWER')
  await page.getByRole('textbox', { name: 'Judul', exact: true }).fill(unique('Naskah yang ditulis berdua'))
  await write(page, 'Isi', 'Baris semula.')
  await page.getByRole('button', { name: 'Simpan sebagai draf' }).click()
  await expect(page).toHaveURL(/\/artikel\/\d+\/tinjauan/)
  return new URL(page.url()).pathname.replace('tinjauan', 'ubah')
}

test('two write one draft: words, carets, both without a line and back, saved by one', async ({ page, another, watch }) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to fetch/)
  const edit = await draft(page)
  const other = await another()
  await signIn(other, reviewer)
  await Promise.all([enter(page, edit), enter(other, edit)])
  await expect(field(page)).toHaveText('Baris semula.')
  await expect(field(other)).toHaveText('Baris semula.')

  await add(page, 'Dari Junaidi.')
  await expect(field(other)).toContainText('Dari Junaidi.')
  await expect(other.locator('.ed-caret-name')).toHaveText(/Junaidi/)
  await expect(other.getByLabel('Yang juga menulis di sini')).toContainText('Junaidi')
  await add(other, 'Dari Nurhayati.')
  await expect(field(page)).toContainText('Dari Nurhayati.')
  await expect(page.locator('.ed-caret-name')).toHaveText(/Nurhayati/)

  // undo takes back one's own words only
  await field(page).click()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(field(other)).not.toContainText('Dari Junaidi.')
  await expect(field(other)).toContainText('Dari Nurhayati.')

  // a picture is seen by the other at once, before anybody has saved it
  await page.locator('main form input[type=file]').first().setInputFiles({ name: 'denah.png', mimeType: 'image/png', buffer: png })
  const theirs = field(other).locator('img')
  await expect(theirs).toBeVisible()
  await expect.poll(() => theirs.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)

  // thrown away by one, after being asked: both go on from the last revision, and what is written next travels again
  await other.goto(edit.replace('ubah', 'buang-perubahan'))
  await other.getByRole('button', { name: 'Buang perubahan' }).click()
  await expect(page.getByText(/Nurhayati.* membuang perubahan bersama\. Teks kembali ke revisi 1\./)).toBeVisible()
  await expect(field(page)).toHaveText('Baris semula.')
  await enter(other, edit)
  await expect(field(other)).toHaveText('Baris semula.')
  await add(other, 'Dari Nurhayati.')
  await expect(field(page)).toContainText('Dari Nurhayati.')

  await page.context().setOffline(true)
  await other.context().setOffline(true)
  const lost = /Sambungan terputus/
  await expect(page.getByText(lost)).toBeVisible({ timeout: 60_000 })
  await expect(other.getByText(lost)).toBeVisible({ timeout: 60_000 })
  await add(page, 'Di tengah laut.')
  await add(other, 'Di atas bukit.')
  await expect(field(other)).not.toContainText('Di tengah laut.')
  await page.context().setOffline(false)
  await other.context().setOffline(false)
  for (const one of [page, other]) {
    await expect(field(one)).toContainText('Di tengah laut.', { timeout: 30_000 })
    await expect(field(one)).toContainText('Di atas bukit.', { timeout: 30_000 })
    await expect(together(one)).toBeVisible({ timeout: 30_000 })
  }

  // one saves; the other goes on from that revision and saves without a conflict
  await page.getByRole('button', { name: 'Simpan sebagai draf' }).click()
  await expect(page).toHaveURL(/tinjauan/)
  await expect(page.getByText('Di atas bukit.').first()).toBeVisible()
  await expect(other.getByText(/menyimpan revisi 2; tulisan Anda melanjutkannya/)).toBeVisible()
  await expect(other.locator('input[name=base]')).toHaveValue('2')
  await add(other, 'Penutup.')
  await other.getByRole('button', { name: 'Simpan sebagai draf' }).click()
  await expect(other).toHaveURL(/tinjauan/)
  await expect(other.getByText('Penutup.').first()).toBeVisible()
  await expect(other.getByText('Di tengah laut.').first()).toBeVisible()

  // who comes later finds what was saved, once
  await enter(page, edit)
  await expect(field(page)).toContainText('Penutup.')
  expect((await field(page).innerText()).match(/Baris semula\./g)).toHaveLength(1)
})

test('who may not edit gets nothing', async ({ page, another, watch }) => {
  watch.allow(/status of 40[34]/)
  const edit = await draft(page)
  await enter(page, edit)
  const third = await another()
  await signIn(third, people.moderator)
  const answer = await third.goto(edit)
  expect([403, 404]).toContain(answer?.status())
  await expect(third.getByText('Baris semula.')).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the form is as ever: a text area with the words in it', async ({ page }) => {
    await signIn(page, people.asn)
    await page.goto('/pengetahuan/tulis?koleksi=kependudukan&jenis=QUESTION_ANSWER')
    await page.getByRole('textbox', { name: 'Judul', exact: true }).fill(unique('Ditulis tanpa JavaScript'))
    await write(page, 'Isi', 'Baris semula.', false)
    await page.getByRole('button', { name: 'Simpan sebagai draf' }).click()
    await page.goto(new URL(page.url()).pathname.replace('tinjauan', 'ubah'))
    await expect(page.locator('textarea[name=markdown]')).toHaveValue('Baris semula.')
    await expect(together(page)).toHaveCount(0)
  })
})
