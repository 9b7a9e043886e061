import { sql } from '~/platform/db/db.server'
import type { FormName, LanguageName, ModeName, OfferStateName, SortName } from '../kinds'
import { parts, weightsOf, type Parts } from '../match'
import { groupSql, openSql } from '../offers.queries.server'
import { allNumbers } from '../settings.server'

export interface Wanted {
  /** what is needed; empty: what the learner's profile says */
  tags?: readonly string[]
  words?: readonly string[]
  languages?: readonly string[]
}

export interface Sieve {
  forms?: readonly FormName[]
  mode?: ModeName | null
  tag?: string | null
  language?: LanguageName | null
  /** the mentor works in this unit or below it */
  unitId?: number | null
  /** with a free seat */
  seat?: boolean
  /** with a slot within seven days */
  slot?: boolean
  /** only these, found by the search room */
  ids?: readonly number[] | null
  without?: readonly number[]
  withoutMentors?: readonly number[]
  /** officers and invited mentors see what is not for them too */
  everybodys?: boolean
}

export interface RankedRow {
  id: number
  title: string
  form: FormName
  mode: ModeName
  place: string
  tags: string[]
  languages: string[]
  sessions: number
  minutes: number
  capacity: number
  taken: number
  full: boolean
  state: OfferStateName
  mentorId: number
  slug: string
  name: string
  photoKey: string | null
  position: string
  unit: string
  medianHours: number | null
  asked: number
  begun: number
  /** milliseconds */
  nextFreeAt: number | null
  freeThisWeek: number
  /** what was needed: said now, or in the profile */
  needTags: string[]
  sharedTags: string[]
  language: string | null
  withMe: boolean
  fromMyUnit: number
  parts: Parts
  score: number
  rank: number
}

const family = `coalesce(substring(lower(a.position_name) from '^(lurah|camat|sekretaris|kepala \\S+)(?=\\s|$)'),
  regexp_replace(lower(a.position_name), '\\s+(ahli\\s+)?(pertama|muda|madya|utama|terampil|mahir|penyelia|pemula)$', ''))`

const order: Record<SortName, string> = {
  cocok: '-(s.score * 10007::float8 + s.turn)',
  slot: `coalesce(extract(epoch from case when s.next_free_at > now() then s.next_free_at end), 1e12)::float8`,
  cepat: 'coalesce(s.median_hours, 1e6)::float8',
  baru: '(-s.id)::float8',
}

/** Values of a statement, and where each stands in it. */
class Values {
  readonly list: unknown[] = []
  of(value: unknown): string {
    this.list.push(value)
    return `$${this.list.length}`
  }
}

/**
 * What is asked besides the rest, each with its letter in the statement's name. Only what is asked stands in the text: the planner makes one plan for all
 * values, and a heap of "or nothing was asked" would have it expect next to no rows.
 */
function sieved(sieve: Sieve, v: Values): { name: string; text: string } {
  const asked: [letter: string, text: () => string, on: boolean][] = [
    ['e', () => `((o.for_groups = '{}' or me.grp = any(o.for_groups::text[])) and (o.for_units = '{}' or o.for_units && me.path) and (o.for_positions = '{}' or exists (select 1 from unnest(o.for_positions) x where starts_with(me.position, lower(x)))))`, !sieve.everybodys],
    ['f', () => `o.form::text = any(${v.of([...(sieve.forms ?? [])])}::text[])`, (sieve.forms?.length ?? 0) > 0],
    ['m', () => `(o.mode = 'EITHER' or o.mode::text = ${v.of(sieve.mode)})`, sieve.mode === 'ONLINE' || sieve.mode === 'ON_SITE'],
    ['t', () => `o.tags @> array[${v.of(sieve.tag)}::text]`, Boolean(sieve.tag)],
    ['l', () => `o.languages @> array[${v.of(sieve.language)}::text]`, Boolean(sieve.language)],
    ['u', () => `near.path @> array[${v.of(sieve.unitId)}::int]`, Boolean(sieve.unitId)],
    ['s', () => 'o.taken < o.capacity', sieve.seat ?? false],
    ['w', () => `st.next_free_at > now() and st.next_free_at < now() + interval '7 days'`, sieve.slot ?? false],
    ['i', () => `o.id = any(${v.of([...(sieve.ids ?? [])])}::int[])`, Boolean(sieve.ids)],
    ['o', () => `o.id <> all(${v.of([...(sieve.without ?? [])])}::int[])`, (sieve.without?.length ?? 0) > 0],
    ['p', () => `o.mentor_id <> all(${v.of([...(sieve.withoutMentors ?? [])])}::int[])`, (sieve.withoutMentors?.length ?? 0) > 0],
  ]
  const on = asked.filter(([, , wanted]) => wanted)
  return { name: on.map(([letter]) => letter).join(''), text: on.map(([, text]) => `and ${text()}`).join(' ') }
}

