import { sql, transaction } from '~/platform/db/db.server'
import { Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member } from '~/platform/viewer'
import { forgetPeople } from './access.server'
import './events'

/** As many as one person may keep away; more is a case for moderators. */
export const MOST_BLOCKS = 200

/**
 * From now on nothing of the other's making is told to the viewer, and what they write stands folded. The other does not learn of it.
 * Twice is once. @throws NotFound, Invalid for oneself or too many
 */
export async function blockPerson(viewer: Member, { personId }: { personId: number }): Promise<void> {
  if (personId === viewer.personId) throw new Invalid('people:errors.blockSelf')
  if (viewer.blocks.length >= MOST_BLOCKS) throw new Invalid('people:errors.blocksMany')
  await transaction(async tx => {
    const person = await tx.person.findUnique({ where: { id: personId }, select: { id: true } })
    if (!person) throw new NotFound('person')
    await tx.$executeRaw`insert into person_block (person_id, blocked_id) values (${viewer.personId}::int, ${personId}::int) on conflict do nothing`
    await recordEvent(tx, 'people.access.changed', { personId: viewer.personId }, viewer.personId)
  })
  await forgetPeople([viewer.personId])
}

export async function unblockPerson(viewer: Member, { personId }: { personId: number }): Promise<void> {
  await transaction(async tx => {
    await tx.personBlock.deleteMany({ where: { personId: viewer.personId, blockedId: personId } })
    await recordEvent(tx, 'people.access.changed', { personId: viewer.personId }, viewer.personId)
  })
  await forgetPeople([viewer.personId])
}

export interface BlockedPerson {
  id: number
  name: string
  slug: string
}

/** The viewer's own list, by name. */
export const listBlocked = (viewer: Member): Promise<BlockedPerson[]> => sql<BlockedPerson>('blocked-people',
  'select p.id, p.name, p.slug from person_block b join person p on p.id = b.blocked_id where b.person_id = $1 order by p.name, p.id', [viewer.personId])

/** Which of these people do not want to hear from which of `fromIds`: pairs "person from". Unscoped: for notices and mails. */
export async function blocksAmongUnscoped(personIds: readonly number[], fromIds: readonly number[]): Promise<Set<string>> {
  if (fromIds.length === 0 || personIds.length === 0) return new Set()
  const rows = await sql<{ id: number; from: number }>('blocks-among', 'select person_id as id, blocked_id as "from" from person_block where blocked_id = any($1) and person_id = any($2)', [[...fromIds], [...personIds]])
  return new Set(rows.map(row => `${row.id} ${row.from}`))
}
