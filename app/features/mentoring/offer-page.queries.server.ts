import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import type { Viewer } from '~/platform/viewer'
import type { OfferStateName } from './kinds'
import { titlesOf } from './topic-notes.server'

export interface Testimonial {
  text: string
  name: string
  position: string
  /** milliseconds */
  at: number
}

/** Computed of the last twelve months, never typed in. */
export interface Standing {
  finished: number
  /** ended before their end */
  ended: number
  running: number
  asked: number
  answered: number
  medianHours: number | null
  minutes: number
}

export interface Reading {
  label: string
  href: string
}

export interface TopicNote {
  text: string
  readings: Reading[]
}

/** What mentors say learners usually struggle with, and what to read first: house addresses alone. */
const noteSql = `select text, links from mentoring_topic_note where tag = any($1) order by author_id = $2 desc, updated_at desc limit 3`

/** Links are called as what they lead to is called now; what the viewer may not read is not named. */
export async function listReadings(viewer: Viewer, mentorId: number, tags: readonly string[]): Promise<TopicNote[]> {
  const rows = await sql<{ text: string; links: string[] }>('mentoring-readings', noteSql, [[...tags], mentorId])
  const titles = await titlesOf(viewer, rows.flatMap(row => row.links))
  return rows.map(row => ({ text: row.text, readings: row.links.flatMap(href => { const label = titles.get(href); return label ? [{ href, label }] : [] }) }))
}

/** What the viewer has asked of this offer and is not over: the room of those who were paired, else the request. */
export async function findOwnAsking(viewer: Viewer, offerId: number): Promise<{ requestId: number | null; pairId: number | null } | null> {
  const [row] = await sql<{ requestId: number | null; pairId: number | null }>('mentoring-own-asking', `select
    (select r.id from mentoring_request r where r.learner_id = $1 and r.offer_id = $2 and r.state in ('NEW', 'VIEWED', 'ASKED_BACK') order by r.id desc limit 1) as "requestId",
    (select p.id from mentoring_member m join mentoring_pair p on p.id = m.pair_id where m.person_id = $1 and m.state in ('IN', 'WAITING') and p.offer_id = $2 and p.state in ('AGREEING', 'RUNNING', 'CLOSING') order by p.id desc limit 1) as "pairId"`,
  [viewer.personId ?? 0, offerId])
  return row && (row.requestId !== null || row.pairId !== null) ? row : null
}

const standingSql = `select (count(*) filter (where p.state = 'FINISHED'))::int as finished, (count(*) filter (where p.state = 'ENDED'))::int as ended, (count(*) filter (where p.state in ('RUNNING', 'CLOSING')))::int as running
  from mentoring_pair p where p.mentor_id = $1 and (p.ended_at is null or p.ended_at > now() - interval '12 months')`

export async function getStanding(mentorId: number): Promise<Standing> {
  const [[pairs], [kept]] = await Promise.all([
    sql<{ finished: number; ended: number; running: number }>('mentoring-standing-pairs', standingSql, [mentorId]),
    sql<Pick<Standing, 'asked' | 'answered' | 'medianHours' | 'minutes'>>('mentoring-standing-kept', 'select asked, answered, median_hours as "medianHours", minutes from mentor_standing where person_id = $1', [mentorId]),
  ])
  return { finished: pairs?.finished ?? 0, ended: pairs?.ended ?? 0, running: pairs?.running ?? 0, asked: kept?.asked ?? 0, answered: kept?.answered ?? 0, medianHours: kept?.medianHours ?? null, minutes: kept?.minutes ?? 0 }
}

/** Words the mentor chose to show, of reviews that are no longer hidden. Who wrote them has left nothing behind when their account is closed. */
export const listTestimonials = (mentorId: number): Promise<Testimonial[]> => sql<Testimonial>('mentoring-testimonials', `select r.testimonial as text, a.name, a.position_name as position, ${ms('r.created_at')} as at
  from mentoring_review r join person a on a.id = r.from_id where r.about_id = $1 and r.shown and r.testimonial <> '' and a.closed_at is null order by r.created_at desc limit 6`, [mentorId])

export interface OwnOffer {
  id: number
  title: string
  state: OfferStateName
  capacity: number
  taken: number
  waiting: number
  /** YYYY-MM-DD */
  pausedUntil: string | null
  pausedBy: string | null
}

/** The viewer's own, what runs first. */
export const listOwnOffers = (personId: number): Promise<OwnOffer[]> => sql<OwnOffer>('mentoring-own-offers', `select o.id, o.title, o.state::text, o.capacity, o.taken, to_char(o.paused_until, 'YYYY-MM-DD') as "pausedUntil", o.paused_by as "pausedBy",
    (select count(*)::int from mentoring_request r where r.offer_id = o.id and r.state in ('NEW', 'VIEWED', 'ASKED_BACK')) as waiting
  from mentoring_offer o where o.mentor_id = $1 order by array_position(array['OPEN', 'PAUSED', 'DRAFT', 'CLOSED'], o.state::text), o.id desc limit 100`, [personId])
