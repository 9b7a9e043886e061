import { readdirSync } from 'node:fs'
import { request as ask, type Agent } from 'node:http'
import { gzipSync } from 'node:zlib'

/** Chance that comes out the same in every run, so that what was found can be found again. */
export function chance(seed: number): { next: () => number; of: <T>(list: readonly T[]) => T } {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, of: list => list[Math.floor(next() * list.length)]! }
}

/** Addresses of all routes; parameters stay as `$name`. */
export function routePaths(): string[] {
  const files = readdirSync('app/routes').filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  return files.map(name => {
    const parts = name.replace(/\.tsx?$/, '').replaceAll('[.]', '\0').split('.')
    return '/' + parts.filter(part => part !== '_index').map(part => part.replace(/_$/, '').replace(/^\((.*)\)$/, '$1').replaceAll('\0', '.')).join('/')
  }).sort()
}

const deep = '{"root":{"type":"root","children":' + '[{"type":"quote","children":'.repeat(5_000) + '[]' + '}]'.repeat(5_000) + '}}'

/** Values nobody types. Already fit for an address. */
export const PARAMS = [
  '1', '2', '0', '-1', '99999999999999999999', '2147483647', '2147483648', '1e3', '1.5', 'NaN', '%00', 'a%00b', '%ED%A0%80', '%FF%FE', '%E2%80%AE', '%F0%9F%A4%B7', '..%2F..%2Fetc%2Fpasswd', '%2e%2e', "'%20or%201=1--",
  '%3Cscript%3E', '__proto__', 'constructor', 'toString', 'null', 'undefined', '%25', '%', '%zz', 'x'.repeat(900), '%0d%0aSet-Cookie:x=1', 'kependudukan', '%5B%5D', '1%202', '१२',
]
export const QUERIES = [
  '', '?', '?q=%00', '?q=%ED%A0%80', `?q=${'a'.repeat(2_000)}`, '?q=a&q=b&q[]=c', `?q=${encodeURIComponent(`')|(&!:*<->"\\`)}`, '?halaman=-1', '?halaman=99999999999999', '?halaman=NaN', '?cursor=9999999999999999.9999999999', '?cursor=-1.1', '?sesudah=%00',
  '?sesudah=-99999999999999999.1', '?filter=__proto__', '?ke=%2F%2Fevil.example', '?ke=javascript:alert(1)', '?kategori=%00&jenis=__proto__', '?_routes=root', '?_routes=routes%2F__proto__', '?_data=routes%2F_index', '?_data=nothing', '?index', '?index&index', '?=%FF&&&=', '?%00=1',
  '?tanggal=0000-00-00', '?sejak=275761-01-01&sampai=x', '?urut=constructor&jenis=toString', '?nama=%25%25%25&keadaan=x&unit=99999999999', '?dari=99999999999&sampai=-3&from=0&to=99999999999',
]
const FIELDS = [
  'login', 'password', 'current', 'email', 'name', 'number', 'title', 'category', 'kind', 'tags', 'doc', 'markdown', 'clientKey', 'ke', 'replyTo', 'revision', 'on', 'place', 'about', 'expertise', 'publicFields', 'unitId', 'unit', 'sortOrder', 'words', 'upTo', 'tampilan',
  'bahasa', 'sessionId', 'role', 'position', 'personId', 'audience', 'file', 'tag', 'fields', '__proto__', 'constructor', 'toString', 'a[b][c]', 'a.b.c', 'publicFields[0]', '',
] as const
const VALUES = [
  '', '\0', 'a\0b', '\ud800', '\ufffe\uffff', '‮evil', '0', '-1', '1e309', '99999999999999999999', '2147483648', 'NaN', '[]', '{}', 'null', 'true', '{"__proto__":{"x":1}}', '{"root":null}', '{"root":{"type":"root","children":[null,1,"x",{"type":"__proto__"}]}}', deep,
  '[object Object]', '<script>alert(1)</script>', "'; drop table post; --", '%00%ff', 'x'.repeat(70_000), '# '.repeat(3_000), '['.repeat(3_000), '> '.repeat(2_000), '|a|b|\n|-|-|\n'.repeat(500), '![x](javascript:alert(1))', '../../etc/passwd', '12345678-abcd', 'kependudukan', 'QUESTION', 'THANKS', 'a@b.c',
  '👩‍👩‍👧‍👦'.repeat(300), '1970-01-01T00:00:00Z', '\r\nX: y',
] as const

export interface Body { type: string | null; content: Buffer; headers?: Record<string, string> }
type Chance = ReturnType<typeof chance>

function pairs(luck: Chance): [string, string][] {
  return Array.from({ length: 1 + Math.floor(luck.next() * 6) }, () => [luck.of(FIELDS), luck.of(VALUES)])
}

