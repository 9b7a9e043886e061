import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import type { Reason } from './match'
import { isOfficer } from './offers-policy'
import type { PairingResult } from './pairings.server'

export interface PairingRow {
  requestId: number
  learner: string
  learnerUnit: string
  goal: string
  offerId: number
  title: string
  mentor: string
  mentorUnit: string
  reasons: Reason[]
}

export interface PairingView {
  id: number
  state: 'RUNNING' | 'READY' | 'APPLIED' | 'DROPPED' | 'FAILED'
  progress: number
  waveId: number | null
  wave: string | null
  startedAt: number
  rows: PairingRow[]
  without: { requestId: number; learner: string; goal: string }[]
}

const unitName = (table: string) => `coalesce(nullif(${table}.short_name, ''), ${table}.name, '')`

/** A proposal with names and words. @throws NotFound for who is no officer */
export async function getPairing(viewer: Viewer, id: number): Promise<PairingView> {
  if (!isOfficer(viewer)) throw new NotFound('pairing')
  const [row] = await sql<Omit<PairingView, 'rows' | 'without'> & { result: PairingResult | null }>('mentoring-pairing', `select p.id, p.state, p.progress, p.wave_id as "waveId", w.title as wave, ${ms('p.started_at')} as "startedAt", p.result
    from mentoring_pairing p left join mentoring_wave w on w.id = p.wave_id where p.id = $1`, [id])
  if (!row) throw new NotFound('pairing')
  const { result, ...head } = row
  const pairs = result?.pairs ?? []
  const [rows, without] = await Promise.all([
    sql<Omit<PairingRow, 'reasons'>>('mentoring-pairing-rows', `select r.id as "requestId", l.name as learner, ${unitName('lu')} as "learnerUnit", r.goal, o.id as "offerId", o.title, m.name as mentor, ${unitName('mu')} as "mentorUnit"
      from unnest($1::int[], $2::int[]) with ordinality x(request, offer, at) join mentoring_request r on r.id = x.request join mentoring_offer o on o.id = x.offer join person l on l.id = r.learner_id join person m on m.id = o.mentor_id
      left join org_unit lu on lu.id = l.unit_id left join org_unit mu on mu.id = m.unit_id order by x.at`, [pairs.map(one => one.requestId), pairs.map(one => one.offerId)]),
    sql<{ requestId: number; learner: string; goal: string }>('mentoring-pairing-without', `select r.id as "requestId", l.name as learner, r.goal from mentoring_request r join person l on l.id = r.learner_id where r.id = any($1) order by r.id`, [result?.without ?? []]),
  ])
  const why = new Map(pairs.map(one => [one.requestId, one.reasons]))
  return { ...head, rows: rows.map(one => ({ ...one, reasons: why.get(one.requestId) ?? [] })), without }
}

/** The last pairing of a wave, or of those outside of waves; null when there was none. */
export async function findLastPairing(viewer: Viewer, waveId: number | null): Promise<{ id: number; state: PairingView['state']; progress: number } | null> {
  if (!isOfficer(viewer)) throw new NotFound('pairing')
  const [row] = await sql<{ id: number; state: PairingView['state']; progress: number }>('mentoring-pairing-last', `select id, state, progress from mentoring_pairing where wave_id is not distinct from $1 and state <> 'DROPPED' order by id desc limit 1`, [waveId])
  return row ?? null
}
