import { moveUploads } from '~/features/uploads/uploads.server'
import { sql, type Tx } from '~/platform/db/db.server'
import { Conflict } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member, Viewer } from '~/platform/viewer'
import './events'

/** For rooms that part and join the threads of their nouns. They decide who may; these run inside their transaction and ask no policy. */

/** Most posts that go in one act. */
export const MOST_MOVED = 20_000

interface Going {
  id: number
  number: number
  author_id: number
  reply_to: number | null
  created_at: Date
  accepted: boolean
}

/** An empty thread on the shelf of another, for posts that will stand in it. @returns its id */
export async function splitThread(tx: Tx, fromThreadId: number, firstPostId: number, answerable: boolean, label: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    insert into thread (kind, shelf, audience, answerable, label, listed, slow_minutes, author_id, last_author_id, created_at)
    select t.kind, t.shelf, t.audience, ${answerable}::boolean, ${label}::text, t.listed, t.slow_minutes, p.author_id, p.author_id, p.created_at
    from thread t join post p on p.thread_id = t.id where t.id = ${fromThreadId}::int and p.id = ${firstPostId}::int returning id`
  if (!row) throw new Conflict('generic')
  return row.id
}

async function recount(tx: Tx, threadId: number): Promise<void> {
  await tx.$executeRaw`
    update thread t set post_count = f.count, last_number = greatest(t.last_number, f.last), voiced_at = f.voiced,
      last_post_at = coalesce(l.created_at, t.created_at), last_author_id = coalesce(l.author_id, t.author_id)
    from (select count(*) filter (where deleted_at is null)::int as count, coalesce(max(number), 0) as last,
        min(created_at) filter (where deleted_at is null and voice_unit_id is not null) as voiced from post where thread_id = ${threadId}::int) f
      left join lateral (select created_at, author_id from post where thread_id = ${threadId}::int and deleted_at is null order by created_at desc, number desc limit 1) l on true
    where t.id = ${threadId}::int`
}

/** Everybody has read of the new thread what they had read of the old one. */
async function keepReading(tx: Tx, fromId: number, toId: number, old: readonly number[]): Promise<void> {
  await tx.$executeRaw`
    insert into read_position (person_id, thread_id, number)
    select r.person_id, ${toId}::int, (select count(*)::int from unnest(${[...old]}::int[]) as o(number) where o.number <= r.number)
    from read_position r where r.thread_id = ${fromId}::int and r.number >= ${Math.min(...old)}::int
    on conflict (person_id, thread_id) do nothing`
}

/**
 * Posts go into another thread, in their order, behind what stands there; a post that came from there takes its old number again. Where each of
 * them stood a note keeps the number and leads to it, so every address of a post stays true. Notes themselves do not go.
 * @param postIds of the thread they leave; null: all of them
 * @returns how many went
 */
export async function movePosts(tx: Tx, actor: Pick<Member, 'personId'>, given: { fromThreadId: number; toThreadId: number; postIds: readonly number[] | null }): Promise<number> {
  const { fromThreadId: from, toThreadId: to } = given
  const threads = await tx.$queryRaw<{ id: number; last_number: number; audience: string }[]>`
    select id, last_number, audience from thread where id in (${from}::int, ${to}::int) order by id for update`
  const target = threads.find(thread => thread.id === to)
  if (!target || threads.length !== 2) throw new Conflict('generic')
  const going = await tx.$queryRaw<Going[]>`
    select p.id, p.number, p.author_id, p.reply_to, p.created_at, t.accepted_number = p.number as accepted from post p join thread t on t.id = p.thread_id
    where p.thread_id = ${from}::int and p.moved_to is null and (${given.postIds === null}::boolean or p.id = any(${[...(given.postIds ?? [])]}::int[])) order by p.number limit ${MOST_MOVED}::int`
  if (going.length === 0) return 0
  const homes = await tx.$queryRaw<{ number: number; moved_to: number; reply_to: number | null }[]>`
    delete from post where thread_id = ${to}::int and moved_to = any(${going.map(post => post.id)}::int[]) returning number, moved_to, reply_to`
  const home = new Map(homes.map(note => [note.moved_to, note]))
  let last = target.last_number
  const placed = going.map(post => ({ ...post, there: home.get(post.id)?.number ?? (last += 1) }))
  const numbers = new Map(placed.map(post => [post.number, post.there]))
  const answers = placed.map(post => home.get(post.id)?.reply_to ?? (post.reply_to === null ? null : (numbers.get(post.reply_to) ?? null)))
  await tx.$executeRaw`
    update post p set thread_id = ${to}::int, number = g.there, reply_to = g.answers
    from unnest(${placed.map(post => post.id)}::int[], ${placed.map(post => post.there)}::int[], ${answers}::int[]) as g(id, there, answers) where p.id = g.id`
  await tx.$executeRaw`
    insert into post (thread_id, number, author_id, reply_to, html, text, created_at, deleted_at, deleted_by, moved_to)
    select ${from}::int, g.number, g.author_id, g.reply_to, '', '', g.created_at, now(), 'moved', g.id
    from unnest(${placed.map(post => post.number)}::int[], ${placed.map(post => post.author_id)}::int[], ${placed.map(post => post.reply_to)}::int[],
      ${placed.map(post => post.created_at.toISOString())}::timestamptz[], ${placed.map(post => post.id)}::int[]) as g(number, author_id, reply_to, created_at, id)`
  if (target.last_number === 0) await keepReading(tx, from, to, placed.map(post => post.number))
  const chosen = going.find(post => post.accepted)
  if (chosen) {
    await tx.thread.update({ where: { id: from }, data: { acceptedNumber: null, acceptedById: null, acceptedAt: null } })
    await recordEvent(tx, 'discussion.answer.unaccepted', { threadId: from, postId: chosen.id, number: chosen.number, authorId: chosen.author_id }, actor.personId)
  }
  await recount(tx, from)
  await recount(tx, to)
  for (let at = 0; at < placed.length; at += 1_000) await moveUploads(tx, placed.slice(at, at + 1_000).map(post => `post:${post.id}`), target.audience)
  await recordEvent(tx, 'discussion.posts.moved', { fromThreadId: from, toThreadId: to, count: placed.length }, actor.personId)
  return placed.length
}

/** Ids of the posts that went from one thread into another and still stand there. */
export async function listMovedUnscoped(tx: Tx, fromThreadId: number, toThreadId: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    select p.id from post n join post p on p.id = n.moved_to where n.thread_id = ${fromThreadId}::int and p.thread_id = ${toThreadId}::int order by p.number`
  return rows.map(row => row.id)
}

/** Where the post of an old address stands now; null where nothing left that place or the viewer may not read the new one. */
export async function findMovedPost(viewer: Viewer, threadId: number, number: number): Promise<{ threadId: number; number: number } | null> {
  const [row] = await sql<{ threadId: number; number: number }>('post-moved', `select p.thread_id as "threadId", p.number from post n join post p on p.id = n.moved_to join thread t on t.id = p.thread_id
    where n.thread_id = $1 and n.number = $2 and t.audience = any($3) and t.removed_at is null`, [threadId, number, viewer.audiences])
  return row ?? null
}
