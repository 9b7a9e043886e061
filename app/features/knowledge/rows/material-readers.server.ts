import type { Tx } from '~/platform/db/db.server'
import { isWithin } from '../audience'
import { unitPaths } from './units.server'

/** Files that read their collection's word follow it; narrower ones keep theirs as long as it stands within. */
export async function changeMaterialReaders(tx: Tx, collectionId: number, audience: string): Promise<void> {
  const rows = await tx.material.findMany({ where: { collectionId }, select: { id: true, ownAudience: true } })
  const paths = await unitPaths(rows.flatMap(row => row.ownAudience ?? []))
  const follow = rows.filter(row => row.ownAudience === null || row.ownAudience === audience || !isWithin(row.ownAudience, audience, paths))
  if (follow.length > 0) await tx.material.updateMany({ where: { id: { in: follow.map(row => row.id) } }, data: { audience, ownAudience: null } })
}
