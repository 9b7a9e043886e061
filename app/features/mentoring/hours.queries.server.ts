import { sql } from '~/platform/db/db.server'
import type { Member, Viewer } from '~/platform/viewer'
import { isOfficer } from './offers-policy'
import type { DayException, HoursRange } from './slots'

export interface HoursView {
  timeZone: string
  hours: HoursRange[]
  /** from today on, in order */
  exceptions: (DayException & { id: number; note: string })[]
  /** the next ones, at most eight */
  holidays: HolidayView[]
  /** may change the days without slots */
  officer: boolean
}

export interface HolidayView {
  day: string
  name: string
}

const range = `'startMinute', x.start_minute, 'endMinute', x.end_minute`

/** One's own free time, as its page shows it. One statement. */
export async function getHours(member: Member): Promise<HoursView> {
  const [row] = await sql<Omit<HoursView, 'officer'>>('own-hours', `select z.zone as "timeZone",
      coalesce((select json_agg(json_build_object('weekday', x.weekday, ${range}) order by x.weekday, x.start_minute) from mentor_hours x where x.person_id = $1), '[]') as hours,
      coalesce((select json_agg(json_build_object('id', x.id, 'day', to_char(x.day, 'YYYY-MM-DD'), 'away', x.away, ${range}, 'note', x.note) order by x.day, x.id) from mentor_exception x
        where x.person_id = $1 and x.day >= (now() at time zone z.zone)::date), '[]') as exceptions,
      coalesce((select json_agg(json_build_object('day', to_char(y.day, 'YYYY-MM-DD'), 'name', y.name) order by y.day) from
        (select * from holiday where day >= (now() at time zone z.zone)::date order by day limit 8) y), '[]') as holidays
    from (select coalesce((select f.time_zone from mentoring_profile f where f.person_id = $1), $2) as zone) z`, [member.personId, member.timeZone])
  return { ...(row ?? { timeZone: member.timeZone, hours: [], exceptions: [], holidays: [] }), officer: isOfficer(member) }
}

/** All days without slots, newest year last. */
export const listHolidays = (_viewer: Viewer): Promise<HolidayView[]> =>
  sql<HolidayView>('holidays-all', `select to_char(day, 'YYYY-MM-DD') as day, name from holiday where day >= (date_trunc('year', now()))::date order by day limit 400`)
