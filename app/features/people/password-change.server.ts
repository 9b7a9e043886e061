import { db, transaction } from '~/platform/db/db.server'
import { Invalid } from '~/platform/errors'
import { limiter, takeOrRefuse } from '~/platform/http/rate-limit.server'
import type { Member } from '~/platform/viewer'
import type { Visitor } from './devices.server'
import { queueLetter } from './letters.server'
import { weaknessOf } from './password-strength.server'
import { hashPassword, passwordFits } from './password.server'
import { endSessions, forgetSessions, openSession, type OpenedSession } from './sessions.server'
import { dropTokens, findToken, useToken } from './tokens.server'

const resetPerAddress = limiter('reset-address', { points: 30, minutes: 60 })
const resetPerAccount = limiter('reset-account', { points: 6, minutes: 60 })
const confirmations = limiter('confirm-password', { points: 10, minutes: 15 })

/** @throws Invalid beside `password` with why it is too weak */
export function refuseWeak(password: string, person: { name: string; email: string | null; identifiers?: readonly { value: string }[] }, field = 'password'): void {
  const weakness = weaknessOf(password, [person.name, person.email ?? '', ...(person.identifiers ?? []).map(one => one.value)])
  if (weakness) throw new Invalid({ [field]: [`people:errors.password.${weakness}`] })
}

/**
 * Sends a link for a new password to the address of the account, if there is one. The answer is always the same; who asks too often
 * for one account gets no further mail and no other answer.
 * @throws TooMany for an address that asks for many accounts
 */
export async function requestPasswordReset(visitor: Visitor, input: { login: string }): Promise<void> {
  await takeOrRefuse(resetPerAddress, visitor.address)
  const login = input.login.trim()
  if ((await resetPerAccount.take(login.toLowerCase())) > 0) return
  await transaction(tx => queueLetter(tx, { letter: 'reset', login }))
}

/** Sets the new password, ends every session of the account and every open link, forgets its devices, and signs in. @throws Invalid */
export async function resetPassword(visitor: Visitor, input: { token: string; password: string }): Promise<OpenedSession> {
  return setByToken(visitor, input, 'RESET_PASSWORD')
}

/** The first password of a colleague who was invited. @throws Invalid */
export async function acceptInvitation(visitor: Visitor, input: { token: string; password: string }): Promise<OpenedSession> {
  return setByToken(visitor, input, 'INVITATION')
}

async function setByToken(visitor: Visitor, input: { token: string; password: string }, purpose: 'RESET_PASSWORD' | 'INVITATION'): Promise<OpenedSession> {
  const found = await findToken(input.token, [purpose])
  if (!found) throw new Invalid('people:errors.tokenGone')
  refuseWeak(input.password, found.person)
  const passwordHash = await hashPassword(input.password)
  const { opened, ended } = await transaction(async tx => {
    const { personId } = await useToken(tx, input.token, [purpose])
    await tx.person.update({ where: { id: personId }, data: { passwordHash } })
    await tx.person.updateMany({ where: { id: personId, emailVerifiedAt: null }, data: { emailVerifiedAt: new Date() } })
    await dropTokens(tx, personId, ['RESET_PASSWORD', 'INVITATION', 'CHANGE_EMAIL'])
    await tx.knownDevice.deleteMany({ where: { personId } })
    const ended = await endSessions(tx, personId, personId)
    if (found.person.passwordHash) await queueLetter(tx, { letter: 'passwordChanged', personId })
    return { ended, opened: await openSession(tx, visitor, personId, false) }
  })
  await forgetSessions(ended)
  return opened
}

/** Asks again for the password before something weighty. @throws Invalid beside `field`; TooMany after ten wrong ones */
export async function confirmPassword(viewer: Member, password: string, field: string): Promise<void> {
  // Counted per session: whoever stole one cannot keep the owner from changing the password in theirs.
  const key = `${viewer.personId}|${viewer.sessionId}`
  await takeOrRefuse(confirmations, key)
  const person = await db.person.findUniqueOrThrow({ where: { id: viewer.personId }, select: { passwordHash: true } })
  if (!(await passwordFits(person.passwordHash, password))) throw new Invalid({ [field]: ['people:errors.currentPassword'] })
  await confirmations.clear(key)
}

/** @throws Invalid beside `current` or `password`. Ends every other session. */
export async function changePassword(viewer: Member, input: { current: string; password: string }): Promise<void> {
  await confirmPassword(viewer, input.current, 'current')
  const person = await db.person.findUniqueOrThrow({ where: { id: viewer.personId }, select: { name: true, email: true, identifiers: { select: { value: true } } } })
  refuseWeak(input.password, person)
  const passwordHash = await hashPassword(input.password)
  await forgetSessions(await transaction(async tx => {
    await tx.person.update({ where: { id: viewer.personId }, data: { passwordHash } })
    await dropTokens(tx, viewer.personId, ['RESET_PASSWORD', 'INVITATION'])
    await queueLetter(tx, { letter: 'passwordChanged', personId: viewer.personId })
    return endSessions(tx, viewer.personId, viewer.personId, { exceptId: viewer.sessionId })
  }))
}
