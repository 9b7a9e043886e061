import { Agent, request as connect } from 'node:http'
import { expect, test } from './fixtures'

test('health, readiness and metrics answer whom they should', async ({ request }) => {
  expect((await request.get('/healthz')).status()).toBe(200)
  const ready = await request.get('/readyz')
  expect(ready.status()).toBe(200)
  expect(await ready.json()).toMatchObject({ ready: true, checks: { database: { ok: true }, migrations: { ok: true }, search: { ok: true }, queue: { ok: true } } })
  expect(await (await request.get('/metrics')).text()).toContain('balai_http_request_seconds_count')
  expect((await request.get('/metrics', { headers: { 'X-Forwarded-For': '127.0.0.1' } })).status()).toBe(404)
})

test.describe('a write from elsewhere is refused, whatever its form', () => {
  const foreign: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, {}]
  for (const headers of foreign) {
    test(JSON.stringify(headers), async ({ request }) => {
      for (const body of [{ form: { a: 'b' } }, { multipart: { a: 'b' } }, { data: { a: 'b' } }]) {
        const answer = await request.post('/masuk', { ...body, headers: { ...headers, accept: 'text/html' }, maxRedirects: 0 })
        expect(answer.status()).toBe(403)
        expect(await answer.text()).toContain('<h1>')
      }
    })
  }
})

test('what a proxy may add about its host is no reason to refuse our own page', async ({ request, baseURL }) => {
  const origin = new URL(baseURL!).origin
  const answer = await request.post('/akun', { form: { a: 'b' }, headers: { origin, 'x-forwarded-host': '///' }, maxRedirects: 0 })
  expect(answer.status()).toBe(302)
})

/** Sends what no browser would. */
function raw(base: string, path: string, headers: Record<string, string>, method = 'GET', body?: Buffer, agent?: Agent): Promise<number> {
  const url = new URL(base)
  return new Promise((resolve, reject) => {
    const asked = connect({ host: url.hostname, port: url.port, path, method, headers, ...(agent && { agent }) }, answer => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.once('error', error => ('code' in error && (error.code === 'EPIPE' || error.code === 'ECONNRESET') ? resolve(413) : reject(error)))
    asked.end(body)
  })
}

test('odd addresses, hosts and sizes get a clear refusal', async ({ baseURL }) => {
  expect(await raw(baseURL!, `/?${'a'.repeat(5_000)}`, {})).toBe(414)
  expect(await raw(baseURL!, '/', { host: 'a b' })).toBe(400)
  expect(await raw(baseURL!, '//evil.example/', {})).toBe(400)
  expect(await raw(baseURL!, '/%', {})).toBeLessThan(500)
  expect(await raw(baseURL!, '/%00', {})).toBeLessThan(500)
  expect(await raw(baseURL!, '/', { cookie: 'x'.repeat(17_000) })).toBe(431)
  const origin = new URL(baseURL!).origin
  expect(await raw(baseURL!, '/masuk', { origin, 'content-type': 'application/x-www-form-urlencoded' }, 'POST', Buffer.alloc(2_000_000, 97))).toBe(413)
  expect(await raw(baseURL!, '/masuk', { origin, 'content-type': 'application/x-www-form-urlencoded', 'transfer-encoding': 'chunked' }, 'POST', Buffer.alloc(2_000_000, 97))).toBeLessThan(500)
})

test('a body nobody reads and an offer of another protocol keep nobody waiting', async ({ baseURL }) => {
  const origin = new URL(baseURL!).origin
  const line = new Agent({ keepAlive: true, maxSockets: 1 })
  const offers: Record<string, string>[] = [{}, { upgrade: 'h2c', connection: 'upgrade' }]
  for (const headers of offers) {
    // signing out reads no form: 300 kB wait on the connection that the next request uses
    expect(await raw(baseURL!, '/keluar', { origin, 'content-type': 'application/x-www-form-urlencoded', 'content-length': '300000', ...headers }, 'PUT', Buffer.alloc(300_000, 97), line)).toBeLessThan(500)
    expect(await raw(baseURL!, '/healthz', {}, 'GET', undefined, line)).toBe(200)
  }
  line.destroy()
})
