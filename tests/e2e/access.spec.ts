import { AxeBuilder } from '@axe-core/playwright'
import { expect, signIn, test, type Page } from './fixtures'
import { addressOfPublicTopic, openTopic, people, postWith, publicTopic, unique } from './people'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const forStrangers = ['/', '/forum', publicTopic.category, 'topic', '/masuk', '/daftar', '/cari?q=ktp', '/tentang', '/tidak/ada']
const forMembers = ['/', '/forum', 'topic', '/forum/tulis', '/cari?q=ktp', '/akun', '/pemberitahuan', '/draf', '/profil']

/** Everything wrong with the page as it stands, in lines one can read. */
async function wrongsOf(page: Page, where: string, colorsOnly: boolean): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (colorsOnly ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe.withTags(tags)).analyze()
  const wrongs = violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(node => `${where}: ${id} ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`))
  const { wide, has } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, has: document.documentElement.clientWidth }))
  if (wide > has) wrongs.push(`${where}: ${wide} px wide in ${has}`)
  return wrongs
}

for (const width of [360, 1280]) {
  test(`every page is usable by everyone at ${width} px, light and dark`, async ({ another, watch }) => {
    test.setTimeout(300_000)
    watch.allow(/404/)
    // axe puts its own style into the page to measure it
    watch.allow(/axe/)
    const wrongs: string[] = []
    const page = await another({ colorScheme: 'light', viewport: { width, height: 800 }, reducedMotion: 'reduce' })
    const look = async (where: string, address: string) => {
      await page.goto(address)
      if (address === '/forum/tulis') await expect(page.locator('[contenteditable=true]')).toBeVisible()
      wrongs.push(...await wrongsOf(page, where, false))
      // structure is the same in the dark: there only the colours are asked
      await page.emulateMedia({ colorScheme: 'dark' })
      wrongs.push(...await wrongsOf(page, `${where}, dark`, true))
      await page.emulateMedia({ colorScheme: 'light' })
    }
    const topic = await addressOfPublicTopic(page)
    for (const address of forStrangers) await look(`stranger ${address}`, address === 'topic' ? topic : address)
    await signIn(page, people.citizen)
    for (const address of forMembers) await look(`member ${address}`, address === 'topic' ? topic : address)
    expect(wrongs).toEqual([])
  })
}

/** Presses Tab until the focus stands on what is looked for. */
async function tabTo(page: Page, selector: string, limit = 80): Promise<void> {
  for (let count = 0; count < limit; count++) {
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${selector}`)
}

test('signs in and replies by keyboard alone', async ({ page, another }) => {
  const author = await another()
  const title = unique('Tanpa tetikus')
  await signIn(author, people.officer)
  await openTopic(author, title, 'Dapatkah semua dilakukan dengan papan tombol?')
  const path = new URL(author.url()).pathname

  await page.goto(`/masuk?ke=${encodeURIComponent(path)}`)
  await page.keyboard.press('Tab')
  await expect(page.locator('a.skip')).toBeFocused()
  await expect(page.locator('a.skip')).toBeInViewport()
  await page.keyboard.press('Enter')
  await tabTo(page, 'main input[name=login]', 6)
  await page.keyboard.type(people.citizen.login)
  await tabTo(page, 'main input[name=password]', 4)
  await page.keyboard.type(people.citizen.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await tabTo(page, '#balas textarea, #balas [contenteditable=true]')
  await expect(page.locator('#balas [contenteditable=true]')).toBeFocused()
  const words = unique('Ya, dapat')
  await page.keyboard.type(words)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(postWith(page, words)).toHaveCount(1)
})

test('the language changes with one press and stays', async ({ page }) => {
  await page.goto('/forum')
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveURL(/\/forum$/)
  await page.goto('/masuk')
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
})

test('the look changes with one press and stays', async ({ page }) => {
  await page.goto('/')
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await ground()
  for (const word of ['terang', 'gelap']) {
    await page.getByRole('button', { name: /^Tampilan:/ }).click()
    await expect(page.getByRole('button', { name: `Tampilan: ${word}` })).toBeVisible()
  }
  await page.goto('/tentang')
  expect(await ground()).not.toBe(light)
})
