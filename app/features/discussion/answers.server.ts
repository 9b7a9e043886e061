import { transaction } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { shownAs, type Viewer } from '~/platform/viewer'
import { asMember, refuse } from './rows/member.server'
import { reachNumber } from './rows/reach.server'
import './events'
import { canAccept } from './policy'
import { getThread } from './posts.queries.server'

export interface AcceptedAnswer {
  threadId: number
  number: number | null
}

/**
 * One answer stands at a time; accepting another moves it. Accepting the same twice is accepting once.
 * @throws NotFound, Forbidden, Invalid for the opening post, Conflict when the post is deleted
 */
export async function acceptAnswer(viewer: Viewer, { threadId, number }: { threadId: number; number: number }): Promise<AcceptedAnswer> {
  const member = asMember(viewer)
  const { thread, post } = await reachNumber(member, threadId, number)
  if (!thread.answerable) throw new Forbidden()
  if (!canAccept(member, thread)) refuse(member, { locked: false })
  if (number === 1) throw new Invalid('discussion:errors.acceptOpening')
  const as = shownAs(member, thread.authorId)
  return transaction(async tx => {
    const accepted = await tx.$executeRaw`
      update thread t set accepted_number = ${number}::int, accepted_by_id = ${as}::int, accepted_at = now()
      where id = ${threadId}::int and answerable and accepted_number is distinct from ${number}::int
        and exists (select 1 from post p where p.thread_id = t.id and p.number = ${number}::int and p.deleted_at is null)`
    if (accepted === 0) {
      const now = await tx.thread.findUnique({ where: { id: threadId }, select: { acceptedNumber: true } })
      if (now?.acceptedNumber !== number) throw new Conflict('deleted')
      return { threadId, number }
    }
    await recordEvent(tx, 'discussion.answer.accepted', { threadId, postId: post.id, number, authorId: post.authorId }, as)
    return { threadId, number }
  })
}

/** @throws NotFound, Forbidden */
export async function unacceptAnswer(viewer: Viewer, { threadId }: { threadId: number }): Promise<AcceptedAnswer> {
  const member = asMember(viewer)
  const thread = await getThread(member, threadId)
  if (!canAccept(member, thread)) refuse(member, { locked: false })
  return transaction(async tx => {
    const [row] = await tx.$queryRaw<{ id: number; number: number; author_id: number }[]>`
      select p.id, p.number, p.author_id from thread t join post p on p.thread_id = t.id and p.number = t.accepted_number where t.id = ${threadId}::int for update of t`
    if (!row) return { threadId, number: null }
    await tx.thread.update({ where: { id: threadId }, data: { acceptedNumber: null, acceptedById: null, acceptedAt: null } })
    await recordEvent(tx, 'discussion.answer.unaccepted', { threadId, postId: row.id, number: row.number, authorId: row.author_id }, shownAs(member, thread.authorId))
    return { threadId, number: null }
  })
}
