import { discussionNotices } from '~/features/discussion/notices.server'
import { consultationNotices } from '~/features/forum/consultation-notices.server'
import { meetingNotices } from '~/features/forum/meetings-notices.server'
import { forumNotices } from '~/features/forum/notices.server'
import { topicPlaces } from '~/features/forum/places.server'
import { noticesConsumer } from '~/features/notifications/consumer.server'
import { ownNotices } from '~/features/notifications/own.server'
import type { WatchLevel } from '~/features/notifications/policy'
import { db, sql } from '~/platform/db/db.server'
import { startDelivery } from '~/platform/events/delivery.server'

/** People whose bells rang, in order. */
export const rung: number[] = []

/** From here on what verbs commit is told as in the portal. @returns stops */
export function startNotices(): () => Promise<void> {
  return startDelivery([noticesConsumer([discussionNotices({ topic: topicPlaces }), forumNotices, consultationNotices, meetingNotices, ownNotices], ids => { rung.push(...ids) })])
}

/** Without asking whether they may. */
export async function watches(personId: number, target: string, level: WatchLevel = 'ALL'): Promise<void> {
  await db.watch.upsert({ where: { personId_target: { personId, target } }, create: { personId, target, level }, update: { level } })
}

/** Rules by which a person was told, oldest first. */
export const toldBy = async (personId: number, groupKey?: string): Promise<string[]> =>
  (await db.notice.findMany({ where: { personId, ...(groupKey ? { groupKey } : {}) }, orderBy: { id: 'asc' }, select: { rule: true } })).map(row => row.rule)

/** Many followers at once, by one statement for each kind of row. */
export async function manyFollowers(target: string, count: number, kind: 'ASN' | 'CITIZEN' = 'CITIZEN'): Promise<void> {
  await sql('test-followers', `with made as (
      insert into person (kind, name, slug, email, email_verified_at) select $3::"PersonKind", 'Pengikut ' || i, 'pengikut-' || $1 || '-' || i, 'pengikut' || i || '-' || $1 || '@balai.contoh', now()
      from generate_series(1, $2::int) i returning id
    ) insert into watch (person_id, target, level) select id, $1, 'ALL' from made`, [target, count, kind])
}
