import { request } from 'node:http'
import { exportsOf, files, pathOf } from './addresses'
import { expect, signIn, test } from './fixtures'
import { people } from './people'

/** Routes a stranger may open. Everything else asks who is there, or says there is nothing. */
const open = new Set([
  '_index.tsx', 'aksesibilitas.tsx', 'aturan.tsx', 'atur-sandi.$token.tsx', 'berhenti.$token.tsx', 'cari.tsx', 'cari_.cepat.ts', 'daftar.tsx', 'ditangguhkan.tsx', 'daftar_.mitra.tsx',
  'forum._index.tsx', 'forum.baru.tsx', 'forum.tag.$slug._index.tsx', 'forum.tag.$slug.rss[.]xml.ts', 'forum.k.$slug._index.tsx', 'forum.k.$slug.rss[.]xml.ts', 'forum.rss[.]xml.ts', 'forum.t.$id._index.tsx',
  'forum.rutin._index.tsx', 'forum.rutin.$id.$slug.tsx', 'rapat.$id.kalender[.]ics.ts', 'rapat.$id.notulen_.riwayat.tsx',
  'pengetahuan._index.tsx', 'pengetahuan.k.$slug._index.tsx', 'pengetahuan.k.$slug.rss[.]xml.ts', 'pengetahuan.rss[.]xml.ts', 'pengetahuan.a.$id._index.ts', 'pengetahuan.a.$id.$slug.tsx', 'artikel.$id.riwayat.tsx', 'artikel.$id.membantu.ts',
  'pengetahuan.permintaan._index.tsx', 'pengetahuan.permintaan.$id.tsx', 'pengetahuan.berkas._index.tsx', 'pengetahuan.berkas.$id._index.ts', 'pengetahuan.berkas.$id.$slug.tsx', 'materi.$id.unduh.ts', 'artikel.$id.ekspor.$format.ts', 'pengetahuan.k.$slug.ekspor.$format.ts',
  'forum.t.$id.$slug.($number).tsx', 'forum.t.$id.rss[.]xml.ts', 'forum.t.$id.hasil[.]pdf.ts', 'forum.t.$id.hasil[.]xlsx.ts', 'forum.unit._index.tsx', 'forum.unit.$code.tsx', 'lupa-sandi.tsx', 'luring.tsx', 'masuk.tsx', 'moderasi.catatan.tsx', 'orang.$slug.tsx',
  'pintasan.tsx', 'pos.$id._index.ts', 'pos.$id.bagikan.tsx', 'pos.$id.riwayat.tsx', 'privasi.tsx', 'robots[.]txt.ts', 'sitemap[.]xml.ts', 'tentang.tsx', 'umpan.$token.$name[.]xml.ts', 'undangan.$token.tsx',
  'mentoring.kota.tsx', 'sertifikat.$code._index.tsx', 'unit._index.tsx', 'unit.$code.tsx', 'verifikasi.$token.tsx', 'bahasa.ts', 'tampilan.ts',
])

interface Answer { status: number; location: string; requestId: string }

/** Sends exactly these bytes' worth of headers; no browser or client tidies them up. */
function send(base: string, address: string, { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base)
    const sent = request({ hostname, port, path: address, method, headers: { ...headers, ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }) }, setHost: true, timeout: 20_000 }, response => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '', requestId: String(response.headers['x-request-id'] ?? '') }))
    })
    sent.on('timeout', () => sent.destroy(new Error(`no answer: ${method} ${address}`)))
    sent.on('error', error => (/ECONNRESET|EPIPE/.test(error.message) ? resolve({ status: 400, location: '', requestId: '' }) : reject(error)))
    sent.end(body)
  })
}

test('a stranger gets no further than the public list', async ({ baseURL }) => {
  const closed = files.filter(file => !open.has(file))
  expect(closed.length).toBeGreaterThan(20)
  expect([...open].filter(file => !files.includes(file)), 'the list names routes that are gone').toEqual([])
  const letIn: string[] = []
  for (const file of closed) {
    // where nothing can be read, reading is a mistake of the one who asks
    const readable = exportsOf(file, 'loader') || exportsOf(file, 'default')
    for (const address of readable ? [pathOf(file), `${pathOf(file)}.data`] : [pathOf(file)]) {
      const { status, location } = await send(baseURL!, address)
      const toSignIn = (status === 302 || status === 202) && location.startsWith('/masuk')
      if (!toSignIn && ![401, 403, 404, 405, ...(readable ? [] : [400])].includes(status)) letIn.push(`${address} → ${status} ${location}`)
    }
    if (!exportsOf(file, 'action')) continue
    const { status, location } = await send(baseURL!, pathOf(file), { method: 'POST', headers: { Origin: new URL(baseURL!).origin, 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'a=1' })
    const toSignIn = (status === 302 || status === 303) && location.startsWith('/masuk')
    if (!toSignIn && ![401, 403, 404].includes(status)) letIn.push(`POST ${pathOf(file)} → ${status} ${location}`)
  }
  expect(letIn).toEqual([])
})

test('nothing writes for a page of another house', async ({ baseURL }) => {
  const writing = files.filter(file => exportsOf(file, 'action'))
  expect(writing.length).toBeGreaterThan(25)
  const taken: string[] = []
  for (const file of writing) {
    for (const headers of [{ Origin: 'https://evil.example' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }, {}] as Record<string, string>[]) {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
        const { status } = await send(baseURL!, pathOf(file), { method, headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers }, body: 'a=1' })
        if (status !== 403) taken.push(`${method} ${pathOf(file)} ${JSON.stringify(headers)} → ${status}`)
      }
    }
  }
  expect(taken).toEqual([])
})

