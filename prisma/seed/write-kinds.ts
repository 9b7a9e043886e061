import type pg from 'pg'
import { contentFromMarkdown } from '~/editor/content.server'
import { endOfDay, dayOf } from '~/features/forum/dates'
import { forms, kinds, responsible, unitTags, type KindSeed } from './kinds'
import { named } from './persons'
import { chance } from './random'
import { insertRows, takeIds, type Row } from './rows'
import { namedHeads } from './units'
import type { SeededPeople, SeededPerson } from './write-people'
import type { SeededTopic } from './write-topics'

const DAY = 86_400_000
const stored = (text: string) => {
  const { doc, html, text: words, renderer } = contentFromMarkdown(text)
  return { doc, html, text: words, renderer }
}
/** The end of a day so many days before now, or ahead. */
const endOf = (now: number, days: number): Date => endOfDay(dayOf(now - days * DAY, 'Asia/Jakarta'), 'Asia/Jakarta') ?? new Date(now)

/** For which unit a person speaks beside a topic of this unit: heads and service officers do. */
function voiceOf(person: SeededPerson, unitId: number | null, people: SeededPeople): { unit: number; role: string } | null {
  const idOf = (code: string) => people.units.get(code)?.id
  const head = Object.entries(namedHeads).find(([, key]) => key === person.key)
  const headed = head ? idOf(head[0]) : undefined
  const served = named.find(one => one.key === person.key)?.roles?.includes('SERVICE_OFFICER') ? person.path[1] : undefined
  if (unitId !== null && unitId === headed) return { unit: unitId, role: 'HEAD' }
  if (unitId !== null && unitId === served) return { unit: unitId, role: 'OFFICER' }
  return headed ? { unit: headed, role: 'HEAD' } : served ? { unit: served, role: 'OFFICER' } : null
}

async function writeCategoriesOfUnits(client: pg.ClientBase, people: SeededPeople): Promise<void> {
  const rows = Object.entries(responsible).map(([slug, code]) => ({ slug, unit: people.units.get(code)?.id }))
  await client.query('update category c set responsible_unit_id = x.unit from json_to_recordset($1) as x(slug text, unit int) where x.slug = c.slug', [JSON.stringify(rows)])
  await client.query(`update topic t set unit_id = c.responsible_unit_id from category c where c.id = t.category_id`)
  await client.query('insert into topic_form (category_id, kind, template) select c.id, x.kind, x.template from json_to_recordset($1) as x(category text, kind "TopicKind", template text) join category c on c.slug = x.category', [JSON.stringify(forms)])
  await insertRows(client, 'unit_tag', { unit_id: 'int', tag: 'text' }, Object.entries(unitTags).flatMap(([code, tags]) => tags.map(tag => ({ unit_id: people.units.get(code)?.id, tag }))))
}

/** In public topics, heads and officers speak for their unit; so does whoever announces or consults. */
async function writeVoices(client: pg.ClientBase, people: SeededPeople, topics: readonly SeededTopic[]): Promise<void> {
  const rows: Row[] = []
  for (const topic of topics) {
    const code = responsible[topic.seed.in]
    const unitId = code ? (people.units.get(code)?.id ?? null) : null
    const official = topic.seed.kind === 'ANNOUNCEMENT' || topic.seed.kind === 'CONSULTATION'
    for (const post of topic.posts) {
      if (post.deleted || post.author.kind !== 'ASN' || (topic.audience !== 'public' && !(official && post.number === 1)) || (post.author === topic.author && !official)) continue
      const voice = voiceOf(post.author, unitId, people)
      if (voice) rows.push({ id: post.id, unit: voice.unit, role: voice.role })
    }
  }
  await client.query('update post p set voice_unit_id = x.unit, voice_role = x.role from json_to_recordset($1) as x(id int, unit int, role text) where x.id = p.id', [JSON.stringify(rows)])
  await client.query('update thread t set voiced_at = (select min(p.created_at) from post p where p.thread_id = t.id and p.voice_unit_id is not null and p.deleted_at is null)')
}

