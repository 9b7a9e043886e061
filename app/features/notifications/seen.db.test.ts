import { beforeAll, expect, test } from 'vitest'
import { listPostsUpTo } from '~/features/discussion/reading.server'
import { db } from '~/platform/db/db.server'
import { onBroadcast } from '~/platform/db/broadcast.server'
import type { Member } from '~/platform/viewer'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { makeMember } from '#tests/factories/people'
import { countUnread, listUnreadAbouts } from './notices.queries.server'
import { markAllRead, markRead, markSeen } from './notices.server'

let reader: Member
let other: Member
let topic: Awaited<ReturnType<typeof makeTopic>>
let postIds: number[]
const rung: string[] = []
let event = 9_000_000n

beforeAll(async () => {
  reader = await makeMember({ kind: 'CITIZEN' })
  other = await makeMember({ kind: 'CITIZEN' })
  topic = await makeTopic({ category: await makeCategory(), author: reader, replies: 5, repliers: [{ id: other.personId }] })
  postIds = (await db.post.findMany({ where: { threadId: topic.id }, orderBy: { number: 'asc' }, select: { id: true } })).map(post => post.id)
  onBroadcast('bells', body => { rung.push(body) })
})

const tell = (person: Member, about: string, groupKey = `thread:${topic.id}`) =>
  db.notice.create({ data: { personId: person.personId, eventId: (event += 1n), rule: 'discussion.own', groupKey, about, audience: 'public', url: '/x', params: {} } })

test('reading as far as a post takes the notices up to it, of this thread and this person only', async () => {
  for (const id of postIds) await tell(reader, `post:${id}`)
  await tell(reader, `post:${postIds[1]}`)
  await tell(reader, 'topic:5')
  await tell(reader, `post:${postIds[1]}`, 'thread:999999')
  await tell(other, `post:${postIds[1]}`)
  const group = `thread:${topic.id}`
  const abouts = await listUnreadAbouts(reader, group)
  expect(abouts).toHaveLength(postIds.length + 1)
  const seen = await listPostsUpTo(reader, { threadId: topic.id, number: 3, postIds })
  expect(seen.sort()).toEqual(postIds.slice(0, 3).sort())
  expect(await markSeen(reader, group, seen.map(id => `post:${id}`))).toBe(4)
  expect([await countUnread(reader), await countUnread(other)]).toEqual([postIds.length - 3 + 2, 1])
  expect(await listUnreadAbouts(reader, group)).toHaveLength(postIds.length - 3 + 1)
  expect(rung.splice(0)).toEqual([String(reader.personId)])
})

test('posts of other threads, and of threads the reader may not see, are none of it', async () => {
  const elsewhere = await makeTopic({ category: await makeCategory({ audience: 'asn' }), author: await makeMember() })
  expect(await listPostsUpTo(reader, { threadId: elsewhere.id, number: 9, postIds: [elsewhere.postId] })).toEqual([])
  expect(await listPostsUpTo(reader, { threadId: topic.id, number: 9, postIds: [elsewhere.postId] })).toEqual([])
  expect(await listPostsUpTo(reader, { threadId: topic.id, number: 9, postIds: [] })).toEqual([])
})

test('other pages count anew when something became read, and are left alone when nothing did', async () => {
  const person = await makeMember({ kind: 'CITIZEN' })
  const notice = await tell(person, 'post:1')
  await tell(person, 'post:2')
  expect(await markRead(person, String(notice.id))).toBe(1)
  expect(await markRead(person, String(notice.id))).toBe(0)
  expect(await markSeen(person, `thread:${topic.id}`, [])).toBe(0)
  expect(await markAllRead(person)).toBe(1)
  expect(await markAllRead(person)).toBe(0)
  expect(rung.splice(0)).toEqual([String(person.personId), String(person.personId)])
})
