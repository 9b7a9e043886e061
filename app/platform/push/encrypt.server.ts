import { createCipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto'

/** The keys a browser gave with its subscription, base64url. */
export interface BrowserKeys {
  /** public key, 65 bytes */
  p256dh: string
  /** secret both sides know, 16 bytes */
  auth: string
}

const RECORD = 4_096

export function freshKeys(): ECDH {
  const keys = createECDH('prime256v1')
  keys.generateKeys()
  return keys
}

/**
 * Message encryption for Web Push (RFC 8291, content coding aes128gcm of RFC 8188): only the browser can read it, not the push service between.
 * `sender` and `salt` are given by the test with the vectors of the RFC; otherwise they are fresh for each message.
 */
export function encryptPush(text: string, keys: BrowserKeys, sender = freshKeys(), salt = randomBytes(16)): Buffer {
  const theirs = Buffer.from(keys.p256dh, 'base64url')
  const ours = sender.getPublicKey()
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours])
  const secret = Buffer.from(hkdfSync('sha256', sender.computeSecret(theirs), Buffer.from(keys.auth, 'base64url'), info, 32))
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16))
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12))
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  // one record, the last one: its text ends with 2
  const body = Buffer.concat([cipher.update(Buffer.from(text)), cipher.update(Buffer.from([2])), cipher.final(), cipher.getAuthTag()])
  const head = Buffer.alloc(21)
  salt.copy(head)
  head.writeUInt32BE(RECORD, 16)
  head.writeUInt8(ours.length, 20)
  return Buffer.concat([head, ours, body])
}
