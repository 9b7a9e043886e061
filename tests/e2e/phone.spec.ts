import type { BrowserContextOptions } from '@playwright/test'
import { expect, signIn, test, type Page } from './fixtures'
import { openTopic, people, postWith, unique } from './people'

const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true }
const field = (page: Page) => page.getByRole('textbox', { name: 'Balasan Anda', exact: true })
const isFull = (page: Page) => page.evaluate(() => document.body.classList.contains('full'))

/** Enters the reply until the rich editor is there and the page is its own. */
async function enter(page: Page): Promise<void> {
  await expect(async () => {
    await field(page).click({ timeout: 3_000 })
    await expect(field(page)).toHaveAttribute('contenteditable', 'true', { timeout: 3_000 })
    expect(await isFull(page)).toBe(true)
  }).toPass()
}

type Another = (options?: BrowserContextOptions) => Promise<Page>

/** A question, asked at a desk, opened on a phone by the same citizen. */
async function topicOnPhone(desk: Page, another: Another, javaScriptEnabled = true): Promise<Page> {
  await signIn(desk, people.citizen)
  await openTopic(desk, unique('Ditulis di ponsel'), 'Apakah muat di layar kecil?')
  const page = await another({ ...phone, javaScriptEnabled })
  await signIn(page, people.citizen, new URL(desk.url()).pathname)
  await expect(page.getByRole('heading', { level: 1, name: 'Ditulis di ponsel' })).toBeVisible()
  return page
}

test('a reply on a phone has the whole screen; the back button, Escape and its own button leave it, and the words stay', async ({ page: desk, another }) => {
  const page = await topicOnPhone(desk, another)
  const address = page.url()
  await enter(page)
  const words = unique('Muat di layar')
  await page.keyboard.insertText(words)
  await expect(page.getByRole('navigation', { name: 'Utama' })).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
  const box = (await page.locator('.full-box').boundingBox())!
  expect([Math.round(box.x), Math.round(box.y), Math.round(box.width), Math.round(box.height)]).toEqual([0, 0, 390, 780])
  const bar = (await page.getByRole('toolbar').boundingBox())!
  expect(Math.round(bar.y + bar.height)).toBe(780)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  await page.goBack()
  await expect.poll(() => isFull(page)).toBe(false)
  expect(page.url()).toBe(address)
  await expect(field(page)).toContainText(words)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await enter(page)
  await page.keyboard.press('Escape')
  await expect.poll(() => isFull(page)).toBe(false)
  await enter(page)
  await page.getByRole('button', { name: 'Tutup, draf tetap tersimpan' }).click()
  await expect.poll(() => isFull(page)).toBe(false)
  await expect(field(page)).toContainText(words)

  await enter(page)
  await page.getByRole('button', { name: 'Kirim balasan' }).click()
  await expect(postWith(page, words)).toBeVisible()
  expect(await isFull(page)).toBe(false)
  expect(page.url()).toBe(address)
})

test('a smaller view, as a keyboard leaves it, holds text and tools; a wider one gives the page back', async ({ page: desk, another }) => {
  const page = await topicOnPhone(desk, another)
  await enter(page)
  await page.setViewportSize({ width: 390, height: 420 })
  await expect.poll(async () => Math.round((await page.getByRole('toolbar').boundingBox())!.y + (await page.getByRole('toolbar').boundingBox())!.height)).toBe(420)
  await page.setViewportSize({ width: 844, height: 390 })
  await expect.poll(() => isFull(page)).toBe(false)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('without JavaScript a phone keeps its page and writes by the form', async ({ page: desk, another }) => {
  const page = await topicOnPhone(desk, another, false)
  await field(page).fill('Masih bisa.')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Kirim balasan' }).click()
  await expect(postWith(page, 'Masih bisa.')).toBeVisible()
})
