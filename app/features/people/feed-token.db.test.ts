import { expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import { makeMember } from '#tests/factories/people'
import { dropFeedToken, feedTokenMade, memberOfFeedToken, renewFeedToken } from './feed-token.server'

test('a secret stands for its owner until it is renewed, dropped, or the owner is gone', async () => {
  const member = await makeMember({ kind: 'CITIZEN' })
  expect(await feedTokenMade(member)).toBeNull()
  const first = await renewFeedToken(member)
  expect((await memberOfFeedToken(first)).personId).toBe(member.personId)
  expect(JSON.stringify(await db.feedToken.findMany())).not.toContain(first)
  const second = await renewFeedToken(member)
  await expect(memberOfFeedToken(first)).rejects.toThrow(NotFound)
  await db.person.update({ where: { id: member.personId }, data: { suspendedUntil: new Date(Date.now() + 60_000) } })
  await expect(memberOfFeedToken(second)).rejects.toThrow(NotFound)
  await db.person.update({ where: { id: member.personId }, data: { suspendedUntil: null, closedAt: new Date() } })
  await expect(memberOfFeedToken(second)).rejects.toThrow(NotFound)
  await db.person.update({ where: { id: member.personId }, data: { closedAt: null } })
  await dropFeedToken(member)
  await expect(memberOfFeedToken(second)).rejects.toThrow(NotFound)
  for (const wrong of ['', 'x', '../../etc', 'a'.repeat(5_000)]) await expect(memberOfFeedToken(wrong)).rejects.toThrow(NotFound)
})
