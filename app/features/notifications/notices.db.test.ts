import { expect, test } from 'vitest'
import { viewerOfPersonUnscoped } from '~/features/people/viewer.server'
import { db } from '~/platform/db/db.server'
import type { EventName, RecordedEvent } from '~/platform/events/events.server'
import { stranger } from '~/platform/viewer'
import { noticesConsumer } from './consumer.server'
import type { NoticeAmendments, NoticeRule, Told } from './contract'
import { cleanNotices } from './jobs.server'
import { countUnread, getNoticeUrl, listNotices } from './notices.queries.server'
import { markAllRead, markRead, markSeen } from './notices.server'

declare module '~/platform/events/events.server' {
  interface EventMap {
    'test.said': { told: Told[]; also: Told[] }
    'test.moved': { groupKey: string; about?: string; audience: string | null }
  }
}

const first: NoticeRule<'test.said'> = { name: 'test.first', event: 'test.said', recipients: event => Promise.resolve(event.payload.told) }
const second: NoticeRule<'test.said'> = { name: 'test.second', event: 'test.said', recipients: event => Promise.resolve(event.payload.also) }
const moved: NoticeAmendments<'test.moved'> = { event: 'test.moved', amend: event => Promise.resolve([event.payload]) }
const rung: number[] = []
const consumer = noticesConsumer([{ rules: [first, second], amendments: [moved] }], ids => { rung.push(...ids) })

let n = 0
async function person(kind: 'ASN' | 'CITIZEN' = 'ASN') {
  const row = await db.person.create({ data: { kind, name: `Penerima ${++n}`, slug: `penerima-${n}`, emailVerifiedAt: new Date() } })
  return viewerOfPersonUnscoped(row.id)
}
const told = (personId: number, more: Partial<Told> = {}): Told =>
  ({ personId, audience: 'asn', url: `/x/${++n}`, groupKey: 'thread:1', about: `post:${n}`, params: { name: 'Siti', title: 'Antrean' }, ...more })
const event = (name: EventName, payload: unknown, actorId: number | null = null) => ({ id: BigInt(++n), name, payload, actorId, createdAt: new Date() }) as RecordedEvent
const tell = (one: RecordedEvent) => (consumer.on as Record<string, (event: RecordedEvent) => Promise<void>>)[one.name]?.(one)
const said = (list: Told[], actorId: number | null = null, also: Told[] = []) => event('test.said', { told: list, also }, actorId)

test('an event tells once however often it is delivered, never the doer, by one rule only, and rings each person told', async () => {
  const [doer, other] = [await person(), await person()]
  const one = said([told(doer.personId), told(other.personId)], doer.personId, [told(other.personId)])
  await Promise.all([tell(one), tell(one), tell(one)])
  expect([await countUnread(doer), await countUnread(other), await countUnread(stranger())]).toEqual([0, 1, 0])
  expect((await listNotices(other)).groups.map(group => [group.rule, group.count])).toEqual([['test.first', 1]])
  expect(rung).toEqual([other.personId])
})

test('who may not read is not told, and a notice hides when its readers change and goes when the thing goes', async () => {
  const [asn, citizen] = [await person(), await person('CITIZEN')]
  await tell(said([told(asn.personId, { groupKey: 'thread:7', about: 'post:70' }), told(citizen.personId, { groupKey: 'thread:7' })]))
  expect([await countUnread(asn), await countUnread(citizen)]).toEqual([1, 0])
  const [shown] = (await listNotices(asn)).groups
  await tell(event('test.moved', { groupKey: 'thread:7', audience: 'unit:99' }))
  expect([await countUnread(asn), (await listNotices(asn)).groups]).toEqual([0, []])
  await expect(getNoticeUrl(asn, shown?.id ?? '')).rejects.toMatchObject({ code: 'NotFound' })
  await tell(event('test.moved', { groupKey: 'thread:7', audience: 'asn' }))
  expect(await countUnread(asn)).toBe(1)
  await tell(event('test.moved', { groupKey: 'thread:7', about: 'post:71', audience: null }))
  expect(await countUnread(asn)).toBe(1)
  await tell(event('test.moved', { groupKey: 'thread:7', about: 'post:70', audience: null }))
  expect(await db.notice.count({ where: { personId: asn.personId } })).toBe(0)
})

test('replies in one thread stand together and lead to the first unread; marking reaches what was shown and no further', async () => {
  const me = await person()
  await tell(said([told(me.personId, { url: '/a/2', params: { name: 'Ari', title: 'T' } })]))
  await tell(said([told(me.personId, { url: '/a/3', params: { name: 'Budi', title: 'T' } })]))
  const [group] = (await listNotices(me)).groups
  expect(group).toMatchObject({ count: 2, names: ['Budi', 'Ari'], unread: true })
  expect(await getNoticeUrl(me, group?.id ?? '')).toBe('/a/2')
  await tell(said([told(me.personId, { url: '/a/4' })]))
  expect(await markRead(me, group?.id ?? '')).toBe(2)
  expect(await countUnread(me)).toBe(1)
  expect(await markAllRead(me, group?.id)).toBe(0)
  expect(await markAllRead(me)).toBe(1)
  const stranger = await person()
  await tell(said([told(me.personId, { about: 'post:5' })]))
  const [mine] = (await listNotices(me)).groups
  expect(await markRead(stranger, mine?.id ?? '')).toBe(0)
  await expect(getNoticeUrl(stranger, mine?.id ?? '')).rejects.toMatchObject({ code: 'NotFound' })
  expect(await markRead(me, "1' or 1=1")).toBe(0)
  expect(await markSeen(me, 'thread:1', ['post:5'])).toBe(1)
})

test('the list pages by id without losing one, and old notices go', async () => {
  const me = await person()
  await tell(said([]))
  for (let i = 0; i < 130; i++) await tell(said([told(me.personId, { groupKey: `thread:${i}` })]))
  expect(await countUnread(me)).toBe(100)
  const seen: string[] = []
  let next: string | null = null
  do {
    const page = await listNotices(me, next)
    seen.push(...page.groups.map(group => group.groupKey))
    next = page.next
  } while (next)
  expect([seen.length, new Set(seen).size]).toEqual([130, 130])
  await markAllRead(me)
  expect(await cleanNotices(Date.now() + 91 * 86_400_000)).toBeGreaterThanOrEqual(130)
})