/** $1 learner $2 need's tags $3 words $4 languages $5 weights $6 day $7 limit; then what the sieve and the cursor ask. */
const rankedSql = (sort: SortName, sieve: string, hasWords: boolean, cursor: string) => `
with me as (
  select a.id, a.unit_id, lower(a.position_name) as position, ${family} as family, ${groupSql('a.id')} as grp, coalesce(u.path, '{}') as path,
    case when cardinality($2::text[]) > 0 then $2::text[] else coalesce(f.wants, '{}') end as tags, case when cardinality($4::text[]) > 0 then $4::text[] else coalesce(f.languages, '{id}') end as languages
  from person a left join org_unit u on u.id = a.unit_id left join mentoring_profile f on f.person_id = a.id where a.id = $1
), near as materialized (
  select u.id, u.path, case when cardinality(me.path) > 1 then greatest(0, ((select count(*) from unnest(u.path) x where x = any(me.path)) - 1)::float8 / (cardinality(me.path) - 1)) else 0 end as nearness
  from org_unit u, me
), busy as (
  select o.mentor_id, sum(o.capacity) as room, sum(o.taken) as learners from mentoring_offer o where o.state in ('OPEN', 'PAUSED') group by o.mentor_id
), waiting as (
  select r.mentor_id, count(*) as many from mentoring_request r where r.state in ('NEW', 'VIEWED', 'ASKED_BACK') and r.mentor_id is not null group by r.mentor_id
), past as materialized (
  select coalesce(jsonb_object_agg(x.mentor_id, x.others), '{}') as of from (
    select p.mentor_id, case when bool_or(m.person_id = $1) then -1 else count(distinct m.person_id)::int end as others
    from me, person l join mentoring_member m on m.person_id = l.id join mentoring_pair p on p.id = m.pair_id
    where (l.id = $1 or l.unit_id = me.unit_id) and m.state = 'IN' and p.state = 'FINISHED' group by p.mentor_id) x
), away as materialized (
  select blocked_id as id from person_block where person_id = $1 union all select person_id from person_block where blocked_id = $1
), level as materialized (
  select po.name from position po, me where po."group"::text = me.grp
), part as materialized (
  select o.id, o.taken >= o.capacity as "full", st.next_free_at, st.median_hours, coalesce((past.of ->> o.mentor_id::text)::int, 0) as past_with,
    greatest(case when me.tags && o.tags then least(1, (select count(*) from unnest(me.tags) x where x = any(o.tags))::float8 / least(3, cardinality(me.tags))) else 0 end,
      ${hasWords ? `least(1, (select count(*) from (select lower(o.title || ' ' || array_to_string(o.tags, ' ')) as said offset 0) h, unnest($3::text[]) w where strpos(h.said, w) > 0)::float8 / 3) * 0.6::float8` : 'cardinality($3::text[]) * 0'}) as tags,
    case when me.family <> '' and starts_with(lower(a.position_name) || ' ', me.family || ' ') then 1 when a.position_name in (select name from level) then 0.5 else 0 end::float8 as position,
    least(1, coalesce(near.nearness, 0)) as unit,
    greatest(0, (o.capacity - o.taken)::float8 / o.capacity) as capacity,
    (case when st.median_hours is null then 0.5::float8 else least(1, greatest(0, 1 - (st.median_hours - 24) / 144)) end) * (coalesce(st.answered, 0) + 2) / (coalesce(st.asked, 0) + 2) as response,
    case when me.languages && o.languages then 1 else 0 end::float8 as language,
    case when (past.of ->> o.mentor_id::text)::int < 0 then 1 else least(1, coalesce((past.of ->> o.mentor_id::text)::float8, 0) / 3) end as past,
    (1 - least(1, (coalesce(busy.learners, 0) + coalesce(waiting.many, 0))::float8 / greatest(1, coalesce(busy.room, 0)))) * 0.6::float8 + 0.4::float8 / (1 + coalesce(st.begun, 0)::float8 / 3) as fairness
  from me cross join past cross join mentoring_offer o join person a on a.id = o.mentor_id left join near on near.id = a.unit_id left join mentor_standing st on st.person_id = o.mentor_id
    left join busy on busy.mentor_id = o.mentor_id left join waiting on waiting.mentor_id = o.mentor_id
  where ${openSql} and o.mentor_id <> $1 and a.closed_at is null and (a.suspended_until is null or a.suspended_until <= now())
    and o.mentor_id not in (select id from away)
    ${sieve}
), s as materialized (
  select p.*, (p.id::bigint * 7919 + $6::bigint * 104729) % 10007 as turn, case when w.total = 0 then 0 else floor((w.tags * p.tags + w.position * p.position + w.unit * p.unit + w.capacity * p.capacity
    + w.response * p.response + w.language * p.language + w.past * p.past + w.fairness * p.fairness) / w.total * 1000 + 0.5) end as score
  from part p, (select ($5::float8[])[1] as tags, ($5::float8[])[2] as position, ($5::float8[])[3] as unit, ($5::float8[])[4] as capacity, ($5::float8[])[5] as response, ($5::float8[])[6] as language, ($5::float8[])[7] as past, ($5::float8[])[8] as fairness,
    (select sum(x) from unnest($5::float8[]) x) as total) w
), best as (
  select s.*, ${order[sort]} as rank from s ${cursor} order by s."full", rank, s.id limit $7
)
select b.id, o.title, o.form::text, o.mode::text, o.place, o.tags, o.languages, o.sessions, o.minutes, o.capacity, o.taken, b."full", o.state::text, o.mentor_id as "mentorId", a.slug, a.name, a.photo_key as "photoKey",
  case when coalesce(f.show_position, true) then a.position_name else '' end as position, case when coalesce(f.show_position, true) then coalesce(nullif(u.short_name, ''), u.name, '') else '' end as unit,
  b.median_hours as "medianHours", coalesce(st.asked, 0) as asked, coalesce(st.begun, 0) as begun, (extract(epoch from case when b.next_free_at > now() then b.next_free_at end) * 1000)::float8 as "nextFreeAt",
  case when st.updated_at > now() - interval '1 day' then coalesce(st.free_this_week, 0) else 0 end as "freeThisWeek",
  me.tags as "needTags", array(select x from unnest(me.tags) x where x = any(o.tags)) as "sharedTags", (select x from unnest(me.languages) x where x = any(o.languages) and x <> 'id' limit 1) as language, b.past_with < 0 as "withMe", greatest(0, b.past_with) as "fromMyUnit",
  json_build_object('tags', b.tags, 'position', b.position, 'unit', b.unit, 'capacity', b.capacity, 'response', b.response, 'language', b.language, 'past', b.past, 'fairness', b.fairness) as parts, b.score::int as score, b.rank
from best b join mentoring_offer o on o.id = b.id join person a on a.id = o.mentor_id cross join me left join org_unit u on u.id = a.unit_id left join mentoring_profile f on f.person_id = a.id left join mentor_standing st on st.person_id = a.id
order by b."full", b.rank, b.id`

