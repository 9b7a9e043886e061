import type { Tx } from '~/platform/db/db.server'
import { isWithin } from '../audience'
import type { RecordedAct } from '../formats'
import { unitPaths } from './units.server'

/** Files that read their collection's word follow it; narrower ones keep theirs as long as it stands within. Their records say so. */
export async function changeMaterialReaders(tx: Tx, actorId: number, collectionId: number, audience: string): Promise<void> {
  const rows = await tx.material.findMany({ where: { collectionId }, select: { id: true, audience: true, ownAudience: true } })
  const paths = await unitPaths(rows.flatMap(row => row.ownAudience ?? []))
  const follow = rows.filter(row => row.ownAudience === null || row.ownAudience === audience || !isWithin(row.ownAudience, audience, paths))
  if (follow.length === 0) return
  await tx.material.updateMany({ where: { id: { in: follow.map(row => row.id) } }, data: { audience, ownAudience: null } })
  const act: RecordedAct = 'followed'
  await tx.materialAct.createMany({ data: follow.filter(row => row.audience !== audience).map(row => ({ materialId: row.id, act, actorId, facts: ['audience'], audienceWas: row.audience, audienceNow: audience })) })
}
