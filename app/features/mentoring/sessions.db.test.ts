import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newKey } from '#tests/factories/discussion'
import { hourIn, makeSlots } from '#tests/factories/mentoring-sessions'
import { makePair } from '#tests/factories/pairs'
import { makeMember, viewerFor } from '#tests/factories/people'
import { db, transaction } from '~/platform/db/db.server'
import { Conflict, Forbidden, NotFound } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { confirmAttendance, listPresence } from './attendance.server'
import { bookSession, cancelSession, moveSession, prepareSession } from './bookings.server'
import { getOwnJp, jpOfPairUnscoped } from './jp.queries.server'
import { SlotTaken } from './rows/calendar.server'
import { turnSessions } from './sessions-jobs.server'
import { getSession, listSessions } from './sessions.queries.server'
import { bindHold, bookForPair, cancelComingSessions, holdSlot } from './sessions.server'

let mentor: Member
let learner: Member
let outside: Member
let pairId: number

const roomOf = async (form: 'ONE_TO_ONE' | 'GROUP' = 'ONE_TO_ONE', also: Member[] = []) => {
  const offer = await makeSlots(mentor, { form, capacity: 5 })
  const id = await makePair({ offer, learners: [learner, ...also] })
  mentor = await viewerFor({ id: mentor.personId })
  learner = await viewerFor({ id: learner.personId })
  return id
}
beforeAll(async () => {
  await db.holiday.deleteMany()
  outside = await makeMember({ roles: ['HRD_OFFICER', 'ADMINISTRATOR', 'MODERATOR'] })
})
beforeEach(async () => {
  mentor = await makeMember()
  learner = await makeMember()
  pairId = await roomOf()
})
const book = (viewer: Member, startsAt: number, more: object = {}) => bookSession(viewer, { pairId, startsAt, topic: 'Membuka tanpa slide', clientKey: newKey(), ...more })
/** The session as if it had been this many hours ago. */
const past = async (id: number, hours: number, minutes = 60) => {
  const startsAt = new Date(Date.now() - hours * 3_600_000)
  await db.mentoringSession.update({ where: { id }, data: { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) } })
}
const events = (name: string, sessionId: number) => db.event.count({ where: { name, payload: { path: ['sessionId'], equals: sessionId } } })
const row = (id: number) => db.mentoringSession.findUniqueOrThrow({ where: { id } })

