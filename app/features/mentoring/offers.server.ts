import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { isSilenced, type Member, type Viewer } from '~/platform/viewer'
import './events'
import type { FormName, ModeName, OfferStateName, PositionGroupName } from './kinds'
import { canChangeOffer, canOffer, canPauseOffer } from './offers-policy'
import { asMember, ensureProfile, needRules } from './rules.server'

export interface OfferText {
  title: string
  about: string
  expects: string
  form: FormName
  mode: ModeName
  place: string
  /** https, or '' */
  link: string
  languages: readonly string[]
  tags: readonly string[]
  forGroups: readonly PositionGroupName[]
  forUnits: readonly number[]
  forPositions: readonly string[]
  capacity: number
  /** number typed; left out where the form of mentoring decides */
  sessions: string
  minutes: string
}

/** How many offers one mentor has that are not closed. */
export const MOST_OFFERS = 10

function counted(typed: string, min: number, max: number): number | null {
  const value = /^\d{1,4}$/.test(typed) ? Number(typed) : NaN
  return value >= min && value <= max ? value : null
}

/** What the form of mentoring decides, and what has to be there. @throws Invalid beside the fields */
function checked(input: OfferText) {
  const errors: Record<string, string[]> = {}
  const fixed = input.form === 'FLASH' ? { sessions: 1, minutes: 60 } : input.form === 'WRITTEN' ? { sessions: 0, minutes: 0 } : null
  const sessions = fixed?.sessions ?? counted(input.sessions, 1, 24)
  const minutes = fixed?.minutes ?? counted(input.minutes, 15, 480)
  if (sessions === null) errors.sessions = ['mentoring:errors.sessions']
  if (minutes === null) errors.minutes = ['mentoring:errors.minutes']
  const mode = input.form === 'WRITTEN' ? 'ONLINE' as const : input.form === 'SHADOWING' && input.mode === 'ONLINE' ? 'ON_SITE' as const : input.mode
  if (mode === 'ON_SITE' && input.place === '') errors.place = ['mentoring:errors.place']
  if (input.form === 'GROUP' && input.capacity < 2) errors.capacity = ['mentoring:errors.seats']
  if (input.tags.length === 0) errors.tags = ['mentoring:errors.tagsNone']
  if (input.tags.length > 6) errors.tags = ['mentoring:errors.tags']
  if (sessions === null || minutes === null || Object.keys(errors).length > 0) throw new Invalid(errors)
  return {
    title: input.title, about: input.about, expects: input.expects, form: input.form, mode, place: mode === 'ONLINE' ? '' : input.place, link: mode === 'ON_SITE' ? '' : input.link, languages: [...input.languages],
    tags: [...input.tags], forGroups: [...input.forGroups], forUnits: [...new Set(input.forUnits)].slice(0, 5), forPositions: [...input.forPositions], capacity: input.capacity, sessions, minutes,
  }
}

/** An officer asked this person to take part as a mentor. */
export async function isInvited(personId: number): Promise<boolean> {
  return (await sql('mentoring-invited', 'select 1 from mentoring_profile where person_id = $1 and invited_by_id is not null', [personId])).length > 0
}

/** @throws Forbidden for all but colleagues and those an officer invited, Invalid on the form until the conduct rules are accepted */
export async function asMentor(viewer: Viewer): Promise<Member> {
  const member = asMember(viewer)
  if (!canOffer(member, member.kind !== 'ASN' && await isInvited(member.personId))) throw new Forbidden(isSilenced(member) ? 'silenced' : !member.verified ? 'unverified' : 'colleaguesOnly')
  await needRules(member)
  return member
}

async function unitsExist(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0 && await tx.orgUnit.count({ where: { id: { in: [...ids] }, validTo: null } }) !== ids.length) throw new Invalid({ forUnits: ['mentoring:errors.unit'] })
}

/**
 * A new offer: a draft only its mentor sees, or open at once. A second press of the same form is the same offer.
 * @throws Forbidden, Invalid beside the fields
 */
