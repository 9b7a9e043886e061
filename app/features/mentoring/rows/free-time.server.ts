import { ms } from '~/features/discussion/sql'
import { sql, type Tx } from '~/platform/db/db.server'
import { kept } from '~/platform/kept.server'
import type { DayException, FreeTime, HoursRange, Slot } from '../slots'

interface Row {
  id: number
  timeZone: string
  hours: HoursRange[]
  exceptions: DayException[]
  busy: Slot[]
}

const range = `'startMinute', x.start_minute, 'endMinute', x.end_minute`
/** $1 mentors, $2 and $3 the moments between which is looked (milliseconds), $4 whose own unsent hold, and $5 which session, is no obstacle. */
const text = `select g.id, coalesce(f.time_zone, 'Asia/Jakarta') as "timeZone",
    coalesce((select json_agg(json_build_object('weekday', x.weekday, ${range})) from mentor_hours x where x.person_id = g.id), '[]') as hours,
    coalesce((select json_agg(json_build_object('day', to_char(x.day, 'YYYY-MM-DD'), 'away', x.away, ${range})) from mentor_exception x
      where x.person_id = g.id and x.day between (to_timestamp($2::float8 / 1000) - interval '2 days')::date and (to_timestamp($3::float8 / 1000) + interval '2 days')::date), '[]') as exceptions,
    coalesce((select json_agg(json_build_object('startsAt', ${ms('s.starts_at')}, 'endsAt', ${ms('s.ends_at')})) from mentoring_session s
      where s.mentor_id = g.id and s.ends_at > to_timestamp($2::float8 / 1000) and s.starts_at < to_timestamp($3::float8 / 1000) and s.id is distinct from $5::int
        and (s.state = 'BOOKED' or (s.state = 'HOLD' and coalesce(s.hold_until > now(), true) and not coalesce(s.request_id is null and s.held_by_id = $4::int, false)))), '[]') as busy
  from unnest($1::int[]) as g(id) left join mentoring_profile f on f.person_id = g.id`

const holidays = kept('mentoring-holidays', (): { read: Promise<ReadonlySet<string>> | null; until: number } => ({ read: null, until: 0 }))

/** Days without slots; kept half a minute. */
function readHolidays(): Promise<ReadonlySet<string>> {
  if (holidays.read && holidays.until > Date.now()) return holidays.read
  const read = sql<{ day: string }>('holidays', `select to_char(day, 'YYYY-MM-DD') as day from holiday`).then((rows): ReadonlySet<string> => new Set(rows.map(row => row.day)))
  holidays.read = read
  holidays.until = Date.now() + 30_000
  read.catch(() => { if (holidays.read === read) holidays.read = null })
  return read
}

/** The days were changed in this process. */
export const forgetHolidays = (): void => { holidays.read = null }

export interface FreeTimeAsked {
  from: number
  to: number
  /** whose own hold, not sent yet, is no obstacle */
  heldBy?: number | null
  /** a session that is to be moved is no obstacle to itself */
  except?: number | null
}

/** Free time of mentors, in one statement for all of them. `tx`: as it stands within a transaction. */
export async function freeTimeOf(mentorIds: readonly number[], { from, to, heldBy = null, except = null }: FreeTimeAsked, tx?: Tx): Promise<Map<number, FreeTime>> {
  const values = [[...mentorIds], from, to, heldBy, except] as const
  // within a transaction nothing else is asked of the pool: many who wait for one calendar would keep each other from it
  if (tx) {
    const days = new Set((await tx.$queryRaw<{ day: string }[]>`select to_char(day, 'YYYY-MM-DD') as day from holiday`).map(row => row.day))
    return together(await tx.$queryRawUnsafe<Row[]>(text, ...values), days)
  }
  const [rows, days] = await Promise.all([sql<Row>('mentor-free-time', text, values), readHolidays()])
  return together(rows, days)
}

function together(rows: readonly Row[], days: ReadonlySet<string>): Map<number, FreeTime> {
  return new Map(rows.map(({ id, ...row }) => [id, { ...row, holidays: days }]))
}
