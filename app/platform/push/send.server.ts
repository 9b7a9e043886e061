import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { env } from '~/platform/env/env.server'
import { encryptPush, type BrowserKeys } from './encrypt.server'

/** The portal's own key pair, by which push services know it (VAPID, RFC 8292). Browsers subscribe to the public half. */
export interface PortalKeys {
  /** 65 bytes, base64url */
  public: string
  jwk: { kty: string; crv: string; x: string; y: string; d: string }
}

export function makePortalKeys(): PortalKeys {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const { kty, crv, x, y, d } = privateKey.export({ format: 'jwk' }) as PortalKeys['jwk']
  return { public: Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString('base64url'), jwk: { kty, crv, x, y, d } }
}

export interface PushTarget extends BrowserKeys {
  endpoint: string
}

export interface PushMessage {
  text: string
  /** a second message of this word takes the place of one that has not arrived; letters and digits, at most 32 */
  topic: string
  /** seconds the push service keeps it for a device that is off */
  ttl: number
}

const TWELVE_HOURS = 12 * 3_600
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Whom a push service may write to when something is wrong. */
function contact(): string {
  const address = /<([^>]+)>/.exec(env().MAIL_FROM)?.[1] ?? env().MAIL_FROM
  return env().APP_URL?.startsWith('https:') ? env().APP_URL ?? '' : `mailto:${address.includes('@') ? address : 'balai@localhost'}`
}

function authorization(endpoint: string, keys: PortalKeys, now: number): string {
  const key: KeyObject = createPrivateKey({ key: keys.jwk, format: 'jwk' })
  const words = `${base64url({ typ: 'JWT', alg: 'ES256' })}.${base64url({ aud: new URL(endpoint).origin, exp: Math.floor(now / 1000) + TWELVE_HOURS, sub: contact() })}`
  return `vapid t=${words}.${sign('sha256', Buffer.from(words), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}, k=${keys.public}`
}

/**
 * Hands one message to the push service of one browser. @returns false when the browser no longer wants any
 * @throws Error when the service does not answer or is busy; another try may work
 */
export async function sendPush(target: PushTarget, message: PushMessage, keys: PortalKeys): Promise<boolean> {
  const answer = await fetch(target.endpoint, {
    method: 'POST', redirect: 'error', signal: AbortSignal.timeout(10_000), body: new Uint8Array(encryptPush(message.text, target)),
    headers: {
      Authorization: authorization(target.endpoint, keys, Date.now()), 'Content-Type': 'application/octet-stream', 'Content-Encoding': 'aes128gcm',
      TTL: String(message.ttl), Topic: message.topic, Urgency: 'normal',
    },
  })
  await answer.body?.cancel()
  if (answer.ok) return true
  if (answer.status === 404 || answer.status === 410) return false
  throw new Error(`the push service answered ${answer.status}`)
}

/** The push services browsers use. The portal calls no other address, whatever a browser claims its endpoint to be. */
const services = /(^|\.)(fcm\.googleapis\.com|push\.services\.mozilla\.com|push\.apple\.com|notify\.windows\.com|push\.samsung(osp)?\.com)$/

export function isPushService(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, port, username } = new URL(endpoint)
  return protocol === 'https:' && port === '' && username === '' && services.test(hostname)
}
