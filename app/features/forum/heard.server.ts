import '~/features/discussion/events'
import { speaksFor } from '~/features/people/voices'
import { sql, transaction } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound, SignInNeeded } from '~/platform/errors'
import { recordEvent, type Consumer } from '~/platform/events/events.server'
import { isMember, type Viewer } from '~/platform/viewer'
import './events'
import { tagsSchema } from './topics.schema'

/**
 * Which public topics concern which unit, and since when they are answered. An announcement asks nothing of anybody. Official is a post somebody wrote for the unit
 * or one below it; of a consultation only the official answer counts, for the unit itself opened it. Mentions once gathered stay.
 */
const gather = `with f as (
    select t.id, t.created_at, tp.kind, tp.unit_id, tp.tags, t.accepted_at, t.voiced_at, t.audience = 'public' and t.removed_at is null and tp.kind <> 'ANNOUNCEMENT' as open, a.unit_id as author_unit
    from thread t join topic tp on tp.id = t.id join person a on a.id = t.author_id where t.id = any($1)
  ), w as (
    select distinct on (topic_id, unit_id) topic_id, unit_id, reason from (
      select f.id as topic_id, f.unit_id, 'RESPONSIBLE' as reason, 1 as rank from f where f.open and f.unit_id is not null
      union all select f.id, ut.unit_id, 'TAG', 2 from f join unit_tag ut on ut.tag = any(f.tags) where f.open
      union all select f.id, m.unit_id, 'MENTION', 3 from f cross join unnest($2::int[]) as m(unit_id) where f.open
      union all select f.id, c.unit_id, 'MENTION', 3 from f join topic_concern c on c.topic_id = f.id and c.reason = 'MENTION' where f.open
    ) x order by topic_id, unit_id, rank
  ), gone as (
    delete from topic_concern c using f where c.topic_id = f.id and not exists (select 1 from w where w.topic_id = c.topic_id and w.unit_id = c.unit_id)
  ), heard as (
    select w.topic_id, w.unit_id, w.reason, f.created_at, f.kind in ('QUESTION', 'DISCUSSION') and w.reason = 'RESPONSIBLE'
        and not exists (select 1 from org_unit au where au.id = f.author_unit and w.unit_id = any(au.path)) as measured,
      least(
        case when f.kind <> 'CONSULTATION' then f.accepted_at end,
        case when f.kind <> 'CONSULTATION' and f.voiced_at is not null then (select p.created_at from post p join org_unit v on v.id = p.voice_unit_id
          where p.thread_id = w.topic_id and p.deleted_at is null and p.voice_unit_id is not null and w.unit_id = any(v.path) order by p.number limit 1) end,
        case when f.kind = 'CONSULTATION' then (select min(o.created_at) from official_answer o where o.topic_id = w.topic_id) end
      ) as answered_at
    from w join f on f.id = w.topic_id join org_unit u on u.id = w.unit_id
  )
  insert into topic_concern (unit_id, topic_id, reason, opened_at, answered_at, answered, measured)
  select unit_id, topic_id, reason::"ConcernReason", created_at, answered_at, answered_at is not null, measured from heard
  on conflict (unit_id, topic_id) do update set reason = excluded.reason, answered_at = excluded.answered_at, answered = excluded.answered, measured = excluded.measured`

/** Gathers anew what these topics concern; as often as you like. `mentioned` are units named in them just now. */
export async function gatherConcerns(topicIds: readonly number[], mentioned: readonly number[] = []): Promise<void> {
  for (let at = 0; at < topicIds.length; at += 500) await sql('concerns-gather', gather, [topicIds.slice(at, at + 500), [...mentioned]])
}

/** Ids of the units a text calls by "@DLH" or "@dukcapil-capil": their codes. */
async function mentionedUnits(text: string): Promise<number[]> {
  const codes = [...new Set([...text.matchAll(/(?<![\p{L}\p{N}_])@([A-Za-z][A-Za-z0-9-]{1,40})/gu)].map(match => (match[1] ?? '').toUpperCase()))]
  if (codes.length === 0) return []
  return (await sql<{ id: number }>('units-mentioned', 'select id from org_unit where code = any($1) and valid_to is null', [codes])).map(row => row.id)
}

/** A reply changes what a topic concerns only when it speaks for a unit or calls one: the rest costs one look at all the posts that came together. */
async function hearPosts(postIds: readonly number[]): Promise<void> {
  const posts = await sql<{ thread_id: number; number: number; text: string | null; voiced: boolean }>('heard-posts',
    `select p.thread_id, p.number, case when p.text like '%@%' then p.text end as text, p.voice_unit_id is not null as voiced from post p join topic tp on tp.id = p.thread_id
      where p.id = any($1) and p.deleted_at is null and (p.number = 1 or p.voice_unit_id is not null or p.text like '%@%') order by p.id`, [[...postIds]])
  for (const post of posts) {
    const mentioned = post.text === null ? [] : await mentionedUnits(post.text)
    if (post.number === 1 || post.voiced || mentioned.length > 0) await gatherConcerns([post.thread_id], mentioned)
  }
}

