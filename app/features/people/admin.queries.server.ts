import { db } from '~/platform/db/db.server'
import { Forbidden, NotFound } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { maskStaffNumber } from './nip'
import { canClose, canGrant, canInvite, canManagePeople, canSetHeads } from './policy'
import { fullNameOf } from './profile.queries.server'
import { listHeadChoices } from './units.queries.server'

/** One person as officers see them, with what this officer may do. @throws Forbidden, NotFound */
export async function getManagedPerson(viewer: Member, personId: number) {
  if (!canManagePeople(viewer)) throw new Forbidden('officersOnly')
  const found = await db.person.findUnique({
    where: { id: personId },
    select: {
      id: true, name: true, titleBefore: true, titleAfter: true, slug: true, kind: true, email: true, positionName: true, passwordHash: true, closedAt: true,
      unit: { select: { name: true } }, partnerOrg: { select: { name: true } }, roles: { select: { role: true } },
      identifiers: { where: { validTo: null, kind: { in: ['NIP', 'NI_PPPK', 'OTHER'] } }, take: 1, select: { value: true } },
    },
  })
  if (!found) throw new NotFound('person')
  const closed = found.closedAt !== null
  const hasPassword = found.passwordHash !== null
  return {
    person: {
      id: found.id, name: fullNameOf(found), slug: found.slug, kind: found.kind, email: found.email, number: found.identifiers[0] ? maskStaffNumber(found.identifiers[0].value) : null,
      position: found.positionName, unit: found.unit?.name ?? found.partnerOrg?.name ?? '', closed, hasPassword, roles: [...new Set(found.roles.map(one => one.role))],
    },
    may: {
      grant: canGrant(viewer), invite: canInvite(viewer) && found.kind === 'ASN' && !closed && !hasPassword,
      close: closed ? found.kind === 'ASN' : found.id !== viewer.personId && canClose(viewer, found),
    },
  }
}

/** Colleagues with an address who have neither a password nor an open invitation. @throws Forbidden */
export async function countWaiting(viewer: Member): Promise<number> {
  if (!canInvite(viewer)) throw new Forbidden('officersOnly')
  return db.person.count({
    where: { kind: 'ASN', closedAt: null, passwordHash: null, email: { not: null }, tokens: { none: { purpose: 'INVITATION', usedAt: null, expiresAt: { gt: new Date() } } } },
  })
}

/** A unit with who may head it. @throws Forbidden, NotFound */
export async function getUnitForHead(viewer: Member, unitId: number) {
  if (!canSetHeads(viewer)) throw new Forbidden('officersOnly')
  const unit = await db.orgUnit.findUnique({ where: { id: unitId }, select: { id: true, name: true, headId: true } })
  if (!unit) throw new NotFound('unit')
  return { unit: { id: unit.id, name: unit.name }, headId: unit.headId, choices: await listHeadChoices(viewer, unitId) }
}
