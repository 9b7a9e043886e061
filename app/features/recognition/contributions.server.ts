import '~/features/discussion/events'
import type { ThreadPlaces } from '~/features/discussion/notices.server'
import { ownersOfUnscoped } from '~/features/people/pseudonyms.server'
import { briefly, db, sql, transaction } from '~/platform/db/db.server'
import { recordEvent, type Consumer, type EventName, type RecordedEvent } from '~/platform/events/events.server'
import { badgeNames } from './badges'
import './events'
import { deedsFor, suffices } from './rows/deeds.server'

/** By kind of thread, what its tags are: the same reader that says where its posts are read. */
type Places = Readonly<Record<string, ThreadPlaces>>
/** Events of owning rooms after which the tags of a thread are others, and whose thread it is. */
export type Retagged = { [Name in EventName]?: (event: RecordedEvent<Name>) => number }

const BATCH = 500
/** How long, in ms, facts wait for others: sums on a profile may come a moment later, and a burst of replies is counted at once. */
const GATHER_MS = 150

/** Rows and sums of posts follow what stands now; whoever answered has no open invitation to it. */
const count = `
    with fresh as (
      select p.id as post_id, p.author_id as person_id, t.id as thread_id, t.label, array(select jsonb_array_elements_text($3::jsonb -> t.id::text)) as tags, p.number = 1 as opening,
        coalesce(t.accepted_number = p.number, false) as accepted, p.thanks_count as thanks, p.created_at
      from post p join thread t on t.id = p.thread_id where p.id = any($1::int[]) and t.id = any($2::int[]) and p.deleted_at is null and t.removed_at is null
    ), old as (
      select * from contribution where post_id = any($1::int[])
    ), diff as (
      select d.person_id, d.tag, sum(d.posts)::int as posts, sum(d.accepted)::int as accepted, sum(d.thanks)::int as thanks from (
        select person_id, unnest(array_append(tags, '')) as tag, 1 as posts, accepted::int as accepted, thanks from fresh
        union all select person_id, unnest(array_append(tags, '')), -1, -accepted::int, -thanks from old
      ) d group by d.person_id, d.tag having sum(d.posts) <> 0 or sum(d.accepted) <> 0 or sum(d.thanks) <> 0
    ), gone as (
      delete from contribution where post_id = any($1::int[]) and post_id not in (select post_id from fresh)
    ), kept as (
      insert into contribution (post_id, person_id, thread_id, label, tags, opening, accepted, thanks, created_at)
      select post_id, person_id, thread_id, label, tags, opening, accepted, thanks, created_at from fresh
      on conflict (post_id) do update set person_id = excluded.person_id, thread_id = excluded.thread_id, opening = excluded.opening, label = excluded.label, tags = excluded.tags, accepted = excluded.accepted, thanks = excluded.thanks
    ), answered as (
      update answer_invitation i set state = 'ANSWERED', closed_at = now() from unnest($4::int[], $5::int[]) as a(thread_id, person_id)
      where i.thread_id = a.thread_id and i.person_id = a.person_id and i.state = 'OPEN'
    )
    insert into contribution_total (person_id, tag, posts, accepted, thanks)
    select person_id, tag, posts, accepted, thanks from diff order by person_id, tag
    on conflict (person_id, tag) do update set posts = contribution_total.posts + excluded.posts, accepted = contribution_total.accepted + excluded.accepted,
      thanks = contribution_total.thanks + excluded.thanks`

/** Tags of threads as their rooms keep them; threads without a place are missing. Two statements for threads of one kind. */
async function tagsOf(places: Places, threadIds: readonly number[]): Promise<Map<number, string[]>> {
  const threads = await sql<{ id: number; kind: string }>('recognition-threads', 'select id, kind from thread where id = any($1)', [[...threadIds]])
  const found = new Map<number, string[]>()
  for (const kind of new Set(threads.map(thread => thread.kind))) {
    const placed = await places[kind]?.(threads.filter(thread => thread.kind === kind).map(thread => thread.id))
    for (const [id, place] of placed ?? []) found.set(id, place.tags.map(tag => tag.replace(/^tag:/, '')))
  }
  return found
}

interface Counted {
  threadId: number
  postId: number
}

/**
 * Counts posts anew. Says the same however often it runs: the sums move by the difference to the rows that were there, under a lock of each thread.
 * `answered`: who has written where, and needs no invitation to it any more.
 */
async function countPosts(places: Places, posts: readonly Counted[], answered: readonly { threadId: number; authorId: number }[] = []): Promise<void> {
  const tags = await tagsOf(places, [...new Set(posts.map(post => post.threadId))])
  const counted = posts.filter(post => tags.has(post.threadId))
  if (counted.length === 0 && answered.length === 0) return
  const threadIds = [...tags.keys()]
  const locks = `select pg_advisory_xact_lock(hashtext('contribution'), x.id) from (select unnest('{${threadIds.join()}}'::int[]) as id order by 1) x`
  await briefly(locks, client => client.query({
    name: 'contributions-count', text: count,
    values: [counted.map(post => post.postId), threadIds, JSON.stringify(Object.fromEntries(tags)), answered.map(one => one.threadId), answered.map(one => one.authorId)],
  }))
}

/** The whole thread, some hundred posts at a time. */
async function countThread(places: Places, threadId: number): Promise<void> {
  for (let after = 0; ;) {
    const rows = await sql<{ id: number }>('recognition-posts', `select id from post where thread_id = $1 and id > $2 order by id limit ${BATCH}`, [threadId, after])
    if (rows.length > 0) await countPosts(places, rows.map(row => ({ threadId, postId: row.id })))
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.id
  }
}