const topicsOf = async (text: string, name: string, values: readonly unknown[]) => (await sql<{ id: number }>(name, text, values)).map(row => row.id)
const ofTopic = ({ payload: { topicId } }: { payload: { topicId: number } }) => gatherConcerns([topicId])
const ofThread = ({ payload: { threadId } }: { payload: { threadId: number } }) => gatherConcerns([threadId])
const ofPost = ({ payload: { postId } }: { payload: { postId: number } }) => hearPosts([postId])

/** Keeps the units' lists true to the facts. */
export const heardConsumer: Consumer = {
  name: 'heard',
  gather: 100,
  on: {
    'forum.topic.opened': ofTopic,
    'forum.topic.edited': ofTopic,
    'forum.topic.moved': ofTopic,
    'forum.official.answered': ofTopic,
    'forum.category.changed': async ({ payload: { categoryId } }) =>
      gatherConcerns(await topicsOf('select id from topic where category_id = $1', 'heard-of-category', [categoryId])),
    'forum.unit.tagsChanged': async ({ payload: { unitId, tags } }) =>
      gatherConcerns(await topicsOf('select id from topic where tags && $2::text[] union select topic_id from topic_concern where unit_id = $1', 'heard-of-tags', [unitId, tags])),
    'discussion.post.created': ofPost,
    'discussion.post.edited': ofPost,
    'discussion.post.deleted': ofThread,
    'discussion.post.restored': ofThread,
    'discussion.answer.accepted': ofThread,
    'discussion.answer.unaccepted': ofThread,
    'discussion.thread.changed': ofThread,
  },
  many: { 'discussion.post.created': events => hearPosts(events.filter(({ payload }) => (payload.kind ?? 'topic') === 'topic').map(({ payload }) => payload.postId)) },
}

/**
 * How long each unit took to a first answer: the median over the topics of the last twelve months that others asked it. What still waits counts with its
 * waiting so far, so that leaving the hard ones unanswered makes no unit look quick. Calendar time. For the hourly job.
 */
export async function measureAnswerTimes(): Promise<void> {
  await transaction(async tx => {
    await tx.$executeRaw`delete from unit_answer_time a where not exists (select 1 from topic_concern c where c.unit_id = a.unit_id and c.measured and c.opened_at > now() - interval '12 months')`
    await tx.$executeRaw`
      insert into unit_answer_time (unit_id, topics, answered, median_minutes, computed_at)
      select c.unit_id, count(*)::int, count(*) filter (where c.answered)::int,
        percentile_cont(0.5) within group (order by extract(epoch from coalesce(c.answered_at, now()) - c.opened_at) / 60)::int, now()
      from topic_concern c where c.measured and c.opened_at > now() - interval '12 months' group by c.unit_id
      on conflict (unit_id) do update set topics = excluded.topics, answered = excluded.answered, median_minutes = excluded.median_minutes, computed_at = excluded.computed_at`
  })
}

/** The tags a unit follows, in place of those it followed. For whoever speaks for it. @throws SignInNeeded, NotFound, Forbidden "officialOnly", Invalid beside `tags` */
export async function followTags(viewer: Viewer, { code, tags: typed }: { code: string; tags: string }): Promise<{ code: string }> {
  if (!isMember(viewer)) throw new SignInNeeded()
  if (!/^[\w .-]{1,60}$/.test(code)) throw new NotFound('unit')
  const [unit] = await sql<{ id: number; path: number[] }>('unit-of-code', 'select id, path from org_unit where code = $1 and valid_to is null', [code])
  if (!unit) throw new NotFound('unit')
  if (!speaksFor(viewer, unit)) throw new Forbidden('officialOnly')
  const parts = typed.split(/[,;\n#]/)
  if (parts.length > 40) throw new Invalid({ tags: ['kinds:errors.tagsFollowed'] })
  const tags = parts.flatMap(part => {
    const parsed = tagsSchema.safeParse(part)
    if (!parsed.success) throw new Invalid({ tags: parsed.error.issues.map(issue => issue.message) })
    return parsed.data
  })
  await transaction(async tx => {
    const before = await tx.unitTag.findMany({ where: { unitId: unit.id }, select: { tag: true } })
    await tx.unitTag.deleteMany({ where: { unitId: unit.id } })
    await tx.unitTag.createMany({ data: [...new Set(tags)].map(tag => ({ unitId: unit.id, tag })) })
    await recordEvent(tx, 'forum.unit.tagsChanged', { unitId: unit.id, tags: [...new Set([...before.map(row => row.tag), ...tags])] }, viewer.personId)
  })
  return { code }
}
