import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { isOfficer } from './offers-policy'

export interface ReportRow {
  id: number
  state: 'OPEN' | 'CLOSED'
  from: string
  about: string
  /** title of the pair or of the offer that was asked for */
  of: string | null
  at: number
  left: boolean
}

export interface ReportPost {
  number: number
  name: string
  html: string
  at: number
}

export interface ReportView extends ReportRow {
  text: string
  outcome: string
  handledBy: string | null
  handledAt: number | null
  pairId: number | null
  enteredAt: number | null
  enteredBy: string | null
  /** the conversation, once an officer entered and while the report is open */
  posts: ReportPost[] | null
}

const columns = `r.id, r.state, f.name as "from", a.name as about, coalesce(mp.title, o.title) as "of", ${ms('r.created_at')} as at, r."left"`
const joins = `from mentoring_report r join person f on f.id = r.from_id join person a on a.id = r.about_id left join mentoring_pair mp on mp.id = r.pair_id
  left join mentoring_request q on q.id = r.request_id left join mentoring_offer o on o.id = q.offer_id`
/** nobody looks at what is said of themselves, or decides on their own */
const others = 'r.from_id <> $1 and r.about_id <> $1'

/** Open ones first, then the newest. At most 200. @throws NotFound for who is no officer */
export async function listReports(viewer: Member): Promise<ReportRow[]> {
  if (!isOfficer(viewer)) throw new NotFound('report')
  return sql<ReportRow>('mentoring-reports', `select ${columns} ${joins} where ${others} order by r.state desc, r.id desc limit 200`, [viewer.personId])
}

/** @throws NotFound for everybody but the officers it does not concern */
export async function getReport(viewer: Member, id: number): Promise<ReportView> {
  if (!isOfficer(viewer)) throw new NotFound('report')
  const [row] = await sql<Omit<ReportView, 'posts'>>('mentoring-report', `select ${columns}, r.text, r.outcome, h.name as "handledBy", ${ms('r.handled_at')} as "handledAt", r.pair_id as "pairId",
      ${ms('r.entered_at')} as "enteredAt", e.name as "enteredBy"
    ${joins} left join person h on h.id = r.handled_by_id left join person e on e.id = r.entered_by_id where r.id = $2 and ${others}`, [viewer.personId, id])
  if (!row) throw new NotFound('report')
  const open = row.state === 'OPEN' && row.enteredAt !== null && row.pairId !== null
  return { ...row, posts: open ? await postsOf(row.pairId ?? 0) : null }
}

/** What stands in the room; deleted words and private notes are nobody's business here either. */
const postsOf = (pairId: number) => sql<ReportPost>('mentoring-report-posts', `select p.number, a.name, p.html, ${ms('p.created_at')} as at
  from mentoring_pair mp join post p on p.thread_id = mp.thread_id join person a on a.id = p.author_id where mp.id = $1 and p.deleted_at is null order by p.number desc limit 200`, [pairId])

/** What became of the reports the viewer made. */
export const listOwnReports = (viewer: Member): Promise<Pick<ReportView, 'id' | 'state' | 'about' | 'at' | 'outcome'>[]> =>
  sql('mentoring-own-reports', `select r.id, r.state, a.name as about, ${ms('r.created_at')} as at, r.outcome from mentoring_report r join person a on a.id = r.about_id where r.from_id = $1 order by r.id desc limit 50`, [viewer.personId])
