import { createElement } from 'react'
import { db, transaction, type Tx } from '~/platform/db/db.server'
import { env } from '~/platform/env/env.server'
import { translator } from '~/platform/i18n/words'
import { enqueue } from '~/platform/jobs/jobs.server'
import { portalUrl, renderMail, sendMail } from '~/platform/mail/mail.server'
import { findByLogin } from './login.server'
import { AccountLetter, type LetterName } from './mail/account-letter'
import { issueToken } from './tokens.server'

/**
 * A letter of this room, waiting for the worker. Link and words are made there, so that asking costs a request the same whether or not
 * there is somebody to write to, and no link lies in the queue longer than the mail itself.
 */
export type QueuedLetter =
  | { letter: 'reset'; login: string }
  | { letter: 'verify' | 'alreadyRegistered' | 'passwordChanged' | 'invitation'; personId: number; byId?: number }
  | { letter: 'changeEmail' | 'emailChanged'; personId: number; address: string }

export async function queueLetter(tx: Tx, letter: QueuedLetter): Promise<void> {
  await enqueue(tx, 'people_letter', { ...letter }, { maxAttempts: 10 })
}

const pathOf: Partial<Record<LetterName, (token: string) => string>> = {
  reset: token => `/atur-sandi/${token}`,
  verify: token => `/verifikasi/${token}`,
  changeEmail: token => `/verifikasi/${token}`,
  invitation: token => `/undangan/${token}`,
}
const purposeOf = { reset: 'RESET_PASSWORD', verify: 'VERIFY_EMAIL', changeEmail: 'CHANGE_EMAIL', invitation: 'INVITATION' } as const

async function recipientOf(queued: QueuedLetter) {
  if (queued.letter === 'reset') return findByLogin(queued.login)
  return db.person.findUnique({ where: { id: queued.personId }, select: { id: true, name: true, email: true, locale: true, closedAt: true, kind: true, passwordHash: true } })
}

/** Writes one letter and hands it to the mail queue. Nobody there to write to is no error. */
export async function writeLetter(queued: QueuedLetter): Promise<void> {
  const person = await recipientOf(queued)
  const address = 'address' in queued ? queued.address : person?.email
  if (!person || !address || person.closedAt) return
  const name: LetterName = queued.letter === 'changeEmail' && (await db.person.findUnique({ where: { email: address }, select: { id: true } })) ? 'alreadyRegistered' : queued.letter
  const locale = person.locale === 'en' ? 'en' : 'id'
  const by = queued.letter === 'invitation' && queued.byId ? await db.person.findUnique({ where: { id: queued.byId }, select: { name: true } }) : null
  await transaction(async tx => {
    const purpose = name in purposeOf ? purposeOf[name as keyof typeof purposeOf] : null
    const made = purpose ? await issueToken(tx, person.id, purpose, name === 'changeEmail' ? address : '') : null
    const href = portalUrl(made ? (pathOf[name]?.(made.token) ?? '/') : name === 'alreadyRegistered' ? '/lupa-sandi' : '/akun')
    const words = translator(locale, 'people')
    const rendered = await renderMail(createElement(AccountLetter, { letter: name, locale, name: person.name, href, city: env().CITY_NAME, by: by?.name ?? '' }))
    await sendMail(tx, { to: address, subject: words(`mail.${name}.subject`, { city: env().CITY_NAME }), ...rendered, expiresAt: made?.expiresAt })
  })
}
