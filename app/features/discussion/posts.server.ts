import { judge, judgeEdit, putBefore } from '~/features/moderation/gate.server'
import { pseudonymIn, pseudonymMade } from '~/features/people/pseudonyms.server'
import { voiceOf } from '~/features/people/voices.server'
import { attachUploads } from '~/features/uploads/uploads.server'
import { sql, transaction } from '~/platform/db/db.server'
import { Conflict, Forbidden } from '~/platform/errors'
import { recordEvent, tellsHere } from '~/platform/events/events.server'
import { isSelf, shownAs, type Viewer } from '~/platform/viewer'
import { writingHistory } from './rows/history.server'
import { holdBack } from './rows/hold.server'
import { AlreadyWritten, insertPost, insertPostAlone, type NewPost } from './rows/insert.server'
import { markDeleted, unmarkDeleted } from './rows/delete.server'
import { asMember, refuse } from './rows/member.server'
import { justWritten } from './rows/just-written'
import { reachForReply, reachPost, selvesOf, type Repeated } from './rows/reach.server'
import './events'
import { canDelete, canEdit, canMask, canModerate, canReply, canRestore } from './policy'
import { keepLivePost } from './live-post.server'
import { keepPace } from './pace.server'
import type { LivePost } from './views'
import { contentOf, firstWords, type Content, type Written } from './written.server'

export interface ReplyInput {
  threadId: number
  written: Written
  /** number of the post it answers; one that does not exist is forgotten */
  replyTo?: number | null
  /** made by the page for one press of "send", 8 to 64 characters; a second arrival gives the same post */
  clientKey: string
  /** under the author's name of this thread, where its shelf allows that; nobody then speaks for a unit */
  masked?: boolean
  /** id of the unit the author wants to speak for */
  voiceUnitId?: number | null
}

/** `held`: it waits for a moderator, `id` is that of what waits, and it has no number yet (0). `seen`: the post as everybody sees it, where it is in hand. */
export type MadePost = Repeated & { repeated: boolean; held?: true; seen?: Pick<LivePost, 'post' | 'author'> }

/** The text's own mistakes count only for who may write here at all. */
function tryContent(written: Written): () => Content {
  try {
    const content = contentOf(written)
    return () => content
  } catch (error) {
    return () => { throw error }
  }
}

