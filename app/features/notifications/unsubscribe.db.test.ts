import { expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { fromMailProgram } from '~/platform/http/security.server'
import { makeMember } from '#tests/factories/people'
import { preferencesSchema } from './preferences.schema'
import { savePreferences } from './preferences.server'
import { getPreferences } from './preferences.queries.server'
import { ruleGroups } from './groups'
import { findUnsubscribe, resubscribe, unsubscribe, unsubscribePath } from './unsubscribe.server'

const tokenOf = async (...args: Parameters<typeof unsubscribePath>) => (await unsubscribePath(...args)).replace('/berhenti/', '')

test('a link ends the mails it came with and nothing else, twice like once, and takes it back', async () => {
  const person = await makeMember()
  const token = await tokenOf(person.personId, { pace: 'NOW', groups: ['direct'] })
  expect(await findUnsubscribe(token)).toMatchObject({ pace: 'NOW', groups: ['direct'], stopped: false })
  await Promise.all([unsubscribe(token), unsubscribe(token), unsubscribe(token)].map(one => one.catch(() => undefined)))
  await unsubscribe(token)
  const mails = async () => Object.fromEntries(Object.entries((await getPreferences(person)).channels).map(([group, chosen]) => [group, chosen.mail]))
  expect(await mails()).toEqual({ direct: 'OFF', watching: 'DAILY', fresh: 'DAILY', reminders: 'NOW', decisions: 'NOW' })
  expect((await getPreferences(person)).channels.direct).toMatchObject({ bell: true, push: true })
  expect(await findUnsubscribe(token)).toMatchObject({ stopped: true })
  await resubscribe(token)
  expect((await mails()).direct).toBe('NOW')
})

test('the link of a digest ends the whole digest, also what joined it later', async () => {
  const person = await makeMember()
  const token = await tokenOf(person.personId, { pace: 'DAILY', groups: ['watching', 'fresh'] })
  await db.noticeChoice.create({ data: { personId: person.personId, ruleGroup: 'reminders', bell: true, mail: 'DAILY', push: true } })
  await unsubscribe(token)
  const { channels } = await getPreferences(person)
  expect(ruleGroups.filter(group => channels[group].mail === 'OFF')).toEqual(['watching', 'fresh', 'reminders'])
})

test('a link somebody made up, cut, or changed does nothing; so does one of a closed account', async () => {
  const [person, other] = [await makeMember(), await makeMember()]
  const token = await tokenOf(person.personId, { pace: 'NOW', groups: ['direct'] })
  const [, signature] = token.split('.')
  for (const bad of ['', 'x', token.slice(0, -1), `${other.personId}-NOW-direct.${signature}`, `${person.personId}-DAILY-direct.${signature}`, `${person.personId}-NOW-direct-watching.${signature}`, token.replace('.', '..'), `${token}.x.y`.slice(0, 10)]) {
    expect(await findUnsubscribe(bad), bad).toBeNull()
    await expect(unsubscribe(bad), bad).rejects.toMatchObject({ code: 'Forbidden' })
    await expect(resubscribe(bad), bad).rejects.toMatchObject({ code: 'Forbidden' })
  }
  expect(await db.noticeChoice.count({ where: { personId: { in: [person.personId, other.personId] } } })).toBe(0)
  await db.person.update({ where: { id: person.personId }, data: { closedAt: new Date() } })
  await expect(unsubscribe(token)).rejects.toMatchObject({ code: 'Forbidden' })
})

test('a post without any origin is let through to this one address only', async () => {
  const path = await unsubscribePath(1, { pace: 'NOW', groups: ['direct'] })
  expect(fromMailProgram('POST', path, {})).toBe(true)
  for (const [method, address, headers] of [
    ['DELETE', path, {}], ['POST', '/akun/tutup', {}], ['POST', `${path}/x`, {}], ['POST', '/berhenti/../akun/tutup', {}], ['POST', path, { origin: 'https://evil.example' }], ['POST', path, { 'sec-fetch-site': 'cross-site' }],
  ] as const) expect(fromMailProgram(method, address, headers), `${method} ${address}`).toBe(false)
})

test('preferences come back as they were saved; nonsense is refused', async () => {
  const person = await makeMember()
  const given = {
    channels: Object.fromEntries(ruleGroups.map((group, place) => [group, { bell: place % 2 === 0, mail: (['OFF', 'NOW', 'DAILY', 'WEEKLY', 'OFF'] as const)[place], push: place % 2 === 1 }])),
    quiet: true, quietFrom: '20:15', quietTo: '07:00', days: [5, 1, 1], digestAt: '07:45', autoWatch: false,
  }
  await savePreferences(person, preferencesSchema.parse(given))
  await savePreferences(person, preferencesSchema.parse(given))
  expect(await getPreferences(person)).toMatchObject({ channels: given.channels, quiet: true, quietFrom: 1215, quietTo: 420, days: [1, 5], digestAt: 465, autoWatch: false })
  await savePreferences(person, preferencesSchema.parse({ ...given, quiet: false, quietFrom: undefined, quietTo: undefined }))
  expect(await getPreferences(person)).toMatchObject({ quiet: false, days: [1, 5] })
  for (const bad of [{ days: [] }, { days: [8] }, { digestAt: '25:00' }, { quietFrom: undefined }, { channels: {} }, { quietTo: 'x' }]) expect(preferencesSchema.safeParse({ ...given, ...bad }).success, JSON.stringify(bad)).toBe(false)
})
