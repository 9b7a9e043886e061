import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { env } from '~/platform/env/env.server'
import type { JobContribution } from '~/platform/jobs/jobs.server'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'
import type { QueuedMail } from './mail.server'

/** Where mail lands when no SMTP server is set. */
export const mailFolder = () => path.resolve(env().DATA_DIR, 'mail')

/** Read at the first mail: many a process never sends one. */
const mailer = async () => (await import('nodemailer')).default

const smtp = async () => {
  const { createTransport } = await mailer()
  return kept('smtp', () => createTransport(env().SMTP_URL ?? '', { from: env().MAIL_FROM }))
}
const toBytes = async () => {
  const { createTransport } = await mailer()
  return kept('mail-writer', () => createTransport({ streamTransport: true, buffer: true, newline: 'windows' }))
}

function hostOfPortal(): string {
  return env().APP_URL ? new URL(env().APP_URL ?? '').hostname : 'balai.localhost'
}

/**
 * Hands one mail to the SMTP server, or writes it as a file where none is set. The Message-ID is the job's, so a mail sent twice
 * after a crash is recognised as the same. Throws when the server refuses or does not answer; the queue then tries again.
 */
export async function deliverMail(mail: QueuedMail): Promise<void> {
  if (new Date(mail.expiresAt).getTime() < Date.now()) {
    log.warn({ mail: mail.id }, 'mail expired before it could be sent')
    return
  }
  const message = {
    from: env().MAIL_FROM, to: mail.to, subject: mail.subject, html: mail.html, text: mail.text,
    messageId: `<${mail.id}@${hostOfPortal()}>`, headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
    disableFileAccess: true, disableUrlAccess: true,
  }
  if (env().SMTP_URL) {
    await (await smtp()).sendMail(message)
    return
  }
  const written = await (await toBytes()).sendMail(message)
  await mkdir(mailFolder(), { recursive: true, mode: 0o700 })
  const name = path.join(mailFolder(), mail.id)
  await writeFile(`${name}.eml`, written.message as Buffer, { mode: 0o600 })
  await writeFile(`${name}.json`, JSON.stringify({ to: mail.to, subject: mail.subject, text: mail.text, at: new Date().toISOString() }), { mode: 0o600 })
}

export const mailJobs: JobContribution = { tasks: { send_mail: (payload: QueuedMail) => deliverMail(payload) } }
