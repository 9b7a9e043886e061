import { describe, expect, test } from 'vitest'
import { makePerson, makeUnit, requestAs, signedIn } from '#tests/factories/people'
import { db } from '~/platform/db/db.server'
import { Forbidden, SignInNeeded } from '~/platform/errors'
import { memberOf, officerOf, viewerOf } from './viewer.server'
import { revokeSession, signOut } from './sessions.server'

describe('who is looking', () => {
  test('a stranger holds only the public audience and cannot be a member', async () => {
    const request = requestAs('')
    expect((await viewerOf(request)).audiences).toEqual(['public'])
    await expect(memberOf(request)).rejects.toBeInstanceOf(SignInNeeded)
  })

  test('an ASN holds the audience of the own unit and every one above it', async () => {
    const city = await makeUnit()
    const department = await makeUnit({ parent: city })
    const beside = await makeUnit({ parent: city })
    const person = await makePerson({ unit: department, roles: ['MODERATOR'] })
    const { cookie } = await signedIn(person)
    const viewer = await memberOf(requestAs(cookie))
    expect(viewer.audiences).toEqual(['public', 'asn', `unit:${city.id}`, `unit:${department.id}`, `user:${person.id}`])
    expect(viewer.audiences).not.toContain(`unit:${beside.id}`)
    expect(viewer.roles).toEqual(['MODERATOR'])
    await expect(officerOf(requestAs(cookie), 'ADMINISTRATOR')).rejects.toBeInstanceOf(Forbidden)
  })

  test('the language of the cookie goes before the one of the person', async () => {
    const { cookie } = await signedIn(await makePerson({ locale: 'en' }))
    expect((await viewerOf(requestAs(cookie))).locale).toBe('en')
    expect((await viewerOf(requestAs(`${cookie}; lang=id`))).locale).toBe('id')
    expect((await viewerOf(requestAs('lang=en'))).locale).toBe('en')
  })

  test('a session that was signed out, revoked or whose account was closed opens nothing', async () => {
    const person = await makePerson({ kind: 'CITIZEN' })
    const [first, second, third] = [await signedIn(person), await signedIn(person), await signedIn(person)]
    const viewer = await memberOf(requestAs(first.cookie))
    await viewerOf(requestAs(second.cookie))
    await revokeSession(viewer, { sessionId: second.sessionId })
    expect((await viewerOf(requestAs(second.cookie))).personId).toBeNull()
    await signOut(viewer)
    expect((await viewerOf(requestAs(first.cookie))).personId).toBeNull()
    await db.person.update({ where: { id: person.id }, data: { closedAt: new Date() } })
    expect((await viewerOf(requestAs(third.cookie))).personId).toBeNull()
  })
})
