import { attachUploads, detachUploads } from '~/features/uploads/uploads.server'
import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Invalid } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Viewer } from '~/platform/viewer'
import { AlreadyWritten, insertPost } from './rows/insert.server'
import { asMember, refuse } from './rows/member.server'
import { reachForReply, reachPost, type Repeated } from './rows/reach.server'
import './events'
import { canDelete, canEdit, canModerate, canReply, canRestore } from './policy'
import { contentOf, type Written } from './written.server'

export interface ReplyInput {
  threadId: number
  written: Written
  /** number of the post it answers; one that does not exist is forgotten */
  replyTo?: number | null
  /** made by the page for one press of "send", 8 to 64 characters; a second arrival gives the same post */
  clientKey: string
}

export type MadePost = Repeated & { repeated: boolean }

/** @throws NotFound, SignInNeeded, Forbidden, Conflict "locked", Invalid beside `markdown` */
export async function reply(viewer: Viewer, input: ReplyInput): Promise<MadePost> {
  const author = asMember(viewer)
  const { thread, repeated } = await reachForReply(author, input.threadId, input.clientKey)
  if (repeated) return { ...repeated, repeated: true }
  if (!canReply(author, thread)) refuse(author, thread)
  const content = contentOf(input.written)
  try {
    const made = await transaction(tx => insertPost(tx, author, {
      threadId: thread.id, replyTo: input.replyTo ?? null, content, clientKey: input.clientKey, draftPlace: `thread:${thread.id}`,
    }))
    if (!made) throw new Conflict('locked')
    return { id: made.id, threadId: thread.id, number: made.number, repeated: false }
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error
    const earlier = await reachForReply(author, input.threadId, input.clientKey)
    if (!earlier.repeated) throw error
    return { ...earlier.repeated, repeated: true }
  }
}

/** The newest version's mentions, so that an edit tells only those who are new in it. */
async function mentionedBefore(postId: number): Promise<Set<number>> {
  const [row] = await sql<{ doc: unknown }>('post-mentions', 'select r.doc from post p join post_revision r on r.post_id = p.id and r.revision = p.revision where p.id = $1', [postId])
  return new Set(row ? contentOf({ doc: row.doc }).mentions : [])
}

export interface EditInput {
  postId: number
  /** the version the writer began from */
  revision: number
  written: Written
}

/**
 * Keeps every version. Saving without a change makes none.
 * @throws Conflict "revision" when another save was faster, "locked"; NotFound, Forbidden, Invalid
 */
export async function editPost(viewer: Viewer, input: EditInput): Promise<{ threadId: number; number: number; revision: number }> {
  const editor = asMember(viewer)
  const { thread, post } = await reachPost(editor, input.postId)
  if (!canEdit(editor, thread, post)) refuse(editor, thread)
  if ((post.revision ?? 1) !== input.revision) throw new Conflict('revision')
  const content = contentOf(input.written)
  const place = `post:${post.id}`
  if (content.html === post.html) {
    await sql('draft-of-unchanged', 'delete from draft where person_id = $1 and place = $2', [editor.personId, place])
    return { threadId: thread.id, number: post.number, revision: input.revision }
  }
  const before = await mentionedBefore(post.id)
  return transaction(async tx => {
    const changed = await tx.$executeRaw`
      with changed as (
        update post set html = ${content.html}::text, text = ${content.text}::text, renderer = ${content.renderer}::int, revision = revision + 1, edited_at = now()
        where id = ${post.id}::int and revision = ${input.revision}::int and deleted_at is null returning id, revision
      )
      insert into post_revision (post_id, revision, doc, text, editor_id)
      select id, revision, ${JSON.stringify(content.doc)}::jsonb, ${content.text}::text, ${editor.personId}::int from changed`
    if (changed === 0) throw new Conflict('revision')
    await tx.draft.deleteMany({ where: { personId: editor.personId, place } })
    await attachUploads(tx, { slugs: content.uploads, usedBy: place, audience: thread.audience, ownerId: editor.personId, audiences: editor.audiences })
    const revision = input.revision + 1
    await recordEvent(tx, 'discussion.post.edited', {
      threadId: thread.id, postId: post.id, number: post.number, authorId: post.authorId, revision, mentions: content.mentions.filter(id => !before.has(id)),
    }, editor.personId)
    return { threadId: thread.id, number: post.number, revision }
  })
}