describe('booking', () => {
  test('fifty at once on one time of one mentor: one session', async () => {
    const learners = await Promise.all(Array.from({ length: 49 }, () => makeMember()))
    const offer = await db.mentoringOffer.findFirstOrThrow({ where: { mentorId: mentor.personId } })
    await db.mentoringOffer.update({ where: { id: offer.id }, data: { capacity: 50 } })
    const rooms: [Member, number][] = [[learner, pairId]]
    for (const one of learners) rooms.push([one, await makePair({ offer, learners: [one] })])
    const viewers = await Promise.all(rooms.map(async ([one, room]) => [await viewerFor({ id: one.personId }), room] as const))
    const answers = await Promise.allSettled(viewers.map(([viewer, room]) => book(viewer, hourIn(9, 9), { pairId: room })))
    expect(answers.filter(answer => answer.status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(SlotTaken)
    expect(await db.mentoringSession.count({ where: { mentorId: mentor.personId } })).toBe(1)
  })

  test('one press books once, however often it arrives', async () => {
    const clientKey = newKey()
    const made = await Promise.all(Array.from({ length: 5 }, () => book(learner, hourIn(9, 9), { clientKey })))
    expect(new Set(made.map(one => one.id)).size).toBe(1)
    expect(await events('mentoring.session.booked', made[0]?.id ?? 0)).toBe(1)
  })

  test('is for the people of the room, on times that are free, as long as the work goes on', async () => {
    await expect(book(outside, hourIn(9, 9))).rejects.toThrow(NotFound)
    await expect(book(learner, hourIn(9, 9) + 60_000)).rejects.toThrow(SlotTaken)
    const soon = hourIn(1, 8) - Date.now() < 12 * 3_600_000 ? hourIn(1, 8) : null
    if (soon) await expect(book(learner, soon)).rejects.toThrow(SlotTaken)
    await db.mentoringPair.update({ where: { id: pairId }, data: { state: 'FINISHED' } })
    await expect(book(learner, hourIn(9, 9))).rejects.toThrow(Conflict)
  })

  test('of a request: held, sent, accepted', async () => {
    const offer = await db.mentoringOffer.findFirstOrThrow({ where: { mentorId: mentor.personId } })
    await holdSlot(learner, { offerId: offer.id, startsAt: hourIn(9, 13) })
    const request = await db.mentoringRequest.create({ data: { offerId: offer.id, mentorId: mentor.personId, learnerId: learner.personId, goal: 'x', dueAt: new Date(), clientKey: newKey() } })
    await transaction(tx => bindHold(tx, { requestId: request.id, learnerId: learner.personId, startsAt: hourIn(9, 13) }))
    const id = await transaction(tx => bookForPair(tx, { requestId: request.id, pairId }))
    expect(await row(id ?? 0)).toMatchObject({ state: 'BOOKED', pairId, heldById: null, holdUntil: null })
    expect(await transaction(tx => bookForPair(tx, { requestId: request.id, pairId }))).toBeNull()
    expect((await listSessions(learner, pairId)).map(one => one.number)).toEqual([1])
  })
})

describe('a booked session', () => {
  test('moves to a free time, its entry in calendars along; its old time is free', async () => {
    const { id } = await book(learner, hourIn(9, 9))
    const other = await book(mentor, hourIn(9, 11))
    await db.mentoringSession.update({ where: { id }, data: { dayToldAt: new Date(), hourToldAt: new Date() } })
    const before = await row(id)
    await expect(moveSession(learner, { sessionId: id, startsAt: hourIn(9, 11) })).rejects.toThrow(SlotTaken)
    await moveSession(mentor, { sessionId: id, startsAt: hourIn(9, 10) })
    expect(await row(id)).toMatchObject({ startsAt: new Date(hourIn(9, 10)), endsAt: new Date(hourIn(9, 11)), uid: before.uid, sequence: before.sequence + 1, dayToldAt: null, hourToldAt: null })
    await moveSession(learner, { sessionId: other.id, startsAt: hourIn(9, 9) })
    expect(await events('mentoring.session.moved', id)).toBe(1)
    await expect(moveSession(outside, { sessionId: id, startsAt: hourIn(9, 15) })).rejects.toThrow(NotFound)
  })

  test('moved by two at once goes to one of the two times, and never over another', async () => {
    const { id } = await book(learner, hourIn(9, 9))
    const answers = await Promise.allSettled([moveSession(learner, { sessionId: id, startsAt: hourIn(9, 14) }), moveSession(mentor, { sessionId: id, startsAt: hourIn(9, 15) })])
    expect(answers.filter(answer => answer.status === 'fulfilled')).toHaveLength(1)
    expect((await row(id)).sequence).toBe(1)
  })

  test('is called off once, with its reason; its time is free again', async () => {
    const { id } = await book(learner, hourIn(9, 9))
    await Promise.allSettled([cancelSession(learner, { sessionId: id, reason: 'Sakit' }), cancelSession(mentor, { sessionId: id, reason: 'Rapat' })])
    expect(await row(id)).toMatchObject({ state: 'CANCELLED', sequence: 1 })
    expect(await events('mentoring.session.cancelled', id)).toBe(1)
    await book(learner, hourIn(9, 9))
    await expect(cancelSession(outside, { sessionId: id, reason: 'x' })).rejects.toThrow(NotFound)
    const begun = await book(learner, hourIn(9, 10))
    await past(begun.id, 0.5)
    await expect(cancelSession(learner, { sessionId: begun.id, reason: 'x' })).rejects.toThrow(Conflict)
  })

  test('is prepared by both; its place is the mentor’s to say', async () => {
    const { id } = await book(learner, hourIn(9, 9))
    await prepareSession(learner, { sessionId: id, topic: 'Pembuka', agenda: 'Latihan suara', place: 'Rumah' })
    expect(await row(id)).toMatchObject({ topic: 'Pembuka', agenda: 'Latihan suara', place: 'Kantor Camat', sequence: 1 })
    await prepareSession(mentor, { sessionId: id, topic: 'Pembuka', agenda: '', place: 'Aula' })
    expect(await row(id)).toMatchObject({ place: 'Aula', agenda: '' })
  })

  test('of a pair that ends is called off', async () => {
    const { id } = await book(learner, hourIn(9, 9))
    await transaction(tx => cancelComingSessions(tx, { pairId, byId: null, reason: '' }))
    await transaction(tx => cancelComingSessions(tx, { pairId, byId: null, reason: '' }))
    expect(await row(id)).toMatchObject({ state: 'CANCELLED', sequence: 1 })
    expect(await events('mentoring.session.cancelled', id)).toBe(1)
  })
})

test('the clock says each thing once, however many workers ask, and anew after a move', async () => {
  const { id } = await book(learner, hourIn(9, 9))
  const near = async (minutes: number) => db.mentoringSession.update({ where: { id }, data: { startsAt: new Date(Date.now() + minutes * 60_000), endsAt: new Date(Date.now() + (minutes + 60) * 60_000) } })
  const turn = () => Promise.all([turnSessions(), turnSessions(), turnSessions()])
  await turn()
  expect(await events('mentoring.session.near', id)).toBe(0)
  await near(23 * 60)
  await turn()
  expect(await events('mentoring.session.near', id)).toBe(1)
  await near(50)
  await turn()
  await turn()
  expect(await events('mentoring.session.near', id)).toBe(2)
  await near(-70)
  await turn()
  await turn()
  expect([await events('mentoring.session.near', id), await events('mentoring.session.over', id)]).toEqual([2, 1])
})

describe('being there', () => {
  test('counts once both say so, by the smaller of the two; a changed word changes it', async () => {
    const { id } = await book(learner, hourIn(9, 9))
    await expect(confirmAttendance(learner, { sessionId: id, attended: true, minutes: 60 })).rejects.toThrow(Conflict)
    await past(id, 2)
    await confirmAttendance(learner, { sessionId: id, attended: true, minutes: 60 })
    expect((await getSession(learner, id)).session).toMatchObject({ state: 'BOOKED', asked: false })
    expect((await getSession(mentor, id)).session.asked).toBe(true)
    await Promise.all([confirmAttendance(mentor, { sessionId: id, attended: true, minutes: 45 }), confirmAttendance(learner, { sessionId: id, attended: true, minutes: 50 })])
    const { session } = await getSession(learner, id)
    expect(session.state).toBe('DONE')
    expect(session.attendance.map(one => one.counted)).toEqual([null, 45])
    expect(await jpOfPairUnscoped(pairId, learner.personId)).toEqual({ jp: 2, minutes: 45, sessions: 1 })
    await confirmAttendance(mentor, { sessionId: id, attended: false, minutes: 0 })
    expect(await jpOfPairUnscoped(pairId, learner.personId)).toEqual({ jp: 0, minutes: 0, sessions: 0 })
    await confirmAttendance(learner, { sessionId: id, attended: false, minutes: 0 })
    expect((await row(id)).state).toBe('MISSED')
    await expect(confirmAttendance(outside, { sessionId: id, attended: true, minutes: 60 })).rejects.toThrow(NotFound)
    for (const minutes of [0, -5, 5_000, Number.NaN]) await expect(confirmAttendance(mentor, { sessionId: id, attended: true, minutes })).rejects.toMatchObject({ fields: { minutes: [expect.any(String)] } })
  })

  test('five sessions of one March are 4 JP, over all pairs of the learner', async () => {
    const second = await roomOf()
    for (const [at, day] of ['03', '10', '17', '24', '31'].entries()) {
      const startsAt = new Date(`2026-03-${day}T02:00:00Z`)
      const session = await db.mentoringSession.create({ data: { pairId: at < 3 ? pairId : second, mentorId: mentor.personId, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), state: 'DONE', mode: 'ONLINE', uid: newKey(), bookedById: mentor.personId, clientKey: newKey() } })
      await db.mentoringAttendance.createMany({ data: [mentor, learner].map(one => ({ sessionId: session.id, personId: one.personId, attended: true, minutes: 60 })) })
    }
    const { months } = await getOwnJp(learner)
    expect(months).toMatchObject([{ month: '2026-03', jp: 4, cap: 4, lines: [{ jp: 2 }, { jp: 2 }, { reason: 'monthCap' }, { reason: 'monthCap' }, { reason: 'monthCap' }] }])
    expect(await jpOfPairUnscoped(second, learner.personId)).toEqual({ jp: 0, minutes: 120, sessions: 2 })
    expect((await getOwnJp(mentor)).months).toEqual([])
  })

  test('in a group the mentor’s list and the learner’s word both count; the calendar is the mentor’s', async () => {
    const friend = await makeMember()
    pairId = await roomOf('GROUP', [friend])
    const third = await viewerFor({ id: friend.personId })
    await expect(book(learner, hourIn(9, 9))).rejects.toThrow(Forbidden)
    const { id } = await book(mentor, hourIn(9, 9))
    await expect(cancelSession(learner, { sessionId: id, reason: 'x' })).rejects.toThrow(Conflict)
    await past(id, 2)
    for (const one of [mentor, learner, third]) await confirmAttendance(one, { sessionId: id, attended: true, minutes: 60 })
    expect(await jpOfPairUnscoped(pairId, learner.personId)).toMatchObject({ sessions: 0 })
    await expect(listPresence(learner, { sessionId: id, present: [learner.personId] })).rejects.toThrow(Forbidden)
    await listPresence(mentor, { sessionId: id, present: [learner.personId, outside.personId] })
    expect(await jpOfPairUnscoped(pairId, learner.personId)).toMatchObject({ sessions: 1, minutes: 60 })
    expect(await jpOfPairUnscoped(pairId, friend.personId)).toMatchObject({ sessions: 0 })
    expect((await getSession(mentor, id)).session.attendance.map(one => one.present)).toEqual(expect.arrayContaining([null, true, false]))
  })
})
