import { beforeEach, describe, expect, test } from 'vitest'
import { demoPassword, makeMember, makePerson, makeUnit, requestAs, signedIn, viewerFor } from '#tests/factories/people'
import { db, sql } from '~/platform/db/db.server'
import { Forbidden, Invalid, TooMany } from '~/platform/errors'
import { sessionCookieName } from '~/platform/http/session-cookie.server'
import { closeAccount, grantRole, revokeRole, setHead } from './access.server'
import type { Visitor } from './devices.server'
import { changeEmail, verifyEmail } from './email-address.server'
import { inviteColleague } from './invitations.server'
import { writeLetter, type QueuedLetter } from './letters.server'
import { acceptInvitation, changePassword, requestPasswordReset, resetPassword } from './password-change.server'
import { registerCitizen, registerPartnerMember } from './registration.server'
import { revokeOtherSessions, signIn, type OpenedSession } from './sessions.server'
import { issueToken } from './tokens.server'
import { viewerOf, viewerOfCookie } from './viewer.server'

let addresses = 0
const from = (address = `10.0.${(addresses += 1) >> 8}.${addresses & 255}`, deviceToken: string | null = null): Visitor => ({ address, userAgent: 'Uji', deviceToken })
const strong = 'kerang biru di loket tiga'
const viewerOfSession = (opened: OpenedSession) => viewerOfCookie(`${sessionCookieName()}=${opened.token}`)

async function jobs<T>(task: string): Promise<T[]> {
  return (await sql<{ payload: T }>(`test-jobs-${task}`, `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = '${task}' order by j.id`)).map(row => row.payload)
}
/** Does what the worker would: writes waiting letters, and hands back the links in them, newest last. */
async function links(): Promise<string[]> {
  for (const letter of await jobs<QueuedLetter>('people_letter')) await writeLetter(letter)
  const mails = await jobs<{ text: string; to: string }>('send_mail')
  return mails.flatMap(mail => /https?:\/\/\S+/.exec(mail.text)?.[0] ?? [])
}
const tokenOf = (link: string | undefined) => link?.split('/').at(-1) ?? ''

beforeEach(async () => {
  await db.$executeRaw`delete from graphile_worker._private_jobs`
})

describe('signing in', () => {
  test('by address or NIP; the same answer for a wrong password, an unknown, a closed and a passwordless account', async () => {
    const person = await makePerson({ password: true, email: 'a1@balai.contoh', nip: '198805112011012907' })
    const closed = await makePerson({ password: true, email: 'a2@balai.contoh' })
    await db.person.update({ where: { id: closed.id }, data: { closedAt: new Date() } })
    await makePerson({ email: 'a3@balai.contoh' })
    for (const login of ['A1@balai.contoh ', '198805112011012907', '19880511 201101 2 907']) {
      const opened = await signIn(from(), { login, password: demoPassword, remember: true })
      expect(opened.personId).toBe(person.id)
      expect((await viewerOfSession(opened)).personId).toBe(person.id)
      expect(opened.maxAge).toBe(30 * 86_400)
    }
    const answers = []
    for (const [login, password] of [['a1@balai.contoh', 'salah'], ['siapa@balai.contoh', 'salah'], ['a2@balai.contoh', demoPassword], ['a3@balai.contoh', ''], ['bukan surel', 'x']] as const)
      answers.push(await signIn(from(), { login, password, remember: false }).catch((error: unknown) => (error as Invalid).fields))
    expect(new Set(answers.map(answer => JSON.stringify(answer)))).toEqual(new Set(['{"password":["people:errors.signIn"]}']))
  })

  test('a guesser is stopped, the owner is not locked out: neither from another address nor from a browser they used before', async () => {
    const person = await makePerson({ password: true, email: 'b1@balai.contoh' })
    const home = from('192.0.2.7')
    const { deviceToken } = await signIn(home, { login: 'b1@balai.contoh', password: demoPassword, remember: false })
    const guess = () => signIn(from('192.0.2.7'), { login: 'b1@balai.contoh', password: 'tebakan', remember: false })
    for (let n = 0; n < 10; n += 1) await expect(guess()).rejects.toBeInstanceOf(Invalid)
    await expect(guess()).rejects.toBeInstanceOf(TooMany)
    await expect(signIn(from('192.0.2.7'), { login: 'b1@balai.contoh', password: demoPassword, remember: false })).rejects.toBeInstanceOf(TooMany)
    expect((await signIn(from('192.0.2.7', deviceToken), { login: 'b1@balai.contoh', password: demoPassword, remember: false })).personId).toBe(person.id)
    expect((await signIn(from('198.51.100.9'), { login: 'b1@balai.contoh', password: demoPassword, remember: false })).personId).toBe(person.id)
  })

  test('guesses sent at once count each, and an address that tries many accounts is stopped', async () => {
    await makePerson({ password: true, email: 'b2@balai.contoh' })
    const at = '203.0.113.5'
    const results = await Promise.allSettled(Array.from({ length: 16 }, () => signIn(from(at), { login: 'b2@balai.contoh', password: 'tebakan', remember: false })))
    expect(results.filter(one => one.status === 'rejected' && one.reason instanceof Invalid)).toHaveLength(10)
    const spray = await Promise.allSettled(Array.from({ length: 110 }, (_one, n) => signIn(from('203.0.113.6'), { login: `tak${n}@balai.contoh`, password: 'x', remember: false })))
    expect(spray.filter(one => one.status === 'rejected' && one.reason instanceof TooMany).length).toBe(10)
  })
})

