import { sql, type Tx } from '~/platform/db/db.server'
import { recordEvent } from '~/platform/events/events.server'
import { forgetPeople } from './access.server'
import './events'
import { ownersOfUnscoped } from './pseudonyms.server'

/** How a person stands in the house: what the moderation room decides about people is kept here, because every viewer is read with it. */
export interface Standing {
  silencedUntil: Date | null
  suspendedUntil: Date | null
}

/** Inside the decision's transaction; every open page and connection of the person is asked again, and of whoever writes under a name. Call `forgetStanding` once it is through. */
export async function setStanding(tx: Tx, personId: number, standing: Standing, actorId: number | null): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { silencedUntil: standing.silencedUntil, suspendedUntil: standing.suspendedUntil } })
  await recordEvent(tx, 'people.access.changed', { personId }, actorId)
}

/** Every process asks again what the person may, and whoever stands behind a name, at once. */
export async function forgetStanding(personId: number): Promise<void> {
  await forgetPeople([personId, (await ownersOfUnscoped([personId])).get(personId) ?? null])
}

/** Lets a person moderate one list, or no longer. @returns whether that changed anything */
export async function setScope(tx: Tx, given: { personId: number; scope: string; on: boolean }, actorId: number): Promise<boolean> {
  const changed = given.on
    ? await tx.$executeRaw`insert into moderator_scope (person_id, scope, granted_by) values (${given.personId}::int, ${given.scope}::text, ${actorId}::int) on conflict do nothing`
    : await tx.$executeRaw`delete from moderator_scope where person_id = ${given.personId}::int and scope = ${given.scope}::text`
  if (changed > 0) await recordEvent(tx, 'people.access.changed', { personId: given.personId }, actorId)
  return changed > 0
}

export interface ScopeRow {
  personId: number
  name: string
  slug: string
  scope: string
}

/** Who moderates which list. Unscoped: the moderation room asks who may see it. */
export const listScopesUnscoped = (): Promise<ScopeRow[]> => sql<ScopeRow>('moderator-scopes',
  'select m.person_id as "personId", p.name, p.slug, m.scope from moderator_scope m join person p on p.id = m.person_id where p.closed_at is null order by m.scope, p.name, p.id limit 500')

export interface PersonFacts {
  id: number
  name: string
  slug: string
  kind: 'ASN' | 'CITIZEN' | 'PARTNER'
  roles: string[]
  createdAt: Date
  silencedUntil: Date | null
  suspendedUntil: Date | null
}

/** What a moderator may know of whom something is about: no address, no number. Null for nobody. Unscoped. */
export async function findPersonFactsUnscoped(personId: number): Promise<PersonFacts | null> {
  const [row] = await sql<PersonFacts>('person-facts', `select p.id, p.name, p.slug, p.kind::text as kind, p.created_at as "createdAt", p.silenced_until as "silencedUntil",
    p.suspended_until as "suspendedUntil", array(select r.role::text from role_grant r where r.person_id = p.id) as roles from person p where p.id = $1`, [personId])
  return row ?? null
}

/** Ids of holders of a role with an open account. Unscoped: for notices. */
export async function holdersOfUnscoped(role: 'MODERATOR' | 'ADMINISTRATOR'): Promise<number[]> {
  const rows = await sql<{ id: number }>('role-holders', 'select p.id from role_grant r join person p on p.id = r.person_id where r.role::text = $1 and p.closed_at is null order by p.id limit 200', [role])
  return rows.map(row => row.id)
}

/** An open account by the name in the address of its profile. Unscoped: for administrators' verbs. */
export async function findPersonBySlugUnscoped(slug: string): Promise<{ id: number; name: string } | null> {
  const [row] = await sql<{ id: number; name: string }>('person-by-slug-open', 'select id, name from person where slug = $1 and closed_at is null', [slug])
  return row ?? null
}
