import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import type { TopicKindName } from '../views'

export interface ReachedCategory {
  id: number
  slug: string
  name: string
  audience: string
  openAudience: string
  archived: boolean
  kinds: TopicKindName[]
  responsibleUnitId: number | null
}

const bySlug = `select c.id, c.slug, c.name, c.audience, c.open_audience as "openAudience", c.archived_at is not null as archived, c.kinds::text[], c.responsible_unit_id as "responsibleUnitId"
  from category c where c.slug = $1 and c.audience = any($2)`

/** @throws NotFound also for a category the viewer may not know of */
export async function reachCategory(viewer: Viewer, slug: string): Promise<ReachedCategory> {
  const [row] = await sql<ReachedCategory>('reach-category', bySlug, [slug, viewer.audiences])
  if (!row) throw new NotFound('category')
  return row
}
