import { judge, type Words } from '~/features/moderation/gate.server'
import { moveUploads } from '~/features/uploads/uploads.server'
import type { Speaking } from '~/features/people/voices'
import type { Tx } from '~/platform/db/db.server'
import { recordEvent } from '~/platform/events/events.server'
import type { Member } from '~/platform/viewer'
import { AlreadyWritten, insertPost } from './rows/insert.server'
import { writingHistory } from './rows/history.server'
import { findHeldByKey, holdBack } from './rows/hold.server'
import './events'
import type { Content } from './written.server'

export { AlreadyWritten } from './rows/insert.server'

/**
 * For rooms whose nouns carry a conversation. They decide who may; these run inside their own transaction and ask no policy.
 */
export interface NewThread {
  /** the noun it belongs to, e.g. "topic" */
  kind: string
  /** key of the list it stands in, e.g. "category:5" */
  shelf: string
  /** audience token of those who may read */
  audience: string
  /** one post may be accepted as the answer */
  answerable: boolean
  content: Content
  clientKey: string
  /** the draft that becomes the opening post */
  draftPlace: string
  /** what sort of thing it is to the owning room: lists filter by it */
  label?: string
  /** audience tokens of those who may reply; none: all who read */
  repliers?: readonly string[]
  /** nobody replies from then on */
  closesAt?: Date | null
  /** the unit the opening post speaks for */
  voice?: Speaking | null
  /** id of the name the author writes under here */
  shownAs?: number | null
  /** false: read by its address only (default true) */
  listed?: boolean
}

/** Opens a thread with its post number 1. @throws AlreadyWritten when this author has used the clientKey: undo, and answer with what was made then */
export async function openThread(tx: Tx, author: Member, given: NewThread): Promise<{ threadId: number; postId: number }> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    insert into thread (kind, shelf, audience, answerable, label, repliers, closes_at, listed, author_id, last_author_id)
    values (${given.kind}::text, ${given.shelf}::text, ${given.audience}::text, ${given.answerable}::boolean, ${given.label ?? ''}::text, ${[...(given.repliers ?? [])]}::text[],
      ${given.closesAt ?? null}::timestamptz, ${given.listed ?? true}::boolean, ${given.shownAs ?? author.personId}::int, ${given.shownAs ?? author.personId}::int) returning id`
  if (!row) throw new Error('no thread was made')
  const post = await insertPost(tx, author, {
    threadId: row.id, replyTo: null, content: given.content, clientKey: given.clientKey, draftPlace: given.draftPlace, voice: given.voice ?? null, shownAs: given.shownAs ?? null,
  })
  if (!post) throw new AlreadyWritten()
  return { threadId: row.id, postId: post.id }
}

/** A thread nobody has written in yet, for a noun that stands without one. `ownerId` is as if they had opened it. */
export async function openEmptyThread(tx: Tx, given: Pick<NewThread, 'kind' | 'shelf' | 'audience'> & { ownerId: number }): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    insert into thread (kind, shelf, audience, answerable, label, repliers, listed, author_id, last_author_id)
    values (${given.kind}::text, ${given.shelf}::text, ${given.audience}::text, false, '', '{}'::text[], true, ${given.ownerId}::int, null) returning id`
  if (!row) throw new Error('no thread was made')
  return row.id
}

export interface NewOpening {
  /** under a name of the thread */
  masked?: boolean
  kind: string
  shelf: string
  audience: string
  title: string
  content: Content
  /** what stands beside the opening post: tags, parts of the kind, a poll */
  also?: readonly Words[]
  /** whatever the owning room needs to open it later */
  opening: object
  clientKey: string
  draftPlaces: readonly string[]
}

/** Asked before a thread is opened. @returns what was held back instead, or null when it may stand. @throws TooMany, Invalid beside `markdown` */
export async function judgeOpening(author: Member, given: NewOpening): Promise<{ id: number; repeated: boolean } | null> {
  const earlier = await findHeldByKey(author, given.clientKey)
  if (earlier) return { id: earlier, repeated: true }
  const { content, shelf, audience, title, also = [] } = given
  const hold = await judge({ author, shelf, audience, title, also, html: content.html, text: content.text, history: () => writingHistory(author.personId, content.text) })
  return hold ? holdBack(author, { ...given, threadId: null, replyTo: null }, hold) : null
}

export interface ThreadChange {
  locked?: boolean
  answerable?: boolean
  label?: string
  repliers?: readonly string[]
  closesAt?: Date | null
  /** with the audience of the new shelf */
  shelf?: { key: string; audience: string }
  /** in lists, feeds and search, or read by its address only */
  listed?: boolean
  /** minutes between two posts of one person, 0 to 10,080; 0: as its shelf says */
  slowMinutes?: number
  /** gone from everywhere, or back */
  removed?: boolean
}

/** A thread that takes no answer any more loses the one it had. */
export async function changeThread(tx: Tx, actor: Pick<Member, 'personId'>, threadId: number, change: ThreadChange): Promise<void> {
  if (change.locked !== undefined)
    await tx.$executeRaw`update thread set locked_at = case when ${change.locked}::boolean then coalesce(locked_at, now()) end where id = ${threadId}::int`
  if (change.answerable !== undefined)
    await tx.$executeRaw`
      update thread set answerable = ${change.answerable}::boolean,
        accepted_number = case when ${change.answerable}::boolean then accepted_number end,
        accepted_by_id = case when ${change.answerable}::boolean then accepted_by_id end,
        accepted_at = case when ${change.answerable}::boolean then accepted_at end
      where id = ${threadId}::int`
  if (change.label !== undefined) await tx.thread.update({ where: { id: threadId }, data: { label: change.label } })
  if (change.repliers !== undefined) await tx.thread.update({ where: { id: threadId }, data: { repliers: [...change.repliers] } })
  if (change.closesAt !== undefined) await tx.thread.update({ where: { id: threadId }, data: { closesAt: change.closesAt } })
  if (change.listed !== undefined) await tx.thread.update({ where: { id: threadId }, data: { listed: change.listed } })
  if (change.slowMinutes !== undefined) await tx.thread.update({ where: { id: threadId }, data: { slowMinutes: change.slowMinutes } })
  if (change.removed !== undefined) await tx.thread.update({ where: { id: threadId }, data: { removedAt: change.removed ? new Date() : null } })
  if (change.shelf !== undefined) {
    await tx.thread.update({ where: { id: threadId }, data: { shelf: change.shelf.key, audience: change.shelf.audience } })
    await moveFiles(tx, [threadId], change.shelf.audience)
  }
  await recordEvent(tx, 'discussion.thread.changed', { threadId }, actor.personId)
}

/** All threads of a shelf, with their files, get other readers. The owning room records what happened. */
export async function changeShelfAudience(tx: Tx, shelf: string, audience: string): Promise<void> {
  const changed = await tx.$queryRaw<{ id: number }[]>`update thread set audience = ${audience}::text where shelf = ${shelf}::text and audience <> ${audience}::text returning id`
  await moveFiles(tx, changed.map(thread => thread.id), audience)
}

/** Only posts that show files are asked for: few of the many. */
async function moveFiles(tx: Tx, threadIds: number[], audience: string): Promise<void> {
  if (threadIds.length === 0) return
  const posts = await tx.$queryRaw<{ id: number }[]>`
    select id from post where thread_id = any(${threadIds}::int[]) and deleted_at is null and html like '%/berkas/%'`
  for (let at = 0; at < posts.length; at += 1_000) await moveUploads(tx, posts.slice(at, at + 1_000).map(post => `post:${post.id}`), audience)
}
