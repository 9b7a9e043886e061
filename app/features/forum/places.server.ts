import type { ThreadPlaces } from '~/features/discussion/notices.server'
import { sql } from '~/platform/db/db.server'
import type { RecordedEvent } from '~/platform/events/events.server'
import './events'
import { topicPath } from './paths'

interface Row {
  id: number
  slug: string
  title: string
  tags: string[]
  kind: string
}

/** Where the posts of topics are read, what the topics are called now, and the tags they may be followed by. Meetings are told of with their series. */
export const topicPlaces: ThreadPlaces = async threadIds => {
  const rows = await sql<Row>('topic-places', 'select id, slug, title, tags, kind::text as kind from topic where id = any($1)', [threadIds])
  return new Map(rows.map(topic => [topic.id, { title: topic.title, url: number => topicPath(topic, number), tags: topic.tags.map(tag => `tag:${tag}`), quiet: topic.kind === 'MEETING' }]))
}

/** After which event the tags of which thread are others: for rooms that count by tag. */
export const topicRetagged = { 'forum.topic.edited': ({ payload }: RecordedEvent<'forum.topic.edited'>) => payload.topicId }
