import type { ThreadPlace } from '~/features/discussion/notices.server'
import { sql } from '~/platform/db/db.server'
import { topicPath } from './paths'

/** Where a post of a topic is read, and what the topic is called now. */
export const topicPlace: ThreadPlace = async (threadId, number) => {
  const [topic] = await sql<{ id: number; slug: string; title: string }>('topic-place', 'select id, slug, title from topic where id = $1', [threadId])
  return topic ? { title: topic.title, url: topicPath(topic, number) } : null
}
