import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { onBroadcast } from '~/platform/db/broadcast.server'
import { env } from '~/platform/env/env.server'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'
import { withRequestContext, type RequestContext } from '~/platform/log/request-context.server'
import { compressible, compressOnce, compressToKeep, encodingFor, QUICKEST, SMALLEST, WORTH_COMPRESSING, type Encoding } from './compress.server'
import { createPageCache, isKept, pageKey, type CachedPage, type MadePage } from './page-cache.server'
import { countPage } from './pages-made.server'
import { sayPlainly } from './plain-page.server'
import { bodyLimit, contentSecurityPolicy, ownOrigin, writes } from './security.server'
import { tellServed } from './served.server'

type Handle = (request: Request) => Promise<Response>

interface Made extends MadePage { answer: Response }

export const pages = kept('pages', () => {
  const cache = createPageCache<Made>({
    maxEntries: 1_000, maxBytes: 32 * 1024 * 1024, ttlMs: 60_000,
    compress: async body => {
      const [br, gzip] = await Promise.all([compressToKeep(body, 'br'), compressToKeep(body, 'gzip')])
      return { br, gzip }
    },
  })
  onBroadcast('pages', tags => cache.drop(tags === '*' ? [] : tags.split(',').filter(Boolean)))
  onBroadcast('reconnected', () => cache.drop([])) // what was said while we could not hear is unknown
  return cache
})

function send(request: IncomingMessage, response: ServerResponse, status: number, headers: Readonly<Record<string, string | string[]>>, body: Buffer): void {
  for (const name in headers) response.setHeader(name, headers[name]!)
  response.statusCode = status
  if (status !== 204 && status !== 304) response.setHeader('Content-Length', body.length)
  response.end(request.method === 'HEAD' || status === 204 || status === 304 ? undefined : body)
}

/** The headers of a kept page as Node writes them quickest, one list per encoding. */
const flat = new WeakMap<CachedPage, Map<string, string[]>>()
function flatHeaders(page: CachedPage, encoding: Encoding, length: number | null): string[] {
  let lists = flat.get(page)
  if (!lists) flat.set(page, (lists = new Map<string, string[]>()))
  const name = length === null ? 'none' : encoding
  let list = lists.get(name)
  if (!list) {
    list = [...Object.entries(page.headers).flat(), 'ETag', page.etag]
    if (length !== null) list.push('Content-Length', String(length), ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]))
    lists.set(name, list)
  }
  return list
}

function sendKept(request: IncomingMessage, response: ServerResponse, page: CachedPage, requestId: string): void {
  const encoding = encodingFor(request.headers['accept-encoding'] as string | undefined, SMALLEST)
  const known = request.headers['if-none-match'] === page.etag
  const body = encoding === 'br' ? page.br : encoding === 'gzip' ? page.gzip : page.body
  response.writeHead(known ? 304 : 200, [...flatHeaders(page, encoding, known ? null : body.length), 'X-Request-Id', requestId])
  response.end(known || request.method === 'HEAD' ? undefined : body)
}

/** The way round everything, Express too: answers a stranger from the page cache. @returns false when the request must go on */
export function answerFromCache(request: IncomingMessage, response: ServerResponse): boolean {
  if (!env().PAGE_CACHE) return false
  const key = pageKey(request)
  const page = key === null ? undefined : pages.find(key)
  if (!page) return false
  sendKept(request, response, page, randomUUID())
  tellServed(page.tags, request.headers['user-agent'])
  return true
}

/** What was set on the answer before the page was made holds for the kept page as well. */
function withSafety(headers: Record<string, string>, response: ServerResponse): Record<string, string> {
  const all: Record<string, string> = {}
  for (const [name, value] of Object.entries(response.getHeaders())) if (name !== 'x-request-id' && name !== 'x-statements' && name !== 'server-timing' && value !== undefined) all[name] = String(value)
  return { ...all, ...headers }
}

class TooLarge extends Error {}

/** The body as a web stream that breaks when it grows over its limit. What nobody read is read away after the answer, or the next request of the connection would wait for ever. */
function bodyOf(request: IncomingMessage, response: ServerResponse): ReadableStream<Uint8Array> {
  const limit = bodyLimit(request.url, request.headers['content-type'])
  const { socket } = request // the request forgets it when it is destroyed
  let seen = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      done(seen > limit ? new TooLarge() : null, chunk)
    },
  })
  // after the answer there is nobody left to tell that it is too much
  pipeline(request, counted).catch(() => { if (response.writableFinished) socket.destroy() })
  response.once('finish', () => {
    if (counted.readableEnded) return
    if (counted.destroyed) return socket.destroySoon()
    counted.removeAllListeners('data')
    counted.resume()
  })
  return Readable.toWeb(counted) as unknown as ReadableStream<Uint8Array>
}

/** One reason for all: a new one each time carries a stack nobody reads. */
const OVER = new DOMException('The answer is over', 'AbortError')

