import { afterAll, beforeAll, expect, test } from 'vitest'
import { newKey } from '#tests/factories/discussion'
import { hourIn, makeSlots } from '#tests/factories/mentoring-sessions'
import { makePair } from '#tests/factories/pairs'
import { makeMember, viewerFor } from '#tests/factories/people'
import { toldBy } from '#tests/factories/notices'
import { discussionNotices } from '~/features/discussion/notices.server'
import { reply } from '~/features/discussion/posts.server'
import { noticesConsumer } from '~/features/notifications/consumer.server'
import { db } from '~/platform/db/db.server'
import { startDelivery } from '~/platform/events/delivery.server'
import type { Member } from '~/platform/viewer'
import { confirmAttendance } from './attendance.server'
import { bookSession, cancelSession, moveSession } from './bookings.server'
import { writeNote } from './notes.server'
import { turnSessions } from './sessions-jobs.server'
import { pairPlaces, sessionNotices } from './sessions-notices.server'

let mentor: Member
let learner: Member
let outside: Member
let pairId: number
let stop: () => Promise<void>
beforeAll(async () => {
  await db.holiday.deleteMany()
  const [one, two] = [await makeMember(), await makeMember()]
  outside = await makeMember({ roles: ['ADMINISTRATOR', 'HRD_OFFICER', 'MODERATOR'] })
  pairId = await makePair({ offer: await makeSlots(one), learners: [two] })
  mentor = await viewerFor({ id: one.personId })
  learner = await viewerFor({ id: two.personId })
  stop = startDelivery([noticesConsumer([discussionNotices({ pair: pairPlaces }), sessionNotices], () => undefined)])
})
afterAll(() => stop())
const book = (viewer: Member, hour: number) => bookSession(viewer, { pairId, startsAt: hourIn(9, hour), topic: '', clientKey: newKey() })
const told = (viewer: Member, key: string) => expect.poll(() => toldBy(viewer.personId, key), { timeout: 8_000 })

test('of a session hears who did not do it; reminders go to both; nobody outside hears anything', async () => {
  const { id } = await book(learner, 9)
  await told(mentor, `session:${id}`).toEqual(['sessions.booked'])
  await moveSession(mentor, { sessionId: id, startsAt: hourIn(9, 10) })
  await told(learner, `session:${id}`).toEqual(['sessions.moved'])
  await db.mentoringSession.update({ where: { id }, data: { startsAt: new Date(Date.now() + 1_800_000), endsAt: new Date(Date.now() + 5_400_000) } })
  await turnSessions()
  await told(learner, `session:${id}`).toEqual(['sessions.moved', 'sessions.soon'])
  await told(mentor, `session:${id}`).toEqual(['sessions.booked', 'sessions.soon'])
  await db.mentoringSession.update({ where: { id }, data: { startsAt: new Date(Date.now() - 5_400_000), endsAt: new Date(Date.now() - 1_800_000) } })
  await confirmAttendance(learner, { sessionId: id, attended: true, minutes: 60 })
  await turnSessions()
  await told(mentor, `session:${id}`).toEqual(['sessions.booked', 'sessions.soon', 'sessions.over'])
  expect(await toldBy(learner.personId, `session:${id}`)).not.toContain('sessions.over')
  await confirmAttendance(mentor, { sessionId: id, attended: true, minutes: 60 })
  await told(mentor, `session:${id}`).toEqual([])
  const off = await book(mentor, 12)
  await told(learner, `session:${off.id}`).toEqual(['sessions.booked'])
  await cancelSession(learner, { sessionId: off.id, reason: 'Sakit' })
  await told(mentor, `session:${off.id}`).toEqual(['sessions.cancelled'])
  expect(await toldBy(outside.personId)).toEqual([])
})

test('what one says in the room, and a note one shares, the other hears of; a private note nobody does', async () => {
  const { threadId } = await db.mentoringPair.findUniqueOrThrow({ where: { id: pairId } })
  await writeNote(learner, { pairId, shared: false, text: 'Untuk saya', clientKey: newKey() })
  await writeNote(learner, { pairId, shared: true, text: 'Untuk berdua', clientKey: newKey() })
  await told(mentor, `pair-notes:${pairId}`).toEqual(['sessions.note'])
  await reply(learner, { threadId: threadId ?? 0, written: { markdown: 'Rancangan versi dua sudah saya kirim.' }, clientKey: newKey() })
  await told(mentor, `thread:${threadId}`).toEqual(['sessions.said'])
  await reply(mentor, { threadId: threadId ?? 0, written: { markdown: 'Bawa ke sesi Rabu.' }, replyTo: 2, clientKey: newKey() })
  await told(learner, `thread:${threadId}`).toEqual(['discussion.reply'])
  const url = (await db.notice.findFirstOrThrow({ where: { personId: learner.personId, groupKey: `thread:${threadId}` } })).url
  expect(url).toBe(`/mentoring/ruang/${pairId}/3#p3`)
  expect(await db.notice.count({ where: { about: { startsWith: 'pairnote:' } } })).toBe(1)
  expect(await toldBy(outside.personId)).toEqual([])
})