export async function createOffer(viewer: Viewer, input: OfferText & { open: boolean; clientKey: string }): Promise<{ id: number; state: OfferStateName }> {
  const member = await asMentor(viewer)
  const text = checked(input)
  return transaction(async tx => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('mentoring-offers'), ${member.personId}::int)`
    const before = await tx.mentoringOffer.findUnique({ where: { mentorId_clientKey: { mentorId: member.personId, clientKey: input.clientKey } }, select: { id: true, state: true } })
    if (before) return before
    if (await tx.mentoringOffer.count({ where: { mentorId: member.personId, state: { not: 'CLOSED' } } }) >= MOST_OFFERS) throw new Invalid('mentoring:errors.mostOffers')
    await unitsExist(tx, text.forUnits)
    await ensureProfile(tx, member.personId)
    const offer = await tx.mentoringOffer.create({ data: { ...text, mentorId: member.personId, state: input.open ? 'OPEN' : 'DRAFT', clientKey: input.clientKey }, select: { id: true, state: true } })
    await recordEvent(tx, 'mentoring.offer.changed', { offerId: offer.id, mentorId: member.personId, fresh: input.open }, member.personId)
    return offer
  })
}

interface Held {
  mentorId: number
  state: OfferStateName
  taken: number
}

async function held(tx: Tx, id: number): Promise<Held> {
  const [row] = await tx.$queryRaw<Held[]>`select mentor_id as "mentorId", state::text, taken from mentoring_offer where id = ${id}::int for update`
  if (!row) throw new NotFound('offer')
  return row
}

/** Learners who are in already keep what they agreed to; fewer seats than learners there cannot be. @throws NotFound, Forbidden, Invalid beside the fields */
export async function editOffer(viewer: Viewer, input: OfferText & { id: number; open: boolean }): Promise<{ id: number }> {
  const member = await asMentor(viewer)
  const text = checked(input)
  return transaction(async tx => {
    const offer = await held(tx, input.id)
    if (!canChangeOffer(member, offer)) throw offer.state === 'DRAFT' ? new NotFound('offer') : new Forbidden()
    if (text.capacity < offer.taken) throw new Invalid({ capacity: ['mentoring:errors.capacityTaken'] })
    await unitsExist(tx, text.forUnits)
    const fresh = input.open && offer.state === 'DRAFT'
    await tx.mentoringOffer.update({ where: { id: input.id }, data: { ...text, ...(fresh ? { state: 'OPEN' } : {}) } })
    await recordEvent(tx, 'mentoring.offer.changed', { offerId: input.id, mentorId: member.personId, fresh }, member.personId)
    return { id: input.id }
  })
}

async function move(viewer: Viewer, id: number, may: (member: Member, offer: Held) => boolean, data: { state: OfferStateName; pausedUntil: Date | null; pausedBy: string | null }, from: readonly OfferStateName[]): Promise<void> {
  const member = asMember(viewer)
  await transaction(async tx => {
    const offer = await held(tx, id)
    if (!may(member, offer)) throw offer.state === 'DRAFT' ? new NotFound('offer') : new Forbidden()
    if (!from.includes(offer.state)) throw new Conflict('generic')
    await tx.mentoringOffer.update({ where: { id }, data })
    await recordEvent(tx, 'mentoring.offer.changed', { offerId: id, mentorId: offer.mentorId, fresh: offer.state === 'DRAFT' && data.state === 'OPEN' }, member.personId)
  })
}

/** New requests wait until that day (at least tomorrow, at most a year), or until it is opened again. @throws NotFound, Forbidden, Conflict, Invalid beside until */
export async function pauseOffer(viewer: Viewer, { id, until }: { id: number; until: string | null }): Promise<void> {
  const days = until === null ? 1 : (Date.parse(until) - Date.now() - 7 * 3_600_000) / 86_400_000
  if (!(days > 0 && days <= 366)) throw new Invalid({ until: ['mentoring:errors.until'] })
  const by = (member: Member, offer: Held) => canPauseOffer(member, offer)
  const own = (await sql('mentoring-own-offer', 'select 1 from mentoring_offer where id = $1 and mentor_id = $2', [id, viewer.personId])).length > 0
  await move(viewer, id, by, { state: 'PAUSED', pausedUntil: until === null ? null : new Date(until), pausedBy: own ? 'MENTOR' : 'OFFICER' }, ['OPEN', 'PAUSED'])
}

/** From a draft, a pause or closed. @throws NotFound, Forbidden, Conflict, Invalid */
export async function openOffer(viewer: Viewer, id: number): Promise<void> {
  await asMentor(viewer)
  await move(viewer, id, canChangeOffer, { state: 'OPEN', pausedUntil: null, pausedBy: null }, ['DRAFT', 'PAUSED', 'CLOSED'])
}

/** For good, until opened again. Learners who are in stay in. @throws NotFound, Forbidden, Conflict */
export const closeOffer = (viewer: Viewer, id: number): Promise<void> =>
  move(viewer, id, canChangeOffer, { state: 'CLOSED', pausedUntil: null, pausedBy: null }, ['DRAFT', 'OPEN', 'PAUSED'])

/** A request went unanswered: within the transaction that lets it expire. One that is paused or closed already stays as it is. @returns whether it was open */
export async function pauseForSilence(tx: Tx, offerId: number): Promise<boolean> {
  const offer = await held(tx, offerId)
  if (offer.state !== 'OPEN') return false
  await tx.mentoringOffer.update({ where: { id: offerId }, data: { state: 'PAUSED', pausedUntil: null, pausedBy: 'SILENCE' } })
  await recordEvent(tx, 'mentoring.offer.changed', { offerId, mentorId: offer.mentorId, fresh: false }, null)
  return true
}
