import { describe, expect, test } from 'vitest'
import { createPageCache, isKept, pageKey, type CachedPage, type MadePage } from './page-cache.server'

const page = (text: string, more: Partial<MadePage> = {}): MadePage => ({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(text), setsCookie: false, tags: new Set(['topic:1']), ...more })
const compress = async (body: Buffer) => ({ br: body, gzip: body })
const cacheWith = (more: { maxEntries?: number; maxBytes?: number; ttlMs?: number; now?: () => number } = {}) => createPageCache<MadePage>({ maxEntries: 100, maxBytes: 1_000_000, ttlMs: 60_000, compress, ...more })
const textOf = (made: MadePage | CachedPage) => made.body.toString()

describe('who may share a page', () => {
  const asked = (headers: Record<string, string>, method = 'GET', url = '/forum?halaman=2') => pageKey({ method, url, headers: { host: 'balai.test', ...headers } })

  test.each([
    ['a stranger without cookies', {}, true],
    ['a stranger who chose language and theme', { cookie: 'lang=en; theme=dark' }, true],
    ['a person signed in', { cookie: 'balai=abc' }, false],
    ['a person signed in behind TLS', { cookie: '__Host-balai=abc' }, false],
    ['a person signed in who chose a language', { cookie: 'lang=id; balai=abc; theme=dark' }, false],
    ['a session cookie without a value', { cookie: 'balai=' }, false],
    ['a session cookie that is no session any more', { cookie: 'theme=dark;balai=xxxxxxxx' }, false],
    ['a cookie nobody knows', { cookie: 'other=1' }, false],
    ['a cookie without a name', { cookie: 'nonsense' }, false],
    ['a name that only ends like ours', { cookie: 'xlang=1' }, false],
    ['a request with credentials of its own', { authorization: 'Bearer x' }, false],
    ['a request for a part', { range: 'bytes=0-10' }, false],
  ])('%s', (_who, headers, shared) => {
    expect(asked(headers) !== null).toBe(shared)
  })

  test('a post is never shared', () => expect(asked({}, 'POST')).toBeNull())

  test('address, query, host, language and theme each make another page', () => {
    const keys = [asked({}), asked({}, 'GET', '/forum?halaman=3'), asked({}, 'GET', '/forum'), asked({ host: 'evil.test' }), asked({ cookie: 'lang=en' }), asked({ cookie: 'theme=dark' }), asked({ cookie: 'lang=dark' }), asked({ 'accept-language': 'en-GB' })]
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('what is kept', () => {
  test('a page is made once and answers the next', async () => {
    const cache = cacheWith()
    let made = 0
    const make = async () => page(`made ${++made}`)
    await cache.serve('k', make)
    expect(textOf(await cache.serve('k', make))).toBe('made 1')
    expect(cache.counts).toEqual({ hits: 1, misses: 1 })
  })

  test.each<[string, Partial<MadePage>]>([
    ['a page that sets a cookie', { setsCookie: true }],
    ['an error', { status: 500 }],
    ['a page that is not there', { status: 404 }],
    ['a redirect', { status: 302 }],
    ['data', { headers: { 'content-type': 'text/x-script' } }],
    ['a page that says it is private', { headers: { 'content-type': 'text/html', 'cache-control': 'private' } }],
    ['a page that says it must not be stored', { headers: { 'content-type': 'text/html', 'cache-control': 'no-store' } }],
  ])('not %s', async (_what, more) => {
    const cache = cacheWith()
    expect(isKept(await cache.serve('k', async () => page('x', more)))).toBe(false)
    expect(cache.size().entries).toBe(0)
  })

  test('its time runs out', async () => {
    let now = 0
    const cache = cacheWith({ ttlMs: 1_000, now: () => now })
    await cache.serve('k', async () => page('old'))
    now = 1_000
    expect(textOf(await cache.serve('k', async () => page('new')))).toBe('new')
  })

  test('neither pages nor bytes grow without bound', async () => {
    const few = cacheWith({ maxEntries: 3 })
    for (let i = 0; i < 10; i++) await few.serve(`k${i}`, async () => page('x'))
    expect(few.size().entries).toBe(3)
    expect(few.find('k9')).toBeDefined()
    const small = cacheWith({ maxBytes: 10_000 })
    for (let i = 0; i < 50; i++) await small.serve(`k${i}`, async () => page('x'.repeat(500)))
    expect(small.size().bytes).toBeLessThanOrEqual(10_000)
    for (let i = 0; i < 50; i++) small.drop([])
    expect(small.size()).toEqual({ entries: 0, bytes: 0 })
  })
})

describe('what changed is forgotten', () => {
  test('by tag; a page without tags goes with anything', async () => {
    const cache = cacheWith()
    await cache.serve('one', async () => page('x'))
    await cache.serve('two', async () => page('x', { tags: new Set(['topic:2', 'home']) }))
    await cache.serve('plain', async () => page('x', { tags: new Set() }))
    cache.drop(['topic:1'])
    expect(['one', 'two', 'plain'].map(key => cache.find(key) !== undefined)).toEqual([false, true, false])
    cache.drop([])
    expect(cache.size().entries).toBe(0)
  })

  test('a change while the page was being made is not lost', async () => {
    const cache = cacheWith()
    let finish: (made: MadePage) => void = () => undefined
    const slow = cache.serve('k', () => new Promise(resolve => { finish = resolve }))
    cache.drop(['topic:1'])
    const fresh = cache.serve('k', async () => page('after'))
    finish(page('before'))
    expect(isKept(await slow)).toBe(false)
    expect(textOf(await fresh)).toBe('after')
    expect(cache.find('k')?.body.toString()).toBe('after')
  })

  test('a change of something else lets the page stay', async () => {
    const cache = cacheWith()
    let finish: (made: MadePage) => void = () => undefined
    const slow = cache.serve('k', () => new Promise(resolve => { finish = resolve }))
    cache.drop(['topic:9'])
    finish(page('still true'))
    expect(isKept(await slow)).toBe(true)
  })
})

describe('many at once', () => {
  test('share one making', async () => {
    const cache = cacheWith()
    let made = 0
    const all = await Promise.all(Array.from({ length: 50 }, () => cache.serve('k', async () => page(`made ${++made}`))))
    expect(new Set(all.map(textOf))).toEqual(new Set(['made 1']))
  })

  test('but never an answer with a cookie: each asks for its own', async () => {
    const cache = cacheWith()
    let made = 0
    const all = await Promise.all(Array.from({ length: 5 }, () => cache.serve('k', async () => page(`for ${++made}`, { setsCookie: true }))))
    expect(new Set(all.map(textOf)).size).toBe(5)
  })

  test('one that fails does not spoil the next', async () => {
    const cache = cacheWith()
    await expect(cache.serve('k', async () => { throw new Error('no') })).rejects.toThrow('no')
    expect(textOf(await cache.serve('k', async () => page('yes')))).toBe('yes')
  })
})