function multipart(luck: Chance, cut: boolean): Body {
  const names = ['x.png', '../../x', 'a"b\r\n.png', '\0', 'x'.repeat(3_000), '']
  const parts = pairs(luck).map(([name, value]) => `--batas\r\nContent-Disposition: form-data; name="${name}"${luck.next() < 0.4 ? `; filename="${luck.of(names)}"\r\nContent-Type: ${luck.of(['image/png', 'x', '', 'text/html\0'])}` : ''}\r\n\r\n${value}\r\n`)
  const whole = Buffer.from(`${parts.join('')}--batas--\r\n`)
  return { type: 'multipart/form-data; boundary=batas', content: cut ? whole.subarray(0, Math.floor(whole.length * luck.next())) : whole }
}

/** A body that no page of ours sends, or one that nearly is. */
export function body(luck: Chance): Body {
  const form = () => new URLSearchParams(pairs(luck)).toString()
  const makes: (() => Body)[] = [
    () => ({ type: 'application/x-www-form-urlencoded', content: Buffer.from(form()) }),
    () => ({ type: 'application/x-www-form-urlencoded', content: Buffer.from('%=%&%zz=%ff&=&&&title=%00&doc=%ED%A0%80') }),
    () => multipart(luck, false),
    () => multipart(luck, true),
    () => ({ type: 'multipart/form-data', content: Buffer.from('--\r\n\r\n') }),
    () => ({ type: 'multipart/form-data; boundary=', content: Buffer.from('----\r\n') }),
    () => ({ type: 'application/json', content: Buffer.from(luck.of(['{', '[]', 'null', '"', deep, '{"__proto__":1}', '\ufeff{}'])) }),
    () => ({ type: null, content: Buffer.from(form()) }),
    () => ({ type: luck.of(['text/plain', 'text/x;;;=', 'a/b/c', 'application/x-www-form-urlencoded; charset=utf-16', '\u00ff']), content: Buffer.from([0, 255, 254, 128, 10]) }),
    () => ({ type: 'application/x-www-form-urlencoded', content: gzipSync(form()), headers: { 'content-encoding': 'gzip' } }),
    () => ({ type: 'application/x-www-form-urlencoded', content: Buffer.alloc(0) }),
    () => ({ type: 'application/x-www-form-urlencoded', content: Buffer.from(`markdown=${'a'.repeat(1_100_000)}`) }),
  ]
  return luck.of(makes)()
}

export const COOKIES = [
  'balai=', 'balai=%', 'balai=%00', `balai=${'A'.repeat(43)}`, `balai=${'A'.repeat(7_000)}`, 'balai; balai; ;=;', 'lang=__proto__', 'lang=constructor; tampilan=\u00ff', 'lang=id; lang=en; lang', '=x', `${'a=b; '.repeat(1_000)}`, 'tema=%ED%A0%80; theme=<script>', '__Host-balai=x', 'balai="quoted"; $Version=1',
]
export const HEADERS: Record<string, string>[] = [
  { 'accept-language': 'x'.repeat(3_000) }, { 'accept-language': ';q=;;,*-*-*' }, { accept: '\u00ff' }, { 'if-none-match': '"' }, { 'if-modified-since': 'never' }, { range: 'bytes=-' }, { range: 'bytes=9999999999999-0,1-' }, { 'accept-encoding': 'br;q=x, gzip;q=99, zstd' },
  { host: 'evil.example:99999999' }, { host: '[::' }, { host: 'a b' }, { 'x-forwarded-for': '\u00ff,,,' }, { 'x-forwarded-proto': 'javascript' }, { 'x-forwarded-host': '///' }, { 'x-request-id': '${jndi:x}' }, { referer: 'http://[' }, { authorization: 'Bearer \u00ff' }, { 'user-agent': '' }, { 'user-agent': '<script>\u00fe'.repeat(200) },
  { 'x-remix-routes': '__proto__' }, { 'sec-fetch-site': 'x' }, { expect: 'the-impossible' }, { upgrade: 'h2c', connection: 'upgrade' }, { te: 'trailers, deflate;q=x' },
]

export interface Asked { method: string; path: string; headers: Record<string, string>; content?: Buffer }

/** @returns the status, or the code of the error where the connection ended without one */
export function send(port: number, agent: Agent, { method, path, headers, content }: Asked): Promise<number | string> {
  return new Promise(resolve => {
    const name = (error: Error) => resolve((error as NodeJS.ErrnoException).code ?? error.message)
    try {
      const request = ask({ host: '127.0.0.1', port, agent, method, path, headers: { ...(content && { 'content-length': String(content.length) }), ...headers }, setHost: headers.host === undefined, timeout: 60_000 })
      request.once('timeout', () => request.destroy(new Error('no answer')))
      request.once('error', name)
      request.once('upgrade', (response, socket) => {
        socket.destroy()
        resolve(response.statusCode ?? 0)
      })
      request.once('response', response => {
        response.resume().once('close', () => resolve(response.statusCode ?? 0))
      })
      request.end(content)
    } catch (error) {
      name(error as Error)
    }
  })
}
