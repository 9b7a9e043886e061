import { beforeAll, expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { Invalid, NotFound, SignInNeeded } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { makePosts } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { makeMember } from '#tests/factories/people'
import { startNotices, toldBy, watches } from '#tests/factories/notices'
import { findBookmark, listBookmarks } from './bookmarks.queries.server'
import { dropBookmark, keepBookmark, remindOfBookmark } from './bookmarks.server'
import { dayOf, morningOf } from './local-day'
import { getPosts } from './posts.queries.server'

let reader: Member
let writer: Member
let topic: Awaited<ReturnType<typeof makeTopic>>
const dueNow = (postId: number) => db.bookmark.updateMany({ where: { postId }, data: { remindAt: new Date(Date.now() - 1_000) } })

beforeAll(async () => {
  reader = await makeMember({ kind: 'CITIZEN' })
  writer = await makeMember({ kind: 'CITIZEN' })
  topic = await makeTopic({ category: await makeCategory({ audience: 'public' }), author: writer, title: 'Simpan yang penting' })
  await makePosts({ threadId: topic.id, authors: [{ id: writer.personId }], count: 3 })
})

test('the morning of a day is eight o\'clock there, and what is no day is none', () => {
  expect(morningOf('2026-12-01', 'Asia/Jakarta')?.toISOString()).toBe('2026-12-01T01:00:00.000Z')
  expect(morningOf('2026-12-01', 'Asia/Jayapura')?.toISOString()).toBe('2026-11-30T23:00:00.000Z')
  for (const wrong of ['2026-02-30', '2026-13-01', 'besok', '']) expect(morningOf(wrong, 'Asia/Jakarta')).toBeNull()
  expect(dayOf(Date.parse('2026-11-30T23:00:00Z'), 'Asia/Jakarta')).toBe('2026-12-01')
})

test('a second press changes nothing; note and day are kept until they are taken away', async () => {
  await keepBookmark(reader, { postId: topic.postId, note: 'untuk rapat', remindOn: dayOf(Date.now() + 5 * 86_400_000, reader.timeZone) })
  await keepBookmark(reader, { postId: topic.postId })
  const kept = await findBookmark(reader, topic.postId)
  expect(kept).toMatchObject({ note: 'untuk rapat', remindOn: dayOf(Date.now() + 5 * 86_400_000, reader.timeZone), post: { threadId: topic.id, number: 1 } })
  expect((await getPosts(reader, topic.id, { from: 1, to: 2 })).posts.map(post => post.saved)).toEqual([true, undefined])
  expect((await getPosts(writer, topic.id, { from: 1, to: 1 })).posts[0]?.saved).toBeUndefined()
  await keepBookmark(reader, { postId: topic.postId, note: '', remindOn: '' })
  expect(await findBookmark(reader, topic.postId)).toMatchObject({ note: '', remindOn: '' })
  for (const remindOn of ['2020-01-01', '2099-01-01', '2026-02-30']) await expect(keepBookmark(reader, { postId: topic.postId, remindOn })).rejects.toThrow(Invalid)
})

test('only what may be read, only by its owner', async () => {
  const asn = await makeMember()
  const closed = await makeTopic({ category: await makeCategory({ audience: 'asn' }), author: asn })
  await expect(keepBookmark(reader, { postId: closed.postId })).rejects.toThrow(NotFound)
  await expect(keepBookmark(stranger(), { postId: topic.postId })).rejects.toThrow(SignInNeeded)
  expect(await listBookmarks(stranger())).toEqual({ rows: [], next: null })
  expect((await listBookmarks(writer)).rows).toEqual([])
  await keepBookmark(asn, { postId: closed.postId, note: 'rahasia' })
  await db.thread.update({ where: { id: closed.id }, data: { audience: 'unit:999999' } })
  expect((await listBookmarks(asn)).rows).toMatchObject([{ postId: closed.postId, note: 'rahasia', post: null }])
  await dropBookmark(asn, { postId: closed.postId })
  expect((await listBookmarks(asn)).rows).toEqual([])
})

test('the list pages by what was saved last', async () => {
  const person = await makeMember({ kind: 'CITIZEN' })
  const posts = await db.post.findMany({ where: { threadId: topic.id }, select: { id: true } })
  const at = new Date()
  await db.bookmark.createMany({ data: Array.from({ length: 40 }, (_, i) => ({ personId: person.personId, postId: posts[0]!.id + 1_000_000 + i, createdAt: at })) })
  const first = await listBookmarks(person)
  const second = await listBookmarks(person, first.next)
  expect([first.rows.length, second.rows.length, second.next]).toEqual([30, 10, null])
  expect(new Set([...first.rows, ...second.rows].map(row => row.postId)).size).toBe(40)
})

test('the reminder comes once, even about a muted topic, and never for what is gone', async () => {
  const stop = startNotices()
  try {
    const person = await makeMember({ kind: 'CITIZEN' })
    await watches(person.personId, `thread:${topic.id}`, 'MUTE')
    await keepBookmark(person, { postId: topic.postId, remindOn: dayOf(Date.now() + 2 * 86_400_000, person.timeZone) })
    await remindOfBookmark({ personId: person.personId, postId: topic.postId })
    expect(await db.event.count({ where: { name: 'discussion.bookmark.due', payload: { path: ['personId'], equals: person.personId } } })).toBe(0)
    await dueNow(topic.postId)
    await remindOfBookmark({ personId: person.personId, postId: topic.postId })
    await remindOfBookmark({ personId: person.personId, postId: topic.postId })
    await expect.poll(() => toldBy(person.personId)).toEqual(['discussion.bookmark'])
    await dropBookmark(person, { postId: topic.postId })
    await remindOfBookmark({ personId: person.personId, postId: topic.postId })
    expect(await db.event.count({ where: { name: 'discussion.bookmark.due', payload: { path: ['personId'], equals: person.personId } } })).toBe(1)
  } finally {
    await stop()
  }
})
