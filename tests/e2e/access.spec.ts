import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import { demoAccounts } from '../../prisma/seed/accounts'
import { expect, signIn, test, type Account, type Page } from './fixtures'
import { addressOfPublicTopic, openTopic, people, postWith, publicTopic, unique } from './people'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const rules = readFileSync(createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8')
const administrator = demoAccounts.find(account => account.role === 'Administrator')!

/** One page of each shape, by who sees it. */
const walks: [who: string, account: Account | null, addresses: string[]][] = [
  ['stranger', null, ['/', '/forum', publicTopic.category, 'topic', '/masuk', '/daftar', '/cari?q=ktp', '/tentang', '/tidak/ada', '/forum/t/8', '/pengetahuan', '/pengetahuan/a/1', '/pengetahuan/k/kependudukan', '/pengetahuan/berkas', '/pengetahuan/berkas/1']],
  ['member', people.citizen, ['/', 'topic', '/forum/tulis', '/akun', '/akun/pemberitahuan', '/pemberitahuan', '/draf', '/profil', '/mentoring/kota']],
  ['writer', administrator, [
    '/artikel/53/ubah', '/artikel/16/tinjauan', '/artikel/1/riwayat', '/artikel/1/kelola', '/artikel/1/pembaca', '/pengetahuan/tulis?koleksi=kependudukan&jenis=SERVICE', '/pengetahuan/tinjauan', '/pengetahuan/milik', '/pengetahuan/sampah', '/pengetahuan/unggah',
    '/pengetahuan/impor', '/pengetahuan/permintaan', '/pengetahuan/dicari', '/pengetahuan/susunan', '/topik/8/konsultasi', '/forum/rutin', 'series',
  ]],
  ['officer', administrator, ['/mentoring/program', '/mentoring/program/gelombang', '/mentoring/program/laporan', '/mentoring/program/gelombang/baru']],
  ['learner', people.officer, ['/mentoring', '/mentoring/penawaran/1', '/mentoring/minta/1', '/mentoring/permintaan', '/mentoring/ruang/1']],
  ['moderator', people.moderator, ['/moderasi', '/mentoring/ruang/6/kesepakatan']],
]

const sizes = [{ width: 360, height: 800 }, { width: 1280, height: 800 }]

/** Everything wrong with the page as it stands, in lines one can read. The rules are in the page already. */
async function wrongsOf(page: Page, where: string, only: RunOptions['runOnly']): Promise<string[]> {
  const { found, wide, has } = await page.evaluate(async runOnly => {
    const { axe } = window as unknown as { axe: { run: (root: Document, options: RunOptions) => Promise<AxeResults> } }
    const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'], preload: false, iframes: false })
    const found = violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(node => `${id} ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`))
    return { found, wide: document.documentElement.scrollWidth, has: document.documentElement.clientWidth }
  }, only)
  return [...found, ...(wide > has ? [`${wide} px wide in ${has}`] : [])].map(wrong => `${where}: ${wrong}`)
}

/** Loaded once: on a phone and at a desk, light and dark. */
async function look(page: Page, who: string, address: string): Promise<string[]> {
  const answer = await page.goto(address)
  const where = `${who} ${address}`
  if (answer?.status() !== (address === '/tidak/ada' ? 404 : 200)) return [`${where}: answered ${answer?.status()}`]
  if (address === '/forum/tulis') await expect(page.locator('[contenteditable=true]')).toBeVisible()
  await page.evaluate(rules)
  const wrongs: string[] = []
  for (const size of sizes) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme: 'light' })
    wrongs.push(...await wrongsOf(page, `${where}, ${size.width} px`, { type: 'tag', values: tags }))
    // structure is the same in the dark: there only the colours are asked
    await page.emulateMedia({ colorScheme: 'dark' })
    wrongs.push(...await wrongsOf(page, `${where}, ${size.width} px, dark`, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }))
  }
  return wrongs
}

for (const [who, account, addresses] of walks) {
  test(`pages of a ${who} are usable by everyone, on a phone and at a desk, light and dark`, async ({ another, watch }) => {
    test.setTimeout(120_000)
    watch.allow(/404/)
    // axe puts its own style into the page to measure it
    watch.allow(/axe|style-src/)
    const page = await another({ viewport: sizes[0], reducedMotion: 'reduce' })
    const topic = addresses.includes('topic') ? await addressOfPublicTopic(page) : ''
    if (account) await signIn(page, account)
    const wrongs: string[] = []
    for (const address of addresses) {
      // a series by its line in the list, which was the page before
      const series = address === 'series' ? await page.locator('main a[href^="/forum/rutin/"]').evaluateAll(links => links.map(link => link.getAttribute('href') ?? '').find(href => /\/\d/.test(href))) : ''
      wrongs.push(...await look(page, who, (address === 'topic' ? topic : series) || address))
    }
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
