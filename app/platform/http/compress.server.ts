import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync, zstdCompress, zstdCompressSync } from 'node:zlib'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)
const zstd = promisify(zstdCompress)

export type Encoding = 'zstd' | 'br' | 'gzip' | 'identity'

const pattern = (name: string) => new RegExp(`(^|[,\\s])${name}\\s*(,|$|;\\s*q=(1|0?\\.\\d*[1-9]))`, 'i')
const takes = { zstd: pattern('zstd'), br: pattern('br'), gzip: pattern('gzip') }

/** Smaller answers gain nothing. */
export const WORTH_COMPRESSING = 1_024

/** What the client takes, in our order: what is made for one answer is made by the quickest, what is kept by the smallest. A refusal by `q=0` counts. */
export function encodingFor<E extends keyof typeof takes>(accept: string | undefined, order: readonly E[]): E | 'identity' {
  return accept ? (order.find(name => takes[name].test(accept)) ?? 'identity') : 'identity'
}

export const QUICKEST = ['zstd', 'br', 'gzip'] as const
export const SMALLEST = ['br', 'gzip'] as const

/** Made at once up to this many bytes: a page takes a fifth of a millisecond, half of what handing it to another thread and back costs. */
const AT_ONCE = 256 * 1024

const quick = {
  zstd: { params: { [constants.ZSTD_c_compressionLevel]: 1 } },
  br: { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } },
  gzip: { level: 1 },
}

/** Compresses the body of one answer. */
export async function compressOnce(body: Buffer, encoding: Exclude<Encoding, 'identity'>): Promise<Buffer> {
  if (body.length > AT_ONCE) return encoding === 'zstd' ? zstd(body, quick.zstd) : encoding === 'gzip' ? gzipped(body, quick.gzip) : brotli(body, quick.br)
  return encoding === 'zstd' ? zstdCompressSync(body, quick.zstd) : encoding === 'gzip' ? gzipSync(body, quick.gzip) : brotliCompressSync(body, quick.br)
}

/** Compresses a body that is kept and sent many times; off the main thread. */
export function compressToKeep(body: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> {
  if (encoding === 'gzip') return gzipped(body, { level: 7 })
  return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } })
}

export const compressible = (type: string): boolean => /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json|xml|rss\+xml|atom\+xml|problem\+json)|image\/svg\+xml)/.test(type)
