import { afterCommit, type Tx } from '~/platform/db/db.server'
import { recordEvent } from '~/platform/events/events.server'
import { forgetPeople } from './access.server'
import './events'

/**
 * Named sets of people: whoever is in one holds the audience `group:<id>`. For rooms that keep such a set, inside their own transaction;
 * they ask the policy. Rights change for open pages too, as soon as it commits.
 */
export async function makeGroup(tx: Tx, name: string, personIds: readonly number[], actorId: number | null): Promise<number> {
  const { id } = await tx.group.create({ data: { name: name.slice(0, 200) }, select: { id: true } })
  await joinGroup(tx, id, personIds, actorId)
  return id
}

async function changed(tx: Tx, personIds: readonly number[], actorId: number | null): Promise<void> {
  for (const personId of personIds) await recordEvent(tx, 'people.access.changed', { personId }, actorId)
  afterCommit(tx, () => void forgetPeople(personIds).catch(() => undefined))
}

/** Twice is once. */
export async function joinGroup(tx: Tx, groupId: number, personIds: readonly number[], actorId: number | null): Promise<void> {
  if (personIds.length === 0) return
  await tx.groupMember.createMany({ data: personIds.map(personId => ({ groupId, personId })), skipDuplicates: true })
  await changed(tx, personIds, actorId)
}

export async function leaveGroup(tx: Tx, groupId: number, personId: number, actorId: number | null): Promise<void> {
  const gone = await tx.groupMember.deleteMany({ where: { groupId, personId } })
  if (gone.count > 0) await changed(tx, [personId], actorId)
}
