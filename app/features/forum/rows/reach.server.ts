import { sql } from '~/platform/db/db.server'
import { Forbidden, NotFound, SignInNeeded } from '~/platform/errors'
import { isMember, type Member, type Viewer } from '~/platform/viewer'
import { findTopicHead } from '../topics.queries.server'
import type { TopicHead, TopicKindName } from '../views'

export interface ReachedCategory {
  id: number
  slug: string
  name: string
  audience: string
  openAudience: string
  archived: boolean
  kinds: TopicKindName[]
  responsibleUnitId: number | null
  /** new topics of citizens and partners wait outside the lists until an official has seen them */
  unlistNew: boolean
  pseudonyms: boolean
}

const bySlug = `select c.id, c.slug, c.name, c.audience, c.open_audience as "openAudience", c.archived_at is not null as archived, c.kinds::text[], c.responsible_unit_id as "responsibleUnitId",
  c.unlist_new as "unlistNew", c.pseudonyms
  from category c where c.slug = $1 and c.audience = any($2)`

/** @throws NotFound also for a category the viewer may not know of */
export async function reachCategory(viewer: Viewer, slug: string): Promise<ReachedCategory> {
  const [row] = await sql<ReachedCategory>('reach-category', bySlug, [slug, viewer.audiences])
  if (!row) throw new NotFound('category')
  return row
}

export function asMember(viewer: Viewer): Member {
  if (viewer.suspended) throw new Forbidden('suspended')
  if (!isMember(viewer)) throw new SignInNeeded()
  return viewer
}

/** @throws NotFound also for a topic the viewer may not know of */
export async function reachTopic(viewer: Viewer, topicId: number): Promise<TopicHead> {
  const topic = await findTopicHead(viewer, topicId)
  if (!topic) throw new NotFound('topic')
  return topic
}
