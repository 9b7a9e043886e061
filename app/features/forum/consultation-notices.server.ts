import { ms } from '~/features/discussion/sql'
import type { Notable, NoticeContribution, NoticeRule, Subject, SubjectReader, WatchRule } from '~/features/notifications/contract'
import { sql } from '~/platform/db/db.server'
import './events'
import type { OfficialStateName } from './kind-views'
import { topicPath } from './paths'
import { shelfOf } from './shelf'

interface Facts {
  id: number
  slug: string
  title: string
  audience: string
  categoryId: number
  tags: string[]
  /** the unit that answers */
  unit: string
}

const facts = `select tp.id, tp.slug, tp.title, tp.tags, t.audience, tp.category_id as "categoryId", coalesce(u.name, '') as unit
  from topic tp join thread t on t.id = tp.id join consultation k on k.topic_id = tp.id left join org_unit u on u.id = k.unit_id where tp.id = any($1) and t.removed_at is null`
const factsOf = (ids: readonly number[]) => sql<Facts>('consultation-facts', facts, [[...ids]])

const targetsOf = (one: Facts) => [[`thread:${one.id}`], one.tags.map(tag => `tag:${tag}`), [shelfOf(one.categoryId)]]
/** The unit speaks, whoever signs for it. */
const notable = (one: Facts, about: string): Notable =>
  ({ audience: one.audience, url: topicPath(one), groupKey: `thread:${one.id}`, about, params: { name: one.unit, title: one.title }, targets: targetsOf(one) })

/** Most people one fact names; beyond them whoever follows is told, and whoever wrote follows. */
const MOST = 2_000

/** Who wrote in it or voted in a poll that keeps names, under whatever name. */
const tookPart = (topicId: number) => sql<{ id: number }>('consultation-took-part', `select w.id from (
    select distinct p.author_id as id from post p where p.thread_id = $1 and p.deleted_at is null
    union select b.person_id from poll q join poll_ballot b on b.poll_id = q.id where q.topic_id = $1 and b.person_id is not null
  ) w limit ${MOST}`, [topicId])

interface Fact { payload: { topicId: number } }

async function tellParticipants({ payload: { topicId } }: Fact, about: string) {
  const [one] = await factsOf([topicId])
  return one ? (await tookPart(topicId)).map(({ id }) => ({ ...notable(one, about), personId: id })) : []
}

async function tellFollowers({ payload: { topicId } }: Fact, about: string) {
  const [one] = await factsOf([topicId])
  return one ? { ...notable(one, about), of: [`thread:${topicId}`] } : null
}

const states: readonly OfficialStateName[] = ['CONSIDERED', 'ACCEPTED', 'PARTLY', 'DECLINED', 'DONE']
/** One rule a state: what was answered stands in the first words. */
const nameOf = (state: OfficialStateName) => `forum.official${state}`

const answered = (state: OfficialStateName): NoticeRule<'forum.official.answered'> => ({
  name: nameOf(state), event: 'forum.official.answered', official: true, recipients: event => (event.payload.state === state ? tellParticipants(event, `official:${event.payload.answerId}`) : Promise.resolve([])),
})
const answeredFollowed = (state: OfficialStateName): WatchRule<'forum.official.answered'> => ({
  name: nameOf(state), event: 'forum.official.answered', official: true, watched: event => (event.payload.state === state ? tellFollowers(event, `official:${event.payload.answerId}`) : Promise.resolve(null)),
})
const closed: NoticeRule<'forum.consultation.closed'> = {
  name: 'forum.consultationClosed', event: 'forum.consultation.closed', group: 'watching', recipients: event => tellParticipants(event, `consultation:${event.payload.topicId}`),
}
const closedFollowed: WatchRule<'forum.consultation.closed'> = {
  name: 'forum.consultationClosed', event: 'forum.consultation.closed', watched: event => tellFollowers(event, `consultation:${event.payload.topicId}`),
}

const idsOf = (keys: readonly string[]): number[] => keys.map(key => Number(key.slice(key.indexOf(':') + 1))).filter(id => id <= 2_147_483_647)
const subject = (one: Facts, text: string, at: number): Subject => ({ audience: one.audience, title: one.title, url: topicPath(one), name: one.unit, text, at, targets: targetsOf(one) })

const official: SubjectReader = async abouts => {
  const rows = await sql<{ id: number; topicId: number; text: string; at: number }>('official-subjects',
    `select o.id, o.topic_id as "topicId", left(o.text, 600) as text, ${ms('o.created_at')} as at from official_answer o where o.id = any($1)`, [idsOf(abouts)])
  const topics = new Map((await factsOf(rows.map(row => row.topicId))).map(one => [one.id, one]))
  return new Map(rows.flatMap((row): [string, Subject][] => {
    const one = topics.get(row.topicId)
    return one ? [[`official:${row.id}`, subject(one, row.text, row.at)]] : []
  }))
}

/** One that was opened again is closed no longer, and nothing is told of its closing. */
const consultation: SubjectReader = async abouts => {
  const rows = await sql<{ id: number; text: string; at: number }>('consultation-subjects', `select k.topic_id as id, coalesce(left(s.text, 600), '') as text, ${ms('k.closed_at')} as at
    from consultation k left join topic_part s on s.topic_id = k.topic_id and s.part = 'SUMMARY' where k.topic_id = any($1) and k.closed_at is not null`, [idsOf(abouts)])
  const topics = new Map((await factsOf(rows.map(row => row.id))).map(one => [one.id, one]))
  return new Map(rows.flatMap((row): [string, Subject][] => {
    const one = topics.get(row.id)
    return one ? [[`consultation:${row.id}`, subject(one, row.text, row.at)]] : []
  }))
}

/** Who took part in a consultation, voted in it or follows it hears of its closing and of every official answer. */
export const consultationNotices: NoticeContribution = {
  rules: [...states.map(answered), closed], watchRules: [...states.map(answeredFollowed), closedFollowed], subjects: { official, consultation },
}
