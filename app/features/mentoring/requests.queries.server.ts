import { ms } from '~/features/discussion/sql'
import { photoUrl } from '~/features/people/photo'
import { viewerOfPersonUnscoped } from '~/features/people/viewer.server'
import { sql } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import type { FormName } from './kinds'
import { suggestOffers } from './match.server'
import { isOfficer } from './offers-policy'
import type { PairPerson } from './pairs-views'
import { mayInRequest } from './requests-policy'
import { isOpenRequest, requestActsOf } from './requests-table'
import type { RequestLine, RequestRowView, RequestView, SuggestedOffer } from './requests-views'
import { asMember } from './rows/pair-reach.server'
import { reachRequest } from './rows/request-reach.server'

type PersonRow = Omit<PairPerson, 'photo'> & { photoKey: string | null }
const personOf = (alias: string) => `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'slug', ${alias}.slug, 'photoKey', ${alias}.photo_key, 'position', ${alias}.position_name,
  'unit', coalesce((select coalesce(nullif(u.short_name, ''), u.name) from org_unit u where u.id = ${alias}.unit_id), '')) end`
const shown = (row: PersonRow | null): PairPerson | null => {
  if (!row) return null
  const { photoKey, ...person } = row
  return { ...person, photo: photoUrl(photoKey) }
}

export type RequestSide = 'learner' | 'mentor' | 'needs'
export const REQUESTS_PER_PAGE = 30
const openSql = "r.state in ('NEW', 'VIEWED', 'ASKED_BACK')"

const listText = (side: RequestSide, open: boolean) => `select r.id, r.state::text as state, o.title, left(r.goal, 300) as goal, ${personOf(side === 'learner' ? 'm' : 'l')} as other, ${ms('r.due_at')} as "dueAt",
    r.nudged_at is not null as nudged, ${ms('r.created_at')} as "createdAt", r.pair_id as "pairId"
  from mentoring_request r left join mentoring_offer o on o.id = r.offer_id left join person m on m.id = r.mentor_id join person l on l.id = r.learner_id
  where ${side === 'learner' ? 'r.learner_id = $1' : side === 'mentor' ? 'r.mentor_id = $1' : '$1::int is not null and r.mentor_id is null and r.wave_id is null'} and ${open ? openSql : `not (${openSql}) and r.id < $2`}
  order by ${open ? 'r.due_at, r.id' : 'r.id desc'} limit ${open ? 200 : REQUESTS_PER_PAGE + 1}`

export interface RequestList {
  rows: RequestRowView[]
  /** id below which older ones follow */
  next: number | null
}

/**
 * Those still open, the most urgent first, or those answered, newest first. `learner`: the viewer's own; `mentor`: asked of the viewer;
 * `needs`: who looks for somebody, for officers. @throws Forbidden for `needs` to everybody else
 */
export async function listRequests(viewer: Viewer, { side, open, before = null }: { side: RequestSide; open: boolean; before?: number | null }): Promise<RequestList> {
  const member = asMember(viewer)
  if (side === 'needs' && !isOfficer(member)) throw new Forbidden('officersOnly')
  const rows = await sql<Omit<RequestRowView, 'other'> & { other: PersonRow | null }>(`requests-${side}-${open}`, listText(side, open), open ? [member.personId] : [member.personId, before ?? 2_147_483_647])
  const page = rows.slice(0, open ? rows.length : REQUESTS_PER_PAGE).map(row => ({ ...row, other: shown(row.other) }))
  return { rows: page, next: !open && rows.length > REQUESTS_PER_PAGE ? (page.at(-1)?.id ?? null) : null }
}

export interface RequestCounts {
  learner: number
  mentor: number
  needs: number | null
}

/** How many wait, for the tabs. */
export async function countRequests(viewer: Viewer): Promise<RequestCounts> {
  const member = asMember(viewer)
  const [row] = await sql<RequestCounts>('request-counts', `select (select count(*)::int from mentoring_request r where r.learner_id = $1 and ${openSql}) as learner,
    (select count(*)::int from mentoring_request r where r.mentor_id = $1 and ${openSql}) as mentor,
    case when $2::boolean then (select count(*)::int from mentoring_request r where r.mentor_id is null and r.wave_id is null and ${openSql}) end as needs`, [member.personId, isOfficer(member)])
  return row ?? { learner: 0, mentor: 0, needs: null }
}

