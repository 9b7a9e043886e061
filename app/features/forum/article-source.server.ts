import { markdownFromDoc } from '~/editor/content.server'
import { sql } from '~/platform/db/db.server'
import type { Viewer } from '~/platform/viewer'
import { topicPath } from './paths'
import type { TopicHead, TopicKindName } from './views'

/** Whether a conversation holds what is worth keeping: an accepted answer, an experience, or minutes. */
export const isWorthKeeping = (topic: Pick<TopicHead, 'kind'>, answered: boolean, minutes: boolean): boolean =>
  topic.kind === 'EXPERIENCE' || (topic.kind === 'QUESTION' && answered) || (topic.kind === 'MEETING' && minutes)

export interface TopicSource {
  id: number
  title: string
  url: string
  tags: string[]
  /** who may read the conversation */
  audience: string
  kind: 'QUESTION_ANSWER' | 'LESSON_LEARNED' | 'MEETING_NOTES'
  /** the words of the conversation, in sections, with the address they come from */
  markdown: string
  /** whose words they are; nobody who wrote under a name of the topic */
  people: { id: number; name: string }[]
}

interface Row {
  id: number
  title: string
  slug: string
  tags: string[]
  kind: TopicKindName
  audience: string
  accepted: number | null
  opening: unknown
  answer: unknown
  minutes: unknown
  decisions: string[] | null
  parts: { part: string; doc: unknown }[]
  people: { id: number; name: string }[]
}

const doc = (number: string) => `(select r.doc from post p join post_revision r on r.post_id = p.id and r.revision = p.revision where p.thread_id = t.id and p.number = ${number} and p.deleted_at is null)`
const text = `select tp.id, tp.title, tp.slug, tp.tags, tp.kind::text, t.audience, t.accepted_number as accepted, ${doc('1')} as opening, ${doc('t.accepted_number')} as answer,
    (select r.doc from meeting g join minutes_revision r on r.topic_id = g.topic_id and r.revision = g.minutes_revision where g.topic_id = t.id) as minutes,
    (select array_agg(d.text order by d.position) from meeting_decision d where d.topic_id = t.id) as decisions,
    coalesce((select json_agg(json_build_object('part', x.part, 'doc', x.doc) order by x.part) from topic_part x where x.topic_id = t.id), '[]') as parts,
    coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name) order by a.name) from person a where not a.alias and a.closed_at is null and a.id in (
      select p.author_id from post p where p.thread_id = t.id and p.deleted_at is null and p.number in (1, t.accepted_number) union select r.editor_id from minutes_revision r where r.topic_id = t.id)), '[]') as people
  from thread t join topic tp on tp.id = t.id where t.id = $1 and t.audience = any($2) and t.removed_at is null`

const section = (title: string, words: string) => (words.trim() ? `## ${title}\n\n${words.trim()}\n\n` : '')
const words = (one: unknown): string => (one ? markdownFromDoc(one) : '')

/**
 * What an article made of this topic would begin with; null where there is nothing to make one of, or nothing the viewer may know of.
 * @param t words of the sections
 */
export async function findTopicSource(viewer: Viewer, topicId: number, t: (key: string) => string): Promise<TopicSource | null> {
  const [row] = await sql<Row>('topic-source', text, [topicId, viewer.audiences])
  if (!row || !isWorthKeeping({ kind: row.kind }, row.answer !== null, row.minutes !== null)) return null
  const url = topicPath(row)
  const body = row.kind === 'QUESTION' ? section(t('question'), words(row.opening)) + section(t('answer'), words(row.answer))
    : row.kind === 'EXPERIENCE' ? section(t('experience'), words(row.opening)) + row.parts.map(one => section(t(`parts.${one.part}`), words(one.doc))).join('')
    : section(t('minutes'), words(row.minutes)) + section(t('decisions'), (row.decisions ?? []).map((one, at) => `${at + 1}. ${one.replace(/\s+/g, ' ')}`).join('\n'))
  return {
    id: row.id, title: row.title, url, tags: row.tags, audience: row.audience, kind: row.kind === 'QUESTION' ? 'QUESTION_ANSWER' : row.kind === 'EXPERIENCE' ? 'LESSON_LEARNED' : 'MEETING_NOTES',
    markdown: `${body}${section(t('sources'), `[${row.title.replace(/[[\]\\]/g, '')}](${url})`)}`.trimEnd(), people: row.people,
  }
}
