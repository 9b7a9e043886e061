import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { requestContext } from '~/platform/log/request-context.server'
import { cookieValue } from './session-cookie.server'

/** A page as every stranger with the same language and theme gets it. */
export interface CachedPage {
  headers: Readonly<Record<string, string>>
  etag: string
  body: Buffer
  /** compressed forms */
  br: Buffer
  gzip: Buffer
  tags: ReadonlySet<string>
  /** ms since the epoch */
  until: number
  bytes: number
}

export interface MadePage {
  status: number
  headers: Record<string, string>
  body: Buffer
  setsCookie: boolean
  tags: ReadonlySet<string>
}

/**
 * Says what the page being made depends on (`topic:12`, `category:3`); `dropPages` with one of them forgets it.
 * A page that says nothing is forgotten whenever anything is.
 */
export function pageTags(...tags: string[]): void {
  const context = requestContext()
  if (!context) return
  context.tags ??= new Set()
  for (const tag of tags) context.tags.add(tag)
}

interface KeyParts {
  method?: string | undefined
  url?: string | undefined
  headers: IncomingHttpHeaders
}

/**
 * The key of a page that may be shared, or null. Any cookie but language and theme, the session above all, means: not shared.
 * Host is part of it because pages carry their own address.
 */
export function pageKey({ method, url, headers }: KeyParts): string | null {
  if ((method !== 'GET' && method !== 'HEAD') || !url || headers.authorization !== undefined || headers.range !== undefined) return null
  const cookie = headers.cookie
  let language = ''
  let theme = ''
  if (cookie) {
    for (const part of cookie.split(';')) {
      const name = part.slice(0, Math.max(0, part.indexOf('='))).trim()
      if (name !== 'lang' && name !== 'theme') return null
    }
    language = cookieValue(cookie, 'lang') ?? ''
    theme = cookieValue(cookie, 'theme') ?? ''
    if (language.length > 8 || theme.length > 16) return null
  }
  if (!language) language = headers['accept-language']?.slice(0, 2).toLowerCase() === 'en' ? '~en' : ''
  return `${headers.host ?? ''}\n${url}\n${language}\n${theme}\n${headers['x-forwarded-proto'] === undefined ? '' : String(headers['x-forwarded-proto']).slice(0, 12)}`
}

export const isKept = (page: MadePage | CachedPage): page is CachedPage => 'until' in page

export interface PageCacheOptions {
  maxEntries: number
  maxBytes: number
  ttlMs: number
  compress: (body: Buffer) => Promise<{ br: Buffer; gzip: Buffer }>
  now?: () => number
}

export function createPageCache<Made extends MadePage>({ maxEntries, maxBytes, ttlMs, compress, now = Date.now }: PageCacheOptions) {
  const pages = new Map<string, CachedPage>()
  const making = new Map<string, { since: number; page: Promise<Made | CachedPage> }>()
  /** when (in drops counted) a tag was last dropped, kept while pages are being made */
  const droppedAt = new Map<string, number>()
  let drops = 0
  let inFlight = 0
  let droppedAll = 0
  let bytes = 0
  const counts = { hits: 0, misses: 0 }

  const forget = (key: string) => {
    const page = pages.get(key)
    if (!page) return
    bytes -= page.bytes
    pages.delete(key)
  }

  /** @param tags what changed; none means everything */
  const drop = (tags: readonly string[]) => {
    drops += 1
    if (tags.length === 0) droppedAll = drops
    for (const tag of tags) if (inFlight > 0) droppedAt.set(tag, drops)
    for (const [key, page] of pages) if (tags.length === 0 || page.tags.size === 0 || tags.some(tag => page.tags.has(tag))) forget(key)
  }

  const changedSince = (since: number, tags: ReadonlySet<string>) =>
    droppedAll > since || (tags.size === 0 && drops > since) || [...tags].some(tag => (droppedAt.get(tag) ?? 0) > since)

  const find = (key: string): CachedPage | undefined => {
    const page = pages.get(key)
    if (!page) return undefined
    if (page.until <= now()) {
      forget(key)
      return undefined
    }
    counts.hits += 1
    return page
  }

  const keep = async (key: string, since: number, made: Made): Promise<Made | CachedPage> => {
    const kind = made.headers['content-type'] ?? ''
    if (made.status !== 200 || made.setsCookie || !kind.startsWith('text/html') || /no-store|private/.test(made.headers['cache-control'] ?? '')) return made
    const { br, gzip } = await compress(made.body)
    if (changedSince(since, made.tags)) return made
    const page: CachedPage = {
      headers: made.headers, body: made.body, br, gzip, tags: made.tags, until: now() + ttlMs,
      etag: `"${createHash('sha1').update(made.body).digest('base64url')}"`,
      bytes: made.body.length + br.length + gzip.length + key.length * 2 + 512,
    }
    forget(key)
    pages.set(key, page)
    bytes += page.bytes
    for (const oldest of pages.keys()) {
      if (pages.size <= maxEntries && bytes <= maxBytes) break
      forget(oldest)
    }
    return page
  }

  /**
   * The kept page, or the one `make` makes: once for all who ask meanwhile, unless something changed since it was begun.
   * What may not be kept (a cookie, a redirect, an error) is for the one who asked; the others make their own.
   */
  const serve = (key: string, make: () => Promise<Made>): Promise<Made | CachedPage> => {
    const known = find(key)
    if (known) return Promise.resolve(known)
    const running = making.get(key)
    if (running && running.since === drops) return running.page.then((page): CachedPage | Made | Promise<Made> => (isKept(page) ? page : make()))
    counts.misses += 1
    const since = drops
    inFlight += 1
    const entry = { since, page: make().then(made => keep(key, since, made)) }
    making.set(key, entry)
    const done = () => {
      if (making.get(key) === entry) making.delete(key)
      inFlight -= 1
      if (inFlight === 0) droppedAt.clear()
    }
    entry.page.then(done, done)
    return entry.page
  }

  return { find, serve, drop, counts, size: () => ({ entries: pages.size, bytes }) }
}

