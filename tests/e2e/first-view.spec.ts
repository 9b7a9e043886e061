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
