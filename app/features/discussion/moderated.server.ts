import { markdownFromDoc } from '~/editor/content.server'
import type { Moderated, ModeratedThing } from '~/features/moderation/contract'
import { attachUploads } from '~/features/uploads/uploads.server'
import { sql, type Tx } from '~/platform/db/db.server'
import { recordEvent } from '~/platform/events/events.server'
import type { Member } from '~/platform/viewer'
import './events'
import type { ThreadPlaces } from './notices.server'
import { markDeleted, unmarkDeleted } from './rows/delete.server'
import { ms } from './sql'
import { contentOf, type Content } from './written.server'

/** What the owning room of a kind of thread gives for its posts. */
export interface ThreadOwner {
  places: ThreadPlaces
  /** a thread went from all lists with its only post, or came back (`on` false): counters of the owning room follow */
  removed(tx: Tx, threadId: number, on: boolean): Promise<void>
  /** HTML of what stands beside the opening posts of threads and goes with them */
  beside?(threadIds: readonly number[]): Promise<ReadonlyMap<number, string>>
  /** page of the act that puts the thread elsewhere */
  moveUrl?(threadId: number): string
}

interface Row {
  id: number
  thread_id: number
  number: number
  kind: string
  shelf: string
  audience: string
  author_id: number
  html: string
  text: string
  at: number
  deleted_by: 'author' | 'moderator' | null
}

const byIds = `select p.id, p.thread_id, p.number, t.kind, t.shelf, t.audience, p.author_id, p.html, p.text, ${ms('p.created_at')} as at, case when p.deleted_at is not null then p.deleted_by end as deleted_by
  from post p join thread t on t.id = p.thread_id where p.id = any($1)`

async function factOf(tx: Tx, postId: number) {
  const [row] = await tx.$queryRaw<{ threadId: number; postId: number; number: number; authorId: number; audience: string; kind: string }[]>`
    select p.thread_id as "threadId", p.id as "postId", p.number, p.author_id as "authorId", t.audience, t.kind
    from post p join thread t on t.id = p.thread_id where p.id = ${postId}::int`
  return row
}

/** A thread in which nobody else has written goes from all lists with its opening post. */
async function removeThread(tx: Tx, by: Member, threadId: number, authorId: number, owner: ThreadOwner | undefined): Promise<void> {
  const gone = await tx.$executeRaw`
    update thread t set removed_at = now() where id = ${threadId}::int and removed_at is null
      and not exists (select 1 from post p where p.thread_id = t.id and p.deleted_at is null and p.author_id <> ${authorId}::int)`
  if (gone === 0) return
  await owner?.removed(tx, threadId, true)
  await recordEvent(tx, 'discussion.thread.changed', { threadId }, by.personId)
}

async function bringThreadBack(tx: Tx, by: Member, threadId: number, owner: ThreadOwner | undefined): Promise<void> {
  const back = await tx.$executeRaw`update thread set removed_at = null where id = ${threadId}::int and removed_at is not null`
  if (back === 0) return
  await owner?.removed(tx, threadId, false)
  await recordEvent(tx, 'discussion.thread.changed', { threadId }, by.personId)
}

/** Another version of a post by a moderator's hand, kept in its history under their name. */
async function revise(tx: Tx, by: Member, postId: number, content: Content): Promise<void> {
  const fact = await factOf(tx, postId)
  const [made] = fact ? await tx.$queryRaw<{ revision: number }[]>`
    with changed as (
      update post set html = ${content.html}::text, text = ${content.text}::text, renderer = ${content.renderer}::int, revision = revision + 1, edited_at = now()
      where id = ${postId}::int and deleted_at is null returning id, revision
    )
    insert into post_revision (post_id, revision, doc, text, editor_id)
    select id, revision, ${JSON.stringify(content.doc)}::jsonb, ${content.text}::text, ${by.personId}::int from changed returning revision` : []
  if (!fact || !made) return
  await attachUploads(tx, { slugs: content.uploads, usedBy: `post:${postId}`, audience: fact.audience, ownerId: fact.authorId, audiences: [fact.audience, 'public'] })
  await recordEvent(tx, 'discussion.post.edited', { threadId: fact.threadId, postId, number: fact.number, authorId: fact.authorId, revision: made.revision, mentions: [] }, by.personId)
}

/** Posts as the moderation room sees them. `owners` by kind of thread: `{ topic }`. */
export function moderatedPosts(owners: Record<string, ThreadOwner>): Moderated {
  return {
    kind: 'post',
    async load(ids) {
      const rows = await sql<Row>('moderated-posts', byIds, [[...ids]])
      const places: Awaited<ReturnType<ThreadPlaces>>[] = []
      const beside = new Map<number, string>()
      for (const kind of new Set(rows.map(row => row.kind))) {
        const ofKind = rows.filter(row => row.kind === kind)
        const placed = await owners[kind]?.places([...new Set(ofKind.map(row => row.thread_id))])
        if (placed) places.push(placed)
        const opening = ofKind.filter(row => row.number === 1).map(row => row.thread_id)
        if (opening.length > 0) for (const [threadId, html] of (await owners[kind]?.beside?.(opening)) ?? []) beside.set(threadId, html)
      }
      const things = rows.map((row): [number, ModeratedThing] => {
        const owner = owners[row.kind]
        const place = places.find(one => one.has(row.thread_id))?.get(row.thread_id)
        return [row.id, {
          id: row.id, audience: row.audience, shelf: row.shelf, authorId: row.author_id, title: place?.title ?? '', text: row.text, html: [row.html, row.number === 1 ? beside.get(row.thread_id) : undefined].filter(Boolean).join('<hr>'), url: place?.url(row.number) ?? `/pos/${row.id}`, at: row.at,
          state: row.deleted_by === null ? 'standing' : row.deleted_by === 'moderator' ? 'hidden' : 'gone', ...(owner?.moveUrl ? { moveUrl: owner.moveUrl(row.thread_id) } : {}),
        }]
      })
      return new Map(things)
    },
    async hide(tx, by, id, reason) {
      const fact = await factOf(tx, id)
      if (!fact) return
      const { audience: _audience, kind, ...post } = fact
      await markDeleted(tx, by, post, 'moderator', reason)
      if (fact.number === 1) await removeThread(tx, by, fact.threadId, fact.authorId, owners[kind])
    },
    async restore(tx, by, id) {
      const fact = await factOf(tx, id)
      if (!fact) return
      const { audience, kind, ...post } = fact
      if (fact.number === 1) await bringThreadBack(tx, by, fact.threadId, owners[kind])
      await unmarkDeleted(tx, by, post, audience)
    },
    async source(id) {
      const [row] = await sql<{ doc: unknown }>('post-source', 'select r.doc from post p join post_revision r on r.post_id = p.id and r.revision = p.revision where p.id = $1', [id])
      return row ? markdownFromDoc(row.doc) : ''
    },
    rewrite: (tx, by, id, markdown) => revise(tx, by, id, contentOf({ markdown })),
    async unwrite(tx, by, id) {
      const [row] = await tx.$queryRaw<{ doc: unknown }[]>`
        select b.doc from post p join post_revision r on r.post_id = p.id and r.revision = p.revision join post_revision b on b.post_id = p.id and b.revision = p.revision - 1
        where p.id = ${id}::int and r.editor_id <> p.author_id`
      if (row) await revise(tx, by, id, contentOf({ doc: row.doc }))
    },
  }
}
