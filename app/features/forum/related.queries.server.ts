import type { Viewer } from '~/platform/viewer'
import { knownTags, rankRelated } from './rows/tags.server'
import { listTopicTitles } from './topics.queries.server'
import type { TopicHead, TopicLink } from './views'

const LIMIT = 4

/** Others among the newest 3,000 that share most tags, newest first among equals, at most `limit` (1–10). One statement by primary keys; none where no tag is shared. */
export async function listRelated(viewer: Viewer, topic: Pick<TopicHead, 'id' | 'tags'>, limit = LIMIT): Promise<TopicLink[]> {
  const ids = await rankRelated(viewer.audiences, topic, 2 * limit)
  return inOrder(ids, [...(await listTopicTitles(viewer, ids)).values()], limit)
}

function inOrder(ids: readonly number[], links: readonly TopicLink[], limit: number): TopicLink[] {
  const byId = new Map(links.map(link => [link.id, link]))
  return ids.flatMap(id => byId.get(id) ?? []).slice(0, limit)
}

/** SQL: those of the given ids (a placeholder) the viewer of `$2` may read, as one JSON value "related", to stand in another statement. */
export const relatedColumn = (ids: string): string => `case when cardinality(${ids}::int[]) > 0 then (select json_agg(json_build_object('id', l.id, 'title', l.title, 'slug', l.slug))
    from topic l join thread lt on lt.id = l.id where lt.id = any(${ids}) and lt.audience = any($2) and lt.removed_at is null) end as related`

/** Ids for `relatedColumn`, best first; null where the topic's tags must be read first. */
export async function guessRelated(viewer: Viewer, topicId: number): Promise<number[] | null> {
  const tags = await knownTags(topicId)
  return tags && rankRelated(viewer.audiences, { id: topicId, tags }, 2 * LIMIT)
}

/** What `relatedColumn` found for the guessed ids, or what `listRelated` finds where nothing could be guessed. */
export const relatedOf = async (viewer: Viewer, topic: Pick<TopicHead, 'id' | 'tags'>, guessed: readonly number[] | null, found: readonly TopicLink[] | null): Promise<TopicLink[]> =>
  guessed ? inOrder(guessed, found ?? [], LIMIT) : listRelated(viewer, topic)
