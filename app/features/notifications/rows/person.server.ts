import { sql } from '~/platform/db/db.server'
import type { Locale } from '~/platform/viewer'
import { defaults, isGroup, isPace, ruleGroups, type Channels, type RuleGroup } from '../groups'
import type { Calm, DigestClock } from '../policy'

/** How somebody can be reached beside the bell. */
export interface Reachable {
  personId: number
  name: string
  /** null where there is none, or nobody confirmed it */
  email: string | null
  locale: Locale
  timeZone: string
  channels: Record<RuleGroup, Channels>
  calm: Calm
  clock: DigestClock
  autoWatch: boolean
}

interface Row {
  id: number
  kind: string
  name: string
  email: string | null
  confirmed: boolean
  locale: string
  time_zone: string
  has: boolean
  quiet_from: number | null
  quiet_to: number | null
  days: number[] | null
  digest_at: number | null
  auto_watch: boolean | null
  daily_on: string | null
  weekly_on: string | null
  choices: { g: string; bell: boolean; mail: string; push: boolean }[] | null
}

/** Quiet at night and open every day, until the person says otherwise. */
export const defaultTimes = { quietFrom: 21 * 60, quietTo: 6 * 60, days: [1, 2, 3, 4, 5, 6, 7], digestAt: 6 * 60 + 30 }

const text = `select p.id, p.kind::text, p.name, p.email::text, p.email_verified_at is not null or p.kind = 'ASN' as confirmed, p.locale, p.time_zone, s.person_id is not null as has,
    s.quiet_from, s.quiet_to, s.days, s.digest_at, s.auto_watch, to_char(s.daily_on, 'YYYY-MM-DD') as daily_on, to_char(s.weekly_on, 'YYYY-MM-DD') as weekly_on,
    (select jsonb_agg(jsonb_build_object('g', c.rule_group, 'bell', c.bell, 'mail', c.mail, 'push', c.push)) from notice_choice c where c.person_id = p.id) as choices
  from person p left join notice_setting s on s.person_id = p.id where p.id = any($1) and p.closed_at is null`

function toReachable(row: Row): Reachable {
  const channels = Object.fromEntries(ruleGroups.map(group => [group, defaults[group]])) as Record<RuleGroup, Channels>
  for (const { g, bell, mail, push } of row.choices ?? []) if (isGroup(g) && isPace(mail)) channels[g] = { bell, mail, push }
  const days = row.days ?? defaultTimes.days
  return {
    personId: row.id, name: row.name, email: row.confirmed ? row.email : null, locale: row.locale === 'en' ? 'en' : 'id', timeZone: row.time_zone, channels,
    calm: { quietFrom: row.has ? row.quiet_from : defaultTimes.quietFrom, quietTo: row.has ? row.quiet_to : defaultTimes.quietTo, days },
    clock: { days, digestAt: row.digest_at ?? defaultTimes.digestAt, dailyOn: row.daily_on, weeklyOn: row.weekly_on },
    autoWatch: row.auto_watch ?? true,
  }
}

/** People with an open account, each with what they chose or the defaults. */
export async function reachPeople(personIds: readonly number[]): Promise<Reachable[]> {
  return (await sql<Row>('notices-reach', text, [personIds])).map(toReachable)
}

export async function reachPerson(personId: number): Promise<Reachable | null> {
  return (await reachPeople([personId]))[0] ?? null
}
