import { inviteOutsider } from '~/features/people/invitations.server'
import { brokenConstraint, sql, transaction } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member, Viewer } from '~/platform/viewer'
import './events'
import { isOfficer } from './offers-policy'
import { asWriter, ensureProfile } from './rules.server'

function asOfficer(viewer: Viewer): Member {
  const member = asWriter(viewer)
  if (!isOfficer(member)) throw new Forbidden('officersOnly')
  return member
}

/**
 * Lets a retired senior or a partner's expert take part as a mentor: by the address of their account, or with a new one that the link in a
 * letter opens. Twice is once. @throws Forbidden, Invalid beside email or name
 */
export async function inviteGuest(viewer: Viewer, input: { name: string; email: string; organisation: string }): Promise<{ personId: number; fresh: boolean }> {
  const officer = asOfficer(viewer)
  try {
    return await transaction(async tx => {
      const known = await tx.person.findUnique({ where: { email: input.email }, select: { id: true, kind: true, closedAt: true, suspendedUntil: true, emailVerifiedAt: true, tokens: { where: { purpose: 'INVITATION' }, take: 1, select: { id: true } } } })
      if (known?.kind === 'ASN') throw new Invalid({ email: ['mentoring:errors.guestAsn'] })
      if (known && (known.closedAt || (known.suspendedUntil && known.suspendedUntil > new Date()))) throw new Invalid({ email: ['mentoring:errors.guestClosed'] })
      if (!known && input.name === '') throw new Invalid({ name: ['mentoring:errors.guestName'] })
      const personId = known?.id ?? (await inviteOutsider(tx, officer, input)).personId
      await ensureProfile(tx, personId)
      const { count } = await tx.mentoringProfile.updateMany({ where: { personId, invitedById: null }, data: { invitedById: officer.personId } })
      if (count > 0) await recordEvent(tx, 'mentoring.guest.invited', { personId }, officer.personId)
      return { personId, fresh: !known }
    })
  } catch (error) {
    if (brokenConstraint(error) !== null) throw new Invalid({ email: ['people:errors.emailKnown'] })
    throw error
  }
}

/** Takes the invitation back: what they offer closes, who learns with them stays. @throws Forbidden, NotFound */
export async function endGuest(viewer: Viewer, personId: number): Promise<void> {
  const officer = asOfficer(viewer)
  await transaction(async tx => {
    const { count } = await tx.mentoringProfile.updateMany({ where: { personId, invitedById: { not: null } }, data: { invitedById: null } })
    if (count === 0) throw new NotFound('guest')
    const offers = await tx.mentoringOffer.updateManyAndReturn({ where: { mentorId: personId, state: { not: 'CLOSED' } }, data: { state: 'CLOSED', pausedUntil: null, pausedBy: 'OFFICER' }, select: { id: true } })
    for (const offer of offers) await recordEvent(tx, 'mentoring.offer.changed', { offerId: offer.id, mentorId: personId, fresh: false }, officer.personId)
  })
}

export interface Guest {
  id: number
  name: string
  slug: string
  organisation: string
  invitedBy: string
  offers: number
  /** never signed in: the link waits */
  waiting: boolean
}

/** @throws Forbidden for all but officers */
export async function listGuests(viewer: Viewer): Promise<Guest[]> {
  asOfficer(viewer)
  return sql<Guest>('mentoring-guests', `select a.id, a.name, a.slug, coalesce(g.name, '') as organisation, coalesce(b.name, '') as "invitedBy", a.password_hash is null as waiting,
      (select count(*)::int from mentoring_offer o where o.mentor_id = a.id and o.state in ('OPEN', 'PAUSED')) as offers
    from mentoring_profile f join person a on a.id = f.person_id left join partner_org g on g.id = a.partner_org_id left join person b on b.id = f.invited_by_id
    where f.invited_by_id is not null and a.closed_at is null order by a.name, a.id limit 500`)
}
