import { setStanding } from '~/features/people/standing.server'
import { sql, type Tx } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { DecisionState } from '../policy'
import { personal } from '../words'

export interface DecisionRow extends DecisionState {
  id: number
  caseId: number
  kind: string
  thingId: number
  shelf: string
  title: string
  reason: string
  /** milliseconds; null where it has no end */
  until: number | null
  appeal: { text: string; at: number; upheld: boolean | null; answer: string } | null
}

const millis = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`

export const decisionColumns = `d.id, d.case_id as "caseId", c.kind, c.thing_id as "thingId", c.title, d.act, d.by_id as "byId", d.author_id as "authorId", d.shelf, d.audience, d.reason,
  ${millis('d.until')} as until, ${millis('d.created_at')} as at, d.undone_at is not null as undone, a.id is not null as appealed, a.decided_at is not null as judged,
  case when a.id is not null then jsonb_build_object('text', a.text, 'at', ${millis('a.created_at')}, 'upheld', a.upheld, 'answer', a.answer) end as appeal`
export const decisionTables = 'moderation_decision d join moderation_case c on c.id = d.case_id left join moderation_appeal a on a.decision_id = d.id'

/** Without a viewer: whoever asks goes by the policy. @throws NotFound */
export async function getDecisionUnscoped(decisionId: number): Promise<DecisionRow> {
  const [row] = await sql<DecisionRow>('decision-by-id', `select ${decisionColumns} from ${decisionTables} where d.id = $1`, [decisionId])
  if (!row) throw new NotFound('decision')
  return row
}

/** For what is told of them. Those that are gone are missing. */
export const listDecisionsUnscoped = (ids: readonly number[]): Promise<DecisionRow[]> =>
  sql<DecisionRow>('decisions-by-id', `select ${decisionColumns} from ${decisionTables} where d.id = any($1)`, [[...ids]])

/** What the decisions that hold say together: the longest silence and the longest suspension. */
export async function settleStanding(tx: Tx, personId: number, actorId: number): Promise<void> {
  const rows = await tx.$queryRaw<{ act: string; until: Date }[]>`
    select act, max(until) as until from moderation_decision
    where author_id = ${personId}::int and act = any(${[...personal]}::text[]) and undone_at is null and until > now() group by act`
  const of = (act: string) => rows.find(row => row.act === act)?.until ?? null
  await setStanding(tx, personId, { silencedUntil: of('SILENCE'), suspendedUntil: of('SUSPEND') }, actorId)
}
