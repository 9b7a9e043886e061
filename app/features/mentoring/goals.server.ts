import { transaction } from '~/platform/db/db.server'
import { Conflict, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Viewer } from '~/platform/viewer'
import { mayWorkInPair, roleInPair } from './pairs-policy'
import { isLivePair } from './pairs-table'
import { touchPair } from './pairs.server'
import { reachPair, refused } from './rows/pair-reach.server'

/** How far a goal is, in percent and in words; by anybody of the pair. The last word counts. @throws NotFound, Forbidden, Conflict once the pair is over */
export async function moveGoal(viewer: Viewer, { pairId, goalId, progress, standing }: { pairId: number; goalId: number; progress: number; standing: string }): Promise<void> {
  const { member, pair } = await reachPair(viewer, pairId)
  if (!mayWorkInPair(member, pair)) throw roleInPair(member, pair) && !isLivePair(pair.state) ? new Conflict() : refused(member)
  await transaction(async tx => {
    const changed = await tx.mentoringGoal.updateMany({ where: { id: goalId, pairId }, data: { progress, standing, doneAt: progress >= 100 ? new Date() : null } })
    if (changed.count === 0) throw new NotFound('goal')
    await recordEvent(tx, 'mentoring.goal.changed', { pairId, goalId }, member.personId)
    await touchPair(tx, pairId)
  })
}
