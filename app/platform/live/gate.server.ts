import type { IncomingMessage } from 'node:http'
import { env } from '~/platform/env/env.server'
import { cookieValue, sessionCookieName } from '~/platform/http/session-cookie.server'
import { log } from '~/platform/log/log.server'
import type { Viewer } from '~/platform/viewer'
import { live, type LiveSocket } from './state.server'

/** Connections one person may hold in one process; a newer one takes the place of the oldest. */
export const PERSON_LIMIT = 10
/** Connections of strangers from one network address in one process; more wait. A whole office may stand behind one. */
export const ADDRESS_LIMIT = 50

type Headers = IncomingMessage['headers']

/**
 * Whether a connection may come from one of our pages. Browsers name the page's origin on every WebSocket; the polling fallback
 * asks with plain GETs, which carry none at home, and then Sec-Fetch-Site speaks. A client that is no browser says neither and has no
 * other site's cookies to misuse.
 */
export function fromHere({ origin, host, 'sec-fetch-site': site }: Headers & { 'sec-fetch-site'?: string }): boolean {
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none'
  let claimed: URL
  try {
    claimed = new URL(origin)
  } catch {
    return false
  }
  const fixed = env().APP_URL
  if (fixed && claimed.origin === new URL(fixed).origin) return true
  return host !== undefined && claimed.host === host.toLowerCase() && /^https?:$/.test(claimed.protocol)
}

/** The address the connection came from, looking through as many proxies as are trusted. */
export function addressOf(remote: string | undefined, forwarded: string | string[] | undefined): string {
  const chain = [remote ?? '', ...String(forwarded ?? '').split(',').map(part => part.trim()).filter(Boolean).reverse()]
  return chain[Math.min(env().TRUST_PROXY, chain.length - 1)] ?? ''
}

/** Only what is needed to ask again who this is: the session and the language. */
export function ownCookies(header: string | undefined): string {
  return [sessionCookieName(), 'lang']
    .map(name => [name, cookieValue(header, name)] as const)
    .filter(([, value]) => value !== null && value.length <= 128)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
}

/** @returns false when strangers of this address hold too many already */
export function mayEnter(viewer: Viewer, address: string): boolean {
  if (viewer.personId !== null || env().SKIP_RATE_LIMITS) return true
  return (live.byAddress.get(address) ?? 0) < ADDRESS_LIMIT
}

export function countIn(socket: LiveSocket): void {
  const { viewer, address } = socket.data
  if (viewer.personId === null) {
    live.byAddress.set(address, (live.byAddress.get(address) ?? 0) + 1)
    return
  }
  const own = live.byPerson.get(viewer.personId) ?? new Set()
  live.byPerson.set(viewer.personId, own)
  own.add(socket)
  if (own.size <= PERSON_LIMIT || env().SKIP_RATE_LIMITS) return
  const [oldest] = own
  if (!oldest) return
  own.delete(oldest)
  oldest.emit('replaced', {})
  oldest.disconnect(true)
  log.info({ personId: viewer.personId }, 'live: oldest connection closed')
}

export function countOut(socket: LiveSocket): void {
  const { viewer, address } = socket.data
  if (viewer.personId === null) {
    const left = (live.byAddress.get(address) ?? 1) - 1
    if (left > 0) live.byAddress.set(address, left)
    else live.byAddress.delete(address)
    return
  }
  const own = live.byPerson.get(viewer.personId)
  own?.delete(socket)
  if (own?.size === 0) live.byPerson.delete(viewer.personId)
}

const BURST = 30
const PER_SECOND = 6

/** A bucket of messages per connection. @returns seconds to wait, 0 when it is allowed */
export function takeToken(data: LiveSocket['data'], now = Date.now()): number {
  data.tokens = Math.min(BURST, data.tokens + ((now - data.tokensAt) / 1000) * PER_SECOND)
  data.tokensAt = now
  if (data.tokens < 1) {
    data.tokens -= 0.05 // who goes on all the same waits longer
    return Math.ceil((1 - data.tokens) / PER_SECOND)
  }
  data.tokens -= 1
  return 0
}
