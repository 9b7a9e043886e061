import { expect, type Account, type Page } from './fixtures'

const password = 'balai-demo-2026'

/** Demonstration accounts by what they may do. */
export const people = {
  officer: { login: 'nurhayati.chaniago@sibolga.example', password, name: 'Nurhayati Chaniago' },
  moderator: { login: 'melva.sitompul@sibolga.example', password, name: 'Melva Sitompul' },
  asn: { login: 'junaidi.sikumbang@sibolga.example', password, name: 'Junaidi Sikumbang' },
  citizen: { login: 'ratna@warga.example', password, name: 'Ibu Ratna Zega' },
  partner: { login: 'masda@mitra.example', password, name: 'Masdalena Pane' },
} satisfies Record<string, Account & { name: string }>

/** A public topic of the demonstration data, with an accepted answer, a deleted post and a table. */
export const publicTopic = { title: 'Cara menyiasati antrean KTP-el pada hari Senin', category: '/forum/k/kependudukan' }

export async function addressOfPublicTopic(page: Page): Promise<string> {
  await page.goto(publicTopic.category)
  const address = await page.getByRole('link', { name: publicTopic.title }).first().getAttribute('href')
  expect(address).toMatch(/^\/forum\/t\/\d+\//)
  return address!.replace(/#.*$/, '')
}

/** Replaces what stands in the text field of this name: the rich editor once it lives, the plain text area without JavaScript. */
export async function write(page: Page, label: string, text: string, scripted = true): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  if (!scripted) return field.fill(text)
  await expect(async () => {
    await field.click()
    await expect(field).toHaveAttribute('contenteditable', 'true', { timeout: 2_000 })
    await expect(field).toBeFocused({ timeout: 2_000 })
  }).toPass()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
  // a few keys as a person presses them, the rest at once as from a phone's keyboard
  await page.keyboard.type(text.slice(0, 4))
  await page.keyboard.insertText(text.slice(4))
  await expect(field).toContainText(text)
}

let count = 0
/** Words no other test and no other run has. */
export const unique = (words: string) => `${words} ${Date.now().toString(36)}${(count++).toString(36)}`

/** Opens a question in the citizens' category and stays on its page. */
export async function openTopic(page: Page, title: string, text: string, scripted = true): Promise<void> {
  await page.goto('/forum/tulis?kategori=kependudukan&jenis=QUESTION')
  await page.getByRole('textbox', { name: 'Judul', exact: true }).fill(title)
  await write(page, 'Isi', text, scripted)
  await page.getByRole('button', { name: 'Kirim topik' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

export async function reply(page: Page, text: string, scripted = true): Promise<void> {
  await write(page, 'Balasan Anda', text, scripted)
  await page.getByRole('button', { name: 'Kirim balasan' }).click()
  await expect(postWith(page, text)).toBeVisible()
}

export const postWith = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })

/** Chooses from the menu of a post. */
export async function choose(page: Page, text: string, act: string): Promise<void> {
  const post = postWith(page, text)
  await post.locator('summary').click()
  await post.getByRole('link', { name: act, exact: true }).click()
}
