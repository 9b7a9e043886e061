import { db } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import { ringBells } from './live.server'

/** Other pages of the person count anew when something became read. */
async function rung(member: Member, count: number): Promise<number> {
  if (count > 0) await ringBells([member.personId])
  return count
}

/**
 * Marks the group a notice belongs to as read, up to that notice and not beyond: what arrived since stays new.
 * A notice that is gone or somebody else's changes nothing. @returns how many became read
 */
export async function markRead(member: Member, id: string): Promise<number> {
  if (!/^\d{1,18}$/.test(id)) return 0
  return rung(member, await db.$executeRaw`
    update notice n set read_at = now() from notice chosen
    where chosen.id = ${id}::bigint and chosen.person_id = ${member.personId}::int
      and n.person_id = chosen.person_id and n.group_key = chosen.group_key and n.rule = chosen.rule and n.id <= chosen.id and n.read_at is null`)
}

/** Everything up to the newest notice the page showed. Without `upTo`, everything. @returns how many became read */
export async function markAllRead(member: Member, upTo?: string): Promise<number> {
  const { count } = await db.notice.updateMany({
    where: { personId: member.personId, readAt: null, ...(upTo && /^\d{1,18}$/.test(upTo) ? { id: { lte: BigInt(upTo) } } : {}) },
    data: { readAt: new Date() },
  })
  return rung(member, count)
}

/** What the person has now seen in its own place needs no notice any more: `about` "post:77", … within one group. */
export async function markSeen(member: Member, groupKey: string, about: readonly string[]): Promise<number> {
  if (about.length === 0) return 0
  const { count } = await db.notice.updateMany({ where: { personId: member.personId, readAt: null, groupKey, about: { in: [...about] } }, data: { readAt: new Date() } })
  return rung(member, count)
}
