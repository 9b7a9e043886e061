import type { Tx } from '~/platform/db/db.server'
import { recordEvent } from '~/platform/events/events.server'
import { attachUploads } from '~/features/uploads/uploads.server'
import type { Member } from '~/platform/viewer'
import type { Speaking } from '~/features/people/voices'
import type { Content } from '../written.server'
import '../events'

/** Thrown inside the transaction to undo it: this press of "send" has made its post already, perhaps a moment ago. */
export class AlreadyWritten extends Error {}

export interface NewPost {
  threadId: number
  replyTo: number | null
  content: Content
  clientKey: string
  /** id of the name the author writes under here; their own where it is missing */
  shownAs?: number | null
  /** the draft that became this post */
  draftPlace: string
  /** the unit the author speaks for; whoever calls has asked whether they may */
  voice?: Speaking | null
}

/**
 * Number, post, first revision, the thread's counters, the author's read position and the end of the draft: one statement, so the thread's row
 * is locked for one round trip. Updating that row first is what makes numbers dense: writers queue there.
 * @returns null when the thread was locked or removed meanwhile
 * @throws AlreadyWritten
 */
export async function insertPost(tx: Tx, author: Member, given: NewPost): Promise<{ id: number; number: number } | null> {
  const { content } = given
  const doc = JSON.stringify(content.doc)
  const shown = given.shownAs ?? author.personId
  const [row] = await tx.$queryRaw<{ audience: string; id: number | null; number: number | null; reply_to: number | null }[]>`
    with t as (
      update thread set last_number = last_number + 1, post_count = post_count + 1, last_author_id = ${shown}::int,
        last_post_at = greatest(last_post_at, clock_timestamp()),
        voiced_at = coalesce(voiced_at, case when ${given.voice?.unitId ?? null}::int is not null then greatest(last_post_at, clock_timestamp()) end)
      where id = ${given.threadId}::int and locked_at is null and removed_at is null and coalesce(closes_at > now(), true) returning id, last_number, last_post_at, audience
    ), made as (
      insert into post (thread_id, number, author_id, reply_to, html, text, renderer, client_key, voice_unit_id, voice_role, created_at)
      select t.id, t.last_number, ${shown}::int, (select b.number from post b where b.thread_id = ${given.threadId}::int and b.number = ${given.replyTo}::int),
        ${content.html}::text, ${content.text}::text, ${content.renderer}::int, ${given.clientKey}::text, ${given.voice?.unitId ?? null}::int, ${given.voice?.role ?? null}::text, t.last_post_at from t
      on conflict (author_id, client_key) do nothing returning id, number, reply_to
    ), kept as (
      insert into post_revision (post_id, revision, doc, text, editor_id) select id, 1, ${doc}::jsonb, ${content.text}::text, ${shown}::int from made
    ), seen as (
      insert into read_position (person_id, thread_id, number) select ${author.personId}::int, ${given.threadId}::int, number from made
      on conflict (person_id, thread_id) do update set number = greatest(read_position.number, excluded.number), updated_at = now()
    ), done as (
      delete from draft where person_id = ${author.personId}::int and place = ${given.draftPlace}::text
    )
    select t.audience, made.id, made.number, made.reply_to from t left join made on true`
  if (!row) return null
  if (row.id === null || row.number === null) throw new AlreadyWritten()
  if (content.uploads.length > 0)
    await attachUploads(tx, { slugs: content.uploads, usedBy: `post:${row.id}`, audience: row.audience, ownerId: author.personId, audiences: author.audiences })
  await recordEvent(tx, 'discussion.post.created', {
    threadId: given.threadId, postId: row.id, number: row.number, authorId: shown, replyTo: row.reply_to, mentions: content.mentions,
  }, shown)
  return { id: row.id, number: row.number }
}
