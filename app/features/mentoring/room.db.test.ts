import { beforeAll, describe, expect, test } from 'vitest'
import { newKey } from '#tests/factories/discussion'
import { hourIn, makeSlots } from '#tests/factories/mentoring-sessions'
import { makePair } from '#tests/factories/pairs'
import { makeMember, viewerFor } from '#tests/factories/people'
import { picture } from '#tests/factories/uploads'
import { discussionLive } from '~/features/discussion/live.server'
import { findThread, getPost } from '~/features/discussion/posts.queries.server'
import { reply } from '~/features/discussion/posts.server'
import { react } from '~/features/discussion/reactions.server'
import { markRead } from '~/features/discussion/reading.server'
import { judge, judgeWords, lawsChanged } from '~/features/moderation/gate.server'
import { getUpload } from '~/features/uploads/uploads.queries.server'
import { asMarkdown, storeUpload } from '~/features/uploads/uploads.server'
import { db } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import { stranger, type Member, type Viewer } from '~/platform/viewer'
import { bookSession } from './bookings.server'
import { addStep, writeNote } from './notes.server'
import { findRoomOfThread, getPairHead, getRoom, listRoomTitles } from './room.queries.server'
import { listPairSlots } from './room-slots.queries.server'
import { getSession, listNotes, listSessions, listSteps } from './sessions.queries.server'

let mentor: Member
let learner: Member
let others: Record<string, Viewer>
let pairId: number
let threadId: number
let postId: number
let slug: string
let sessionId: number
const SECRET = 'Kapan terakhir Bapak Ibu pulang dari loket tanpa hasil'

beforeAll(async () => {
  await db.holiday.deleteMany()
  const [one, two] = [await makeMember({ name: 'Mentor Ruang' }), await makeMember({ name: 'Murid Ruang' })]
  pairId = await makePair({ offer: await makeSlots(one), learners: [two] })
  mentor = await viewerFor({ id: one.personId })
  learner = await viewerFor({ id: two.personId })
  others = { stranger: stranger(), colleague: await makeMember(), citizen: await makeMember({ kind: 'CITIZEN' }), officers: await makeMember({ roles: ['HRD_OFFICER', 'ADMINISTRATOR', 'MODERATOR', 'SERVICE_OFFICER'] }) }
  threadId = (await db.mentoringPair.findUniqueOrThrow({ where: { id: pairId } })).threadId ?? 0
  const file = await storeUpload(learner, { name: 'rancangan.png', data: await picture('png') })
  slug = file.slug
  postId = (await reply(learner, { threadId, written: { markdown: `${SECRET}? Lihat https://balai.contoh/pengetahuan/a/41/panduan dan /forum/t/7/topik.\n\n[panduan](/pengetahuan/a/41/panduan) [topik](/forum/t/7/topik)\n\n${asMarkdown([file])}` }, clientKey: newKey() })).id
  sessionId = (await bookSession(learner, { pairId, startsAt: hourIn(9, 9), topic: SECRET, clientKey: newKey() })).id
  await writeNote(mentor, { pairId, shared: true, text: SECRET, clientKey: newKey() })
  await addStep(mentor, { pairId, text: SECRET, assigneeId: learner.personId, dueOn: '' })
})

describe('the room', () => {
  test('holds everything for its two people: conversation, read marks, next session, files, links', async () => {
    await markRead(mentor, { threadId, number: 2 })
    const room = await getRoom(learner, pairId)
    expect(room.conversation?.posts.map(post => post.number)).toEqual([1, 2])
    expect(room.conversation?.reads).toMatchObject([{ personId: mentor.personId, number: 2 }])
    expect(room.next?.id).toBe(sessionId)
    expect(room.files).toMatchObject([{ slug, name: 'rancangan.png' }])
    expect(room.links).toEqual({ topics: [7], articles: [41] })
    expect(room.can).toEqual({ book: true, work: true })
    expect(await db.event.count({ where: { name: 'discussion.thread.read', payload: { path: ['threadId'], equals: threadId } } })).toBeGreaterThan(0)
    expect(await findRoomOfThread(mentor, threadId)).toMatchObject({ pairId })
  })

  test('is not there for anybody else, whatever their office, by any of its pages', async () => {
    for (const [who, viewer] of Object.entries(others)) {
      for (const read of [() => getRoom(viewer, pairId), () => getPairHead(viewer, pairId), () => listSessions(viewer, pairId), () => listNotes(viewer, pairId), () => listSteps(viewer, pairId), () => getSession(viewer, sessionId), () => listPairSlots(viewer, pairId)])
        await expect(read(), `${who} ${String(read)}`).rejects.toThrow(who === 'stranger' ? /SignInNeeded/ : NotFound)
      await expect(getPost(viewer, postId)).rejects.toThrow(NotFound)
      expect(await findThread(viewer, threadId)).toBeNull()
      expect(await findRoomOfThread(viewer, threadId)).toBeNull()
      expect((await listRoomTitles(viewer, [threadId])).size).toBe(0)
    }
  })

  test('lets nobody else listen, and nobody else fetch its files', async () => {
    const room = discussionLive.rooms.find(one => one.prefix === 'thread')
    expect(await room?.join(learner, String(threadId))).toBe(true)
    for (const viewer of Object.values(others)) {
      expect(await room?.join(viewer, String(threadId))).toBe(false)
      await expect(getUpload(viewer, slug)).rejects.toThrow(NotFound)
    }
    expect((await getUpload(mentor, slug)).slug).toBe(slug)
  })

  test('waits for no moderator and is weighed by no list of words', async () => {
    await db.moderationRule.create({ data: { kind: 'PART', value: 'loket' } })
    await lawsChanged()
    const attempt = { author: learner, shelf: `pair:${pairId}`, audience: `group:${(await db.mentoringPair.findUniqueOrThrow({ where: { id: pairId } })).groupId}`, html: SECRET, text: SECRET, history: () => Promise.reject(new Error('not asked')) }
    expect((await judgeWords({ ...attempt, audience: 'asn', shelf: 'category:1' }))?.why).toBe('rule')
    expect(await judge(attempt)).toBeNull()
    expect(await judgeWords(attempt)).toBeNull()
  })
})

test('what is said in it makes no name outside: thanks count nowhere', async () => {
  await react(mentor, { postId, kind: 'THANKS' })
  const { recognitionConsumer } = await import('~/features/recognition/contributions.server')
  const consumer = recognitionConsumer({}, {})
  for (const event of await db.event.findMany({ where: { name: { startsWith: 'discussion.' }, payload: { path: ['threadId'], equals: threadId } } })) {
    const heard = consumer.on[event.name as 'discussion.post.created']
    await heard?.({ ...event, payload: event.payload as never, name: event.name as 'discussion.post.created' })
  }
  expect(await db.contribution.count({ where: { postId } })).toBe(0)
})
