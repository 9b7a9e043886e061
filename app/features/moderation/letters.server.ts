import { createElement } from 'react'
import { findMailAddressUnscoped } from '~/features/people/standing.server'
import { transaction, type Tx } from '~/platform/db/db.server'
import { env } from '~/platform/env/env.server'
import { formatDateTime } from '~/platform/i18n/format'
import { translator } from '~/platform/i18n/words'
import { enqueue } from '~/platform/jobs/jobs.server'
import { portalUrl, renderMail, sendMail } from '~/platform/mail/mail.server'
import { DecisionLetter } from './mail/decision-letter'
import { getDecisionUnscoped } from './rows/decision.server'
import type { Act } from './words'

/** Acts worth a letter of their own: the author may not look into the portal, or cannot. */
const written: readonly Act[] = ['HIDE', 'WARN', 'SILENCE', 'SUSPEND', 'REJECT']

interface QueuedLetter {
  decisionId: number
  judged: boolean
}

/** Asks for a letter in the decision's own transaction. */
export async function queueLetter(tx: Tx, act: Act, letter: QueuedLetter): Promise<void> {
  if (letter.judged || written.includes(act)) await enqueue(tx, 'moderation_letter', { ...letter }, { maxAttempts: 10, key: `moderation-letter:${letter.decisionId}:${letter.judged}` })
}

/** Writes it and hands it to the mail queue. A decision taken back meanwhile is not written about. */
export async function writeLetter({ decisionId, judged }: QueuedLetter): Promise<void> {
  const one = await getDecisionUnscoped(decisionId)
  const person = await findMailAddressUnscoped(one.authorId)
  if (!person || (one.undone && !judged)) return
  const t = translator(person.locale, 'moderation')
  const tongue = { locale: person.locale, timeZone: person.timeZone, now: Date.now() }
  const rendered = await renderMail(createElement(DecisionLetter, {
    locale: person.locale, city: env().CITY_NAME, name: person.name, href: portalUrl(one.act === 'SUSPEND' && !one.undone ? '/masuk?ke=/ditangguhkan' : `/banding/${one.id}`), act: one.act, reason: one.reason, title: one.title,
    until: one.until ? formatDateTime(one.until, tongue) : '', judged: judged && one.appeal ? { upheld: one.appeal.upheld ?? true, answer: one.appeal.answer } : null,
  }))
  await transaction(tx => sendMail(tx, { to: person.email, subject: t(`mail.${judged ? 'judged' : 'decided'}.subject`), ...rendered }))
}
