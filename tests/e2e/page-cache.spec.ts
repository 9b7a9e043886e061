import { demoAccounts } from '../../prisma/seed/accounts'
import { expect, signIn, test } from './fixtures'

const account = demoAccounts.find(one => one.role === 'ASN') ?? demoAccounts[0]!

test('a signed-in person never gets a stranger’s page, and never leaves one of theirs behind', async ({ page, another }) => {
  const stranger = await another()
  await stranger.goto('/forum')
  await signIn(page, account, '/forum')
  await page.goto('/forum')
  const [first = ''] = account.name.split(' ')
  expect(await page.content()).toContain(first)
  expect((await page.goto('/forum'))?.headers()['cache-control']).toContain('no-store')

  for (let i = 0; i < 3; i++) {
    const answer = await stranger.request.get('/forum')
    const text = await answer.text()
    expect(text).not.toContain(account.login)
    expect(text).not.toContain(`"name":"${account.name}"`)
    expect(answer.headers()['set-cookie']).toBeUndefined()
    await page.goto('/forum')
    expect(await page.content()).toContain(first)
  }
})

test('a kept page comes without the database, with the policy it was made with, and as 304 to who has it', async ({ another }) => {
  const { request } = await another()
  await request.get('/forum')
  const kept = await request.get('/forum')
  expect(kept.headers()['x-statements'] ?? '0').toBe('0')
  const nonce = /'nonce-([^']+)'/.exec(kept.headers()['content-security-policy'] ?? '')?.[1]
  expect(nonce).toBeTruthy()
  expect(await kept.text()).toContain(`nonce="${nonce}"`)
  const etag = kept.headers().etag ?? ''
  const again = await request.get('/forum', { headers: { 'If-None-Match': etag } })
  expect(again.status()).toBe(304)
  expect(again.headers()['content-security-policy']).toContain(`'nonce-${nonce}'`)
})

test('language and theme are pages of their own', async ({ another }) => {
  const { request } = await another()
  const page = async (cookie: string) => (await request.get('/', { headers: cookie ? { cookie } : {} })).text()
  await page('')
  expect(await page('lang=en')).toContain('<html lang="en"')
  expect(await page('theme=dark')).toContain('data-theme="dark"')
  expect(await page('')).toMatch(/<html lang="id"(?![^>]*data-theme)/)
})
