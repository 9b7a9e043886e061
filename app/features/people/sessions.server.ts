import { broadcast } from '~/platform/db/broadcast.server'
import { transaction, type Tx } from '~/platform/db/db.server'
import { Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { newToken } from '~/platform/http/session-cookie.server'
import type { Member, Viewer } from '~/platform/viewer'
import './events'
import { knowsDevice, networkOf, rememberDevice, type Visitor } from './devices.server'
import { findByLogin } from './login.server'
import { passwordFits } from './password.server'
import { rememberDays, slidingHours } from './session-touch.server'
import { signInAllowed } from './sign-in-limit.server'

export interface OpenedSession {
  personId: number
  /** goes into the session cookie */
  token: string
  /** seconds for the cookie; null = until the browser closes */
  maxAge: number | null
  /** goes into the device cookie */
  deviceToken: string
  /** the account is suspended: the session opens nothing but the page that says why */
  suspended?: boolean
}

/** Opens a session inside a verb's transaction: after signing in, registering or accepting an invitation. */
export async function openSession(tx: Tx, visitor: Visitor, personId: number, remember: boolean): Promise<OpenedSession> {
  const { token, hash } = newToken()
  const lives = remember ? rememberDays * 86_400_000 : slidingHours * 3_600_000
  await tx.session.create({
    data: { tokenHash: hash, personId, remember, userAgent: visitor.userAgent.slice(0, 300), address: networkOf(visitor.address), expiresAt: new Date(Date.now() + lives) },
  })
  const deviceToken = await rememberDevice(tx, visitor, personId)
  return { personId, token, deviceToken, maxAge: remember ? rememberDays * 86_400 : null }
}

/**
 * Signs in by mail address, NIP or NI PPPK. The answer and its time are the same for a wrong password, an unknown account, a closed one
 * and one without a password.
 * @throws Invalid beside `password`; TooMany after too many failures from this address or for this account from this address
 */
export async function signIn(visitor: Visitor, input: { login: string; password: string; remember: boolean }): Promise<OpenedSession> {
  const person = await findByLogin(input.login)
  const known = person !== null && (await knowsDevice(person.id, visitor))
  const attempt = await signInAllowed({ account: person ? `#${person.id}` : input.login, visitor, knownDevice: known })
  const fits = await passwordFits(person?.passwordHash ?? null, input.password)
  if (!person || !fits || person.closedAt) throw new Invalid({ password: ['people:errors.signIn'] })
  const opened = await transaction(tx => openSession(tx, visitor, person.id, input.remember))
  await attempt.succeeded()
  return { ...opened, suspended: (person.suspendedUntil?.getTime() ?? 0) > Date.now() }
}

/** Ends sessions and says so to the open ones. Call `forgetSessions` with the result once the transaction is through. */
export async function endSessions(tx: Tx, personId: number, actorId: number | null, which: { id?: number; exceptId?: number | null } = {}): Promise<string[]> {
  const ended = await tx.session.findMany({
    where: { personId, revokedAt: null, id: which.id ?? (which.exceptId ? { not: which.exceptId } : undefined) },
    select: { id: true, tokenHash: true },
  })
  await tx.session.updateMany({ where: { id: { in: ended.map(one => one.id) } }, data: { revokedAt: new Date() } })
  for (const one of ended) await recordEvent(tx, 'people.session.ended', { personId, sessionId: one.id }, actorId)
  return ended.map(one => one.tokenHash)
}

/** Makes every process forget these sessions at once. */
export async function forgetSessions(tokenHashes: readonly string[]): Promise<void> {
  for (const hash of tokenHashes) await broadcast('session', hash)
}

export async function signOut(viewer: Viewer): Promise<void> {
  const { sessionId } = viewer
  const personId = viewer.personId ?? viewer.suspended?.personId ?? null
  if (personId === null || sessionId === null) return
  await forgetSessions(await transaction(tx => endSessions(tx, personId, personId, { id: sessionId })))
}

/** @throws NotFound when the session is not the viewer's or has ended already */
export async function revokeSession(viewer: Member, input: { sessionId: number }): Promise<void> {
  const hashes = await transaction(tx => endSessions(tx, viewer.personId, viewer.personId, { id: input.sessionId }))
  if (hashes.length === 0) throw new NotFound('session')
  await forgetSessions(hashes)
}

/** Ends every session of the viewer but the one this comes from. @returns how many ended */
export async function revokeOtherSessions(viewer: Member): Promise<number> {
  const hashes = await transaction(tx => endSessions(tx, viewer.personId, viewer.personId, { exceptId: viewer.sessionId }))
  await forgetSessions(hashes)
  return hashes.length
}