const odd = ['0', '-1', '2147483648', '99999999999999999999', '1e9', 'NaN', '%00', '%FF%FE', '..%2f..%2fetc', '%E2%80%AE', "'%3B--", '%F0%9F%98%80', 'a'.repeat(3_000), '%', '1.5', '[]', '{}', '__proto__']

test('malformed addresses, headers, cookies and bodies never break the house', async ({ baseURL, page }) => {
  test.setTimeout(240_000)
  const own = { Origin: new URL(baseURL!).origin }
  const cookies = ['balai=', 'balai=%00', `balai=${'x'.repeat(6_000)}`, 'balai=a; balai=b', '=;=;', 'balai="\\x00"', `tampilan=<script>; bahasa=${'z'.repeat(500)}`, 'balai=%F0%9F%98%80']
  const wrongs: string[] = []
  let sent = 0
  const ask = async (address: string, options: Parameters<typeof send>[2] = {}) => {
    sent += 1
    const { status, requestId } = await send(baseURL!, address, options)
    if (status >= 500 || status === 0) wrongs.push(`${options.method ?? 'GET'} ${address.slice(0, 120)} ${JSON.stringify(options.headers ?? {}).slice(0, 120)} → ${status} ${requestId}`)
  }
  const valued = files.filter(file => file.includes('$'))
  for (const [index, value] of odd.entries()) {
    for (const file of valued.filter((_, number) => (number + index) % 4 === 0)) await ask(pathOf(file, { id: value, slug: value, number: value, token: value, key: value, code: value }))
    await ask(`/cari?q=${value}&jenis=${value}&halaman=${value}&urut=${value}&dari=${value}&sampai=${value}`)
    await ask(`/forum?filter=${value}&cursor=${value}&saring=${value}&setelah=${value}`)
    await ask(`/forum/k/kependudukan?cursor=${value}`)
  }
  for (const cookie of cookies) for (const address of ['/', '/akun', '/forum/tulis', '/healthz']) await ask(address, { headers: { Cookie: cookie } })
  for (const headers of [
    { 'Accept-Language': 'x'.repeat(4_000) }, { 'Accept-Encoding': 'br;q=abc,,,;' }, { 'If-None-Match': '"W/' }, { 'X-Forwarded-For': "'; drop table" },
    { Range: 'bytes=99999999999-1' }, { Host: 'evil.example:99999' }, { Host: '' }, { 'X-Request-Id': '<script>' }, { 'Transfer-Encoding': 'identity' }, { 'Sec-Fetch-Site': 'x' },
  ] as Record<string, string>[]) for (const address of ['/', '/forum']) await ask(address, { headers })
  const bodies: [string, string | Buffer][] = [
    ['application/x-www-form-urlencoded', '%%%=%&=&&&'], ['application/x-www-form-urlencoded', `title=${'x'.repeat(50_000)}`], ['application/x-www-form-urlencoded', '__proto__[a]=1&constructor=1&a[b][c]=2'],
    ['application/json', '{"a":'], ['application/json', 'null'], ['application/json', `${'['.repeat(20_000)}`], ['application/json', Buffer.from([0xff, 0xfe, 0x00])],
    ['multipart/form-data', 'no boundary'], ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n'], ['text/plain', 'halo'], ['x', ''],
    ['application/json', '{"place":"thread:1","doc":"\\u0000","markdown":"\\u0000\\ud800","title":"\\u0000","fields":{"a":"\\u0000"}}'], ['application/x-www-form-urlencoded', 'markdown=%00%ED%A0%80&doc=%7B%22root%22%3Anull%7D&clientKey=12345678&revision=1&kind=THANKS&title=%00'],
    ['application/x-www-form-urlencoded', `doc=${encodeURIComponent('{"root":{"children":['.repeat(3_000))}&clientKey=12345678`],
  ]
  await signIn(page, people.partner)
  const Cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const writing = files.filter(file => exportsOf(file, 'action') && file !== 'keluar.tsx')
  for (const file of writing) for (const [type, body] of bodies) await ask(pathOf(file), { method: 'POST', headers: { ...own, Cookie, 'Content-Type': type }, body })
  for (const [index, value] of odd.entries())
    for (const file of writing.filter((one, number) => one.includes('$') && (number + index) % 5 === 0))
      await ask(pathOf(file, { id: value, slug: value, token: value }), { method: 'POST', headers: { ...own, Cookie, 'Content-Type': 'application/x-www-form-urlencoded' }, body: `markdown=${value}&title=${value}&kind=${value}&nomor=${value}&clientKey=${value}` })
  expect(wrongs).toEqual([])
  expect(sent).toBeGreaterThan(500)
})
