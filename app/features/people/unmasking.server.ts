import { db, sql, transaction } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member } from '~/platform/viewer'
import './events'
import { canAgreeToUnmask, canAskToUnmask, canReadUnmasked, UNMASK_HOURS, type UnmaskingState } from './unmasking'

/** Opening a name takes two officers, a written reason and two steps; every step stays for good, and the writer is told. */

export interface UnmaskingRow extends UnmaskingState {
  id: number
  label: string
  postId: number
  reason: string
  askedBy: string
  askedAt: number
  refused: boolean
  steps: { act: string; by: string; at: number; note: string }[]
}

const HOUR = 3_600_000
const millis = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`
const columns = `u.id, u.person_id as "personId", x.name as label, u.post_id as "postId", u.reason, u.asked_by_id as "askedById", a.name as "askedBy", ${millis('u.asked_at')} as "askedAt", ${millis('u.expires_at')} as "expiresAt",
  g.by_id as "agreedById", ${millis('g.at')} as "agreedAt", exists (select 1 from unmasking_step r where r.unmasking_id = u.id and r.act = 'REFUSED') as refused,
  coalesce((select jsonb_agg(jsonb_build_object('act', s.act, 'by', sp.name, 'at', ${millis('s.at')}, 'note', s.note) order by s.id) from unmasking_step s join person sp on sp.id = s.by_id where s.unmasking_id = u.id), '[]'::jsonb) as steps`
const tables = `unmasking u join person x on x.id = u.person_id join person a on a.id = u.asked_by_id left join lateral (select s.by_id, s.at from unmasking_step s where s.unmasking_id = u.id and s.act = 'AGREED' limit 1) g on true`

async function reach(viewer: Member, id: number): Promise<UnmaskingRow> {
  if (!canAskToUnmask(viewer, null)) throw new Forbidden('officersOnly')
  const [row] = await sql<UnmaskingRow>('unmasking-one', `select ${columns} from ${tables} where u.id = $1`, [id])
  if (!row) throw new NotFound('unmasking')
  return row
}

/** Everything that was ever asked and done, newest first, for officers. @throws Forbidden */
export async function listUnmaskings(viewer: Member): Promise<UnmaskingRow[]> {
  if (!canAskToUnmask(viewer, null)) throw new Forbidden('officersOnly')
  return sql<UnmaskingRow>('unmasking-list', `select ${columns} from ${tables} order by u.id desc limit 100`)
}

/** First step. @param personId the name that stands on the post @throws Forbidden, NotFound for whom is no name, Invalid beside reason, Conflict while another request waits */
export async function askToUnmask(viewer: Member, input: { personId: number; postId: number; reason: string }): Promise<{ id: number }> {
  if (!canAskToUnmask(viewer, input.personId)) throw new Forbidden(viewer.aliases.includes(input.personId) ? 'ownThing' : 'officersOnly')
  const reason = input.reason.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim()
  if (reason.length < 20 || reason.length > 1_000) throw new Invalid({ reason: ['people:unmask.reasonShort'] })
  if (!(await db.person.findFirst({ where: { id: input.personId, alias: true }, select: { id: true } }))) throw new NotFound('pseudonym')
  return transaction(async tx => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`unmask:${input.personId}`}))`
    const [waiting] = await tx.$queryRaw<{ id: number }[]>`select id from unmasking u where person_id = ${input.personId}::int and expires_at > now() and not exists (select 1 from unmasking_step s where s.unmasking_id = u.id and s.act in ('AGREED', 'REFUSED'))`
    if (waiting) throw new Conflict('unmaskWaiting')
    const made = await tx.unmasking.create({
      data: { personId: input.personId, postId: input.postId, reason, askedById: viewer.personId, expiresAt: new Date(Date.now() + UNMASK_HOURS * HOUR) }, select: { id: true },
    })
    return made
  })
}

/** Second step, by another officer; with "yes" the writer is told at once. @throws Forbidden, NotFound, Conflict when it was decided or its time is over */
export async function decideUnmasking(viewer: Member, { id, agree, note = '' }: { id: number; agree: boolean; note?: string }): Promise<void> {
  await reach(viewer, id)
  await transaction(async tx => {
    await tx.$executeRaw`select 1 from unmasking where id = ${id}::int for update`
    const now = await reach(viewer, id)
    if (now.refused || now.agreedById !== null) throw new Conflict('decided')
    if (!canAgreeToUnmask(viewer, now)) throw now.expiresAt <= Date.now() ? new Conflict('late') : new Forbidden('ownThing')
    await tx.unmaskingStep.create({ data: { unmaskingId: id, act: agree ? 'AGREED' : 'REFUSED', byId: viewer.personId, note: note.slice(0, 500) } })
    if (agree) await recordEvent(tx, 'people.pseudonym.opened', { unmaskingId: id, personId: now.personId, postId: now.postId }, viewer.personId)
  })
}

export interface Unmasked {
  name: string
  slug: string
  unit: string
}

/** Who it is, for the two officers alone and for some days; that it was read is written down each time. @throws Forbidden, NotFound */
export async function readUnmasked(viewer: Member, { id }: { id: number }): Promise<Unmasked> {
  const one = await reach(viewer, id)
  if (!canReadUnmasked(viewer, one)) throw new Forbidden()
  return transaction(async tx => {
    await tx.unmaskingStep.create({ data: { unmaskingId: id, act: 'SEEN', byId: viewer.personId } })
    const [owner] = await tx.$queryRaw<Unmasked[]>`
      select p.name, p.slug, coalesce(u.name, '') as unit from pseudonym s join person p on p.id = s.owner_id left join org_unit u on u.id = p.unit_id where s.person_id = ${one.personId}::int`
    if (!owner) throw new NotFound('pseudonym')
    return owner
  })
}

