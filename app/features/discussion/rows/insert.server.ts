import type { Speaking } from '~/features/people/voices'
import { attachUploads } from '~/features/uploads/uploads.server'
import { brokenConstraint, sql, type Tx } from '~/platform/db/db.server'
import { committed, recordEvent, type EventMap } from '~/platform/events/events.server'
import type { Member } from '~/platform/viewer'
import type { Content } from '../written.server'
import '../events'
import { ms } from '../sql'

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

/** A post as it was written. */
export interface Inserted {
  id: number
  number: number
  replyTo: number | null
  /** milliseconds */
  at: number
  /** posts of the thread that stand, this one among them */
  postCount: number
}

interface Row {
  audience: string
  kind: string
  post_count: number
  id: number | null
  number: number | null
  reply_to: number | null
  at: number
}

/**
 * Number, post, first revision, the thread's counters, the author's read position and the end of the draft: one statement, so the thread's row
 * is locked for one round trip. Updating that row first is what makes numbers dense: writers queue there.
 */
const text = (onConflict: string, fact: string, returned: string) => `
  with t as (
    update thread set last_number = last_number + 1, post_count = post_count + 1, last_author_id = $2::int,
      last_post_at = greatest(last_post_at, clock_timestamp()),
      voiced_at = coalesce(voiced_at, case when $8::int is not null then greatest(last_post_at, clock_timestamp()) end)
    where id = $1::int and locked_at is null and removed_at is null and coalesce(closes_at > now(), true) returning id, last_number, last_post_at, audience, kind, post_count
  ), made as (
    insert into post (thread_id, number, author_id, reply_to, html, text, renderer, client_key, voice_unit_id, voice_role, created_at)
    select t.id, t.last_number, $2::int, (select b.number from post b where b.thread_id = $1::int and b.number = $3::int), $4::text, $5::text, $6::int, $7::text, $8::int, $9::text, t.last_post_at from t
    ${onConflict} returning id, number, reply_to, created_at
  ), kept as (
    insert into post_revision (post_id, revision, doc, text, editor_id) select id, 1, $10::jsonb, $5::text, $2::int from made
  ), seen as (
    insert into read_position (person_id, thread_id, number) select $11::int, $1::int, number from made
    on conflict (person_id, thread_id) do update set number = greatest(read_position.number, excluded.number), updated_at = now()
  ), done as (
    delete from draft d using made where d.person_id = $11::int and d.place = $12::text
  )${fact}
  select t.audience, t.kind, t.post_count, made.id, made.number, made.reply_to, ${ms('made.created_at')} as at${returned}`

const inTransaction = text('on conflict (author_id, client_key) do nothing', '', ' from t left join made on true')
/** The same with its fact, a transaction of its own: a second arrival of the same press breaks it, so that no number is spent on it. */
const alone = text('', `, fact as (
    insert into event (name, payload, actor_id) select 'discussion.post.created', jsonb_build_object('threadId', $1::int, 'postId', made.id, 'number', made.number, 'authorId', $2::int,
      'replyTo', made.reply_to, 'mentions', $13::jsonb, 'kind', t.kind), $2::int from made, t returning id, created_at
  )`, ', fact.id::text as fact_id, fact.created_at as told_at from t, made, fact')

const valuesOf = (author: Member, { threadId, replyTo, content, clientKey, voice, draftPlace }: NewPost, shown: number): unknown[] => [
  threadId, shown, replyTo, content.html, content.text, content.renderer, clientKey, voice?.unitId ?? null, voice?.role ?? null, JSON.stringify(content.doc), author.personId, draftPlace,
]

const factOf = (given: NewPost, { kind, reply_to: replyTo }: Row, post: { id: number; number: number }, shown: number): EventMap['discussion.post.created'] => ({
  threadId: given.threadId, postId: post.id, number: post.number, authorId: shown, replyTo, mentions: given.content.mentions, kind,
})

/**
 * Inside the caller's transaction.
 * @returns null when the thread was locked or removed meanwhile
 * @throws AlreadyWritten
 */
export async function insertPost(tx: Tx, author: Member, given: NewPost): Promise<Inserted | null> {
  const { content } = given
  const shown = given.shownAs ?? author.personId
  const [row] = await tx.$queryRawUnsafe<Row[]>(inTransaction, ...valuesOf(author, given, shown))
  if (!row) return null
  const { id, number } = row
  if (id === null || number === null) throw new AlreadyWritten()
  if (content.uploads.length > 0)
    await attachUploads(tx, { slugs: content.uploads, usedBy: `post:${id}`, audience: row.audience, ownerId: author.personId, audiences: author.audiences })
  await recordEvent(tx, 'discussion.post.created', factOf(given, row, { id, number }, shown), shown)
  return { id, number, replyTo: row.reply_to, at: row.at, postCount: row.post_count }
}

/**
 * The same as one statement that is its own transaction, for a post that needs nothing else written with it: no files, no name of the thread, no pace to
 * keep. Only where `tellsHere()`. `toldAs` is called with the id of its fact before anybody is told of it.
 * @returns null when the thread was locked or removed meanwhile
 * @throws AlreadyWritten
 */
export async function insertPostAlone(author: Member, given: NewPost, toldAs: (factId: bigint, made: Inserted) => void): Promise<Inserted | null> {
  const shown = author.personId
  let row: (Row & { fact_id: string; told_at: Date }) | undefined
  try {
    [row] = await sql<Row & { fact_id: string; told_at: Date }>('post-insert', alone, [...valuesOf(author, given, shown), JSON.stringify(given.content.mentions)])
  } catch (error) {
    if (brokenConstraint(error)?.includes('client_key')) throw new AlreadyWritten()
    throw error
  }
  if (!row || row.id === null || row.number === null) return null
  const { id, number } = row
  const made = { id, number, replyTo: row.reply_to, at: row.at, postCount: row.post_count }
  toldAs(BigInt(row.fact_id), made)
  committed({ id: BigInt(row.fact_id), name: 'discussion.post.created', payload: factOf(given, row, { id, number }, shown), actorId: shown, createdAt: row.told_at })
  return made
}
