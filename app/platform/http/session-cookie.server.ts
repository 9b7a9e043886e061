import { createHash, randomBytes } from 'node:crypto'
import { behindTls } from '~/platform/env/env.server'

/** `__Host-` where TLS is on: the browser then refuses it from any other host, path or plain connection. */
export const sessionCookieName = () => (behindTls() ? '__Host-balai' : 'balai')

export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}

/** sha256, hex: what is stored of any token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Value of one cookie of a Cookie header, or null. */
export function cookieValue(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}

export function sessionTokenOf(cookieHeader: string | null | undefined): string | null {
  const value = cookieValue(cookieHeader, sessionCookieName())
  return value && /^[\w-]{43}$/.test(value) ? value : null
}

/** `maxAge` in seconds; null lives until the browser closes; 0 removes. */
export function sessionCookie(token: string, maxAge: number | null): string {
  const parts = [`${sessionCookieName()}=${token}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  if (behindTls()) parts.push('Secure')
  if (maxAge !== null) parts.push(`Max-Age=${maxAge}`)
  return parts.join('; ')
}

/** Plain preference cookies (language, theme): readable by nobody's script, a year long. */
export function preferenceCookie(name: 'lang' | 'theme', value: string): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${value ? 31_536_000 : 0}${behindTls() ? '; Secure' : ''}`
}
