import { putBefore, type Hold, type Words } from '~/features/moderation/gate.server'
import { newPseudonym, pseudonymIn, pseudonymMade, waitingPseudonym } from '~/features/people/pseudonyms.server'
import { attachUploads } from '~/features/uploads/uploads.server'
import { sql, transaction, type Tx } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import type { Content } from '../written.server'

export interface NewHeld {
  /** null for what would open a thread */
  threadId: number | null
  kind: string
  shelf: string
  audience: string
  replyTo: number | null
  /** of the thread it stands in or would open */
  title: string
  /** what the owning room needs to open a thread */
  opening: object | null
  content: Content
  /** what would stand beside it, shown with it to those who may see what waits */
  also?: readonly Words[]
  /** under a name of the thread: moderators see the name and nobody behind it */
  masked?: boolean
  clientKey: string
  /** drafts that became it */
  draftPlaces: readonly string[]
}

/** Whom everybody but the author sees as the author of what waits. A name for a thread that is not open yet is made now and bound when it opens. */
async function shownAuthor(tx: Tx, author: Member, given: NewHeld): Promise<number> {
  if (!given.masked) return author.personId
  if (given.threadId !== null) return pseudonymIn(tx, author, given.threadId)
  const mask = await newPseudonym(tx, author)
  await waitingPseudonym(tx, author, mask)
  return mask
}

/** Keeps it away from everybody but its author and moderators, and puts it before them. The same press of "send" twice is one. */
export async function holdBack(author: Member, given: NewHeld, hold: Hold): Promise<{ id: number; repeated: boolean }> {
  const { content } = given
  const beside = (given.also ?? []).filter(one => one.html !== '')
  const html = [content.html, ...beside.map(one => one.html)].join('<hr>')
  const text = [content.text, ...beside.map(one => one.text)].join('\n\n')
  const made = await transaction(async tx => {
    // two presses at once make one name and one thing that waits
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`held:${author.personId}:${given.clientKey}`}))`
    const earlier = await findHeldByKey(author, given.clientKey, tx)
    if (earlier) return { id: earlier, repeated: true }
    const shown = await shownAuthor(tx, author, given)
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      insert into held_post (thread_id, kind, shelf, audience, author_id, reply_to, title, opening, doc, html, text, client_key, why, detail)
      values (${given.threadId}::int, ${given.kind}::text, ${given.shelf}::text, ${given.audience}::text, ${shown}::int, ${given.replyTo}::int, ${given.title}::text,
        ${given.opening ? JSON.stringify(given.opening) : null}::jsonb, ${JSON.stringify(content.doc)}::jsonb, ${html}::text, ${text}::text, ${given.clientKey}::text, ${hold.why}::text, ${hold.detail}::text)
      on conflict (author_id, client_key) do nothing returning id`
    if (!row) throw new Error('nothing was held back')
    await tx.draft.deleteMany({ where: { personId: author.personId, place: { in: [...given.draftPlaces] } } })
    // files stay the author's alone until the text stands
    if (content.uploads.length > 0)
      await attachUploads(tx, { slugs: content.uploads, usedBy: `held:${row.id}`, audience: `user:${author.personId}`, ownerId: author.personId, audiences: author.audiences })
    await putBefore(tx, { kind: 'held', thingId: row.id, shelf: given.shelf, audience: given.audience, title: given.title }, hold, shown)
    return { id: row.id, repeated: false }
  })
  if (given.masked && !made.repeated) await pseudonymMade(author)
  return made
}

/** What this press of "send" made that still waits or was refused, under whatever name. */
export async function findHeldByKey(author: Pick<Member, 'personId'>, clientKey: string, tx?: Tx): Promise<number | null> {
  const text = `select id from held_post where client_key = $2 and state <> 'APPROVED' and (author_id = $1 or author_id in (select person_id from pseudonym where owner_id = $1))`
  const [row] = tx ? await tx.$queryRawUnsafe<{ id: number }[]>(text, author.personId, clientKey) : await sql<{ id: number }>('held-by-key', text, [author.personId, clientKey])
  return row?.id ?? null
}