/** @throws NotFound, SignInNeeded, Forbidden ("voice" for a unit one does not speak for), Conflict "locked", Invalid beside `markdown`, TooMany also in slow mode */
export async function reply(viewer: Viewer, input: ReplyInput): Promise<MadePost> {
  const author = asMember(viewer)
  const voiceUnitId = input.masked ? null : (input.voiceUnitId ?? null)
  const asked = { threadId: input.threadId, clientKey: input.clientKey, voiceUnitId }
  const reaching = reachForReply(author, asked)
  const textOf = tryContent(input.written) // while the database looks
  const reached = await reaching
  const { thread, repeated, heldId, slowMinutes, masks } = reached
  if (repeated) return { ...repeated, repeated: true }
  if (heldId) return { id: heldId, threadId: thread.id, number: 0, repeated: true, held: true }
  if (!canReply(author, thread)) refuse(author, thread)
  if (input.masked && !canMask(author, masks)) throw new Forbidden('noPseudonym')
  const voice = await voiceOf(author, voiceUnitId)
  const content = textOf()
  const hold = await judge({ author, shelf: thread.shelf, audience: thread.audience, html: content.html, text: content.text, history: () => writingHistory(author.personId, content.text) })
  if (hold) {
    const held = await holdBack(author, {
      threadId: thread.id, kind: thread.kind, shelf: thread.shelf, audience: thread.audience, replyTo: input.replyTo ?? null, title: firstWords(content.text), opening: voice ? { voiceUnitId: voice.unitId } : null, content,
      masked: input.masked ?? false, clientKey: input.clientKey, draftPlaces: [`thread:${thread.id}`],
    }, hold)
    return { ...held, threadId: thread.id, number: 0, held: true }
  }
  const post: NewPost = { threadId: thread.id, replyTo: input.replyTo ?? null, content, clientKey: input.clientKey, draftPlace: `thread:${thread.id}`, voice }
  const paced = slowMinutes > 0 && !canModerate(author, thread)
  try {
    if (tellsHere() && !paced && !input.masked && content.uploads.length === 0) {
      let seen: LivePost | undefined
      const made = await insertPostAlone(author, post, (factId, inserted) => {
        seen = justWritten(reached, post, inserted)
        keepLivePost(factId, seen)
      })
      if (!made) throw new Conflict('locked')
      return { id: made.id, threadId: thread.id, number: made.number, repeated: false, ...(seen ? { seen: { post: seen.post, author: seen.author } } : {}) }
    }
    const made = await transaction(async tx => {
      if (paced) await keepPace(tx, { threadId: thread.id, minutes: slowMinutes, selves: selvesOf(author) })
      return insertPost(tx, author, { ...post, shownAs: input.masked ? await pseudonymIn(tx, author, thread.id) : null })
    })
    if (input.masked) await pseudonymMade(author)
    if (!made) throw new Conflict('locked')
    return { id: made.id, threadId: thread.id, number: made.number, repeated: false }
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error
    const earlier = await reachForReply(author, asked)
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
  const as = shownAs(editor, post.authorId)
  const content = contentOf(input.written)
  const place = `post:${post.id}`
  if (content.html === post.html) {
    await sql('draft-of-unchanged', 'delete from draft where person_id = $1 and place = $2', [editor.personId, place])
    return { threadId: thread.id, number: post.number, revision: input.revision }
  }
  const before = await mentionedBefore(post.id)
  const hold = await judgeEdit({ author: editor, shelf: thread.shelf, audience: thread.audience, html: content.html, text: content.text, history: () => writingHistory(editor.personId, content.text) })
  return transaction(async tx => {
    const changed = await tx.$executeRaw`
      with changed as (
        update post set html = ${content.html}::text, text = ${content.text}::text, renderer = ${content.renderer}::int, revision = revision + 1, edited_at = now()
        where id = ${post.id}::int and revision = ${input.revision}::int and deleted_at is null returning id, revision
      )
      insert into post_revision (post_id, revision, doc, text, editor_id)
      select id, revision, ${JSON.stringify(content.doc)}::jsonb, ${content.text}::text, ${as}::int from changed`
    if (changed === 0) throw new Conflict('revision')
    await tx.draft.deleteMany({ where: { personId: editor.personId, place } })
    await attachUploads(tx, { slugs: content.uploads, usedBy: place, audience: thread.audience, ownerId: editor.personId, audiences: editor.audiences })
    if (hold) await putBefore(tx, { kind: 'post', thingId: post.id, shelf: thread.shelf, audience: thread.audience, title: firstWords(content.text) }, hold, post.authorId)
    const revision = input.revision + 1
    await recordEvent(tx, 'discussion.post.edited', {
      threadId: thread.id, postId: post.id, number: post.number, authorId: post.authorId, revision, mentions: content.mentions.filter(id => !before.has(id)),
    }, as)
    return { threadId: thread.id, number: post.number, revision }
  })
}

export interface PostPlace {
  threadId: number
  number: number
}

/** A note with its number stays; its files close; an accepted answer is one no longer. Deleting twice is deleting once. @throws NotFound, Forbidden, Conflict "locked" */
export async function deletePost(viewer: Viewer, { postId }: { postId: number }): Promise<PostPlace> {
  const member = asMember(viewer)
  const { thread, post } = await reachPost(member, postId)
  const place = { threadId: thread.id, number: post.number }
  if (post.deleted && (isSelf(member, post.authorId) || canModerate(member, thread))) return place
  if (!canDelete(member, thread, post)) refuse(member, thread)
  const by = isSelf(member, post.authorId) ? 'author' : 'moderator'
  await transaction(tx => markDeleted(tx, { ...member, personId: shownAs(member, post.authorId) }, { ...place, postId, authorId: post.authorId }, by))
  return place
}

/** Restoring what stands changes nothing. @throws NotFound, Forbidden (after 30 days, or what a moderator deleted), Conflict "locked" */
export async function restorePost(viewer: Viewer, { postId }: { postId: number }): Promise<PostPlace> {
  const member = asMember(viewer)
  const { thread, post } = await reachPost(member, postId)
  const place = { threadId: thread.id, number: post.number }
  if (!post.deleted && (isSelf(member, post.authorId) || canModerate(member, thread))) return place
  if (!canRestore(member, thread, post)) refuse(member, thread)
  await transaction(tx => unmarkDeleted(tx, { ...member, personId: shownAs(member, post.authorId) }, { ...place, postId, authorId: post.authorId }, thread.audience))
  return place
}
