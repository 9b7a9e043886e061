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

/** Who may answer a request for feedback, as its form has it: people by the addresses of their profiles, those still to answer first. Empty where the viewer may not read. */
export async function getRepliersForEdit(viewer: Viewer, topicId: number): Promise<{ answerers?: 'readers' | 'unit' | 'people'; people?: string }> {
  const [row] = await sql<{ unit: boolean; asked: boolean; slugs: string[] }>('topic-repliers', `select exists (select 1 from unnest(t.repliers) r(token) where token like 'unit:%') as unit, cardinality(t.repliers) > 0 as asked,
    array(select p.slug from unnest(t.repliers) r(token) join person p on p.id = substring(r.token from '^user:([0-9]{1,9})$')::int and p.closed_at is null
      order by exists (select 1 from post o where o.thread_id = t.id and o.author_id = p.id and o.deleted_at is null), p.name) as slugs
    from thread t where t.id = $1 and t.audience = any($2) and t.removed_at is null`, [topicId, viewer.audiences])
  if (!row) return {}
  return { answerers: row.unit ? 'unit' : row.asked ? 'people' : 'readers', people: row.unit ? '' : row.slugs.map(slug => `@${slug}`).join(', ') }
}
