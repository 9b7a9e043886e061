import { afterAll, beforeAll, expect, test } from 'vitest'
import { livePostOf } from '~/features/discussion/live-post.server'
import { findLivePostUnscoped } from '~/features/discussion/posts.queries.server'
import { reply } from '~/features/discussion/posts.server'
import { db, sent } from '~/platform/db/db.server'
import { deliveryIdle } from '~/platform/events/delivery.server'
import type { Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { startNotices, toldBy, watches } from '#tests/factories/notices'
import { makeMember } from '#tests/factories/people'

let stop: () => Promise<void>
let author: Member
let topicId: number
const writers: Member[] = []

beforeAll(async () => {
  stop = startNotices()
  author = await makeMember()
  for (let i = 0; i < 12; i++) writers.push(await makeMember())
  topicId = (await makeTopic({ category: await makeCategory(), author })).id
  await deliveryIdle()
})
afterAll(() => stop())

const say = (by: Member, replyTo: number | null = null) => reply(by, { threadId: topicId, written: { markdown: 'Sudah kami coba, hasilnya baik.' }, replyTo, clientKey: newKey() })

/** Statements of everything that happens until nothing is under way any more, and how many of them stood before the answers. */
async function costOf(run: () => Promise<unknown>): Promise<{ before: number; all: number }> {
  const start = sent.statements
  await run()
  const answered = sent.statements
  await deliveryIdle()
  return { before: answered - start, all: sent.statements - start }
}

/** Who may, and the post with all that stands by it; and the counter against haste. */
const BEFORE = 3

test('two statements and the counter against haste stand before the answer to a reply, however many follow the topic', async () => {
  const [writer] = writers as [Member]
  await say(writer)
  await deliveryIdle()
  const few = await costOf(() => say(writer))
  for (let i = 0; i < 40; i++) await watches((await makeMember()).personId, `thread:${topicId}`)
  const many = await costOf(() => say(writer))
  expect([few.before, many.before]).toEqual([BEFORE, BEFORE])
  expect(many.all, 'what follows costs the same for forty followers as for one').toBe(few.all)
  expect(many.all).toBeLessThanOrEqual(17)
})

test('a burst of replies is told in about as many statements as one of them', async () => {
  const one = await costOf(() => say(author))
  const burst = await costOf(() => Promise.all(writers.map(writer => say(writer))))
  expect(burst.all - BEFORE * writers.length).toBeLessThanOrEqual(3 * (one.all - BEFORE))
})

test('told together says the same as told one by one: who came later is not told of what was before', async () => {
  const topic = await makeTopic({ category: await makeCategory(), author })
  const [first, second, third] = [await makeMember(), await makeMember(), await makeMember()]
  await deliveryIdle()
  const write = (by: Member, replyTo: number | null = null) => reply(by, { threadId: topic.id, written: { markdown: 'Terima kasih.' }, replyTo, clientKey: newKey() })
  const opening = await write(first)
  await write(second, opening.number)
  await write(third)
  await deliveryIdle()
  const key = `thread:${topic.id}`
  expect(await Promise.all([author, first, second, third].map(one => toldBy(one.personId, key)))).toEqual([
    ['discussion.ownThread', 'discussion.ownThread', 'discussion.ownThread'], ['discussion.reply', 'discussion.followed'], ['discussion.followed'], [],
  ])
  const deliveries = await db.event.findMany({ where: { name: 'discussion.post.created', deliveredAt: null } })
  expect(deliveries).toEqual([])
})

test('what live pushes from the hand is what reading it back gives', async () => {
  const [writer] = writers as [Member]
  const opening = await say(author)
  const made = await say(writer, opening.number)
  const event = await db.event.findFirstOrThrow({ where: { name: 'discussion.post.created', payload: { path: ['postId'], equals: made.id } } })
  const read = await findLivePostUnscoped(made.id)
  expect(await livePostOf({ id: event.id, payload: { postId: made.id } })).toEqual(read)
  expect(made.seen).toEqual({ post: read?.post, author: read?.author })
  expect(event.payload).toMatchObject({ threadId: topicId, number: made.number, replyTo: opening.number, kind: 'topic', mentions: [] })
  await deliveryIdle()
})

test('a second press breaks nothing off: no number is spent, and a draft stays where nothing was written', async () => {
  const [writer] = writers as [Member]
  const clientKey = newKey()
  const both = await Promise.all([1, 2, 3].map(() => reply(writer, { threadId: topicId, written: { markdown: 'Sekali saja.' }, clientKey })))
  expect(new Set(both.map(one => one.number)).size).toBe(1)
  const next = await say(writer)
  expect(next.number).toBe((both[0]?.number ?? 0) + 1)
  await db.draft.create({ data: { personId: writer.personId, place: `thread:${topicId}`, markdown: 'Belum selesai' } })
  await db.thread.update({ where: { id: topicId }, data: { lockedAt: new Date() } })
  await expect(say(writer)).rejects.toMatchObject({ code: 'Conflict' })
  expect(await db.draft.count({ where: { personId: writer.personId, place: `thread:${topicId}` } })).toBe(1)
  await deliveryIdle()
})