export interface PostPlace {
  threadId: number
  number: number
}

export interface PostPlace {
  threadId: number
  number: number
}

/** Replies lock the thread before anything else; so does this, and no two wait for each other. Then counters follow the standing posts. */
async function recount(tx: Tx, threadId: number, by: 1 | -1): Promise<void> {
  await tx.$executeRaw`
    update thread t set post_count = post_count + ${by}::int,
      last_post_at = coalesce((select p.created_at from post p where p.thread_id = t.id and p.deleted_at is null order by p.number desc limit 1), t.created_at),
      last_author_id = coalesce((select p.author_id from post p where p.thread_id = t.id and p.deleted_at is null order by p.number desc limit 1), t.author_id)
    where id = ${threadId}::int`
}

/** A note with its number stays; its files close; an accepted answer is one no longer. Deleting twice is deleting once. @throws NotFound, Forbidden, Conflict "locked" */
export async function deletePost(viewer: Viewer, { postId }: { postId: number }): Promise<PostPlace> {
  const member = asMember(viewer)
  const { thread, post } = await reachPost(member, postId)
  const place = { threadId: thread.id, number: post.number }
  if (post.deleted && (post.authorId === member.personId || canModerate(member, thread))) return place
  if (!canDelete(member, thread, post)) refuse(member, thread)
  const by = post.authorId === member.personId ? 'author' : 'moderator'
  return transaction(async tx => {
    const [locked] = await tx.$queryRaw<{ accepted: number | null }[]>`select accepted_number as accepted from thread where id = ${thread.id}::int for update`
    const deleted = await tx.$executeRaw`update post set deleted_at = now(), deleted_by = ${by}::text where id = ${post.id}::int and deleted_at is null`
    if (deleted === 0) return place
    await recount(tx, thread.id, -1)
    await detachUploads(tx, `post:${post.id}`)
    const fact = { threadId: thread.id, postId: post.id, number: post.number, authorId: post.authorId }
    if (locked?.accepted === post.number) {
      await tx.thread.update({ where: { id: thread.id }, data: { acceptedNumber: null, acceptedById: null, acceptedAt: null } })
      await recordEvent(tx, 'discussion.answer.unaccepted', fact, member.personId)
    }
    await recordEvent(tx, 'discussion.post.deleted', { ...fact, by }, member.personId)
    return place
  })
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

/** Restoring what stands changes nothing. @throws NotFound, Forbidden (after 30 days, or what a moderator deleted), Conflict "locked" */
export async function restorePost(viewer: Viewer, { postId }: { postId: number }): Promise<PostPlace> {
  const member = asMember(viewer)
  const { thread, post } = await reachPost(member, postId)
  const place = { threadId: thread.id, number: post.number }
  if (!post.deleted && (post.authorId === member.personId || canModerate(member, thread))) return place
  if (!canRestore(member, thread, post)) refuse(member, thread)
  return transaction(async tx => {
    await tx.$executeRaw`select 1 from thread where id = ${thread.id}::int for update`
    const restored = await tx.$executeRaw`update post set deleted_at = null, deleted_by = null where id = ${post.id}::int and deleted_at is not null`
    if (restored === 0) return place
    await recount(tx, thread.id, 1)
    await attachWhatIsLeft(tx, post.id, post.authorId, thread.audience)
    await recordEvent(tx, 'discussion.post.restored', { threadId: thread.id, postId: post.id, number: post.number, authorId: post.authorId }, member.personId)
    return place
  })
}
