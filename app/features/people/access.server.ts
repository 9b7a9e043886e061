import type { RoleName as RoleNames } from '~/platform/viewer'
import { broadcast } from '~/platform/db/broadcast.server'
import { transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member } from '~/platform/viewer'
import './events'
import { confirmPassword } from './password-change.server'
import { canClose, canGrant, canManagePeople, canRevoke, canSetHeads } from './policy'
import { endSessions, forgetSessions } from './sessions.server'
import { dropTokens } from './tokens.server'

/** Makes every process ask again who these people are and what they may. */
export async function forgetPeople(personIds: readonly (number | null)[]): Promise<void> {
  for (const id of new Set(personIds)) if (id !== null) await broadcast('person', String(id))
}

/** @throws Forbidden for all but administrators, NotFound, Conflict when the account is closed */
export async function grantRole(viewer: Member, input: { personId: number; role: RoleNames }): Promise<void> {
  if (!canGrant(viewer)) throw new Forbidden('administratorsOnly')
  await transaction(async tx => {
    const person = await tx.person.findUnique({ where: { id: input.personId }, select: { closedAt: true } })
    if (!person) throw new NotFound('person')
    if (person.closedAt) throw new Conflict('closed')
    const key = { personId: input.personId, role: input.role, unitId: 0 }
    await tx.roleGrant.upsert({ where: { personId_role_unitId: key }, create: { ...key, grantedBy: viewer.personId }, update: {} })
    await recordEvent(tx, 'people.access.changed', { personId: input.personId }, viewer.personId)
  })
  await forgetPeople([input.personId])
}

/** Ends at once, in open pages too. @throws Forbidden, also for taking away one's own administrator role */
export async function revokeRole(viewer: Member, input: { personId: number; role: RoleNames }): Promise<void> {
  if (!canRevoke(viewer, input)) throw new Forbidden(canGrant(viewer) ? 'ownRole' : 'administratorsOnly')
  await transaction(async tx => {
    await tx.roleGrant.deleteMany({ where: { personId: input.personId, role: input.role } })
    await recordEvent(tx, 'people.access.changed', { personId: input.personId }, viewer.personId)
  })
  await forgetPeople([input.personId])
}

/** Names the head of a unit, or nobody. @throws Forbidden, NotFound, Invalid beside `personId` when they do not work in the unit or below it */
export async function setHead(viewer: Member, input: { unitId: number; personId: number | null }): Promise<void> {
  if (!canSetHeads(viewer)) throw new Forbidden('officersOnly')
  const before = await transaction(async tx => {
    const unit = await tx.orgUnit.findUnique({ where: { id: input.unitId }, select: { headId: true } })
    if (!unit) throw new NotFound('unit')
    if (input.personId !== null) {
      const person = await tx.person.findFirst({ where: { id: input.personId, kind: 'ASN', closedAt: null }, select: { unit: { select: { path: true } } } })
      if (!person?.unit?.path.includes(input.unitId)) throw new Invalid({ personId: ['people:errors.notOfUnit'] })
    }
    await tx.orgUnit.update({ where: { id: input.unitId }, data: { headId: input.personId } })
    await recordEvent(tx, 'people.unit.changed', { unitId: input.unitId }, viewer.personId)
    for (const id of new Set([unit.headId, input.personId])) if (id !== null) await recordEvent(tx, 'people.access.changed', { personId: id }, viewer.personId)
    return unit.headId
  })
  await forgetPeople([before, input.personId])
}

/** Closes an account inside a transaction: nothing is deleted, nothing opens any more. @returns the sessions to forget */
export async function closePerson(tx: Tx, personId: number, actorId: number | null, on = new Date()): Promise<string[]> {
  await tx.person.update({ where: { id: personId }, data: { closedAt: on, unitId: null, positionName: '' } })
  await tx.positionAssignment.updateMany({ where: { personId, endsOn: null }, data: { endsOn: on } })
  await tx.roleGrant.deleteMany({ where: { personId } })
  await tx.orgUnit.updateMany({ where: { headId: personId }, data: { headId: null } })
  await dropTokens(tx, personId, ['CHANGE_EMAIL', 'INVITATION', 'RESET_PASSWORD', 'VERIFY_EMAIL'])
  await tx.knownDevice.deleteMany({ where: { personId } })
  await recordEvent(tx, 'people.access.changed', { personId }, actorId)
  await recordEvent(tx, 'people.person.closed', { personId }, actorId)
  return endSessions(tx, personId, actorId)
}

/**
 * Closes an account. Citizens and partner members close their own, with their password; address, password, picture and what they said
 * of themselves go, what they wrote stays under their name. Officers close accounts of colleagues who left; those can be opened again.
 * @throws Forbidden, NotFound, Invalid beside `current`
 */
export async function closeAccount(viewer: Member, input: { personId: number; current?: string }): Promise<void> {
  const own = input.personId === viewer.personId
  if (own) await confirmPassword(viewer, input.current ?? '', 'current')
  const hashes = await transaction(async tx => {
    const person = await tx.person.findUnique({ where: { id: input.personId }, select: { id: true, kind: true, closedAt: true } })
    if (!person || person.closedAt) throw new NotFound('person')
    if (!canClose(viewer, person)) throw new Forbidden('officersOnly')
    if (own) await tx.profileHidden.deleteMany({ where: { personId: person.id } })
    if (own) await tx.person.update({ where: { id: person.id }, data: { email: null, emailVerifiedAt: null, passwordHash: null, about: '', expertise: [], place: '', photoKey: null, publicFields: [] } })
    return closePerson(tx, person.id, viewer.personId)
  })
  await forgetSessions(hashes)
  await forgetPeople([input.personId])
}

/** Opens the account of a colleague who came back. Their unit comes with the next import or by hand. @throws Forbidden, NotFound */
export async function reopenAccount(viewer: Member, input: { personId: number }): Promise<void> {
  if (!canManagePeople(viewer)) throw new Forbidden('officersOnly')
  await transaction(async tx => {
    const { count } = await tx.person.updateMany({ where: { id: input.personId, closedAt: { not: null }, kind: 'ASN' }, data: { closedAt: null } })
    if (count === 0) throw new NotFound('person')
    await recordEvent(tx, 'people.person.changed', { personId: input.personId }, viewer.personId)
  })
  await forgetPeople([input.personId])
}
