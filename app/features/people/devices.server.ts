import { isIPv6 } from 'node:net'
import { db, type Tx } from '~/platform/db/db.server'
import { behindTls } from '~/platform/env/env.server'
import { cookieValue, hashToken, newToken } from '~/platform/http/session-cookie.server'
import { requestContext } from '~/platform/log/request-context.server'

/** Where somebody not (yet) signed in comes from. */
export interface Visitor {
  /** network address, or 'unknown' */
  address: string
  userAgent: string
  /** token of the device cookie, null on a browser that never signed in here */
  deviceToken: string | null
}

const deviceCookieName = () => (behindTls() ? '__Host-balai-device' : 'balai-device')

export function visitorOf(request: Request): Visitor {
  const device = cookieValue(request.headers.get('Cookie'), deviceCookieName())
  return {
    address: requestContext()?.address ?? 'unknown',
    userAgent: request.headers.get('User-Agent') ?? '',
    deviceToken: device && /^[\w-]{43}$/.test(device) ? device : null,
  }
}

/** A year; says only that somebody has signed in from this browser before. */
export function deviceCookie(token: string): string {
  return `${deviceCookieName()}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000${behindTls() ? '; Secure' : ''}`
}

export async function knowsDevice(personId: number, visitor: Visitor): Promise<boolean> {
  if (!visitor.deviceToken) return false
  return (await db.knownDevice.findUnique({ where: { personId_tokenHash: { personId, tokenHash: hashToken(visitor.deviceToken) } } })) !== null
}

/** @returns the token for the device cookie: the one the browser has, or a new one */
export async function rememberDevice(tx: Tx, visitor: Visitor, personId: number): Promise<string> {
  const token = visitor.deviceToken ?? newToken().token
  const key = { personId, tokenHash: hashToken(token) }
  await tx.knownDevice.upsert({ where: { personId_tokenHash: key }, create: key, update: { seenAt: new Date() } })
  return token
}

/** The part of an address that tells a place apart but not a household: /24 of IPv4, /48 of IPv6. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '')
  const four = /^(\d+\.\d+\.\d+)\.\d+$/.exec(plain)
  if (four) return `${four[1]}.0`
  if (!isIPv6(plain)) return ''
  const [head = ''] = plain.split('::')
  return `${head.split(':').slice(0, 3).join(':')}::`
}
