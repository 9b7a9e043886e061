import { sql } from '~/platform/db/db.server'
import type { FormName, LanguageName, ModeName, OfferStateName, SortName } from '../kinds'
import { weightsOf, type Parts } from '../match'
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

/** $1 learner $2 need's tags $3 words $4 languages $5 weights $6 day $7 forms $8 mode $9 tag $10 language $11 unit $12 seat $13 slot $14 ids $15 without $16 everybody's $17-$19 cursor $20 limit $21 mentors without */
const rankedSql = (sort: SortName) => `
with me as (
  select a.id, a.unit_id, lower(a.position_name) as position, ${family} as family, ${groupSql('a.id')} as grp, coalesce(u.path, '{}') as path,
    case when cardinality($2::text[]) > 0 then $2::text[] else coalesce(f.wants, '{}') end as tags, case when cardinality($4::text[]) > 0 then $4::text[] else coalesce(f.languages, '{id}') end as languages
  from person a left join org_unit u on u.id = a.unit_id left join mentoring_profile f on f.person_id = a.id where a.id = $1
), near as (
  select u.id, u.path, case when cardinality(me.path) > 1 then greatest(0, ((select count(*) from unnest(u.path) x where x = any(me.path)) - 1)::float8 / (cardinality(me.path) - 1)) else 0 end as nearness
  from org_unit u, me
), busy as (
  select o.mentor_id, sum(o.capacity) as room, sum(o.taken) as learners from mentoring_offer o where o.state in ('OPEN', 'PAUSED') group by o.mentor_id
), waiting as (
  select r.mentor_id, count(*) as many from mentoring_request r where r.state in ('NEW', 'VIEWED', 'ASKED_BACK') and r.mentor_id is not null group by r.mentor_id
), past as (
  select p.mentor_id, bool_or(m.person_id = $1) as with_me, (count(distinct m.person_id) filter (where m.person_id <> $1))::int as others
  from me, person l join mentoring_member m on m.person_id = l.id join mentoring_pair p on p.id = m.pair_id
  where (l.id = $1 or l.unit_id = me.unit_id) and m.state = 'IN' and p.state = 'FINISHED' group by p.mentor_id
), part as (
  select o.id, o.taken >= o.capacity as "full", st.next_free_at, st.median_hours, coalesce(past.with_me, false) as with_me, coalesce(past.others, 0) as others,
    greatest(case when cardinality(me.tags) > 0 then least(1, (select count(*) from unnest(me.tags) x where x = any(o.tags))::float8 / least(3, cardinality(me.tags))) else 0 end,
      case when cardinality($3::text[]) > 0 then least(1, (select count(*) from unnest($3::text[]) w where strpos(lower(o.title || ' ' || array_to_string(o.tags, ' ')), w) > 0)::float8 / 3) * 0.6::float8 else 0 end) as tags,
    case when me.family <> '' and starts_with(lower(a.position_name) || ' ', me.family || ' ') then 1 when me.grp = ${groupSql('a.id')} then 0.5 else 0 end::float8 as position,
    least(1, coalesce(near.nearness, 0)) as unit,
    greatest(0, (o.capacity - o.taken)::float8 / o.capacity) as capacity,
    (case when st.median_hours is null then 0.5::float8 else least(1, greatest(0, 1 - (st.median_hours - 24) / 144)) end) * (coalesce(st.answered, 0) + 2) / (coalesce(st.asked, 0) + 2) as response,
    case when me.languages && o.languages then 1 else 0 end::float8 as language,
    case when past.with_me then 1 else least(1, coalesce(past.others, 0)::float8 / 3) end as past,
    (1 - least(1, (coalesce(busy.learners, 0) + coalesce(waiting.many, 0))::float8 / greatest(1, coalesce(busy.room, 0)))) * 0.6::float8 + 0.4::float8 / (1 + coalesce(st.begun, 0)::float8 / 3) as fairness
  from me, mentoring_offer o join person a on a.id = o.mentor_id left join near on near.id = a.unit_id left join mentor_standing st on st.person_id = o.mentor_id
    left join busy on busy.mentor_id = o.mentor_id left join waiting on waiting.mentor_id = o.mentor_id left join past on past.mentor_id = o.mentor_id
  where ${openSql} and o.mentor_id <> $1 and a.closed_at is null and (a.suspended_until is null or a.suspended_until <= now())
    and not exists (select 1 from person_block b where (b.person_id = $1 and b.blocked_id = a.id) or (b.person_id = a.id and b.blocked_id = $1))
    and ($16::boolean or ((o.for_groups = '{}' or me.grp = any(o.for_groups::text[])) and (o.for_units = '{}' or o.for_units && me.path)
      and (o.for_positions = '{}' or exists (select 1 from unnest(o.for_positions) x where starts_with(me.position, lower(x))))))
    and (cardinality($7::text[]) = 0 or o.form::text = any($7)) and ($8 = '' or o.mode = 'EITHER' or o.mode::text = $8) and ($9 = '' or o.tags @> array[$9::text]) and ($10 = '' or o.languages @> array[$10::text])
    and ($11::int = 0 or near.path @> array[$11::int]) and (not $12::boolean or o.taken < o.capacity) and (not $13::boolean or (st.next_free_at > now() and st.next_free_at < now() + interval '7 days'))
    and ($14::int[] is null or o.id = any($14)) and not o.id = any($15::int[]) and not o.mentor_id = any($21::int[])
), s as (
  select p.*, (p.id::bigint * 7919 + $6::bigint * 104729) % 10007 as turn, case when w.total = 0 then 0 else floor((w.tags * p.tags + w.position * p.position + w.unit * p.unit + w.capacity * p.capacity
    + w.response * p.response + w.language * p.language + w.past * p.past + w.fairness * p.fairness) / w.total * 1000 + 0.5) end as score
  from part p, (select ($5::float8[])[1] as tags, ($5::float8[])[2] as position, ($5::float8[])[3] as unit, ($5::float8[])[4] as capacity, ($5::float8[])[5] as response, ($5::float8[])[6] as language, ($5::float8[])[7] as past, ($5::float8[])[8] as fairness,
    (select sum(x) from unnest($5::float8[]) x) as total) w
), best as (
  select s.*, ${order[sort]} as rank from s where (s."full"::int, ${order[sort]}, s.id) > ($17::int, $18::float8, $19::int) order by s."full", rank, s.id limit $20
)
select b.id, o.title, o.form::text, o.mode::text, o.place, o.tags, o.languages, o.sessions, o.minutes, o.capacity, o.taken, b."full", o.state::text, o.mentor_id as "mentorId", a.slug, a.name, a.photo_key as "photoKey",
  case when coalesce(f.show_position, true) then a.position_name else '' end as position, case when coalesce(f.show_position, true) then coalesce(nullif(u.short_name, ''), u.name, '') else '' end as unit,
  b.median_hours as "medianHours", coalesce(st.asked, 0) as asked, coalesce(st.begun, 0) as begun, (extract(epoch from case when b.next_free_at > now() then b.next_free_at end) * 1000)::float8 as "nextFreeAt",
  case when st.updated_at > now() - interval '1 day' then coalesce(st.free_this_week, 0) else 0 end as "freeThisWeek",
  me.tags as "needTags", array(select x from unnest(me.tags) x where x = any(o.tags)) as "sharedTags", (select x from unnest(me.languages) x where x = any(o.languages) and x <> 'id' limit 1) as language, b.with_me as "withMe", b.others as "fromMyUnit",
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
  return sql<RankedRow>(`mentoring-ranked-${sort}`, rankedSql(sort), [
    personId, [...(wanted.tags ?? [])], [...(wanted.words ?? [])], [...(wanted.languages ?? [])], [weights.tags, weights.position, weights.unit, weights.capacity, weights.response, weights.language, weights.past, weights.fairness], day,
    [...(sieve.forms ?? [])], sieve.mode && sieve.mode !== 'EITHER' ? sieve.mode : '', sieve.tag ?? '', sieve.language ?? '', sieve.unitId ?? 0, sieve.seat ?? false, sieve.slot ?? false, sieve.ids ? [...sieve.ids] : null, [...(sieve.without ?? [])],
    sieve.everybodys ?? false, after ? Number(after.full) : -1, after?.rank ?? 0, after?.id ?? 0, limit, [...(sieve.withoutMentors ?? [])],
  ])
}