interface Row extends Omit<RequestView, 'id' | 'role' | 'state' | 'pairId' | 'acts' | 'suggestions' | 'mentor' | 'learner' | 'lines'> {
  mentor: PersonRow | null
  learner: PersonRow
  lines: RequestLine[] | null
  asked: number[]
}

const oneText = `select r.goal, r.situation, r.tried, r.wished_form::text as "wishedForm", r.wished_times as "wishedTimes", r.tags, ${ms('r.slot_at')} as "slotAt", ${ms('r.due_at')} as "dueAt", ${ms('r.created_at')} as "createdAt",
    r.reason, r.carries is not null as carries, coalesce(f.learner_about, '') as "learnerAbout", ${personOf('m')} as mentor, ${personOf('l')} as learner,
    case when o.id is not null then json_build_object('id', o.id, 'title', o.title, 'form', o.form, 'full', o.taken >= o.capacity, 'paused', o.state = 'PAUSED') end as offer,
    (select json_agg(json_build_object('id', n.id, 'act', n.act, 'author', a.name, 'mine', n.author_id is not distinct from $2, 'text', n.text, 'at', ${ms('n.created_at')}) order by n.id)
      from mentoring_request_line n left join person a on a.id = n.author_id where n.request_id = r.id) as lines,
    array(select distinct x.offer_id from mentoring_request x where x.learner_id = r.learner_id and x.offer_id is not null and x.state in ('NEW', 'VIEWED', 'ASKED_BACK', 'DECLINED', 'EXPIRED')) as asked
  from mentoring_request r left join mentoring_offer o on o.id = r.offer_id left join person m on m.id = r.mentor_id join person l on l.id = r.learner_id left join mentoring_profile f on f.person_id = r.learner_id where r.id = $1`

/** With what the viewer can do about it. @throws NotFound for everybody it does not concern */
export async function getRequest(viewer: Viewer, requestId: number): Promise<RequestView> {
  const { member, request, role } = await reachRequest(viewer, requestId)
  const [row] = await sql<Row>('get-request', oneText, [requestId, member.personId])
  const learner = shown(row?.learner ?? null)
  if (!row || !learner) throw new Error(`request ${requestId} vanished`)
  const { asked, lines, mentor, ...rest } = row
  const looksOn = role !== 'MENTOR' && (request.mentorId === null ? isOpenRequest(request.state) || request.state === 'EXPIRED' : request.state === 'DECLINED' || request.state === 'EXPIRED')
  return {
    ...rest, id: request.id, role, state: request.state, learner, mentor: shown(mentor), pairId: request.pairId, lines: lines ?? [],
    acts: requestActsOf(request.state, role).filter(act => mayInRequest(member, request, act) && (act !== 'pair' || request.mentorId === null)),
    suggestions: looksOn ? await suggestionsFor(request.learnerId, { tags: row.tags, form: row.wishedForm, text: row.goal }, asked) : [],
  }
}

/** For the learner, whoever looks: an officer sees what would fit them. */
async function suggestionsFor(learnerId: number, need: { tags: string[]; form: FormName | null; text: string }, without: readonly number[]): Promise<SuggestedOffer[]> {
  const learner = await viewerOfPersonUnscoped(learnerId).catch(() => null)
  if (!learner) return []
  const found = await suggestOffers(learner, need, { limit: 4, without })
  return found.map(({ offerId, title, name, reasons }) => ({ offerId, title, name, reasons }))
}

/** What a need says, to begin the form of a request with. Null for one that is not the viewer's own. */
export async function findOwnNeed(viewer: Viewer, requestId: number): Promise<{ goal: string; situation: string; tried: string; wishedTimes: string } | null> {
  const member = asMember(viewer)
  const [row] = await sql<{ goal: string; situation: string; tried: string; wishedTimes: string }>('own-need',
    `select r.goal, r.situation, r.tried, r.wished_times as "wishedTimes" from mentoring_request r where r.id = $1 and r.learner_id = $2 and r.mentor_id is null and ${openSql}`, [requestId, member.personId])
  return row ?? null
}
