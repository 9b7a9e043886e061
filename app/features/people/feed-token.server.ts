import { db, sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import { hashToken, newToken } from '~/platform/http/session-cookie.server'
import type { Member } from '~/platform/viewer'
import { viewerOfPersonUnscoped } from './viewer.server'

/** A new secret for the person's own feeds; addresses with the old one lead nowhere from now on. @returns the secret, which is kept nowhere */
export async function renewFeedToken(member: Member): Promise<string> {
  const { token, hash } = newToken()
  await db.feedToken.upsert({ where: { personId: member.personId }, create: { personId: member.personId, tokenHash: hash }, update: { tokenHash: hash, createdAt: new Date() } })
  return token
}

/** No feed of the person answers any more. */
export async function dropFeedToken(member: Member): Promise<void> {
  await db.feedToken.deleteMany({ where: { personId: member.personId } })
}

/** When the secret was made (milliseconds); null without one. */
export async function feedTokenMade(member: Member): Promise<number | null> {
  return (await db.feedToken.findUnique({ where: { personId: member.personId } }))?.createdAt.getTime() ?? null
}

/** Who reads the feeds of this secret, with the rights they have at this moment. @throws NotFound also for closed and suspended accounts */
export async function memberOfFeedToken(token: string): Promise<Member> {
  const [row] = /^[\w-]{20,100}$/.test(token) ? await sql<{ id: number }>('feed-token',
    'select p.id from feed_token f join person p on p.id = f.person_id where f.token_hash = $1 and p.closed_at is null and coalesce(p.suspended_until, now()) <= now()', [hashToken(token)]) : []
  if (!row) throw new NotFound('feed')
  return viewerOfPersonUnscoped(row.id)
}
