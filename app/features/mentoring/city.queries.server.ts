import { sql } from '~/platform/db/db.server'

export interface CityMentoring {
  mentors: number
  learners: number
  finished: number
  /** whole hours confirmed by both */
  hours: number
  /** competencies and tags that are offered, the most offered first */
  fields: { tag: string; offers: number }[]
  /** only who agreed to stand here by name */
  names: { name: string; slug: string; position: string }[]
}

/** What the city may know of its mentoring: sums, and names of who agreed. For everybody. */
export async function getCityMentoring(): Promise<CityMentoring> {
  const [row] = await sql<CityMentoring>('mentoring-city', `select
    (select count(distinct mentor_id)::int from mentoring_offer where state in ('OPEN', 'PAUSED')) as mentors,
    (select count(distinct m.person_id)::int from mentoring_member m join mentoring_pair p on p.id = m.pair_id where p.state <> 'AGREEING') as learners,
    (select count(*)::int from mentoring_pair where state = 'FINISHED') as finished,
    (select coalesce(sum(s.minutes), 0)::int / 60 from (
       select min(a.minutes) as minutes from mentoring_session s join mentoring_attendance a on a.session_id = s.id and a.attended
       where s.state <> 'CANCELLED' and s.starts_at < now() group by s.id having count(*) >= 2 and bool_or(a.person_id = s.mentor_id)) s) as hours,
    coalesce((select json_agg(json_build_object('tag', f.tag, 'offers', f.n)) from (
       select tag, count(distinct o.id)::int as n from mentoring_offer o, unnest(o.tags) tag where o.state in ('OPEN', 'PAUSED') group by tag order by n desc, tag limit 40) f), '[]') as fields,
    coalesce((select json_agg(json_build_object('name', p.name, 'slug', p.slug, 'position', case when 'position' = any(p.public_fields) then p.position_name else '' end) order by p.name) from person p
       join mentoring_profile mp on mp.person_id = p.id and mp.public_name where p.closed_at is null and exists (select 1 from mentoring_offer o where o.mentor_id = p.id and o.state in ('OPEN', 'PAUSED'))), '[]') as names`)
  if (!row) throw new Error('the figures of the city are one row')
  return row
}
