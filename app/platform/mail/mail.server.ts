import { randomUUID } from 'node:crypto'
import type { ReactElement } from 'react'
import type { Tx } from '~/platform/db/db.server'
import { env } from '~/platform/env/env.server'
import { enqueue } from '~/platform/jobs/jobs.server'

/** What a mail program shows: both forms of the same words. */
export interface Rendered {
  html: string
  text: string
}

export interface Mail extends Rendered {
  to: string
  subject: string
  /** after this it is thrown away unsent; a mail with a one-use link ends with the link. Default: three days from now */
  expiresAt?: Date
  /** e.g. List-Unsubscribe */
  headers?: Record<string, string>
}

/** What waits in the queue. The row is removed once the mail left or expired, and with it whatever secret it carried. */
export interface QueuedMail extends Rendered {
  id: string
  to: string
  subject: string
  expiresAt: string
  headers: Record<string, string>
}

/** Writes a React Email letter as HTML and plain text. The renderer is loaded with the first mail, not at start. */
export async function renderMail(letter: ReactElement): Promise<Rendered> {
  const { render } = await import('@react-email/render')
  const [html, text] = await Promise.all([render(letter), render(letter, { plainText: true })])
  return { html, text }
}

/** Puts a mail into the queue inside the verb's transaction: it leaves if, and only if, the verb's writing stands. Never waits for a mail server. */
export async function sendMail(tx: Tx, mail: Mail): Promise<void> {
  const queued: QueuedMail = {
    id: randomUUID(), to: mail.to, subject: mail.subject.replace(/\s+/g, ' ').trim(), html: mail.html, text: mail.text,
    expiresAt: (mail.expiresAt ?? new Date(Date.now() + 3 * 86_400_000)).toISOString(), headers: mail.headers ?? {},
  }
  await enqueue(tx, 'send_mail', { ...queued }, { maxAttempts: 25 })
}

/** An address of this portal for use outside of it. Never made from what a request claims to be its host. */
export function portalUrl(path: string): string {
  return `${env().APP_URL ?? `http://localhost:${env().PORT}`}${path}`
}
