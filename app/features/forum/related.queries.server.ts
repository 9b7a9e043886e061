import type { Viewer } from '~/platform/viewer'
import { rankRelated } from './rows/tags.server'
import { listTopicTitles } from './topics.queries.server'
import type { TopicHead, TopicLink } from './views'

/** Others among the newest 3,000 that share most tags, newest first among equals, at most `limit` (1–10). One statement by primary keys; none where no tag is shared. */
export async function listRelated(viewer: Viewer, topic: Pick<TopicHead, 'id' | 'tags'>, limit = 4): Promise<TopicLink[]> {
  const ids = await rankRelated(viewer.audiences, topic, 2 * limit)
  const titles = await listTopicTitles(viewer, ids)
  return ids.flatMap(id => titles.get(id) ?? []).slice(0, limit)
}
