import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import { isMember, type Viewer } from '~/platform/viewer'
import type { OfficialStateName, TopicMore } from './kind-views'
import { moreColumn, toMore, type MoreRow } from './rows/topic-more.server'
import { getTopicHead } from './topics.queries.server'
import type { TopicHead } from './views'

export interface ResultAnswer {
  state: OfficialStateName
  unit: string
  name: string
  position: string
  text: string
  /** milliseconds */
  at: number
}

export interface ConsultationResults {
  topic: TopicHead
  more: TopicMore & { consultation: NonNullable<TopicMore['consultation']> }
  /** plain text */
  summary: string
  /** oldest first */
  answers: ResultAnswer[]
  /** people who responded, each once */
  participants: { kind: 'ASN' | 'CITIZEN' | 'PARTNER'; people: number; responses: number }[]
  /** what was proposed and decided, with the words of the response */
  verdicts: { number: number; author: string; state: OfficialStateName; note: string; text: string }[]
  /** of a named poll, for readers who signed in; empty otherwise */
  voters: { name: string; choices: string }[]
}

/** All that came of a consultation, for its spreadsheet and its PDF. Figures of a poll as this viewer may see them. @throws NotFound also for topics of other kinds */
export async function getConsultationResults(viewer: Viewer, topicId: number): Promise<ConsultationResults> {
  const topic = await getTopicHead(viewer, topicId)
  if (topic.kind !== 'CONSULTATION') throw new NotFound('consultation')
  const [[row], answers, participants, verdicts] = await Promise.all([
    sql<{ more: MoreRow | null; summary: string | null }>('results-more', `select ${moreColumn('$2')}, (select x.text from topic_part x where x.topic_id = t.id and x.part = 'SUMMARY') as summary
      from thread t join topic tp on tp.id = t.id where t.id = $1`, [topicId, viewer.personId ?? 0]),
    sql<ResultAnswer>('results-answers', `select o.state::text as state, u.name as unit, a.name, o.position, o.text, ${ms('o.created_at')} as at
      from official_answer o join org_unit u on u.id = o.unit_id join person a on a.id = o.signed_by_id where o.topic_id = $1 order by o.id`, [topicId]),
    sql<ConsultationResults['participants'][number]>('results-participants', `select a.kind::text as kind, count(distinct p.author_id)::int as people, count(*)::int as responses
      from post p join person a on a.id = p.author_id where p.thread_id = $1 and p.number > 1 and p.deleted_at is null group by a.kind order by people desc, a.kind`, [topicId]),
    sql<ConsultationResults['verdicts'][number]>('results-verdicts', `select v.number, a.name as author, v.state::text as state, v.note, left(p.text, 1000) as text
      from proposal_verdict v join post p on p.thread_id = v.topic_id and p.number = v.number and p.deleted_at is null join person a on a.id = p.author_id where v.topic_id = $1 order by v.number`, [topicId]),
  ])
  const more = toMore(row?.more ?? null)
  if (!more?.consultation) throw new NotFound('consultation')
  const named = more.poll && !more.poll.anonymous && !more.poll.hidden && isMember(viewer)
  const voters = !named ? [] : await sql<{ name: string; choices: string }>('results-voters', `select a.name, (select string_agg(o.label, '; ' order by o.position) from poll_option o where o.id = any(b.choices)) as choices
    from poll_ballot b join person a on a.id = b.person_id where b.poll_id = $1 order by a.name, a.id limit 5000`, [more.poll?.id])
  return { topic, more: { ...more, consultation: more.consultation }, summary: row?.summary ?? '', answers, participants, verdicts, voters }
}
