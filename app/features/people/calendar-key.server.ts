import { randomBytes } from 'node:crypto'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { viewersOfPeopleUnscoped } from './viewer.server'

/** 32 characters nobody guesses. */
const newSecret = () => randomBytes(24).toString('base64url')

/** The person's own secret for calendars, made at the first asking: one for all calendars of the house. */
export async function calendarSecretOf(member: Member): Promise<string> {
  const [row] = await sql<{ secret: string }>('calendar-secret', `insert into calendar_key (person_id, secret) values ($1, $2)
    on conflict (person_id) do update set secret = calendar_key.secret returning secret`, [member.personId, newSecret()])
  return row?.secret ?? ''
}

/** A new secret; addresses with the old one are worth nothing from now on. */
export async function renewCalendarSecret(member: Member): Promise<void> {
  await sql('calendar-renew', `insert into calendar_key (person_id, secret) values ($1, $2) on conflict (person_id) do update set secret = excluded.secret, created_at = now()`, [member.personId, newSecret()])
}

/** Whoever this secret stands for, with the rights they have at this moment. @throws NotFound also for closed and suspended accounts */
export async function memberOfCalendarSecret(secret: string): Promise<Member> {
  if (!/^[\w-]{32}$/.test(secret)) throw new NotFound('calendar')
  const [key] = await sql<{ id: number }>('calendar-person', `select k.person_id as id from calendar_key k join person p on p.id = k.person_id
    where k.secret = $1 and p.closed_at is null and (p.suspended_until is null or p.suspended_until <= now())`, [secret])
  const member = key && (await viewersOfPeopleUnscoped([key.id])).get(key.id)
  if (!member) throw new NotFound('calendar')
  return member
}
