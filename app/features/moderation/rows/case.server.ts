import { sql, type Tx } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Viewer } from '~/platform/viewer'
import '../events'
import { mayModerate, type CaseState } from '../policy'
import type { Origin } from '../words'

export interface CaseRow extends CaseState {
  id: number
  kind: string
  thingId: number
  shelf: string
  title: string
  origin: Origin
  detail: string
  flagCount: number
  /** milliseconds */
  openedAt: number
  claimedByName: string | null
}

export const caseColumns = `c.id, c.kind, c.thing_id as "thingId", c.shelf, c.audience, c.author_id as "authorId", c.title, c.origin, c.detail, c.flag_count as "flagCount",
  (extract(epoch from c.opened_at) * 1000)::float8 as "openedAt", c.closed_at is not null as closed, c.claimed_by_id as "claimedById",
  coalesce(extract(epoch from c.claimed_until) * 1000, 0)::float8 as "claimedUntil", cl.name as "claimedByName"`
export const caseTables = 'moderation_case c left join person cl on cl.id = c.claimed_by_id'

/** @throws NotFound also for a case of a list that is not the viewer's to moderate */
export async function reachCase(viewer: Viewer, caseId: number): Promise<CaseRow> {
  const [row] = await sql<CaseRow>('case-by-id', `select ${caseColumns} from ${caseTables} where c.id = $1 and c.audience = any($2)`, [caseId, viewer.audiences])
  if (!row || !mayModerate(viewer, row)) throw new NotFound('case')
  return row
}

export interface NewCase {
  kind: string
  thingId: number
  shelf: string
  audience: string
  authorId: number
  title: string
  origin: Origin
  /** the words of the rule it ran into */
  detail?: string
}

/** The open case of a thing, made where there is none. The row stays locked until the transaction ends. */
export async function openCase(tx: Tx, given: NewCase, actorId: number | null): Promise<number> {
  const key = `${given.kind}:${given.thingId}`
  const [row] = await tx.$queryRaw<{ id: number; made: boolean }[]>`
    insert into moderation_case (kind, thing_id, open_key, shelf, audience, author_id, title, origin, detail)
    values (${given.kind}::text, ${given.thingId}::int, ${key}::text, ${given.shelf}::text, ${given.audience}::text, ${given.authorId}::int, ${given.title.slice(0, 200)}::text, ${given.origin}::text, ${given.detail ?? ''}::text)
    on conflict (open_key) do update set shelf = excluded.shelf, audience = excluded.audience returning id, (xmax = 0) as made`
  if (!row) throw new Error('no case was made')
  if (row.made) await recordEvent(tx, 'moderation.case.opened', { caseId: row.id, kind: given.kind, thingId: given.thingId, shelf: given.shelf, origin: given.origin }, actorId)
  return row.id
}
