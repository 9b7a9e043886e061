import { markdownFromDoc } from '~/editor/content.server'
import { sql } from '~/platform/db/db.server'
import { Forbidden, NotFound } from '~/platform/errors'
import type { Member, Viewer } from '~/platform/viewer'
import type { PollView, TopicMore } from './kind-views'
import { topicPath } from './paths'
import { canAnswerOfficially, canMakePoll, canVote, nextStates } from './policy'
import { moreColumn, toMore, toPoll, pollJson, type MoreRow, type PollRow } from './rows/topic-more.server'
import { getTopicHead } from './topics.queries.server'
import type { TopicHead } from './views'

export interface ConsultationForUnit {
  topic: TopicHead
  more: TopicMore & { consultation: NonNullable<TopicMore['consultation']> }
  /** of the summary */
  markdown: string
}

/** A consultation for those who answer it. @throws NotFound, Forbidden "officialOnly" */
export async function getConsultationForUnit(viewer: Member, topicId: number): Promise<ConsultationForUnit> {
  const topic = await getTopicHead(viewer, topicId)
  const [row] = await sql<{ more: MoreRow | null; summary: unknown }>('consultation-for-unit', `select ${moreColumn('$2')}, (select x.doc from topic_part x where x.topic_id = t.id and x.part = 'SUMMARY') as summary
    from thread t join topic tp on tp.id = t.id where t.id = $1`, [topicId, viewer.personId])
  const more = toMore(row?.more ?? null)
  if (!more?.consultation) throw new NotFound('consultation')
  const { consultation } = more
  if (!canAnswerOfficially(viewer, topic, { id: consultation.unitId, path: consultation.path })) throw new Forbidden('officialOnly')
  return { topic, more: { ...more, consultation }, markdown: row?.summary ? markdownFromDoc(row.summary) : '' }
}

/** A topic somebody may still give a poll. @throws NotFound, Forbidden */
export async function getTopicForPoll(viewer: Viewer, topicId: number): Promise<TopicHead> {
  const topic = await getTopicHead(viewer, topicId)
  if (!canMakePoll(viewer, topic)) throw new Forbidden()
  return topic
}

/** A poll with what the viewer chose. @throws NotFound also where the viewer may not read its topic */
export async function getPoll(viewer: Member, pollId: number): Promise<{ poll: PollView; topic: TopicHead; vote: boolean }> {
  const [row] = await sql<{ topic_id: number; poll: PollRow }>('poll-member', `select q.topic_id, ${pollJson('$2')} as poll from poll q where q.id = $1`, [pollId, viewer.personId])
  if (!row) throw new NotFound('poll')
  const topic = await getTopicHead(viewer, row.topic_id)
  const poll = toPoll(row.poll)
  return { poll, topic, vote: canVote(viewer, topic, poll) }
}

/** What the page of the official answer begins with. @throws NotFound, Forbidden "officialOnly" */
export async function getOfficialForm(viewer: Member, topicId: number) {
  const { topic, more } = await getConsultationForUnit(viewer, topicId)
  const from = more.official[0]?.state ?? null
  const choices = nextStates(from)
  return {
    topic: { id: topicId, title: topic.title }, url: topicPath(topic), unit: more.consultation.unit, from, choices, verdicts: more.verdicts, draftAt: null as number | null,
    values: { state: choices[0] ?? '', markdown: '', doc: '', number: '', verdict: 'ACCEPTED', note: '' },
  }
}
