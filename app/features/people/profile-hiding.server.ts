import { sql, type Tx } from '~/platform/db/db.server'
import { recordEvent } from '~/platform/events/events.server'
import './events'
import { photoUrl } from './photo'

/** What moderators take out of a profile, and put back. The moderation room decides; these run in its transaction and ask no policy. */

export const profileParts = ['photo', 'text'] as const
export type ProfilePart = (typeof profileParts)[number]

export interface ProfileFacts {
  id: number
  slug: string
  name: string
  /** what its owner says of themselves, a line each */
  text: string
  photo: string | null
  createdAt: number
}

interface Row extends Omit<ProfileFacts, 'text' | 'photo'> {
  about: string
  expertise: string[]
  place: string
  photoKey: string | null
}

/** Open accounts that have a page; names people write under have none. Unscoped. */
export async function listProfilesUnscoped(ids: readonly number[]): Promise<ProfileFacts[]> {
  const rows = await sql<Row>('profiles-moderated', `select id, slug, name, about, expertise, place, photo_key as "photoKey", (extract(epoch from created_at) * 1000)::float8 as "createdAt"
    from person where id = any($1) and closed_at is null and not alias and (kind = 'ASN' or email_verified_at is not null)`, [[...ids]])
  return rows.map(({ about, expertise, place, photoKey, ...row }) => ({ ...row, photo: photoUrl(photoKey), text: [about, expertise.join(', '), place].filter(Boolean).join('\n') }))
}

/** Kept beside the profile, so that it can be put back. What its owner writes or shows from now on stands. */
export async function hideProfile(tx: Tx, personId: number, parts: readonly ProfilePart[], actorId: number): Promise<void> {
  const [photo, text] = [parts.includes('photo'), parts.includes('text')]
  await tx.$executeRaw`
    insert into profile_hidden (person_id, photo_key, about, expertise, place)
    select id, case when ${photo}::boolean then photo_key end, case when ${text}::boolean then about else '' end, case when ${text}::boolean then expertise else '{}' end, case when ${text}::boolean then place else '' end
    from person where id = ${personId}::int
    on conflict (person_id) do update set photo_key = coalesce(excluded.photo_key, profile_hidden.photo_key), about = coalesce(nullif(excluded.about, ''), profile_hidden.about),
      expertise = coalesce(nullif(excluded.expertise, '{}'), profile_hidden.expertise), place = coalesce(nullif(excluded.place, ''), profile_hidden.place), at = now()`
  await tx.$executeRaw`
    update person set photo_key = case when ${photo}::boolean then null else photo_key end, about = case when ${text}::boolean then '' else about end,
      expertise = case when ${text}::boolean then '{}' else expertise end, place = case when ${text}::boolean then '' else place end where id = ${personId}::int`
  await recordEvent(tx, 'people.person.changed', { personId }, actorId)
}

/** Whatever its owner has put in the place meanwhile stays. */
export async function restoreProfile(tx: Tx, personId: number, actorId: number): Promise<void> {
  const changed = await tx.$executeRaw`
    update person p set photo_key = coalesce(p.photo_key, h.photo_key), about = case when p.about = '' then h.about else p.about end,
      expertise = case when p.expertise = '{}' then h.expertise else p.expertise end, place = case when p.place = '' then h.place else p.place end
    from profile_hidden h where h.person_id = ${personId}::int and p.id = h.person_id and p.closed_at is null`
  await tx.profileHidden.deleteMany({ where: { personId } })
  if (changed > 0) await recordEvent(tx, 'people.person.changed', { personId }, actorId)
}
