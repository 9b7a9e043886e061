import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newKey } from '#tests/factories/discussion'
import { hourIn, makeSlots } from '#tests/factories/mentoring-sessions'
import { makeMember } from '#tests/factories/people'
import { db, transaction } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { SlotTaken } from './rows/calendar.server'
import { bindHold, dropHolds, holdSlot, releaseHold } from './sessions.server'
import { countFreeSlots, listFreeSlots, nextFreeSlots } from './slots.queries.server'

let mentor: Member
let learners: Member[]
let offer: Awaited<ReturnType<typeof makeSlots>>
const nine = () => hourIn(9, 9)

beforeAll(async () => {
  learners = await Promise.all(Array.from({ length: 50 }, () => makeMember()))
  await db.holiday.deleteMany()
})
beforeEach(async () => {
  mentor = await makeMember()
  offer = await makeSlots(mentor)
})

const request = async (learner: Member) => (await db.mentoringRequest.create({ data: { offerId: offer.id, mentorId: mentor.personId, learnerId: learner.personId, goal: 'x', dueAt: new Date(), clientKey: newKey() } })).id
const rows = () => db.mentoringSession.findMany({ where: { mentorId: mentor.personId } })
const isFree = async (startsAt: number, heldBy: number | null = null) => (await listFreeSlots(mentor.personId, { minutes: 60, heldBy })).some(slot => slot.startsAt === startsAt)
const one = (index: number) => learners[index]!

describe('a hold', () => {
  test('fifty at once want one time: one has it, the others are told and nothing else happens', async () => {
    const answers = await Promise.allSettled(learners.map(learner => holdSlot(learner, { offerId: offer.id, startsAt: nine() })))
    expect(answers.filter(answer => answer.status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(SlotTaken)
    expect(await rows()).toHaveLength(1)
    expect(await isFree(nine())).toBe(false)
    expect(await isFree(hourIn(9, 10))).toBe(true)
  })

  test('is no obstacle to whoever has it, moves along with their choice, and ends when it is dropped', async () => {
    await holdSlot(one(0), { offerId: offer.id, startsAt: nine() })
    expect(await isFree(nine(), one(0).personId)).toBe(true)
    await holdSlot(one(0), { offerId: offer.id, startsAt: nine() })
    await holdSlot(one(0), { offerId: offer.id, startsAt: hourIn(9, 11) })
    expect((await rows()).map(row => row.startsAt.getTime())).toEqual([hourIn(9, 11)])
    expect(await isFree(nine())).toBe(true)
    await dropHolds(one(0), { offerId: offer.id })
    expect(await rows()).toEqual([])
  })

  test('that ran out blocks nobody', async () => {
    await holdSlot(one(0), { offerId: offer.id, startsAt: nine() })
    await db.mentoringSession.updateMany({ where: { mentorId: mentor.personId }, data: { holdUntil: new Date(Date.now() - 1_000) } })
    expect(await isFree(nine())).toBe(true)
    await holdSlot(one(1), { offerId: offer.id, startsAt: nine() })
    expect((await rows()).map(row => row.heldById)).toEqual([one(1).personId])
  })

  test('only on what is really free: not beside the pattern, within the notice, beyond the weeks ahead, or on a holiday', async () => {
    for (const startsAt of [nine() + 1_800_000, hourIn(9, 17), Date.now() + 3_600_000, hourIn(60, 9), Number.NaN]) await expect(holdSlot(one(0), { offerId: offer.id, startsAt }), String(startsAt)).rejects.toThrow()
    expect(await rows()).toEqual([])
    await expect(holdSlot(mentor, { offerId: offer.id, startsAt: nine() })).rejects.toThrow(Forbidden)
  })

  test('one half over another is refused, whatever the length', async () => {
    const long = await makeSlots(mentor, { minutes: 120 })
    await holdSlot(one(0), { offerId: offer.id, startsAt: nine() })
    await expect(holdSlot(one(1), { offerId: long.id, startsAt: hourIn(9, 8) })).rejects.toThrow(SlotTaken)
    await holdSlot(one(1), { offerId: long.id, startsAt: hourIn(9, 10) })
  })
})

describe('a request', () => {
  const bind = (requestId: number, learner: Member, startsAt = nine()) => transaction(tx => bindHold(tx, { requestId, learnerId: learner.personId, startsAt: new Date(startsAt) }))

  test('takes its hold along until it is answered', async () => {
    await holdSlot(one(0), { offerId: offer.id, startsAt: nine() })
    const id = await request(one(0))
    await bind(id, one(0))
    expect(await rows()).toMatchObject([{ requestId: id, state: 'HOLD', holdUntil: null }])
    expect(await isFree(nine(), one(0).personId)).toBe(false)
    await holdSlot(one(0), { offerId: offer.id, startsAt: hourIn(9, 10) })
    expect(await rows()).toHaveLength(2)
    await transaction(tx => releaseHold(tx, id))
    expect(await isFree(nine())).toBe(true)
  })

  test('whose hold ran out still gets its time, unless somebody took it', async () => {
    const late = async () => {
      await holdSlot(one(0), { offerId: offer.id, startsAt: nine() })
      await db.mentoringSession.updateMany({ where: { heldById: one(0).personId, requestId: null }, data: { holdUntil: new Date(Date.now() - 1_000) } })
      return request(one(0))
    }
    const first = await late()
    await bind(first, one(0))
    expect(await rows()).toMatchObject([{ requestId: first }])
    await transaction(tx => releaseHold(tx, first))
    const second = await late()
    await holdSlot(one(1), { offerId: offer.id, startsAt: nine() })
    await expect(bind(second, one(0))).rejects.toThrow(SlotTaken)
  })

  test('without a hold takes the time now: fifty sent at once, one has it', async () => {
    const ids = await Promise.all(learners.map(learner => request(learner)))
    const answers = await Promise.allSettled(learners.map((learner, at) => bind(ids[at]!, learner)))
    expect(answers.filter(answer => answer.status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(SlotTaken)
    expect(await rows()).toHaveLength(1)
  })
})

test('the next free slot of many mentors, and how many there are', async () => {
  const other = await makeMember()
  const none = await makeMember()
  await makeSlots(other, { timeZone: 'Asia/Jayapura' })
  const found = await nextFreeSlots([mentor.personId, other.personId, none.personId], 60)
  expect(found.has(none.personId)).toBe(false)
  expect(found.get(mentor.personId)?.startsAt).toBe((await listFreeSlots(mentor.personId, { minutes: 60 }))[0]?.startsAt)
  expect(found.get(other.personId)?.startsAt).toBeGreaterThan(Date.now())
  expect(await countFreeSlots([mentor.personId, none.personId], { minutes: 60, days: 7 })).toEqual(new Map([[mentor.personId, 10], [none.personId, 0]]))
})

test('the database itself refuses two bookings that overlap', async () => {
  const at = (minutes: number) => new Date(nine() + minutes * 60_000)
  const row = (from: number, to: number, state = 'BOOKED') => db.mentoringSession.create({ data: { mentorId: mentor.personId, startsAt: at(from), endsAt: at(to), state, mode: 'ONLINE', uid: newKey(), bookedById: mentor.personId, clientKey: newKey() } })
  await row(0, 60)
  await expect(row(59, 120)).rejects.toThrow()
  await row(60, 120)
  await row(0, 60, 'CANCELLED')
})
