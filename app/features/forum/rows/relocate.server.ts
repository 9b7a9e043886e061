import { changeThread } from '~/features/discussion/threads.server'
import type { Tx } from '~/platform/db/db.server'
import { Conflict } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member } from '~/platform/viewer'
import '../events'
import { kindFits } from '../policy'
import { shelfOf } from '../shelf'
import type { TopicHead } from '../views'
import type { ReachedCategory } from './reach.server'

/** Into another category: readers, files, counters and what follows from the facts. Inside a transaction, without asking a policy. */
export async function relocate(tx: Tx, member: Member, topic: TopicHead, category: ReachedCategory): Promise<void> {
  if (category.archived) throw new Conflict('archived')
  if (!kindFits(topic.kind, category)) throw new Conflict('kindDoesNotFit')
  const moved = await tx.topic.updateMany({
    where: { id: topic.id, categoryId: topic.category.id }, data: { categoryId: category.id, ...(topic.kind === 'CONSULTATION' ? {} : { unitId: category.responsibleUnitId }) },
  })
  if (moved.count === 0) throw new Conflict('generic')
  // both rows in one order, so that two moves across each other do not wait for ever
  for (const id of [topic.category.id, category.id].sort((a, b) => a - b)) {
    const kept = await tx.category.update({ where: { id }, data: { topicCount: { increment: id === category.id ? 1 : -1 } }, select: { audience: true } })
    if (id === category.id && kept.audience !== category.audience) throw new Conflict('generic')
  }
  await changeThread(tx, member, topic.id, { shelf: { key: shelfOf(category.id), audience: category.audience } })
  await recordEvent(tx, 'forum.topic.moved', { topicId: topic.id, fromCategoryId: topic.category.id, categoryId: category.id }, member.personId)
}
