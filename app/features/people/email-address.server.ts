import { broadcast } from '~/platform/db/broadcast.server'
import { brokenConstraint, db, transaction } from '~/platform/db/db.server'
import { Conflict, Invalid } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { limiter, takeOrRefuse } from '~/platform/http/rate-limit.server'
import type { Member } from '~/platform/viewer'
import './events'
import { queueLetter } from './letters.server'
import { confirmPassword } from './password-change.server'
import { dropTokens, useToken } from './tokens.server'

const sending = limiter('verify-send', { points: 5, minutes: 60 })

/** Confirms an address by the link that was sent to it: a new account's, or the new address of an old one. @throws Invalid on the form */
export async function verifyEmail(input: { token: string }): Promise<{ personId: number; changed: boolean }> {
  const verified = await transaction(async tx => {
    const { personId, purpose, detail } = await useToken(tx, input.token, ['VERIFY_EMAIL', 'CHANGE_EMAIL'])
    const before = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } })
    const changed = purpose === 'CHANGE_EMAIL'
    await tx.person.update({ where: { id: personId }, data: { emailVerifiedAt: new Date(), ...(changed ? { email: detail } : {}) } })
    if (changed) {
      await dropTokens(tx, personId, ['RESET_PASSWORD', 'VERIFY_EMAIL', 'INVITATION'])
      if (before.email) await queueLetter(tx, { letter: 'emailChanged', personId, address: before.email })
    }
    await recordEvent(tx, 'people.access.changed', { personId }, personId)
    return { personId, changed }
  }).catch((error: unknown) => {
    if (brokenConstraint(error) !== null) throw new Invalid('people:errors.tokenGone')
    throw error
  })
  await broadcast('person', String(verified.personId))
  return verified
}

/** Sends the confirmation again. @throws Conflict when the address is confirmed already, TooMany after five in an hour */
export async function resendVerification(viewer: Member): Promise<void> {
  const person = await db.person.findUniqueOrThrow({ where: { id: viewer.personId }, select: { emailVerifiedAt: true } })
  if (person.emailVerifiedAt) throw new Conflict('alreadyVerified')
  await takeOrRefuse(sending, `#${viewer.personId}`)
  await transaction(async tx => {
    await dropTokens(tx, viewer.personId, ['VERIFY_EMAIL'])
    await queueLetter(tx, { letter: 'verify', personId: viewer.personId })
  })
}

/**
 * Asks for another address. It counts once the link sent to it was opened; until then the old one stays. Whether the new one already
 * belongs to somebody is told to that address only.
 * @throws Invalid beside `current`, TooMany
 */
export async function changeEmail(viewer: Member, input: { email: string; current: string }): Promise<void> {
  await confirmPassword(viewer, input.current, 'current')
  await takeOrRefuse(sending, `#${viewer.personId}`)
  await transaction(async tx => {
    await dropTokens(tx, viewer.personId, ['CHANGE_EMAIL'])
    await queueLetter(tx, { letter: 'changeEmail', personId: viewer.personId, address: input.email })
  })
}
