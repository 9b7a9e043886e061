import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import { isOfficer } from './offers-policy'
import { allNumbers } from './settings.server'

export interface LateRequest {
  id: number
  offerId: number
  title: string
  mentor: string
  learner: string
  at: number
  dueAt: number
  nudgedAt: number | null
}

export interface SilentPair {
  id: number
  title: string
  mentor: string
  learners: string[]
  lastSignAt: number
}

export interface MentorLoad {
  name: string
  slug: string
  /** the offer with the most learners */
  offerId: number
  taken: number
  capacity: number
  waiting: number
  paused: boolean
}

export interface Waiting {
  id: number
  learner: string
  slug: string
  goal: string
  tags: string[]
  at: number
}

export interface ProgrammeHealth {
  figures: {
    /** requests sent and answered in twelve months; those that wait now */
    asked: number
    answered: number
    open: number
    running: number
    finished: number
    ended: number
    /** 1 to 4 over twelve months; null under five ratings, so that no single one can be read off */
    satisfaction: number | null
    ratings: number
    /** confirmed by both, in twelve months */
    minutes: number
    reports: number
    silentMentors: number
  }
  late: LateRequest[]
  silent: SilentPair[]
  load: MentorLoad[]
  waiting: Waiting[]
}

/** Four numbers of ratings say too much about one person; from five on their mean is shown. */
export const FEWEST_RATINGS = 5

const figures = `select
  (select count(*)::int from mentoring_request where mentor_id is not null and created_at > now() - interval '1 year') as asked,
  (select count(*)::int from mentoring_request where mentor_id is not null and created_at > now() - interval '1 year' and state in ('ACCEPTED', 'DECLINED')) as answered,
  (select count(*)::int from mentoring_request where state in ('NEW', 'VIEWED', 'ASKED_BACK')) as open,
  (select count(*)::int from mentoring_pair where state in ('AGREEING', 'RUNNING', 'CLOSING')) as running,
  (select count(*)::int from mentoring_pair where state = 'FINISHED' and ended_at > now() - interval '1 year') as finished,
  (select count(*)::int from mentoring_pair where state = 'ENDED' and ended_at > now() - interval '1 year') as ended,
  (select case when count(*) >= ${FEWEST_RATINGS} then round(avg(rating), 2)::float8 end from mentoring_review where created_at > now() - interval '1 year') as satisfaction,
  (select count(*)::int from mentoring_review where created_at > now() - interval '1 year') as ratings,
  (select coalesce(sum(s.minutes), 0)::int from (
     select min(a.minutes) as minutes from mentoring_session s join mentoring_attendance a on a.session_id = s.id and a.attended
     where s.starts_at > now() - interval '1 year' and s.starts_at < now() and s.state <> 'CANCELLED' group by s.id having count(*) >= 2 and bool_or(a.person_id = s.mentor_id)) s) as minutes,
  (select count(*)::int from mentoring_report where state = 'OPEN') as reports,
  (select count(distinct mentor_id)::int from mentoring_offer where state = 'PAUSED' and paused_by = 'SILENCE') as "silentMentors"`

/** How the programme does, and whom somebody should look after. @throws NotFound for who is no officer */
export async function getHealth(viewer: Viewer): Promise<ProgrammeHealth> {
  if (!isOfficer(viewer)) throw new NotFound('programme')
  const numbers = await allNumbers()
  const [[sums], late, silent, load, waiting] = await Promise.all([
    sql<ProgrammeHealth['figures']>('mentoring-figures', figures),
    sql<LateRequest>('mentoring-late', `select r.id, r.offer_id as "offerId", o.title, m.name as mentor, l.name as learner, ${ms('r.created_at')} as at, ${ms('r.due_at')} as "dueAt", ${ms('r.nudged_at')} as "nudgedAt"
      from mentoring_request r join mentoring_offer o on o.id = r.offer_id join person m on m.id = r.mentor_id join person l on l.id = r.learner_id
      where r.state in ('NEW', 'VIEWED') and r.created_at < now() - make_interval(days => $1) order by r.created_at limit 50`, [numbers['requests.nudgeDays']]),
    sql<SilentPair>('mentoring-silent', `select mp.id, mp.title, m.name as mentor, array(select p.name from mentoring_member mm join person p on p.id = mm.person_id where mm.pair_id = mp.id and mm.state = 'IN' order by p.name) as learners,
        ${ms('mp.last_sign_at')} as "lastSignAt"
      from mentoring_pair mp join person m on m.id = mp.mentor_id where mp.state in ('AGREEING', 'RUNNING') and mp.last_sign_at < now() - make_interval(weeks => $1) order by mp.last_sign_at limit 50`, [numbers['pairs.silentWeeks']]),
    sql<MentorLoad>('mentoring-load', `select p.name, p.slug, (array_agg(o.id order by o.taken desc, o.id))[1] as "offerId", sum(o.taken)::int as taken, sum(o.capacity)::int as capacity,
        coalesce(sum(w.n), 0)::int as waiting, bool_and(o.state = 'PAUSED') as paused
      from mentoring_offer o join person p on p.id = o.mentor_id
      left join lateral (select count(*)::int as n from mentoring_request r where r.offer_id = o.id and r.state in ('NEW', 'VIEWED', 'ASKED_BACK')) w on true
      where o.state in ('OPEN', 'PAUSED') group by p.id order by sum(o.taken)::float / greatest(sum(o.capacity), 1) desc, sum(o.taken) desc, p.name limit 100`),
    sql<Waiting>('mentoring-waiting', `select r.id, l.name as learner, l.slug, r.goal, r.tags, ${ms('r.created_at')} as at from mentoring_request r join person l on l.id = r.learner_id
      where r.offer_id is null and r.wave_id is null and r.state in ('NEW', 'VIEWED', 'ASKED_BACK') order by r.created_at limit 100`),
  ])
  if (!sums) throw new Error('the figures of mentoring are one row')
  return { figures: sums, late, silent, load, waiting }
}
