import { expect, test } from './fixtures'

test('a stranger meets a page that works, with and without JavaScript', async ({ page, another }) => {
  const answer = await page.goto('/')
  expect(answer?.status()).toBe(200)
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self' 'nonce-")
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')

  const plain = await another({ javaScriptEnabled: false })
  await plain.goto('/')
  await expect(plain.locator('h1')).toHaveText(await page.locator('h1').innerText())
})

test('an address that leads nowhere says so, with a way on', async ({ page, watch }) => {
  watch.allow(/404/)
  const answer = await page.goto('/tidak/ada')
  expect(answer?.status()).toBe(404)
  await expect(page.locator('h1')).toBeVisible()
})

test('only the words a page speaks with travel, those of another page come when it is opened', async ({ another }) => {
  const page = await another()
  const words: string[] = []
  page.on('request', request => { if (/\/assets\/(id|en)-[^/]+\.json$/.test(request.url())) words.push(new URL(request.url()).pathname) })
  await page.goto('/tentang')
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
  await page.waitForLoadState('networkidle')
  const first = new Set(words).size
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThanOrEqual(3)
  await page.evaluate(() => { document.documentElement.dataset.here = 'yes' })
  await page.getByRole('link', { name: 'Masuk', exact: true }).first().click()
  await expect(page.getByLabel('Surel atau NIP')).toBeVisible()
  expect(await page.locator('html').getAttribute('data-here'), 'followed by the router, not as a new document').toBe('yes')
  expect(new Set(words).size).toBeGreaterThan(first)
  expect(words.every(address => address.includes('/id-'))).toBe(true)
  expect(new Set(words).size, 'each file once').toBe(words.length)
})
