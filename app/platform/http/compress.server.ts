import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

export type Encoding = 'br' | 'gzip' | 'identity'

/** Smaller answers gain nothing. */
export const WORTH_COMPRESSING = 1_024

/** What the client takes, in our order. A refusal by `q=0` counts. */
export function encodingFor(accept: string | undefined): Encoding {
  if (!accept) return 'identity'
  const takes = (name: string) => new RegExp(`(^|[,\\s])${name}\\s*(,|$|;\\s*q=(1|0?\\.\\d*[1-9]))`, 'i').test(accept)
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : 'identity'
}

/** Once, off the main thread. */
export function compress(body: Buffer, encoding: Exclude<Encoding, 'identity'>, level: 'fast' | 'kept'): Promise<Buffer> {
  if (encoding === 'gzip') return gzipped(body, { level: level === 'fast' ? 4 : 7 })
  return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: level === 'fast' ? 4 : 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } })
}

export const compressible = (type: string): boolean => /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json|xml|rss\+xml|atom\+xml|problem\+json)|image\/svg\+xml)/.test(type)
