import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import type { AskedOf, ConsultationView, OfficialView, PollView, TopicMore, TopicPartName, VerdictView } from '../kind-views'
import { seesResults } from '../policy'

/** As the database gives them in one JSON value beside the topic's head. */
export interface MoreRow {
  parts: Partial<Record<TopicPartName, string>> | null
  consultation: ConsultationView | null
  official: OfficialView[] | null
  verdicts: VerdictView[] | null
  poll: PollRow | null
  asked: { unit: string | null; name: string | null; slug: string | null }[] | null
}

export interface PollRow {
  id: number
  question: string
  maxChoices: number
  anonymous: boolean
  afterVote: boolean
  closesAt: number | null
  closed: boolean
  voters: number
  options: { id: number; label: string; votes: number }[] | null
  mine: number[] | null
}

/** Who votes, as the ballot knows them: by the poll's own secret where it is anonymous. `q` is the poll, `person` an expression for the id. */
export const voterOf = (person: string): string =>
  `case when q.anonymous then encode(sha256(q.secret || convert_to(':' || ${person}::text, 'UTF8')), 'hex') else 'person:' || ${person}::text end`

/** One poll as JSON. The secret never leaves the database. */
export const pollJson = (member: string | null): string => `jsonb_build_object('id', q.id, 'question', q.question, 'maxChoices', q.max_choices, 'anonymous', q.anonymous, 'afterVote', q.after_vote,
  'closesAt', ${ms('q.closes_at')}, 'closed', coalesce(q.closes_at <= now(), false), 'voters', q.voters,
  'options', (select jsonb_agg(jsonb_build_object('id', po.id, 'label', po.label, 'votes', po.votes) order by po.position) from poll_option po where po.poll_id = q.id),
  'mine', ${member ? `(select to_jsonb(b.choices) from poll_ballot b where b.poll_id = q.id and b.voter = ${voterOf(member)})` : 'null'})`

/** What its author wrote goes with the opening post, whoever took that away. */
const stands = 'exists (select 1 from post op where op.thread_id = t.id and op.number = 1 and op.deleted_at is null)'

const asked = `case when cardinality(t.repliers) > 0 then (select jsonb_agg(jsonb_build_object('unit', ru.name, 'name', rp.name, 'slug', rp.slug)) from unnest(t.repliers) as r(token)
  left join org_unit ru on ru.id = substring(r.token from '^unit:([0-9]{1,9})$')::int left join person rp on rp.id = substring(r.token from '^user:([0-9]{1,9})$')::int) end`

/** SQL: whether the topic has any of what `moreColumn` reads. */
const hasMore = `(tp.kind in ('EXPERIENCE', 'FEEDBACK', 'CONSULTATION') or exists (select 1 from poll where poll.topic_id = t.id))`
export const hasMoreColumn = `${hasMore} as has_more`

/**
 * What only some kinds have (`t` thread, `tp` topic), read for those alone: merely standing in another statement its dozen looks would cost more than the rest.
 * @param member placeholder of the viewer's id, null for strangers
 */
export const moreColumn = (member: string | null): string => `case when ${hasMore} then jsonb_build_object(
  'parts', (select jsonb_object_agg(x.part, x.html) from topic_part x where x.topic_id = t.id and (x.part = 'SUMMARY' or ${stands})),
  'consultation', (select jsonb_build_object('unitId', k.unit_id, 'unit', ku.name, 'code', ku.code, 'path', ku.path, 'promisedDays', k.promised_days)
    from consultation k join org_unit ku on ku.id = k.unit_id where k.topic_id = t.id),
  'official', case when tp.kind = 'CONSULTATION' then (select jsonb_agg(jsonb_build_object('id', f.id, 'state', f.state, 'html', f.html, 'unit', fu.name, 'name', fa.name, 'slug', fa.slug,
      'position', f.position, 'at', ${ms('f.created_at')}) order by f.id desc)
    from (select * from official_answer oa where oa.topic_id = t.id order by oa.id desc limit 20) f join org_unit fu on fu.id = f.unit_id join person fa on fa.id = f.signed_by_id) end,
  'verdicts', case when tp.kind = 'CONSULTATION' then (select jsonb_agg(jsonb_build_object('number', v.number, 'state', v.state, 'note', v.note, 'author', va.name) order by v.number)
    from proposal_verdict v join post vp on vp.thread_id = v.topic_id and vp.number = v.number and vp.deleted_at is null join person va on va.id = vp.author_id where v.topic_id = t.id) end,
  'poll', (select ${pollJson(member)} from poll q where q.topic_id = t.id and ${stands}),
  'asked', ${asked}
) end as more`

/** Figures leave the server only for who may see them. */
export function toPoll(row: PollRow): PollView {
  const sees = seesResults({ ...row, voted: row.mine !== null })
  return {
    id: row.id, question: row.question, maxChoices: row.maxChoices, anonymous: row.anonymous, afterVote: row.afterVote, closesAt: row.closesAt, closed: row.closed, voters: row.voters, mine: row.mine,
    hidden: sees === 'yes' ? null : sees, options: (row.options ?? []).map(option => ({ id: option.id, label: option.label, votes: sees === 'yes' ? option.votes : null })),
  }
}

function toAsked(rows: MoreRow['asked']): AskedOf | null {
  if (!rows?.length) return null
  return { unit: rows.find(row => row.unit)?.unit ?? null, people: rows.flatMap(({ name, slug }) => (name && slug ? [{ name, slug }] : [])) }
}

export function toMore(row: MoreRow | null): TopicMore | null {
  if (!row) return null
  return { parts: row.parts ?? {}, consultation: row.consultation, official: row.official ?? [], verdicts: row.verdicts ?? [], poll: row.poll && toPoll(row.poll), askedOf: toAsked(row.asked) }
}

/** @param personId the viewer's, null for strangers. Unscoped: for topics whose head the viewer was given. */
export async function readMoreUnscoped(topicId: number, personId: number | null): Promise<TopicMore | null> {
  const text = (member: string | null) => `select ${moreColumn(member)} from thread t join topic tp on tp.id = t.id where t.id = $1`
  const [row] = personId === null
    ? await sql<{ more: MoreRow | null }>('topic-more', text(null), [topicId])
    : await sql<{ more: MoreRow | null }>('topic-more-member', text('$2'), [topicId, personId])
  return toMore(row?.more ?? null)
}
