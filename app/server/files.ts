import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { RequestHandler } from 'express'

interface Known { file: string; br: boolean; gz: boolean }

const TAKES_BR = /(^|[,\s])br\s*(,|$|;\s*q=(1|0?\.\d*[1-9]))/i
const TAKES_GZIP = /(^|[,\s])gzip\s*(,|$|;\s*q=(1|0?\.\d*[1-9]))/i

/** What else stays on a script, a style or a font. */
const PARTS_SAY = new Set(['x-content-type-options', 'cross-origin-resource-policy', 'strict-transport-security'])

/** The browser's files as they were when we started, with the compressed forms beside them. Names under /assets carry a hash and never change. */
export function serveFiles(folder: string): RequestHandler {
  const known = new Map<string, Known>()
  const names = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => statSync(path.join(folder, name)).isFile()).map(name => name.split(path.sep).join('/')))
  for (const name of names) {
    if (/(^|\/)\./.test(name) || /\.(br|gz)$/.test(name)) continue
    known.set(`/${name}`, { file: path.join(folder, name), br: names.has(`${name}.br`), gz: names.has(`${name}.gz`) })
  }
  return (request, response, next) => {
    const found = known.get(request.path)
    if (!found || (request.method !== 'GET' && request.method !== 'HEAD')) {
      if (request.path.startsWith('/assets/')) return void response.status(404).set('Cache-Control', 'no-store').type('text').send('Not found')
      return next()
    }
    const lasting = request.path.startsWith('/assets/')
    // most of what a page must say about itself means nothing on a part of one, and two dozen parts would each carry it
    if (lasting) for (const name of response.getHeaderNames()) if (!PARTS_SAY.has(name)) response.removeHeader(name)
    const accept = request.get('accept-encoding') ?? ''
    const encoding = found.br && TAKES_BR.test(accept) ? 'br' : found.gz && TAKES_GZIP.test(accept) ? 'gzip' : null
    if (found.br || found.gz) response.vary('Accept-Encoding')
    response.type(path.extname(found.file))
    if (encoding) response.set('Content-Encoding', encoding)
    response.sendFile(encoding === null ? found.file : `${found.file}.${encoding === 'br' ? 'br' : 'gz'}`, { maxAge: lasting ? '1y' : '1h', immutable: lasting, etag: !lasting, lastModified: !lasting, dotfiles: 'deny', acceptRanges: encoding === null }, error => {
      if (error && !response.headersSent) next(error)
    })
  }
}
