import { ms } from '~/features/discussion/sql'
import { sql, type Tx } from '~/platform/db/db.server'
import { Conflict, NotFound } from '~/platform/errors'
import type { Member, Viewer } from '~/platform/viewer'
import type { ModeName } from '../kinds'
import type { SessionFacts } from '../sessions-policy'
import { reachPair, type PairRow } from './pair-reach.server'

export interface SessionRow extends SessionFacts {
  id: number
  pairId: number
  mentorId: number
  topic: string
  mode: ModeName
  place: string
  link: string
  sequence: number
}

const columns = `s.id, s.pair_id as "pairId", s.mentor_id as "mentorId", ${ms('s.starts_at')} as "startsAt", ${ms('s.ends_at')} as "endsAt", s.state, s.topic, s.mode::text as mode, s.place, s.link, s.sequence`

/** A session of a pair the viewer is in. @throws NotFound for every other one */
export async function reachSession(viewer: Viewer, sessionId: number): Promise<{ member: Member; pair: PairRow; session: SessionRow }> {
  const [session] = await sql<SessionRow>('reach-session', `select ${columns} from mentoring_session s where s.id = $1 and s.pair_id is not null and s.state <> 'HOLD'`, [sessionId])
  if (!session) throw new NotFound('session')
  return { ...(await reachPair(viewer, session.pairId)), session }
}

/** Its row, ours until the transaction ends. Changed since the caller looked: the policy was asked of another state. @throws Conflict */
export async function holdSession(tx: Tx, session: SessionRow): Promise<void> {
  const [row] = await tx.$queryRaw<{ same: boolean }[]>`
    select state = ${session.state}::text and sequence = ${session.sequence}::int as same from mentoring_session where id = ${session.id}::int for update`
  if (!row?.same) throw new Conflict()
}
