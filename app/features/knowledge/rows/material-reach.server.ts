import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import { canManageMaterial, canReadMaterial, canSeeMaterialWork, type MaterialState } from '../materials-policy'
import { collectionColumns, toCollection, type CollectionRow, type ReachedCollection } from './reach.server'

export interface ReachedMaterial extends MaterialState {
  id: number
  slug: string
  title: string
  ownAudience: string | null
  collection: ReachedCollection
}

/** Of a material `m` and its collection `c`: what every policy asks about. */
export const materialColumns = `m.id, m.slug, m.title, m.audience, m.own_audience as "ownAudience", m.owner_id as "ownerId", m.created_by_id as "createdById", m.shown, m.last_version as "lastVersion", m.binned_at is not null as binned,
  (select v.added_by_id from material_version v where v.material_id = m.id and v.version = m.last_version) as "lastById", ${collectionColumns}`

export type MaterialReachRow = Omit<ReachedMaterial, 'collection'> & CollectionRow

export function asMaterial(row: MaterialReachRow): ReachedMaterial {
  const { id, slug, title, audience, ownAudience, ownerId, createdById, lastById, shown, lastVersion, binned } = row
  return { id, slug, title, audience, ownAudience, ownerId, createdById, lastById, shown, lastVersion, binned, collection: toCollection(row) }
}

/** Whether a viewer may know of it at all: who reads it, who works on it, and of what lies in the bin who may take it out. */
export const knowsOf = (viewer: Viewer, material: ReachedMaterial): boolean =>
  material.binned ? canManageMaterial(viewer, material, material.collection) : canReadMaterial(viewer, material) || canSeeMaterialWork(viewer, material, material.collection)

/** @throws NotFound for everybody else */
export async function reachMaterial(viewer: Viewer, id: number): Promise<ReachedMaterial> {
  const [row] = await sql<MaterialReachRow>('reach-material', `select ${materialColumns} from material m join collection c on c.id = m.collection_id where m.id = $1 and m.audience = any($2)`, [id, viewer.audiences])
  const material = row ? asMaterial(row) : null
  if (!material || !knowsOf(viewer, material)) throw new NotFound('material')
  return material
}
