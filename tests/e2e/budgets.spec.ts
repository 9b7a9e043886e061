import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import type { CDPSession } from '@playwright/test'
import { expect, signIn, test, type Page } from './fixtures'
import { addressOfPublicTopic, people, publicTopic } from './people'

/** Bytes as they came over the wire, with their headers, by kind. */
async function weigh(page: Page, address: string): Promise<{ before: number; scripts: number; editor: string[]; each: string[] }> {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  const asked = new Map<string, { url: string; type: string }>()
  const sizes = { before: 0, scripts: 0 }
  const each: string[] = []
  cdp.on('Network.responseReceived', ({ requestId, type, response }) => asked.set(requestId, { url: response.url, type }))
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = asked.get(requestId)
    if (!one) return
    if (['Document', 'Stylesheet', 'Font'].includes(one.type)) sizes.before += encodedDataLength
    if (one.type === 'Script' || /\/assets\/[^/]+\.json$/.test(one.url)) sizes.scripts += encodedDataLength
    each.push(`${one.type} ${encodedDataLength} ${new URL(one.url).pathname}`)
  })
  // the last thing a page of a thread does by itself is to open its line
  const live = page.waitForEvent('websocket')
  await page.goto(address)
  await live
  await page.waitForLoadState('networkidle')
  await cdp.detach()
  return { ...sizes, editor: each.filter(line => /\/Editor-/.test(line)), each }
}

test('the first view of a public topic is light', async ({ page, another }) => {
  const address = await addressOfPublicTopic(page)
  const fresh = await another({ serviceWorkers: 'block' })
  const { before, scripts, editor, each } = await weigh(fresh, address)
  test.info().annotations.push({ type: 'bytes', description: `HTML, CSS, fonts ${before}; scripts ${scripts}` })
  expect(before, each.join('\n')).toBeGreaterThan(5_000)
  expect(before, each.join('\n')).toBeLessThanOrEqual(60_000)
  // all of it: what the page asks for when it is idle (live), and the words its scripts speak with
  expect(scripts, each.join('\n')).toBeLessThanOrEqual(130_000)
  expect(editor, 'nobody writes, so no editor').toEqual([])
})

test('no page carries the checks of the server', () => {
  const folder = 'build/client/assets'
  const chunks = readdirSync(folder).filter(file => file.endsWith('.js'))
  expect(chunks.length).toBeGreaterThan(20)
  expect(chunks.filter(file => /ZodError|i18next/.test(readFileSync(path.join(folder, file), 'utf8')))).toEqual([])
})

test('the document itself comes compressed as asked', async ({ page, baseURL }) => {
  const address = new URL(await addressOfPublicTopic(page), baseURL)
  for (const encoding of ['br', 'gzip']) {
    const answer = await new Promise<{ encoding: string | undefined; bytes: number }>((resolve, reject) => {
      request(address, { headers: { 'Accept-Encoding': encoding } }, response => {
        let bytes = 0
        response.on('data', (piece: Buffer) => { bytes += piece.length })
        response.on('end', () => resolve({ encoding: response.headers['content-encoding'], bytes }))
      }).on('error', reject).end()
    })
    expect(answer.encoding).toBe(encoding)
    expect(answer.bytes).toBeLessThan(30_000)
  }
})

const statements = async (page: Page, address: string): Promise<number> => {
  // another query each time, so that no kept page answers
  const answer = await page.request.get(`${address}?n=${Date.now()}${Math.random()}`)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['x-statements'], 'DEBUG_HEADERS is on').toBeTruthy()
  return Number(answer.headers()['x-statements'])
}

test('pages ask the database a few questions', async ({ page }) => {
  const topic = await addressOfPublicTopic(page)
  expect(await statements(page, topic)).toBeLessThanOrEqual(4)
  expect(await statements(page, publicTopic.category)).toBeLessThanOrEqual(4)
  await signIn(page, people.citizen)
  expect(await statements(page, topic)).toBeLessThanOrEqual(8)
})

test('so does a page of every kind', async ({ page }) => {
  const addresses: string[] = []
  for (const filter of ['consultation', 'experience', 'question', 'announcement', 'latest']) {
    await page.goto(`/forum?saring=${filter}`)
    const link = page.locator('.trow h3 a').first()
    if (await link.count()) addresses.push((await link.getAttribute('href')) ?? '')
  }
  expect(addresses.length).toBeGreaterThan(3)
  for (const address of addresses) expect(await statements(page, address), address).toBeLessThanOrEqual(4)
  for (const address of ['/forum/unit', '/forum/unit/DLH']) expect(await statements(page, address)).toBeLessThanOrEqual(4)
  await signIn(page, people.officer)
  for (const address of addresses) expect(await statements(page, address), address).toBeLessThanOrEqual(8)
})