function webRequest(request: IncomingMessage, response: ServerResponse, origin: string): Request {
  const headers = new Headers()
  for (const name in request.headers) {
    const value = request.headers[name]
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  // Where a write comes from was judged before this (security.server.ts). Remix judges again by these two, and knows neither APP_URL nor which proxy to believe.
  const claim = headers.get('origin') ?? ''
  headers.set('host', new URL(URL.canParse(claim) ? claim : origin).host)
  headers.delete('x-forwarded-host')
  const gone = new AbortController()
  // said also after a whole answer: only then Remix lets go of the timer, and with it of the page's data, which it would hold for ten seconds
  response.once('close', () => gone.abort(OVER))
  const init: RequestInit & { duplex?: 'half' } = { method: request.method, headers, signal: gone.signal }
  if (writes(request.method)) {
    init.body = bodyOf(request, response)
    init.duplex = 'half'
  }
  const address = new URL(origin + (request.url ?? '/'))
  if (address.searchParams.has('_data')) address.searchParams.delete('_data') // a manner of older Remix, which this one answers with an error in the log
  return new Request(address, init)
}

function headersOf(answer: Response): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of answer.headers) if (name !== 'set-cookie' && name !== 'content-length' && name !== 'transfer-encoding') headers[name] = value
  return headers
}

/** What Express hands on: the address already judged, the request id already given. */
export interface ServeArgs {
  request: IncomingMessage & { protocol: string; ip?: string }
  response: ServerResponse
  requestId: string
}

/** Pages and short texts are made whole and compressed; what is to be kept as a file goes out as it comes, however large it is. */
const isWhole = (headers: Record<string, string>): boolean => compressible(headers['content-type'] ?? '') ? !headers['content-disposition']?.startsWith('attachment') : (headers['content-type'] ?? '') === ''

async function makePage(handle: Handle, request: Request, context: RequestContext): Promise<Made> {
  const answer = await withRequestContext(context, () => handle(request))
  if (!context.searched) countPage()
  const headers = headersOf(answer)
  const type = headers['content-type'] ?? ''
  if (type.startsWith('text/html') && headers['content-security-policy'] === undefined) headers['content-security-policy'] = contentSecurityPolicy(context.nonce)
  const whole = isWhole(headers)
  const body = context.page ?? (whole ? Buffer.from(await answer.arrayBuffer()) : Buffer.alloc(0))
  return { status: answer.status, headers, body, setsCookie: answer.headers.has('set-cookie'), tags: context.tags ?? new Set(), answer }
}

const isHtml = (headers: Record<string, string>) => headers['content-type']?.startsWith('text/html') ?? false

/** Answers by Remix: page cache for strangers, whole body compressed once, files streamed. */
export function serveWith(handle: Handle): (args: ServeArgs) => Promise<void> {
  return async ({ request, response, requestId }) => {
    const began = performance.now()
    const context: RequestContext = { requestId, statements: 0, nonce: randomUUID(), address: request.ip }
    const asked = webRequest(request, response, ownOrigin(request.headers.host ?? 'localhost', request.protocol))
    const key = env().PAGE_CACHE ? pageKey(request) : null
    // a page that is kept may have others waiting for it
    if (key === null) context.gone = asked.signal
    try {
      if (key !== null && request.method === 'GET' && !request.url?.split('?')[0]?.endsWith('.data')) {
        const page = await pages.serve(key, () => makePage(handle, asked, context).then(made => {
          if (isHtml(made.headers) && made.status === 200 && !made.setsCookie) {
            made.headers['cache-control'] ??= 'no-cache'
            made.headers.vary = 'Cookie, Accept-Encoding, Accept-Language'
            made.headers = withSafety(made.headers, response)
          }
          return made
        }))
        debugHeaders(response, context, began)
        if (isKept(page)) return sendKept(request, response, page, requestId)
        return await sendMade(request, response, page)
      }
      const made = await makePage(handle, asked, context)
      if (made.headers['cache-control'] === undefined && (isHtml(made.headers) || compressible(made.headers['content-type'] ?? ''))) made.headers['cache-control'] = 'private, no-store'
      debugHeaders(response, context, began)
      await sendMade(request, response, made)
    } catch (error) {
      if (response.headersSent || response.destroyed) return void response.destroy()
      if (error instanceof TooLarge) return sayPlainly(request, response, 413, 'tooLarge', requestId)
      log.error({ requestId, err: error }, 'request failed')
      sayPlainly(request, response, 500, 'unexpected', requestId)
    }
  }
}

function debugHeaders(response: ServerResponse, context: RequestContext, began: number): void {
  if (!env().DEBUG_HEADERS) return
  response.setHeader('X-Statements', context.statements)
  response.setHeader('Server-Timing', `app;dur=${(performance.now() - began).toFixed(1)}`)
}

async function sendMade(request: IncomingMessage, response: ServerResponse, made: Made): Promise<void> {
  const { answer, headers, status } = made
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies)
  if (answer.statusText) response.statusMessage = answer.statusText
  if (!isWhole(headers)) {
    for (const name in headers) response.setHeader(name, headers[name]!)
    const length = answer.headers.get('content-length')
    if (length !== null) response.setHeader('Content-Length', length)
    response.statusCode = status
    if (answer.body === null || request.method === 'HEAD') return void response.end()
    response.flushHeaders()
    return pipeline(Readable.fromWeb(answer.body as unknown as WebStream), response).catch(() => void response.destroy())
  }
  const encoding = made.body.length < WORTH_COMPRESSING || headers['content-encoding'] !== undefined ? 'identity' : encodingFor(request.headers['accept-encoding'] as string | undefined, QUICKEST)
  if (encoding === 'identity') return send(request, response, status, headers, made.body)
  const small = await compressOnce(made.body, encoding)
  send(request, response, status, { ...headers, 'content-encoding': encoding, vary: headers.vary ?? 'Accept-Encoding' }, small)
}
