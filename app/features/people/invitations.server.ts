import { brokenConstraint, db, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member } from '~/platform/viewer'
import './events'
import { queueLetter } from './letters.server'
import { readStaffNumber } from './nip'
import { canInvite } from './policy'
import { placeInUnit } from './positions.server'
import { freeSlug } from './slug.server'
import { dropTokens } from './tokens.server'

/**
 * Invites a colleague who is not in the portal yet: the account exists at once, the first password comes with the link (14 days).
 * @throws Forbidden, Invalid beside `number`, `email` or `unitId`
 */
export async function inviteColleague(viewer: Member, input: { name: string; number: string; email: string; unitId: number; position: string }): Promise<{ personId: number }> {
  if (!canInvite(viewer)) throw new Forbidden('officersOnly')
  const read = readStaffNumber(input.number)
  if ('fault' in read) throw new Invalid({ number: [`people:errors.number.${read.fault}`] })
  const { number } = read
  const [unit, sameNumber, sameMail] = await Promise.all([
    db.orgUnit.findFirst({ where: { id: input.unitId, validTo: null }, select: { id: true } }),
    db.employeeIdentifier.findFirst({ where: { value: number.value }, select: { id: true } }),
    db.person.findUnique({ where: { email: input.email }, select: { id: true } }),
  ])
  if (!unit) throw new Invalid({ unitId: ['people:errors.unit'] })
  if (sameNumber) throw new Invalid({ number: ['people:errors.numberKnown'] })
  if (sameMail) throw new Invalid({ email: ['people:errors.emailKnown'] })
  try {
    return await transaction(async tx => {
      const person = await tx.person.create({
        data: {
          kind: 'ASN', name: input.name, slug: await freeSlug(tx, input.name), email: input.email, sex: number.sex,
          employmentKind: number.kind === 'NI_PPPK' ? 'PPPK' : 'PNS', identifiers: { create: { kind: number.kind, value: number.value } },
        },
        select: { id: true },
      })
      await placeInUnit(tx, person.id, { unitId: unit.id, position: input.position, group: 'OPERATIONAL', startsOn: new Date() })
      await queueLetter(tx, { letter: 'invitation', personId: person.id, byId: viewer.personId })
      await recordEvent(tx, 'people.person.changed', { personId: person.id }, viewer.personId)
      return { personId: person.id }
    })
  } catch (error) {
    if (brokenConstraint(error) !== null) throw new Invalid({ email: ['people:errors.emailKnown'] })
    throw error
  }
}

/** Sends the link for a first password to a colleague who came by import, with their address where the file had none. @throws Forbidden, NotFound, Conflict, Invalid */
export async function inviteAgain(viewer: Member, input: { personId: number; email?: string }): Promise<void> {
  if (!canInvite(viewer)) throw new Forbidden('officersOnly')
  await transaction(async tx => {
    const person = await tx.person.findFirst({ where: { id: input.personId, kind: 'ASN', closedAt: null }, select: { email: true, passwordHash: true } })
    if (!person) throw new NotFound('person')
    if (person.passwordHash) throw new Conflict('hasPassword')
    if (!person.email && !input.email) throw new Invalid({ email: ['people:errors.emailNeeded'] })
    if (input.email && input.email !== person.email) await tx.person.update({ where: { id: input.personId }, data: { email: input.email } })
    await dropTokens(tx, input.personId, ['INVITATION'])
    await queueLetter(tx, { letter: 'invitation', personId: input.personId, byId: viewer.personId })
  }).catch((error: unknown) => {
    if (brokenConstraint(error) !== null) throw new Invalid({ email: ['people:errors.emailKnown'] })
    throw error
  })
}

/** Invites everyone who has an address but never had a link or a password. @returns how many */
export async function inviteWaiting(viewer: Member): Promise<number> {
  if (!canInvite(viewer)) throw new Forbidden('officersOnly')
  return transaction(async tx => {
    const waiting = await tx.person.findMany({
      where: { kind: 'ASN', closedAt: null, passwordHash: null, email: { not: null }, tokens: { none: { purpose: 'INVITATION', usedAt: null, expiresAt: { gt: new Date() } } } },
      select: { id: true }, take: 2_000,
    })
    for (const { id } of waiting) await queueLetter(tx, { letter: 'invitation', personId: id, byId: viewer.personId })
    return waiting.length
  })
}

/**
 * An account for somebody from outside the staff, within the caller's transaction: a partner's member where an organisation is named, else like a
 * citizen. The first password comes with the link (14 days), and opening it confirms the address. @throws Invalid beside `email` when it is known
 */
export async function inviteOutsider(tx: Tx, viewer: Member, input: { name: string; email: string; organisation: string }): Promise<{ personId: number }> {
  if (!canInvite(viewer)) throw new Forbidden('officersOnly')
  if (await tx.person.findUnique({ where: { email: input.email }, select: { id: true } })) throw new Invalid({ email: ['people:errors.emailKnown'] })
  const organisation = input.organisation.replace(/\s+/g, ' ').trim()
  const org = organisation ? await tx.partnerOrg.upsert({ where: { name: organisation }, create: { name: organisation }, update: {}, select: { id: true } }) : null
  const person = await tx.person.create({ data: { kind: org ? 'PARTNER' : 'CITIZEN', name: input.name, slug: await freeSlug(tx, input.name), email: input.email, partnerOrgId: org?.id ?? null }, select: { id: true } })
  await queueLetter(tx, { letter: 'invitation', personId: person.id, byId: viewer.personId })
  await recordEvent(tx, 'people.person.changed', { personId: person.id }, viewer.personId)
  return { personId: person.id }
}