describe('one-use links', () => {
  test('a reset works once, ends every session, and asking tells nobody whether the account exists', async () => {
    const person = await makePerson({ password: true, email: 'c1@balai.contoh' })
    const old = await signedIn(person)
    expect((await viewerOf(requestAs(old.cookie))).personId).toBe(person.id)
    await requestPasswordReset(from(), { login: 'c1@balai.contoh' })
    await requestPasswordReset(from(), { login: 'tidak.ada@balai.contoh' })
    expect(await jobs('people_letter')).toHaveLength(2)
    const [link, ...more] = await links()
    expect(more).toEqual([])
    expect(await db.accountToken.count({ where: { tokenHash: tokenOf(link) } })).toBe(0)
    await expect(resetPassword(from(), { token: tokenOf(link), password: 'rahasia123456' })).rejects.toMatchObject({ fields: { password: ['people:errors.password.common'] } })
    const opened = await resetPassword(from(), { token: tokenOf(link), password: strong })
    expect((await viewerOfSession(opened)).personId).toBe(person.id)
    expect((await viewerOf(requestAs(old.cookie))).personId).toBeNull()
    await expect(resetPassword(from(), { token: tokenOf(link), password: strong })).rejects.toMatchObject({ fields: { form: ['people:errors.tokenGone'] } })
    await expect(signIn(from(), { login: 'c1@balai.contoh', password: demoPassword, remember: false })).rejects.toBeInstanceOf(Invalid)
  })

  test('of two uses at once one wins; an old link and one for another purpose open nothing', async () => {
    const person = await makePerson({ password: true })
    const { token } = await db.$transaction(tx => issueToken(tx, person.id, 'RESET_PASSWORD'))
    const both = await Promise.allSettled([1, 2].map(() => resetPassword(from(), { token, password: strong })))
    expect(both.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    const late = await db.$transaction(tx => issueToken(tx, person.id, 'RESET_PASSWORD'))
    await db.accountToken.updateMany({ where: { personId: person.id }, data: { expiresAt: new Date(0) } })
    await expect(resetPassword(from(), { token: late.token, password: strong })).rejects.toBeInstanceOf(Invalid)
    const other = await db.$transaction(tx => issueToken(tx, person.id, 'VERIFY_EMAIL'))
    await expect(resetPassword(from(), { token: other.token, password: strong })).rejects.toBeInstanceOf(Invalid)
    await expect(verifyEmail({ token: other.token })).resolves.toMatchObject({ personId: person.id })
  })

  test('a new address counts once its link was opened; the old one is told', async () => {
    const person = await makePerson({ password: true, email: 'd1@balai.contoh' })
    const viewer = await viewerFor(person)
    await expect(changeEmail(viewer, { email: 'd2@balai.contoh', current: 'salah' })).rejects.toBeInstanceOf(Invalid)
    await changeEmail(viewer, { email: 'd2@balai.contoh', current: demoPassword })
    const token = tokenOf((await links()).at(-1))
    expect((await db.person.findUniqueOrThrow({ where: { id: person.id } })).email).toBe('d1@balai.contoh')
    await db.$executeRaw`delete from graphile_worker._private_jobs`
    await verifyEmail({ token })
    expect((await db.person.findUniqueOrThrow({ where: { id: person.id } })).email).toBe('d2@balai.contoh')
    expect(await jobs<QueuedLetter>('people_letter')).toEqual([{ letter: 'emailChanged', personId: person.id, address: 'd1@balai.contoh' }])
  })
})

describe('registering', () => {
  const given = { name: 'Jonas Hutapea', password: strong, locale: 'id' as const, place: 'Pasar Belakang' }

  test('a citizen confirms and is then verified; a known address gets the same answer and a mail that says so', async () => {
    await registerCitizen(from(), { ...given, email: 'jonas@contoh.id' })
    const [link] = await links()
    const opened = await signIn(from(), { login: 'jonas@contoh.id', password: strong, remember: false })
    expect(await viewerOfSession(opened)).toMatchObject({ kind: 'CITIZEN', verified: false, audiences: ['public', `user:${opened.personId}`] })
    await verifyEmail({ token: tokenOf(link) })
    expect((await viewerOfSession(opened)).verified).toBe(true)
    await db.$executeRaw`delete from graphile_worker._private_jobs`
    await expect(registerCitizen(from(), { ...given, name: 'Orang Lain', email: 'JONAS@contoh.id'.toLowerCase() })).resolves.toBeUndefined()
    expect(await jobs<QueuedLetter>('people_letter')).toEqual([{ letter: 'alreadyRegistered', personId: opened.personId }])
    expect((await db.person.findUniqueOrThrow({ where: { id: opened.personId } })).name).toBe('Jonas Hutapea')
  })

  test('nobody can sit on the address of another: an unconfirmed account goes to whoever registers last', async () => {
    await registerCitizen(from(), { ...given, name: 'Penyerang', email: 'ratna@contoh.id' })
    const [first] = await links()
    const squatter = await signIn(from(), { login: 'ratna@contoh.id', password: strong, remember: true })
    await db.$executeRaw`delete from graphile_worker._private_jobs`
    await registerPartnerMember(from(), { name: 'Ratna Zega', email: 'ratna@contoh.id', password: 'perahu layar dari barat', locale: 'id', organisation: ' Universitas   Contoh ' })
    await expect(verifyEmail({ token: tokenOf(first) })).rejects.toBeInstanceOf(Invalid)
    expect((await viewerOfSession(squatter)).personId).toBeNull()
    expect(await db.person.findUniqueOrThrow({ where: { email: 'ratna@contoh.id' }, include: { partnerOrg: true } })).toMatchObject({ name: 'Ratna Zega', kind: 'PARTNER', partnerOrg: { name: 'Universitas Contoh' } })
  })

  test('a double click makes one person', async () => {
    await Promise.all([1, 2, 3].map(() => registerCitizen(from('192.0.2.99'), { ...given, email: 'dobel@contoh.id' })))
    expect(await db.person.count({ where: { email: 'dobel@contoh.id' } })).toBe(1)
  })
})

describe('access', () => {
  test('an invited colleague chooses a first password and is in', async () => {
    const unit = await makeUnit()
    const officer = await makeMember({ roles: ['HRD_OFFICER'] })
    const input = { name: 'Debora Sinaga', number: '199309142020122917', email: 'debora@balai.contoh', unitId: unit.id, position: 'Pengendali Dampak Lingkungan' }
    await expect(inviteColleague(await makeMember(), input)).rejects.toBeInstanceOf(Forbidden)
    await inviteColleague(officer, input)
    await expect(inviteColleague(officer, { ...input, email: 'lain@balai.contoh' })).rejects.toMatchObject({ fields: { number: ['people:errors.numberKnown'] } })
    const opened = await acceptInvitation(from(), { token: tokenOf((await links()).at(-1)), password: strong })
    expect(await viewerOfSession(opened)).toMatchObject({ kind: 'ASN', verified: true, unitIds: unit.path })
    expect((await signIn(from(), { login: '199309142020122917', password: strong, remember: false })).personId).toBe(opened.personId)
  })

  test('roles and heads count at once; nobody takes their own administrator role', async () => {
    const unit = await makeUnit()
    const person = await makePerson({ unit })
    const administrator = await makeMember({ roles: ['ADMINISTRATOR'] })
    const { cookie } = await signedIn(person)
    expect((await viewerOf(requestAs(cookie))).roles).toEqual([])
    await grantRole(administrator, { personId: person.id, role: 'MODERATOR' })
    expect((await viewerOf(requestAs(cookie))).roles).toEqual(['MODERATOR'])
    await setHead(administrator, { unitId: unit.id, personId: person.id })
    expect((await viewerOf(requestAs(cookie))).headOf).toEqual([unit.id])
    await revokeRole(administrator, { personId: person.id, role: 'MODERATOR' })
    await setHead(administrator, { unitId: unit.id, personId: null })
    expect(await viewerOf(requestAs(cookie))).toMatchObject({ roles: [], headOf: [] })
    await expect(revokeRole(administrator, { personId: administrator.personId, role: 'ADMINISTRATOR' })).rejects.toBeInstanceOf(Forbidden)
    await expect(grantRole(await makeMember({ roles: ['HRD_OFFICER'] }), { personId: person.id, role: 'ADMINISTRATOR' })).rejects.toBeInstanceOf(Forbidden)
    await expect(setHead(administrator, { unitId: unit.id, personId: administrator.personId })).rejects.toBeInstanceOf(Invalid)
  })

  test('a new password ends the other sessions and keeps this one; ending the others does too', async () => {
    const person = await makePerson({ password: true })
    const [here, there] = [await signedIn(person), await signedIn(person)]
    const viewer = { ...(await viewerFor(person)), sessionId: here.sessionId }
    await changePassword(viewer, { current: demoPassword, password: strong })
    expect((await viewerOf(requestAs(here.cookie))).personId).toBe(person.id)
    expect((await viewerOf(requestAs(there.cookie))).personId).toBeNull()
    await signedIn(person)
    expect(await revokeOtherSessions(viewer)).toBe(1)
  })

  test('closing one’s account removes what was personal and ends every session; a colleague cannot close their own', async () => {
    const citizen = await makePerson({ kind: 'CITIZEN', password: true, about: 'x', place: 'Pasar Baru' })
    const { cookie } = await signedIn(citizen)
    await closeAccount(await viewerFor(citizen), { personId: citizen.id, current: demoPassword })
    expect((await viewerOf(requestAs(cookie))).personId).toBeNull()
    expect(await db.person.findUniqueOrThrow({ where: { id: citizen.id } })).toMatchObject({ email: null, passwordHash: null, about: '', place: '', name: citizen.name })
    const colleague = await makePerson({ password: true })
    await expect(closeAccount(await viewerFor(colleague), { personId: colleague.id, current: demoPassword })).rejects.toBeInstanceOf(Forbidden)
  })
})
