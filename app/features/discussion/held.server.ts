import type { Moderated, ModeratedThing } from '~/features/moderation/contract'
import { ownersOfUnscoped } from '~/features/people/pseudonyms.server'
import { voiceOf } from '~/features/people/voices.server'
import { viewersOfPeopleUnscoped } from '~/features/people/viewer.server'
import { detachUploads } from '~/features/uploads/uploads.server'
import { sql, type Tx } from '~/platform/db/db.server'
import { Conflict } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { AlreadyWritten, insertPost } from './rows/insert.server'
import { ms } from './sql'
import { contentOf, type Content } from './written.server'

/** Opens the thread something was held for, as its author, in the approval's transaction. Given by the room that owns threads of that kind. */
export type HeldOpener = (tx: Tx, author: Member, given: { opening: unknown; content: Content; clientKey: string; /** the name it waited under */ mask: number | null }) => Promise<{ postId: number }>

interface Row {
  id: number
  audience: string
  shelf: string
  author_id: number
  title: string
  text: string
  html: string
  at: number
  state: 'WAITING' | 'APPROVED' | 'REJECTED'
  post_id: number | null
}

const states = { WAITING: 'held', APPROVED: 'standing', REJECTED: 'hidden' } as const

interface Waiting {
  id: number
  threadId: number | null
  kind: string
  authorId: number
  replyTo: number | null
  opening: unknown
  doc: unknown
  clientKey: string
  state: Row['state']
}

async function lockHeld(tx: Tx, id: number): Promise<Waiting | undefined> {
  const [row] = await tx.$queryRaw<Waiting[]>`
    select id, thread_id as "threadId", kind, author_id as "authorId", reply_to as "replyTo", opening, doc, client_key as "clientKey", state::text as state from held_post where id = ${id}::int for update`
  return row
}

/** What is held back, as the moderation room sees it. `openers` by kind of thread: `{ topic }`. */
export function moderatedHeld(openers: Readonly<Record<string, HeldOpener>>): Moderated {
  return {
    kind: 'held',
    async load(ids) {
      const rows = await sql<Row>('moderated-held', `select id, audience, shelf, author_id, title, text, html, ${ms('created_at')} as at, state::text as state, post_id from held_post where id = any($1)`, [[...ids]])
      return new Map(rows.map((row): [number, ModeratedThing] => [row.id, {
        id: row.id, audience: row.audience, shelf: row.shelf, authorId: row.author_id, title: row.title, text: row.text, html: row.html, at: row.at, state: states[row.state],
        url: row.post_id ? `/pos/${row.post_id}` : '/menunggu',
      }]))
    },
    /** Only now it gets its number: nothing else ever had it. */
    async approve(tx, _by, id) {
      const held = await lockHeld(tx, id)
      if (!held || held.state === 'APPROVED') return
      const owner = (await ownersOfUnscoped([held.authorId])).get(held.authorId)
      const mask = owner === undefined ? null : held.authorId
      const author = (await viewersOfPeopleUnscoped([owner ?? held.authorId])).get(owner ?? held.authorId)
      if (!author) throw new Conflict('closed')
      const content = contentOf({ doc: held.doc })
      // the files go over from what was held to what stands
      const open = { ...author, audiences: [...author.audiences, `user:${author.personId}`] }
      const voice = held.threadId === null ? null : await voiceOf(author, (held.opening as { voiceUnitId?: number } | null)?.voiceUnitId ?? null)
      let postId: number | undefined
      try {
        if (held.threadId === null) postId = (await openers[held.kind]?.(tx, open, { opening: held.opening, content, clientKey: held.clientKey, mask }))?.postId
        else postId = (await insertPost(tx, open, { threadId: held.threadId, replyTo: held.replyTo, content, clientKey: held.clientKey, draftPlace: `held:${id}`, voice, shownAs: mask }))?.id
      } catch (error) {
        if (!(error instanceof AlreadyWritten)) throw error
        throw new Conflict('generic')
      }
      if (postId === undefined) throw new Conflict('locked')
      await detachUploads(tx, `held:${id}`)
      await tx.heldPost.update({ where: { id }, data: { state: 'APPROVED', postId, reason: '', decidedAt: new Date() } })
    },
    async reject(tx, _by, id, reason) {
      const changed = await tx.$executeRaw`update held_post set state = 'REJECTED', reason = ${reason}::text, decided_at = now() where id = ${id}::int and state = 'WAITING'`
      if (changed > 0) await detachUploads(tx, `held:${id}`)
    },
  }
}
