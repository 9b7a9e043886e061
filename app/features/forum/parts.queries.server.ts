import { markdownFromDoc } from '~/editor/content.server'
import { sql } from '~/platform/db/db.server'
import type { Viewer } from '~/platform/viewer'
import type { TopicPartName } from './kind-views'
import type { KindPart } from './kinds'

/** The texts of a topic's kind as Markdown, by the names of their fields, for forms. Empty where the viewer may not read. */
export async function getPartsForEdit(viewer: Viewer, topicId: number): Promise<Partial<Record<KindPart['field'], string>>> {
  const rows = await sql<{ part: TopicPartName; doc: unknown }>('topic-parts', `select x.part::text as part, x.doc from topic_part x join thread t on t.id = x.topic_id
    where x.topic_id = $1 and t.audience = any($2) and t.removed_at is null`, [topicId, viewer.audiences])
  return Object.fromEntries(rows.map(row => [row.part.toLowerCase(), markdownFromDoc(row.doc)]))
}
