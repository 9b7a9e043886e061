import { brokenConstraint, db, transaction, type Tx } from '~/platform/db/db.server'
import { recordEvent } from '~/platform/events/events.server'
import { limiter, takeOrRefuse } from '~/platform/http/rate-limit.server'
import type { Locale } from '~/platform/viewer'
import './events'
import type { Visitor } from './devices.server'
import { queueLetter } from './letters.server'
import { refuseWeak } from './password-change.server'
import { hashPassword } from './password.server'
import { endSessions, forgetSessions } from './sessions.server'
import { freeSlug } from './slug.server'
import { dropTokens } from './tokens.server'

const perAddress = limiter('register-address', { points: 30, minutes: 60 })

interface Registration {
  name: string
  email: string
  password: string
  locale: Locale
}

/**
 * A citizen registers. The answer is the same whether the address is new, waits for confirmation or has an account already: a mail
 * says which. An account nobody ever confirmed is handed to whoever registers last, so that nobody can sit on another's address.
 * @throws Invalid, TooMany
 */
export function registerCitizen(visitor: Visitor, input: Registration & { place: string }): Promise<void> {
  return register(visitor, input, { kind: 'CITIZEN', place: input.place, partnerOrg: null })
}

/** A member of a partner registers, for an organisation known here or a new one. Otherwise as `registerCitizen`. */
export function registerPartnerMember(visitor: Visitor, input: Registration & { organisation: string }): Promise<void> {
  return register(visitor, input, { kind: 'PARTNER', place: '', partnerOrg: input.organisation.replace(/\s+/g, ' ').trim() })
}

async function register(visitor: Visitor, input: Registration, as: { kind: 'CITIZEN' | 'PARTNER'; place: string; partnerOrg: string | null }): Promise<void> {
  await takeOrRefuse(perAddress, visitor.address)
  refuseWeak(input.password, input)
  const passwordHash = await hashPassword(input.password)
  try {
    await forgetSessions(await transaction(tx => write(tx, input, as, passwordHash)))
  } catch (error) {
    // Two at once with one address: the other one was written and its mail is on the way.
    if (brokenConstraint(error) === null) throw error
    await forgetSessions(await transaction(tx => write(tx, input, as, passwordHash)))
  }
}

async function write(tx: Tx, input: Registration, as: { kind: 'CITIZEN' | 'PARTNER'; place: string; partnerOrg: string | null }, passwordHash: string): Promise<string[]> {
  const known = await tx.person.findUnique({ where: { email: input.email }, select: { id: true, kind: true, emailVerifiedAt: true, closedAt: true } })
  if (known && (known.emailVerifiedAt || known.closedAt || known.kind === 'ASN')) {
    await queueLetter(tx, { letter: 'alreadyRegistered', personId: known.id })
    return []
  }
  const partnerOrg = as.partnerOrg
    ? await tx.partnerOrg.upsert({ where: { name: as.partnerOrg }, create: { name: as.partnerOrg }, update: {}, select: { id: true } })
    : null
  const data = { kind: as.kind, name: input.name, place: as.place, passwordHash, locale: input.locale, partnerOrgId: partnerOrg?.id ?? null }
  const person = known
    ? await tx.person.update({ where: { id: known.id }, data, select: { id: true } })
    : await tx.person.create({ data: { ...data, email: input.email, slug: await freeSlug(tx, input.name) }, select: { id: true } })
  await dropTokens(tx, person.id, ['VERIFY_EMAIL', 'RESET_PASSWORD'])
  const ended = known ? await endSessions(tx, person.id, null) : []
  await queueLetter(tx, { letter: 'verify', personId: person.id })
  await recordEvent(tx, 'people.person.changed', { personId: person.id }, person.id)
  return ended
}

/** Names of partner organisations, for the list beside the field of the form. */
export async function listPartnerNames(): Promise<string[]> {
  return (await db.partnerOrg.findMany({ select: { name: true }, orderBy: { name: 'asc' }, take: 200 })).map(org => org.name)
}