const stale = `select 1 from thread t where t.id = $1 and (
  (t.removed_at is not null and exists (select 1 from contribution c where c.thread_id = t.id))
  or (t.removed_at is null and exists (select 1 from post p where p.thread_id = t.id and p.deleted_at is null and not exists (select 1 from contribution c where c.post_id = p.id)))
  or exists (select 1 from contribution c where c.thread_id = t.id and c.opening and c.label <> t.label))`

/** New badges of a person, each told once. A name somebody writes under has none: it has no page to show them. */
async function award(personId: number): Promise<void> {
  if ((await ownersOfUnscoped([personId])).has(personId)) return
  const had = new Set((await db.badgeAward.findMany({ where: { personId }, select: { badge: true } })).map(row => row.badge))
  const open = badgeNames.filter(badge => !had.has(badge))
  if (open.length === 0) return
  await transaction(async tx => {
    for (const badge of open) {
      const deeds = await deedsFor(tx, badge, personId)
      if (!suffices(badge, deeds)) continue
      const { count: made } = await tx.badgeAward.createMany({ data: [{ personId, badge, deeds }], skipDuplicates: true })
      if (made > 0) await recordEvent(tx, 'recognition.badge.earned', { personId, badge }, null)
    }
  })
}

/** Deeds were deleted, or their thread taken away: the badge rests on others now, or goes, and its owner is told. Nothing else ever takes one away. */
async function reconsider(personId: number, gone: readonly number[]): Promise<void> {
  const resting = await db.badgeAward.findMany({ where: { personId, deeds: { hasSome: [...gone] } } })
  if (resting.length === 0) return
  await transaction(async tx => {
    for (const { badge, deeds } of resting) {
      const name = badgeNames.find(one => one === badge)
      const left = name ? await deedsFor(tx, name, personId) : []
      const others = deeds.filter(one => !gone.includes(one))
      const standing = name && suffices(name, left) ? left : name && suffices(name, [...new Set([...others, ...left])]) ? [...new Set([...others, ...left])] : null
      if (standing) await tx.badgeAward.update({ where: { personId_badge: { personId, badge } }, data: { deeds: standing } })
      else if ((await tx.badgeAward.deleteMany({ where: { personId, badge } })).count > 0) await recordEvent(tx, 'recognition.badge.gone', { personId, badge }, null)
    }
  })
}

/** A thread went from everywhere, or came back: badges that rested on its posts go with it, and are earned again. */
async function threadChanged(places: Places, threadId: number): Promise<void> {
  if ((await sql('recognition-stale', stale, [threadId])).length === 0) return
  const before = await db.contribution.findMany({ where: { threadId }, select: { personId: true, postId: true } })
  await countThread(places, threadId)
  const standing = await db.contribution.findMany({ where: { threadId }, select: { personId: true, postId: true } })
  const stands = new Set(standing.map(row => row.postId))
  const gone = new Map<number, number[]>()
  for (const { personId, postId } of before) if (!stands.has(postId)) gone.set(personId, [...(gone.get(personId) ?? []), postId])
  for (const [personId, posts] of gone) await reconsider(personId, posts)
  if (before.length < standing.length) for (const personId of new Set(standing.map(row => row.personId))) await award(personId)
}

/** Keeps contributions, badges and open invitations true. Runs again without harm. */
export function recognitionConsumer(places: Places, retagged: Retagged): Consumer {
  const one = ({ payload }: { payload: Counted }) => countPosts(places, [payload])
  const created = (events: readonly RecordedEvent<'discussion.post.created'>[]) => countPosts(places, events.map(event => event.payload), events.map(event => event.payload))
  const accepted = async ({ payload }: RecordedEvent<'discussion.answer.accepted' | 'discussion.answer.unaccepted'>) => {
    // accepting another answer moves the mark without a word about the earlier one
    const before = await db.contribution.findMany({ where: { threadId: payload.threadId, accepted: true }, select: { postId: true } })
    await countPosts(places, [...new Set([payload.postId, ...before.map(row => row.postId)])].map(postId => ({ threadId: payload.threadId, postId })))
  }
  const whole = Object.fromEntries(Object.entries(retagged).map(([name, threadOf]) => [name, (event: RecordedEvent) => countThread(places, (threadOf as (event: RecordedEvent) => number)(event))]))
  return {
    name: 'recognition',
    gather: GATHER_MS,
    many: { 'discussion.post.created': created },
    on: {
      ...whole as Consumer['on'],
      'discussion.post.created': event => created([event]),
      'discussion.post.restored': async event => {
        await one(event)
        await award(event.payload.authorId)
      },
      'discussion.post.deleted': async event => {
        await one(event)
        await reconsider(event.payload.authorId, [event.payload.postId])
      },
      'discussion.reaction.changed': async event => {
        if (event.payload.kind !== 'THANKS') return
        await one(event)
        if (event.payload.on) await award(event.payload.authorId)
      },
      'discussion.answer.accepted': async event => {
        await accepted(event)
        await award(event.payload.authorId)
      },
      'discussion.answer.unaccepted': accepted,
      'discussion.thread.changed': ({ payload }) => threadChanged(places, payload.threadId),
      // their tags are those of where they stand now
      'discussion.posts.moved': ({ payload }) => countThread(places, payload.toThreadId),
    },
  }
}
