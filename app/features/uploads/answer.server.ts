import { createReadableStreamFromReadable } from '@remix-run/node'
import { openFile, type ByteRange } from '~/platform/files/files.server'
import type { UploadView } from './uploads.queries.server'

function encodedName(name: string): string {
  const ascii = name.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/["\\%]/g, '_') || 'berkas'
  return `filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`
}

/** One range of bytes; several, or none that fits, count as no range. @returns 'unsatisfiable' beyond the end */
export function rangeOf(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const [first, last] = [match[1] ?? '', match[2] ?? '']
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start >= size || (first === '' && Number(last) === 0)) return 'unsatisfiable'
  return start > end ? null : { start, end }
}

/**
 * The answer that carries a file. Pictures and PDF show in the page, all else is a download; nothing of it can run as ours.
 * `whole` asks for a picture's full-size original as a download; `framed` lets a page of ours show a PDF in a frame.
 */
export async function answerWithFile(request: Request, upload: UploadView, whole: boolean, framed = false): Promise<Response> {
  const asView = upload.viewKey !== null && !whole
  const pdf = upload.mime === 'application/pdf' && !upload.plain && !whole
  const etag = `"${upload.sha256.slice(0, 32)}${asView ? '-v' : ''}"`
  const name = asView ? upload.name.replace(/\.\w+$/, '.webp') : upload.name
  const headers = new Headers({
    'Content-Type': asView ? 'image/webp' : upload.mime,
    'Content-Disposition': `${asView || pdf ? 'inline' : 'attachment'}; ${encodedName(name)}`,
    'X-Content-Type-Options': 'nosniff',
    // A sandboxed page may not start the browser's PDF viewer; a PDF that is never read as anything else needs no sandbox.
    'Content-Security-Policy': pdf ? `default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors ${framed ? "'self'" : "'none'"}` : "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': upload.open ? 'public, max-age=600' : 'private, no-cache',
    ETag: etag,
  })
  if (pdf && framed) headers.set('X-Frame-Options', 'SAMEORIGIN')
  if (!upload.open) headers.set('Vary', 'Cookie')
  if ((request.headers.get('If-None-Match') ?? '').split(/\s*,\s*/).some(tag => tag.replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers })
  if (asView || !upload.viewKey) headers.set('Accept-Ranges', asView ? 'none' : 'bytes')
  if (asView && upload.viewKey) {
    const stream = await openFile(upload.viewKey)
    return new Response(request.method === 'HEAD' ? null : createReadableStreamFromReadable(stream), { headers })
  }
  const asked = request.headers.get('If-Range') && request.headers.get('If-Range') !== etag ? null : rangeOf(request.headers.get('Range'), upload.size)
  if (asked === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${upload.size}`)
    return new Response(null, { status: 416, headers })
  }
  headers.set('Content-Length', String(asked ? asked.end - asked.start + 1 : upload.size))
  if (asked) headers.set('Content-Range', `bytes ${asked.start}-${asked.end}/${upload.size}`)
  if (request.method === 'HEAD') return new Response(null, { status: asked ? 206 : 200, headers })
  const stream = await openFile(upload.storageKey, asked ?? undefined)
  return new Response(createReadableStreamFromReadable(stream), { status: asked ? 206 : 200, headers })
}
