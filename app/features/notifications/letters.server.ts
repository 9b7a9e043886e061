import { randomUUID } from 'node:crypto'
import { createElement } from 'react'
import { sql, transaction } from '~/platform/db/db.server'
import { env } from '~/platform/env/env.server'
import { enqueue } from '~/platform/jobs/jobs.server'
import { log } from '~/platform/log/log.server'
import { deliverMail } from '~/platform/mail/deliver.server'
import { portalUrl, renderMail } from '~/platform/mail/mail.server'
import { composeDigest } from './digest'
import type { Pace } from './groups'
import { digestMoment, heldUntil, localTime } from './policy'
import { reachPeople, reachPerson } from './rows/person.server'
import { standingLines, waitingColumns, type Waiting } from './standing.server'
import { letterSubject } from './letter-subject'
import { NoticeLetterMail } from './mail/notice-letter'
import { scopeOf, unsubscribePath } from './unsubscribe.server'

/** A letter nobody could deliver for this long says old things; it is let go. */
const TOO_LATE = 3 * 86_400_000

/**
 * Notices and the letter that will tell of them are bound together, and its job asked for, in one transaction: each notice is in one letter at
 * most, whatever dies. What came after `until`, and what was read on the site meanwhile, is left out. @returns the letter, null without need for one
 */
async function takeLetter(personId: number, pace: Exclude<Pace, 'OFF'>, now: number, until = now, digestOn?: string): Promise<string | null> {
  const id = randomUUID()
  const cutoff = new Date(until)
  return transaction(async tx => {
    await tx.$executeRaw`update notice set mail = null where person_id = ${personId}::int and mail = ${pace}::text and read_at is not null`
    const taken = await tx.$executeRaw`update notice set mail = null, letter_id = ${id}::uuid where person_id = ${personId}::int and mail = ${pace}::text and created_at <= ${cutoff}::timestamptz`
    if (taken === 0) return null
    if (digestOn)
      await tx.$executeRaw`
        insert into notice_setting (person_id, quiet_from, quiet_to, daily_on, weekly_on)
        values (${personId}::int, 1260, 360, case when ${pace}::text = 'DAILY' then ${digestOn}::date end, case when ${pace}::text = 'WEEKLY' then ${digestOn}::date end)
        on conflict (person_id) do update set daily_on = coalesce(excluded.daily_on, notice_setting.daily_on), weekly_on = coalesce(excluded.weekly_on, notice_setting.weekly_on)`
    await tx.noticeLetter.create({ data: { id, personId, pace, createdAt: new Date(now) } })
    await enqueue(tx, 'notice_letter', { letterId: id }, { maxAttempts: 25 })
    return id
  })
}

/** Mail at once: now, or when the person's quiet time ends. */
export async function mailNow(personId: number, now = Date.now()): Promise<void> {
  const person = await reachPerson(personId)
  if (!person) return
  const held = heldUntil(person.calm, person.timeZone, now)
  if (held === null) await takeLetter(personId, 'NOW', now)
  else await transaction(tx => enqueue(tx, 'notice_mail', { personId }, { runAt: new Date(held), key: `notice_mail:${personId}`, maxAttempts: 25 }))
}

/** Whose digest is due gets a letter. Every quarter of an hour; running it twice changes nothing. @returns letters */
export async function takeDigests(now = Date.now()): Promise<number> {
  let made = 0
  for (const pace of ['DAILY', 'WEEKLY'] as const) {
    for (let after = 0; ;) {
      const rows = await sql<{ id: number }>('notices-digest-people', 'select distinct person_id as id from notice where mail = $1 and person_id > $2 order by person_id limit 500', [pace, after])
      for (const person of await reachPeople(rows.map(row => row.id))) {
        const moment = digestMoment(pace, person.clock, person.timeZone, now)
        if (moment !== null && (await takeLetter(person.personId, pace, now, moment, localTime(now, person.timeZone).date))) made += 1
      }
      if (rows.length < 500) break
      after = rows.at(-1)?.id ?? after
    }
  }
  return made
}

interface Letter {
  personId: number
  pace: Exclude<Pace, 'OFF'>
  createdAt: Date
  doneAt: Date | null
}

const done = (id: string) => sql('letter-done', 'update notice_letter set done_at = now() where id = $1 and done_at is null', [id])

/**
 * Writes and sends one letter from what stands now; nothing left to say means no mail. The mail's Message-ID is the letter's, and it is marked right
 * after the server took it: a process that dies in that instant sends the same message again, which mail programs recognise; every other death costs nothing.
 */
export async function sendLetter(id: string, now = Date.now()): Promise<'sent' | 'done' | 'nothing' | 'held'> {
  const [letter] = await sql<Letter>('letter-one', 'select person_id as "personId", pace, created_at as "createdAt", done_at as "doneAt" from notice_letter where id = $1', [id])
  if (!letter || letter.doneAt) return 'done'
  const person = await reachPerson(letter.personId)
  const held = person && letter.pace === 'NOW' ? heldUntil(person.calm, person.timeZone, now) : null
  if (held !== null) {
    await transaction(tx => enqueue(tx, 'notice_letter', { letterId: id }, { runAt: new Date(held), maxAttempts: 25 }))
    return 'held'
  }
  const waiting = await sql<Waiting>('letter-notices', `select ${waitingColumns} from notice where letter_id = $1 and read_at is null order by notice.id`, [id])
  const lines = person?.email && now - letter.createdAt.getTime() < TOO_LATE ? await standingLines(person, waiting, 'mail') : []
  if (!person?.email || lines.length === 0) {
    await done(id)
    return 'nothing'
  }
  const digest = composeDigest(lines)
  const stop = portalUrl(await unsubscribePath(person.personId, scopeOf(letter.pace, person, lines)))
  const tongue = { locale: person.locale, timeZone: person.timeZone, now }
  const rendered = await renderMail(createElement(NoticeLetterMail, { digest, pace: letter.pace, name: person.name, tongue, city: env().CITY_NAME, origin: portalUrl(''), stop }))
  await deliverMail({
    id, to: person.email, subject: letterSubject(digest, letter.pace, person.locale), ...rendered, expiresAt: new Date(now + TOO_LATE).toISOString(),
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', 'List-Id': `<notices.${new URL(portalUrl('')).hostname}>` },
  })
  await done(id)
  log.debug({ letter: id, lines: lines.length }, 'a letter of notices left')
  return 'sent'
}
