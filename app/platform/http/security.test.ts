import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { compressOnce, compressToKeep, encodingFor, QUICKEST, SMALLEST } from './compress.server'
import { contentSecurityPolicy, fromOurPages, validAddress, validHost } from './security.server'

const host = 'balai.test:3000'

describe('a write must come from our own pages', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['says so itself', { 'sec-fetch-site': 'same-origin' }, true],
    ['origin is ours', { origin: 'http://balai.test:3000' }, true],
    ['both agree', { 'sec-fetch-site': 'same-origin', origin: 'http://balai.test:3000' }, true],
    ['an old browser sends where it came from', { referer: 'http://balai.test:3000/forum/tulis' }, true],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'http://evil.test' }, false],
    ['a neighbour', { 'sec-fetch-site': 'same-site', origin: 'http://a.balai.test:3000' }, false],
    ['another port', { origin: 'http://balai.test:4000' }, false],
    ['typed into the address line', { 'sec-fetch-site': 'none' }, false],
    ['a frame without an origin', { origin: 'null' }, false],
    ['the browser and the header disagree', { 'sec-fetch-site': 'cross-site', origin: 'http://balai.test:3000' }, false],
    ['the header is a lie the browser did not tell', { 'sec-fetch-site': 'same-origin', origin: 'http://evil.test' }, false],
    ['nothing at all', {}, false],
    ['no address', { origin: 'balai.test:3000' }, false],
    ['our name in front of theirs', { origin: 'http://balai.test:3000.evil.test' }, false],
    ['another scheme', { origin: 'ftp://balai.test:3000' }, false],
    ['came from elsewhere', { referer: 'http://evil.test/balai.test:3000' }, false],
  ])('%s', (_name, headers, allowed) => {
    expect(fromOurPages({ host, ...headers })).toBe(allowed)
  })
})

test.each([
  ['localhost:3000', true], ['balai.go.id', true], ['[::1]:3000', true], ['127.0.0.1', true], ['', false], [undefined, false],
  ['a b', false], ['evil.test/path', false], ['x@evil.test', false], ['<script>', false], ['a'.repeat(300), false], ['localhost:999999', false], ['localhost:99999', false], ['localhost:65535', true], ['256.1.1.1', false],
])('host %s', (given, valid) => {
  expect(validHost(given)).toBe(valid)
})

test.each([['/', true], ['/forum?q=%20', true], ['/forum/k/%00', false], ['/cari?q=a%00', false], ['//evil.test', false], ['http://evil.test/', false]])('address %s', (given, valid) => {
  expect(validAddress(given)).toBe(valid)
})

test.each([
  [undefined, 'identity'], ['', 'identity'], ['gzip', 'gzip'], ['gzip, deflate, br', 'br'], ['br;q=0, gzip', 'gzip'], ['br;q=0.0,gzip;q=0', 'identity'],
  ['GZIP;q=0.5', 'gzip'], ['brx', 'identity'], ['deflate', 'identity'], ['*', 'identity'], ['br;q=1.0', 'br'], ['gzip;q=0.001', 'gzip'],
])('accepting "%s" gets %s', (accept, encoding) => {
  expect(encodingFor(accept, SMALLEST)).toBe(encoding)
})

test('one answer is compressed by the quickest the browser takes, a kept page by the smallest', () => {
  expect([encodingFor('gzip, deflate, br, zstd', QUICKEST), encodingFor('gzip, deflate, br, zstd', SMALLEST), encodingFor('gzip, zstd;q=0', QUICKEST)]).toEqual(['zstd', 'br', 'gzip'])
})

const open = { zstd: zstdDecompressSync, br: brotliDecompressSync, gzip: gunzipSync }
const line = '<p>Balai desa membuka loket pada pukul delapan.</p>'

test.each([['zstd', 200], ['br', 200], ['gzip', 200], ['zstd', 20_000], ['br', 20_000], ['gzip', 20_000]] as const)('what %s made small of %i lines comes back whole', async (encoding, lines) => {
  const body = Buffer.from(line.repeat(lines))
  expect(open[encoding](await compressOnce(body, encoding)).equals(body)).toBe(true)
})

test.each(['br', 'gzip'] as const)('what %s made to be kept comes back whole', async encoding => {
  const body = Buffer.from(line.repeat(200))
  expect(open[encoding](await compressToKeep(body, encoding)).equals(body)).toBe(true)
})

test('the policy allows no script but our own and nothing to frame us', () => {
  const policy = contentSecurityPolicy('abc')
  expect(policy).toContain("script-src 'self' 'nonce-abc'")
  for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) expect(policy).toContain(part)
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
})
