import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'
import { behindTls, env } from '~/platform/env/env.server'

/** Largest bodies accepted, in bytes: files come as multipart, everything else is text. `large` is for forms that take one large file and never hold it in memory. */
export const BODY_LIMIT = { large: 202 * 1024 * 1024, multipart: 25 * 1024 * 1024, other: 1024 * 1024 }
const LARGE = /^\/(pengetahuan\/unggah|materi\/\d{1,10}\/versi)(\.data)?(\?|$)/
export const bodyLimit = (address: string | undefined, type: string | undefined): number =>
  !type?.startsWith('multipart/') ? BODY_LIMIT.other : LARGE.test(address ?? '') ? BODY_LIMIT.large : BODY_LIMIT.multipart
/** Longest path and query accepted, in characters. */
export const URL_LIMIT = 4_096

/**
 * The policy a page travels with. Scripts: our own files, and inline only with this page's nonce. `'self'` beside the nonce stands for
 * the `modulepreload` links, which carry none; nothing a person uploads is ever served with a script's type.
 */
export function contentSecurityPolicy(nonce: string): string {
  const development = env().NODE_ENV === 'development'
  const styles = development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // of ours only stored PDF may stand in a frame; everything else forbids it to whoever asks
    "frame-src 'self'",
    "form-action 'self'",
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    ...(behindTls() ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** Every header but the policy itself, which needs the nonce. Calls back at once. */
export const secureHeaders = () => helmet({
  contentSecurityPolicy: false,
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  strictTransportSecurity: behindTls() ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  xFrameOptions: { action: 'deny' },
}) as (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void

/** Host as sent, when it is one: letters, digits, dots, hyphens, an IPv6 address, a port. */
export function validHost(host: string | undefined): host is string {
  return host !== undefined && host.length <= 255 && /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host) && URL.canParse(`http://${host}/`)
}

/** Path and query as sent: ours, and without a NUL, which no text in the database can hold. */
export const validAddress = (address: string): boolean => address.startsWith('/') && !address.startsWith('//') && !/%00|\0/.test(address)

/** Where this request was sent to, as a browser's Origin header would name it. APP_URL decides where it is set. */
export function ownOrigin(host: string, protocol: string): string {
  const fixed = env().APP_URL
  return fixed ? new URL(fixed).origin : `${protocol}://${host.toLowerCase()}`
}

/**
 * Whether a writing request comes from a page of ours. Browsers state it in Sec-Fetch-Site or Origin, old ones in Referer;
 * one that states nothing is refused.
 */
export function fromOurPages(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const claim = headers.origin ?? headers.referer
  if (claim === undefined) return site === 'same-origin'
  let origin: URL
  try {
    origin = new URL(claim)
  } catch {
    return false
  }
  if (env().APP_URL && origin.origin === new URL(env().APP_URL!).origin) return true
  return headers.host !== undefined && origin.host === headers.host.toLowerCase() && /^https?:$/.test(origin.protocol)
}

/**
 * Posts that mail programs send by themselves (RFC 8058) come from no page at all. Their address carries a signed word that is the whole right
 * to the one thing they do, and no cookie counts there.
 */
export const fromMailProgram = (method: string, path: string, headers: IncomingHttpHeaders): boolean =>
  method === 'POST' && /^\/berhenti\/[\w.-]{20,200}$/.test(path) && headers.origin === undefined && headers.referer === undefined && headers['sec-fetch-site'] === undefined

export const writes = (method: string | undefined): boolean => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
