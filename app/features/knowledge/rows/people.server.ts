import { sql } from '~/platform/db/db.server'

export interface Colleague {
  id: number
  name: string
  slug: string
  unitId: number | null
}

const columns = 'p.id, p.name, p.slug, p.unit_id as "unitId"'

/** A colleague by the address of their profile or their whole name; null where nobody or more than one is called so. */
export async function findColleague(typed: string): Promise<Colleague | null> {
  const word = typed.trim().replace(/^.*\/orang\//, '')
  const rows = await sql<Colleague>('colleague-by-word', `select ${columns} from person p where p.kind = 'ASN' and not p.alias and p.closed_at is null and (p.slug = $1 or lower(p.name) = lower($2)) order by p.slug = $1 desc limit 2`, [word.toLowerCase(), word])
  const [first, second] = rows
  if (!first || (second && first.slug !== word.toLowerCase())) return null
  return first
}

/** The same for many, one a line or with commas between them. @returns those that were found, and the words that were not */
export async function findColleagues(typed: string): Promise<{ found: Colleague[]; unknown: string[] }> {
  const words = [...new Set(typed.split(/[\n,;]/).map(word => word.trim()).filter(Boolean))].slice(0, 50)
  const found: Colleague[] = []
  const unknown: string[] = []
  for (const word of words) {
    const one = await findColleague(word)
    if (one) found.push(one)
    else unknown.push(word)
  }
  return { found, unknown }
}
