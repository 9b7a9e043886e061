import { attachUploads, detachUploads } from '~/features/uploads/uploads.server'
import type { Tx } from '~/platform/db/db.server'
import { Invalid } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member } from '~/platform/viewer'
import '../events'
import { contentOf } from '../written.server'

/** Replies lock the thread before anything else; so does this, and no two wait for each other. Then counters follow the standing posts. */
async function recount(tx: Tx, threadId: number, by: 1 | -1): Promise<void> {
  await tx.$executeRaw`
    update thread t set post_count = post_count + ${by}::int,
      last_post_at = coalesce((select p.created_at from post p where p.thread_id = t.id and p.deleted_at is null order by p.number desc limit 1), t.created_at),
      voiced_at = case when ${by}::int < 0 and t.voiced_at is null then null
        else (select p.created_at from post p where p.thread_id = t.id and p.deleted_at is null and p.voice_unit_id is not null order by p.number limit 1) end,
      last_author_id = coalesce((select p.author_id from post p where p.thread_id = t.id and p.deleted_at is null order by p.number desc limit 1), t.author_id)
    where id = ${threadId}::int`
}

export interface PostFact {
  threadId: number
  postId: number
  number: number
  authorId: number
}

/** Inside a transaction, without asking a policy. @returns false when it was gone already */
export async function markDeleted(tx: Tx, member: Member, fact: PostFact, by: 'author' | 'moderator', reason: string | null = null): Promise<boolean> {
  const { threadId, postId } = fact
  const [locked] = await tx.$queryRaw<{ accepted: number | null }[]>`select accepted_number as accepted from thread where id = ${threadId}::int for update`
  const deleted = await tx.$executeRaw`update post set deleted_at = now(), deleted_by = ${by}::text, deleted_reason = ${reason}::text where id = ${postId}::int and deleted_at is null`
  if (deleted === 0) return false
  await recount(tx, threadId, -1)
  await detachUploads(tx, `post:${postId}`)
  if (locked?.accepted === fact.number) {
    await tx.thread.update({ where: { id: threadId }, data: { acceptedNumber: null, acceptedById: null, acceptedAt: null } })
    await recordEvent(tx, 'discussion.answer.unaccepted', fact, member.personId)
  }
  await recordEvent(tx, 'discussion.post.deleted', { ...fact, by }, member.personId)
  return true
}

/** Files whose time ran out meanwhile stay away; the rest opens again. */
async function attachWhatIsLeft(tx: Tx, postId: number, authorId: number, audience: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ doc: unknown }[]>`select r.doc from post p join post_revision r on r.post_id = p.id and r.revision = p.revision where p.id = ${postId}::int`
  const wanted = row ? contentOf({ doc: row.doc }).uploads : []
  let slugs: string[] = []
  for (const slug of wanted) {
    try {
      await attachUploads(tx, { slugs: [...slugs, slug], usedBy: `post:${postId}`, audience, ownerId: authorId, audiences: [audience, 'public'] })
      slugs = [...slugs, slug]
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
    }
  }
}

/** Inside a transaction, without asking a policy. @returns false when it stood already */
export async function unmarkDeleted(tx: Tx, member: Member, fact: PostFact, audience: string): Promise<boolean> {
  await tx.$executeRaw`select 1 from thread where id = ${fact.threadId}::int for update`
  const restored = await tx.$executeRaw`update post set deleted_at = null, deleted_by = null, deleted_reason = null where id = ${fact.postId}::int and deleted_at is not null`
  if (restored === 0) return false
  await recount(tx, fact.threadId, 1)
  await attachWhatIsLeft(tx, fact.postId, fact.authorId, audience)
  await recordEvent(tx, 'discussion.post.restored', fact, member.personId)
  return true
}
