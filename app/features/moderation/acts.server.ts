import { sql, type Tx } from '~/platform/db/db.server'
import { Conflict } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import type { ThingAct } from './words'

/** Reasons of acts stand in the public log: this many letters at most. */
export const REASON_MAX = 500

export interface NewAct {
  /** the noun, and its id in the room that keeps it */
  kind: string
  thingId: number
  act: ThingAct
  /** where it stood, and who may read of it */
  shelf: string
  audience: string
  reason: string
  /** what undoing needs to know: ids and states, never words of people */
  detail?: Record<string, unknown>
}

/** Writes an act into the log, in the transaction that does it. The room whose thing it is has asked its policy. @returns the act's id */
export async function recordAct(tx: Tx, by: Member, given: NewAct): Promise<number> {
  const made = await tx.moderationAct.create({
    data: { kind: given.kind, thingId: given.thingId, act: given.act, shelf: given.shelf, audience: given.audience, reason: given.reason, detail: (given.detail ?? {}) as object, byId: by.personId },
    select: { id: true },
  })
  return made.id
}

export interface ActRow {
  id: number
  kind: string
  thingId: number
  act: ThingAct
  reason: string
  detail: Record<string, unknown>
  /** milliseconds */
  at: number
  byName: string
  undone: boolean
}

const columns = `a.id, a.kind, a.thing_id as "thingId", a.act, a.reason, a.detail, (extract(epoch from a.created_at) * 1000)::float8 as at, p.name as "byName", a.undone_at is not null as undone`

/** What was done with a thing, and what was merged into it, newest first, at most fifty. With names: for those who moderate it. Unscoped. */
export const listActsUnscoped = (kind: string, thingId: number): Promise<ActRow[]> =>
  sql<ActRow>('acts-of-thing', `select ${columns} from moderation_act a join person p on p.id = a.by_id where a.kind = $1 and (a.thing_id = $2 or (a.act = 'MERGE' and a.detail @> jsonb_build_object('into', $2::int))) order by a.id desc limit 50`, [kind, thingId])

/** Unscoped: the room whose thing it is asks its policy. */
export async function findActUnscoped(actId: number): Promise<ActRow | null> {
  const [row] = await sql<ActRow>('act-by-id', `select ${columns} from moderation_act a join person p on p.id = a.by_id where a.id = $1`, [actId])
  return row ?? null
}

/** Marks it as taken back, in the transaction that does so. @throws Conflict when it was already */
export async function markUndone(tx: Tx, by: Member, actId: number): Promise<void> {
  const done = await tx.moderationAct.updateMany({ where: { id: actId, undoneAt: null }, data: { undoneAt: new Date(), undoneById: by.personId } })
  if (done.count === 0) throw new Conflict('generic')
}

/** The act of this name that still stands is taken back by doing its opposite. @returns whether there was one */
export async function undoStanding(tx: Tx, by: Member, given: { kind: string; thingId: number; act: ThingAct }): Promise<boolean> {
  const done = await tx.moderationAct.updateMany({ where: { ...given, undoneAt: null }, data: { undoneAt: new Date(), undoneById: by.personId } })
  return done.count > 0
}
