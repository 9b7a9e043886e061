import { forgetPeople } from '~/features/people/access.server'
import { findPersonBySlugUnscoped, listScopesUnscoped, setScope } from '~/features/people/standing.server'
import { transaction } from '~/platform/db/db.server'
import { Forbidden, Invalid } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member, Viewer } from '~/platform/viewer'
import './events'
import { canKeepRules } from './policy'
import { asMember } from './rows/member.server'
import { allShelves, shelfNames } from './things.server'

function keeper(viewer: Viewer): Member {
  const member = asMember(viewer)
  if (!canKeepRules(member)) throw new Forbidden('administratorsOnly')
  return member
}

export interface ModeratorRow {
  personId: number
  name: string
  slug: string
  scope: string
  shelfName: string
  shelfNameEn: string
}

/** Who moderates which list, besides holders of the role. @throws Forbidden */
export async function listModerators(viewer: Viewer): Promise<ModeratorRow[]> {
  keeper(viewer)
  const rows = await listScopesUnscoped()
  const names = await shelfNames(rows.map(row => row.scope))
  return rows.map(row => ({ ...row, shelfName: names.get(row.scope)?.name ?? row.scope, shelfNameEn: names.get(row.scope)?.nameEn ?? '' }))
}

/** `person` is the name in the address of their profile, or that address. Twice is once. @throws Forbidden, Invalid beside person and shelf */
export async function appointModerator(viewer: Viewer, given: { person: string; shelf: string }): Promise<void> {
  const member = keeper(viewer)
  const slug = given.person.trim().replace(/^.*\/orang\//, '').toLowerCase()
  const person = await findPersonBySlugUnscoped(slug)
  const fields: Record<string, string[]> = {}
  if (!person) fields.person = ['moderation:errors.person']
  if (!(await allShelves()).some(shelf => shelf.key === given.shelf)) fields.shelf = ['moderation:errors.shelf']
  if (!person || Object.keys(fields).length > 0) throw new Invalid(fields)
  await transaction(async tx => {
    if (await setScope(tx, { personId: person.id, scope: given.shelf, on: true }, member.personId)) await recordEvent(tx, 'moderation.rules.changed', { what: 'moderators' }, member.personId)
  })
  await forgetPeople([person.id])
}

/** Ends at once, in open pages too. @throws Forbidden */
export async function removeModerator(viewer: Viewer, given: { personId: number; shelf: string }): Promise<void> {
  const member = keeper(viewer)
  await transaction(async tx => {
    if (await setScope(tx, { personId: given.personId, scope: given.shelf, on: false }, member.personId)) await recordEvent(tx, 'moderation.rules.changed', { what: 'moderators' }, member.personId)
  })
  await forgetPeople([given.personId])
}
