import { putBefore, type Hold } from '~/features/moderation/gate.server'
import { attachUploads } from '~/features/uploads/uploads.server'
import { sql, transaction } from '~/platform/db/db.server'
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
  clientKey: string
  /** drafts that became it */
  draftPlaces: readonly string[]
}

/** Keeps it away from everybody but its author and moderators, and puts it before them. The same press of "send" twice is one. */
export async function holdBack(author: Member, given: NewHeld, hold: Hold): Promise<{ id: number; repeated: boolean }> {
  const { content } = given
  return transaction(async tx => {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      insert into held_post (thread_id, kind, shelf, audience, author_id, reply_to, title, opening, doc, html, text, client_key, why, detail)
      values (${given.threadId}::int, ${given.kind}::text, ${given.shelf}::text, ${given.audience}::text, ${author.personId}::int, ${given.replyTo}::int, ${given.title}::text,
        ${given.opening ? JSON.stringify(given.opening) : null}::jsonb, ${JSON.stringify(content.doc)}::jsonb, ${content.html}::text, ${content.text}::text, ${given.clientKey}::text, ${hold.why}::text, ${hold.detail}::text)
      on conflict (author_id, client_key) do nothing returning id`
    if (!row) return { id: (await findHeldByKey(author.personId, given.clientKey)) ?? 0, repeated: true }
    await tx.draft.deleteMany({ where: { personId: author.personId, place: { in: [...given.draftPlaces] } } })
    // files stay the author's alone until the text stands
    if (content.uploads.length > 0)
      await attachUploads(tx, { slugs: content.uploads, usedBy: `held:${row.id}`, audience: `user:${author.personId}`, ownerId: author.personId, audiences: author.audiences })
    await putBefore(tx, { kind: 'held', thingId: row.id, shelf: given.shelf, audience: given.audience, title: given.title }, hold, author.personId)
    return { id: row.id, repeated: false }
  })
}

/** What this press of "send" made that still waits or was refused. */
export async function findHeldByKey(authorId: number, clientKey: string): Promise<number | null> {
  const [row] = await sql<{ id: number }>('held-by-key', "select id from held_post where author_id = $1 and client_key = $2 and state <> 'APPROVED'", [authorId, clientKey])
  return row?.id ?? null
}