/** Days since 1970, by the city's clock. */
export const cityDay = (now = Date.now()): number => Math.floor((now + 7 * 3_600_000) / 86_400_000)

export interface After {
  full: boolean
  rank: number
  id: number
}

/** Offers for one person, ranked; one statement whatever the sieve. `limit` rows at most. */
export async function rankedOffers(personId: number, wanted: Wanted, sieve: Sieve, page: { sort: SortName; after: After | null; limit: number; day?: number }): Promise<RankedRow[]> {
  const weights = weightsOf(await allNumbers())
  const { sort, after, limit, day = cityDay() } = page
  const v = new Values()
  for (const value of [personId, [...(wanted.tags ?? [])], [...(wanted.words ?? [])], [...(wanted.languages ?? [])], parts.map(part => weights[part]), day, limit]) v.of(value)
  const { name, text } = sieved(sieve, v)
  const hasWords = (wanted.words?.length ?? 0) > 0
  const cursor = after ? `where (s."full"::int, ${order[sort]}, s.id) > (${v.of(Number(after.full))}::int, ${v.of(after.rank)}::float8, ${v.of(after.id)}::int)` : ''
  return sql<RankedRow>(`mentoring-ranked-${sort}-${name}${hasWords ? '+' : ''}${after ? '>' : ''}`, rankedSql(sort, text, hasWords, cursor), v.list)
}
