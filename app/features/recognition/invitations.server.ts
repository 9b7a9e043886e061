import { getThread } from '~/features/discussion/posts.queries.server'
import type { ThreadView } from '~/features/discussion/views'
import { db, sql, transaction, type Tx } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound, SignInNeeded } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { whoMayReadUnscoped } from '~/features/people/people.queries.server'
import { isMember, type Member, type Viewer } from '~/platform/viewer'
import './events'
import { canInvite, INVITE_PER_THREAD, mayBeAsked, type Asked } from './policy'

interface Facts extends Omit<Asked, 'reads'> {
  name: string
  slug: string
}

const factsSql = `select a.id, a.name, a.slug, exists (select 1 from contribution c where c.thread_id = $2 and c.person_id = a.id) or a.id = t.author_id as wrote,
    exists (select 1 from answer_invitation i where i.thread_id = $2 and i.person_id = a.id) as "invitedHere",
    coalesce((select (extract(epoch from max(i.created_at)) * 1000)::float8 from answer_invitation i where i.person_id = a.id), 0) as "lastInvited",
    (select count(*)::int from answer_invitation i where i.person_id = a.id and i.state = 'OPEN') as open,
    exists (select 1 from person_block b where (b.person_id = a.id and b.blocked_id = $3) or (b.person_id = $3 and b.blocked_id = a.id)) as blocked,
    a.closed_at is not null or coalesce(a.suspended_until > now(), false) or coalesce(a.silenced_until > now(), false) or (a.kind <> 'ASN' and not $4::boolean) as away
  from person a join thread t on t.id = $2 where a.id = any($1)`

/** Citizens and partner members are found by colleagues only, here as elsewhere. */
async function factsOf(member: Member, thread: ThreadView, ids: readonly number[]): Promise<(Asked & Facts)[]> {
  if (ids.length === 0) return []
  const [rows, readers] = await Promise.all([
    sql<Facts>('invite-facts', factsSql, [[...ids], thread.id, member.personId, member.kind === 'ASN']),
    whoMayReadUnscoped(ids, thread.audience),
  ])
  return rows.map(row => ({ ...row, reads: readers.includes(row.id) }))
}

/** Those who answered well on these tags: accepted answers weigh three thanks. Bounded by twenty people a tag. */
const answerers = `select s.person_id as id, sum(s.accepted)::int as accepted, sum(s.thanks)::int as thanks from unnest($1::text[]) as w(tag) cross join lateral (
    select c.person_id, c.accepted, c.thanks from contribution_total c where c.tag = w.tag and (c.accepted > 0 or c.thanks > 0) order by c.accepted desc, c.thanks desc limit 20
  ) s group by s.person_id order by sum(s.accepted) * 3 + sum(s.thanks) desc, s.person_id limit 40`

export interface Answerer {
  id: number
  name: string
  slug: string
  /** on the question's tags; 0 for people looked up by name */
  accepted: number
  thanks: number
}

export interface InvitePage {
  thread: ThreadView
  suggested: Answerer[]
  /** how many more may be asked to this question */
  left: number
}

async function reach(viewer: Viewer, threadId: number): Promise<{ member: Member; thread: ThreadView }> {
  if (!isMember(viewer)) throw new SignInNeeded()
  const thread = await getThread(viewer, threadId)
  if (!canInvite(viewer, thread)) throw new Forbidden()
  return { member: viewer, thread }
}

/** Who could answer, best first, at most six; `others` are ids of people looked up by name. @throws NotFound, Forbidden */
export async function getInvitePage(viewer: Viewer, threadId: number, tags: readonly string[], others: readonly number[] = []): Promise<InvitePage> {
  const { member, thread } = await reach(viewer, threadId)
  const [found, sent] = await Promise.all([
    sql<{ id: number; accepted: number; thanks: number }>('invite-answerers', answerers, [[...tags]]),
    db.answerInvitation.count({ where: { threadId } }),
  ])
  const wanted = others.length > 0 ? others.map(id => found.find(one => one.id === id) ?? { id, accepted: 0, thanks: 0 }) : found
  const facts = new Map((await factsOf(member, thread, wanted.map(one => one.id))).map(one => [one.id, one]))
  const suggested = wanted.flatMap(({ id, accepted, thanks }) => {
    const person = facts.get(id)
    return person && mayBeAsked(member, person) ? [{ id, name: person.name, slug: person.slug, accepted, thanks }] : []
  })
  return { thread, suggested: suggested.slice(0, 6), left: Math.max(0, INVITE_PER_THREAD - sent) }
}

async function insert(tx: Tx, member: Member, thread: ThreadView, personId: number): Promise<void> {
  // one invitation of a person at a time, whoever sends it, and one to a question
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('invite-thread'), ${thread.id}::int)`
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('invite'), ${personId}::int)`
  const [person] = await factsOf(member, thread, [personId])
  if (!person || !person.reads) throw new NotFound('person')
  if (!mayBeAsked(member, person)) throw new Invalid({ person: ['recognition:errors.notNow'] })
  if (await tx.answerInvitation.count({ where: { threadId: thread.id } }) >= INVITE_PER_THREAD) throw new Invalid({ person: ['recognition:errors.enough'] })
  const made = await tx.answerInvitation.create({ data: { threadId: thread.id, personId, invitedBy: member.personId } })
  await recordEvent(tx, 'recognition.answer.invited', { threadId: thread.id, personId, invitationId: made.id }, member.personId)
}

/** Asks one person to answer. Why somebody cannot be asked now is not told. @throws NotFound, Forbidden, Invalid beside person */
export async function inviteToAnswer(viewer: Viewer, { threadId, personId }: { threadId: number; personId: number }): Promise<void> {
  const { member, thread } = await reach(viewer, threadId)
  await transaction(tx => insert(tx, member, thread, personId))
}

export interface OwnInvitation {
  id: number
  threadId: number
  byName: string
  /** milliseconds */
  at: number
}

/** What the viewer was asked and may still answer, newest first. */
export function listInvitations(viewer: Viewer): Promise<OwnInvitation[]> {
  if (!isMember(viewer)) return Promise.resolve([])
  return sql<OwnInvitation>('invitations-own', `select i.id, i.thread_id as "threadId", a.name as "byName", (extract(epoch from i.created_at) * 1000)::float8 as at
    from answer_invitation i join thread t on t.id = i.thread_id join person a on a.id = i.invited_by
    where i.person_id = $1 and i.state = 'OPEN' and t.audience = any($2) and t.removed_at is null order by i.created_at desc limit 20`, [viewer.personId, viewer.audiences])
}

/** Nobody is told. @throws NotFound */
export async function declineInvitation(viewer: Viewer, id: number): Promise<void> {
  if (!isMember(viewer)) throw new SignInNeeded()
  const { count } = await db.answerInvitation.updateMany({ where: { id, personId: viewer.personId, state: 'OPEN' }, data: { state: 'DECLINED', closedAt: new Date() } })
  if (count === 0) throw new NotFound('invitation')
}
