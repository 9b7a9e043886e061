import type { EmploymentKind, PositionGroup } from '~/generated/prisma/enums'
import { db, sql } from '~/platform/db/db.server'
import type { KnownUnit } from './units'

export interface KnownPerson {
  id: number
  name: string
  title_before: string
  title_after: string
  sex: number | null
  employment_kind: EmploymentKind | null
  grade: string
  education: string
  email: string | null
  closed: boolean
  unit_id: number | null
  position: string
  position_group: PositionGroup | null
  /** yyyy-mm-dd of the current position */
  since: string | null
  numbers: string[] | null
  siasn_id: string | null
  /** numbers and SIASN ids they ever had */
  ever: string[] | null
}

export interface Known {
  people: KnownPerson[]
  /** every number and SIASN id anyone has or had → whose; each belongs to one person for ever */
  byIdentifier: Map<string, KnownPerson>
  /** addresses of everyone, colleagues or not → whose */
  emails: Map<string, number>
  units: KnownUnit[]
  unitNames: Map<number, string>
  slugs: Set<string>
}

/** Everything an import compares with, read once: 5,000 rows then cost no further reading. */
export async function readKnown(): Promise<Known> {
  const people = await sql<KnownPerson>('import-people', `
    select p.id, p.name, p.title_before, p.title_after, p.sex, p.employment_kind::text, p.grade, p.education, p.email::text, p.closed_at is not null as closed,
      p.unit_id, p.position_name as position, a."group"::text as position_group, a.since,
      (select array_agg(i.value order by i.id) from employee_identifier i where i.person_id = p.id and i.kind <> 'SIASN_ID' and i.valid_to is null) as numbers,
      (select i.value from employee_identifier i where i.person_id = p.id and i.kind = 'SIASN_ID' and i.valid_to is null order by i.id desc limit 1) as siasn_id,
      (select array_agg(i.value) from employee_identifier i where i.person_id = p.id) as ever
    from person p
    left join lateral (select q."group", to_char(x.starts_on, 'YYYY-MM-DD') as since from position_assignment x join position q on q.id = x.position_id
      where x.person_id = p.id and x.kind = 'DEFINITIVE' and x.ends_on is null order by x.starts_on desc, x.id desc limit 1) a on true
    where p.kind = 'ASN' order by p.name, p.id`)
  const units = await db.orgUnit.findMany({ where: { validTo: null }, select: { id: true, code: true, name: true, shortName: true } })
  const others = await sql<{ id: number; email: string | null; slug: string }>('import-others', 'select id, email::text, slug from person')
  return {
    people, units, unitNames: new Map(units.map(unit => [unit.id, unit.name])),
    byIdentifier: new Map(people.flatMap(person => (person.ever ?? []).map(value => [value, person] as const))),
    emails: new Map(others.flatMap(one => (one.email ? [[one.email.toLowerCase(), one.id] as const] : []))),
    slugs: new Set(others.map(one => one.slug)),
  }
}