async function writePoll(client: pg.ClientBase, topic: SeededTopic, poll: NonNullable<KindSeed['poll']>, now: number): Promise<void> {
  const [pollId] = await takeIds(client, 'poll', 1)
  const optionIds = await takeIds(client, 'poll_option', poll.options.length)
  const closesAt = poll.closes === null ? null : endOf(now, poll.closes)
  const closed = closesAt !== null && closesAt.getTime() <= now
  const random = chance(topic.id)
  const voters = random.some(topic.readers.filter(person => person !== topic.author), Math.max(...poll.options.map(([, votes]) => votes)) + 4)
  const ballots = poll.anonymous ? [] : voters.map((person, place) => {
    const choices = poll.options.flatMap(([, votes], at) => ((place + at * 5) % voters.length < votes ? [optionIds[at] as number] : [])).slice(0, poll.max ?? 1)
    return { poll_id: pollId, voter: `person:${person.id}`, person_id: person.id, choices: choices.length ? choices : [optionIds[0] as number] }
  })
  const votesOf = (at: number, given: number) => (poll.anonymous ? given : ballots.filter(ballot => ballot.choices.includes(optionIds[at] as number)).length)
  await insertRows(client, 'poll', {
    id: 'int', topic_id: 'int', question: 'text', max_choices: 'int', anonymous: 'boolean', after_vote: 'boolean', closes_at: 'timestamptz', closed_at: 'timestamptz', voters: 'int', created_by_id: 'int', created_at: 'timestamptz',
  }, [{
    id: pollId, topic_id: topic.id, question: poll.question, max_choices: poll.max ?? 1, anonymous: poll.anonymous ?? false, after_vote: poll.afterVote ?? false, closes_at: closesAt, closed_at: closed ? closesAt : null,
    voters: poll.anonymous ? poll.options.reduce((sum, [, votes]) => sum + votes, 0) : ballots.length, created_by_id: topic.author.id, created_at: new Date(topic.posts[0]?.at ?? now),
  }])
  await insertRows(client, 'poll_option', { id: 'int', poll_id: 'int', position: 'int', label: 'text', votes: 'int' }, poll.options.map(([label, votes], at) => ({ id: optionIds[at], poll_id: pollId, position: at, label, votes: votesOf(at, votes) })))
  await insertRows(client, 'poll_ballot', { poll_id: 'int', voter: 'text', person_id: 'int', choices: 'int[]' }, ballots)
  if (closesAt && !closed) await client.query(`select graphile_worker.add_job('close_poll', json_build_object('pollId', $1::int), run_at := $2::timestamptz, job_key := 'poll:' || $1)`, [pollId, closesAt])
}

async function writeConsultation(client: pg.ClientBase, people: SeededPeople, topic: SeededTopic, given: NonNullable<KindSeed['consultation']>, now: number): Promise<void> {
  const unitId = people.units.get(given.unit)?.id
  const closesAt = endOf(now, given.closes)
  const closed = closesAt.getTime() <= now
  const who = (key: string) => people.byKey.get(key)?.id
  await client.query('insert into consultation (topic_id, unit_id, promised_days, closed_at) values ($1, $2, $3, $4)', [topic.id, unitId, given.promised, closed ? closesAt : null])
  await client.query('update thread set closes_at = $2 where id = $1', [topic.id, closesAt])
  await insertRows(client, 'official_answer', { topic_id: 'int', unit_id: 'int', state: '"OfficialState"', doc: 'jsonb', html: 'text', text: 'text', renderer: 'int', signed_by_id: 'int', position: 'text', client_key: 'text', created_at: 'timestamptz' },
    (given.answers ?? []).map(answer => ({
      topic_id: topic.id, unit_id: unitId, state: answer.state, ...stored(answer.text), signed_by_id: who(answer.by), position: named.find(one => one.key === answer.by)?.position ?? '',
      client_key: `demo-${topic.id}-${answer.state}`, created_at: new Date(now - answer.days * DAY),
    })))
  await insertRows(client, 'proposal_verdict', { topic_id: 'int', number: 'int', state: '"OfficialState"', note: 'text', decided_by: 'int', created_at: 'timestamptz' },
    (given.verdicts ?? []).map(one => ({ topic_id: topic.id, number: one.number, state: one.state, note: one.note, decided_by: who(one.by), created_at: new Date(now - 2 * DAY) })))
  await client.query('update topic set unit_id = $2, official_state = $3::"OfficialState" where id = $1', [topic.id, unitId, given.answers?.at(-1)?.state ?? null])
  if (!closed) await client.query(`select graphile_worker.add_job('close_consultation', json_build_object('topicId', $1::int), run_at := $2::timestamptz, job_key := 'consultation:' || $1)`, [topic.id, closesAt])
}

/** What topics have of their kinds, who speaks for which unit, polls and consultations. */
export async function writeKinds(client: pg.ClientBase, people: SeededPeople, topics: readonly SeededTopic[], now: number): Promise<void> {
  await writeCategoriesOfUnits(client, people)
  const parts: Row[] = []
  for (const given of kinds) {
    const topic = topics.find(one => one.seed.title.startsWith(given.title))
    if (!topic) throw new Error(`no topic begins with ${given.title}`)
    for (const [part, text] of Object.entries(given.parts ?? {})) parts.push({ topic_id: topic.id, part, ...stored(text), written_by: topic.author.id, updated_at: new Date(now) })
    if (given.asks) await client.query('update thread set repliers = $2 where id = $1', [topic.id, given.asks.map(key => `user:${people.byKey.get(key)?.id ?? 0}`)])
    if (given.consultation) await writeConsultation(client, people, topic, given.consultation, now)
    if (given.poll) await writePoll(client, topic, given.poll, now)
  }
  await insertRows(client, 'topic_part', { topic_id: 'int', part: '"TopicPartName"', doc: 'jsonb', html: 'text', text: 'text', renderer: 'int', written_by: 'int', updated_at: 'timestamptz' }, parts)
  await writeVoices(client, people, topics)
}
