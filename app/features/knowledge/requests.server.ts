import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { hasRole, isSilenced, type Member, type Viewer } from '~/platform/viewer'
import './events'
import { canRequest, canWriteIn } from './policy'
import { asMember, reachCollection } from './rows/reach.server'

export interface RequestState {
  id: number
  audience: string
  askedById: number
  takenById: number | null
  articleId: number | null
  open: boolean
}

const found = `select r.id, c.audience, r.asked_by_id as "askedById", r.taken_by_id as "takenById", r.article_id as "articleId", r.done_at is null and r.closed_at is null as open
  from article_request r join collection c on c.id = r.collection_id where r.id = $1 and c.audience = any($2)`

/** @throws NotFound also for one the viewer may not know of */
async function reachRequest(viewer: Viewer, id: number): Promise<{ member: Member; request: RequestState }> {
  const member = asMember(viewer)
  const [request] = await sql<RequestState>('reach-request', found, [id, member.audiences])
  if (!request) throw new NotFound('request')
  return { member, request }
}

/** Colleagues who write there take it; one at a time. */
export const canTake = (viewer: Viewer, request: RequestState): boolean => request.open && request.takenById === null && canWriteIn(viewer, request)
/** Whoever took it gives it back, or an officer does for them. */
export const canRelease = (viewer: Viewer, request: RequestState): boolean =>
  request.open && request.takenById !== null && (request.takenById === viewer.personId || hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER'))
/** Whoever asked, as long as nobody took it; officers with a reason. */
export const canClose = (viewer: Viewer, request: RequestState): boolean =>
  request.open && ((request.askedById === viewer.personId && request.takenById === null) || hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER'))

const vote = async (tx: Tx, requestId: number, personId: number): Promise<void> => {
  await tx.$queryRaw`select id from article_request where id = ${requestId}::int for update`
  const added = await tx.$executeRaw`insert into article_request_vote (request_id, person_id) values (${requestId}::int, ${personId}::int) on conflict do nothing`
  if (added > 0) await tx.articleRequest.update({ where: { id: requestId }, data: { votes: { increment: 1 } } })
}

/** Which article is missing. One that is open under the same title is supported instead. @throws NotFound, Forbidden */
export async function requestArticle(viewer: Viewer, input: { title: string; why: string; collection: string; clientKey: string }): Promise<{ id: number; repeated: boolean }> {
  const member = asMember(viewer)
  const collection = await reachCollection(member, input.collection)
  if (!canRequest(member, collection)) throw new Forbidden(!member.verified ? 'unverified' : isSilenced(member) ? 'silenced' : 'generic')
  return transaction(async tx => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('article-request'), ${collection.id}::int)`
    const [same] = await tx.$queryRaw<{ id: number }[]>`
      select id from article_request where collection_id = ${collection.id}::int and done_at is null and closed_at is null and (lower(title) = lower(${input.title}::text) or (asked_by_id = ${member.personId}::int and client_key = ${input.clientKey}::text)) limit 1`
    if (same) {
      await vote(tx, same.id, member.personId)
      return { id: same.id, repeated: true }
    }
    const { id } = await tx.articleRequest.create({ data: { title: input.title, why: input.why, collectionId: collection.id, askedById: member.personId, clientKey: input.clientKey }, select: { id: true } })
    await vote(tx, id, member.personId)
    await recordEvent(tx, 'knowledge.request.changed', { requestId: id, what: 'asked' }, member.personId)
    return { id, repeated: false }
  })
}

/** "I miss it too", once a person. @throws NotFound, Forbidden, Conflict when it is not open any more */
export async function supportRequest(viewer: Viewer, { requestId, on }: { requestId: number; on: boolean }): Promise<void> {
  const { member, request } = await reachRequest(viewer, requestId)
  if (!canRequest(member, request)) throw new Forbidden()
  if (!request.open) throw new Conflict('closed')
  await transaction(async tx => {
    if (on) return vote(tx, requestId, member.personId)
    await tx.$queryRaw`select id from article_request where id = ${requestId}::int for update`
    const { count } = await tx.articleRequestVote.deleteMany({ where: { requestId, personId: member.personId } })
    if (count > 0) await tx.articleRequest.update({ where: { id: requestId }, data: { votes: { decrement: 1 } } })
  })
}

/** Somebody writes it, or gives it back. @throws NotFound, Forbidden, Conflict when somebody else was faster */
export async function takeRequest(viewer: Viewer, { requestId, on }: { requestId: number; on: boolean }): Promise<void> {
  const { member, request } = await reachRequest(viewer, requestId)
  if (on && request.takenById === member.personId) return
  if (!(on ? canTake : canRelease)(member, request)) throw on && canWriteIn(member, request) ? new Conflict('decided') : new Forbidden()
  await transaction(async tx => {
    const { count } = await tx.articleRequest.updateMany({
      where: { id: requestId, doneAt: null, closedAt: null, takenById: on ? null : { not: null } }, data: on ? { takenById: member.personId, takenAt: new Date() } : { takenById: null, takenAt: null, articleId: null },
    })
    if (count === 0) throw new Conflict('decided')
    await recordEvent(tx, 'knowledge.request.changed', { requestId, what: on ? 'taken' : 'released' }, member.personId)
  })
}

/** Not needed any more, or answered elsewhere. @throws NotFound, Forbidden */
export async function closeRequest(viewer: Viewer, { requestId, note }: { requestId: number; note: string }): Promise<void> {
  const { member, request } = await reachRequest(viewer, requestId)
  if (!request.open) return
  if (!canClose(member, request)) throw new Forbidden()
  await transaction(async tx => {
    const { count } = await tx.articleRequest.updateMany({ where: { id: requestId, doneAt: null, closedAt: null }, data: { closedAt: new Date(), closeNote: note } })
    if (count > 0) await recordEvent(tx, 'knowledge.request.changed', { requestId, what: 'closed' }, member.personId)
  })
}

/** The draft just made is for this request; whoever writes it has taken it. One that is not theirs to write is left alone. */
export async function writtenFor(tx: Tx, member: Member, requestId: number, articleId: number): Promise<void> {
  const changed = await tx.$executeRaw`
    update article_request r set article_id = ${articleId}::int, taken_by_id = ${member.personId}::int, taken_at = coalesce(r.taken_at, now())
    from collection c where r.id = ${requestId}::int and c.id = r.collection_id and c.audience = any(${[...member.audiences]}::text[]) and r.article_id is null and r.done_at is null and r.closed_at is null
      and (r.taken_by_id is null or r.taken_by_id = ${member.personId}::int)`
  if (changed > 0) await recordEvent(tx, 'knowledge.request.changed', { requestId, what: 'taken' }, member.personId)
}

/** The article stands before readers: what it was asked by is done. Inside the approval's transaction. */
export async function fulfil(tx: Tx, actorId: number, articleId: number): Promise<void> {
  const rows = await tx.$queryRaw<{ id: number }[]>`update article_request set done_at = now() where article_id = ${articleId}::int and done_at is null and closed_at is null returning id`
  for (const { id } of rows) await recordEvent(tx, 'knowledge.request.changed', { requestId: id, what: 'done' }, actorId)
}
