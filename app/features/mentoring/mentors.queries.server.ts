import { fullNameOf } from '~/features/people/profile.queries.server'
import { photoUrl } from '~/features/people/photo'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import type { FormName, ModeName, OfferStateName } from './kinds'
import { getStanding, listReadings, listTestimonials, type Standing, type Testimonial, type TopicNote } from './offer-page.queries.server'
import { openSql } from './offers.queries.server'
import { reachDirectory } from './directory.queries.server'

export interface MentorOffer {
  id: number
  title: string
  form: FormName
  mode: ModeName
  tags: string[]
  sessions: number
  capacity: number
  taken: number
  state: OfferStateName
  open: boolean
  /** YYYY-MM-DD */
  pausedUntil: string | null
}

export interface MentorView {
  id: number
  slug: string
  name: string
  fullName: string
  photo: string | null
  about: string
  position: string
  unit: string
  organisation: string
  /** YYYY-MM-DD */
  since: string | null
  languages: string[]
  timeZone: string
  /** positions before this one, newest first; empty unless the mentor shows them */
  history: { position: string; unit: string; from: string; to: string | null }[]
  /** topics of what they finished with others, most often first */
  helped: { tag: string; count: number }[]
  offers: MentorOffer[]
  standing: Standing
  testimonials: Testimonial[]
  notes: TopicNote[]
  /** milliseconds */
  nextFreeAt: number | null
  mine: boolean
}

interface Row {
  id: number
  slug: string
  name: string
  titleBefore: string
  titleAfter: string
  photoKey: string | null
  about: string
  position: string
  unit: string
  organisation: string
  since: string | null
  languages: string[]
  timeZone: string
  showPosition: boolean
  showHistory: boolean
  nextFreeAt: number | null
}

const mentorSql = `select a.id, a.slug, a.name, a.title_before as "titleBefore", a.title_after as "titleAfter", a.photo_key as "photoKey", a.about, a.position_name as position, coalesce(u.name, '') as unit, coalesce(g.name, '') as organisation,
    (select to_char(pa.starts_on, 'YYYY-MM-DD') from position_assignment pa where pa.person_id = a.id and pa.kind = 'DEFINITIVE' and pa.ends_on is null order by pa.starts_on desc limit 1) as since,
    coalesce(f.languages, '{id}') as languages, coalesce(f.time_zone, a.time_zone) as "timeZone", coalesce(f.show_position, true) as "showPosition", coalesce(f.show_history, false) as "showHistory",
    (extract(epoch from case when st.next_free_at > now() then st.next_free_at end) * 1000)::float8 as "nextFreeAt"
  from person a left join org_unit u on u.id = a.unit_id left join partner_org g on g.id = a.partner_org_id left join mentoring_profile f on f.person_id = a.id left join mentor_standing st on st.person_id = a.id
  where a.slug = $1 and a.closed_at is null and exists (select 1 from mentoring_offer o where o.mentor_id = a.id and (o.state <> 'DRAFT' or a.id = $2))`
const historySql = `select po.name as position, coalesce(nullif(u.short_name, ''), u.name) as unit, to_char(pa.starts_on, 'YYYY-MM-DD') as "from", to_char(pa.ends_on, 'YYYY-MM-DD') as "to"
  from position_assignment pa join position po on po.id = pa.position_id join org_unit u on u.id = pa.unit_id where pa.person_id = $1 and pa.ends_on is not null order by pa.starts_on desc limit 10`
const helpedSql = `select x.tag, count(distinct p.id)::int as count from mentoring_pair p join mentoring_offer o on o.id = p.offer_id cross join lateral unnest(o.tags) x(tag) where p.mentor_id = $1 and p.state = 'FINISHED' group by x.tag order by 2 desc, 1 limit 8`
const offersSql = `select o.id, o.title, o.form::text, o.mode::text, o.tags, o.sessions, o.capacity, o.taken, o.state::text, ${openSql} as open, to_char(o.paused_until, 'YYYY-MM-DD') as "pausedUntil"
  from mentoring_offer o where o.mentor_id = $1 and o.state in ('OPEN', 'PAUSED') order by (${openSql}) desc, o.id desc limit 20`

/** A mentor with what they let others see. @throws NotFound for whoever offers nothing, Forbidden, SignInNeeded */
export async function getMentor(viewer: Viewer, slug: string): Promise<MentorView> {
  await reachDirectory(viewer)
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) throw new NotFound('mentor')
  const [row] = await sql<Row>('mentoring-mentor', mentorSql, [slug, viewer.personId])
  if (!row) throw new NotFound('mentor')
  const [offers, history, helped, standing, testimonials] = await Promise.all([
    sql<MentorOffer>('mentoring-mentor-offers', offersSql, [row.id]),
    row.showHistory ? sql<MentorView['history'][number]>('mentoring-mentor-history', historySql, [row.id]) : [],
    sql<MentorView['helped'][number]>('mentoring-mentor-helped', helpedSql, [row.id]), getStanding(row.id), listTestimonials(row.id),
  ])
  const { showPosition, showHistory: _shown, titleBefore, titleAfter, photoKey, position, unit, since, ...person } = row
  return {
    ...person, fullName: fullNameOf({ name: row.name, titleBefore, titleAfter }), photo: photoUrl(photoKey), position: showPosition ? position : '', unit: showPosition ? unit : '', since: showPosition ? since : null,
    history, helped, offers, standing, testimonials, notes: await listReadings(viewer, row.id, offers.flatMap(offer => offer.tags)), mine: viewer.personId === row.id,
  }
}
