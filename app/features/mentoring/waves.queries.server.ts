import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import { isMember, type Viewer } from '~/platform/viewer'
import { canLearn, isOfficer } from './offers-policy'
import { cityToday, phaseOf, type Phase, type WaveDays } from './waves'

export interface WaveRow extends WaveDays {
  id: number
  title: string
  criteria: string
  phase: Phase
  applicants: number
  paired: number
  finished: number
}

const columns = `w.id, w.title, w.criteria, w.opens_on::text as "opensOn", w.closes_on::text as "closesOn", w.pairing_on::text as "pairingOn", w.mid_check_on::text as "midCheckOn", w.ends_on::text as "endsOn",
  (select count(*)::int from mentoring_request r where r.wave_id = w.id and r.state <> 'WITHDRAWN') as applicants,
  (select count(*)::int from mentoring_request r where r.wave_id = w.id and r.state = 'ACCEPTED') as paired,
  (select count(*)::int from mentoring_pair p where p.wave_id = w.id and p.state = 'FINISHED') as finished`
type Read = Omit<WaveRow, 'phase'>
const phased = (row: Read): WaveRow => ({ ...row, phase: phaseOf(row, cityToday()) })

/** Newest first, at most 50. Officers see all, colleagues those that take applications or run. */
export async function listWaves(viewer: Viewer): Promise<WaveRow[]> {
  const officer = isOfficer(viewer)
  if (!officer && !canLearn(viewer)) throw new NotFound('wave')
  const rows = await sql<Read>('mentoring-waves', `select ${columns} from mentoring_wave w where $1 or (w.opens_on <= $2::date and w.ends_on >= $2::date) order by w.opens_on desc, w.id desc limit 50`, [officer, cityToday()])
  return rows.map(phased)
}

/** Rounds that take applications today and the viewer has not applied to; at most three. */
export async function listOpenWaves(viewer: Viewer): Promise<{ id: number; title: string }[]> {
  if (!canLearn(viewer)) return []
  return sql('mentoring-waves-open', `select w.id, w.title from mentoring_wave w where $2::date between w.opens_on and w.closes_on
    and not exists (select 1 from mentoring_request r where r.wave_id = w.id and r.learner_id = $1 and r.state <> 'WITHDRAWN') order by w.closes_on limit 3`, [viewer.personId, cityToday()])
}

export interface WaveView extends WaveRow {
  /** id of the viewer's own application */
  mine: number | null
}

/** @throws NotFound before it opens, for who is no officer */
export async function getWave(viewer: Viewer, id: number): Promise<WaveView> {
  const officer = isOfficer(viewer)
  if (!isMember(viewer) || (!officer && !canLearn(viewer))) throw new NotFound('wave')
  const [row] = await sql<Read & { mine: number | null }>('mentoring-wave', `select ${columns}, (select r.id from mentoring_request r where r.wave_id = w.id and r.learner_id = $2 and r.state <> 'WITHDRAWN' order by r.id desc limit 1) as mine
    from mentoring_wave w where w.id = $1`, [id, viewer.personId])
  if (!row || (!officer && phaseOf(row, cityToday()) === 'BEFORE')) throw new NotFound('wave')
  return { ...phased(row), mine: row.mine }
}

export interface Applicant {
  requestId: number
  name: string
  slug: string
  unit: string
  goal: string
  tags: string[]
  state: string
  mentor: string | null
}

/** For officers, in the order they came; at most 500. @throws NotFound */
export async function listApplicants(viewer: Viewer, waveId: number): Promise<Applicant[]> {
  if (!isOfficer(viewer)) throw new NotFound('wave')
  return sql<Applicant>('mentoring-applicants', `select r.id as "requestId", p.name, p.slug, coalesce(nullif(u.short_name, ''), u.name, '') as unit, r.goal, r.tags, r.state::text, m.name as mentor
    from mentoring_request r join person p on p.id = r.learner_id left join org_unit u on u.id = p.unit_id left join person m on m.id = r.mentor_id
    where r.wave_id = $1 and r.state <> 'WITHDRAWN' order by r.id limit 500`, [waveId])
}
