import { beforeAll, describe, expect, test } from 'vitest'
import { findThread } from '~/features/discussion/posts.queries.server'
import { db } from '~/platform/db/db.server'
import { NotFound, SignInNeeded } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { makeMember, viewerFor } from '#tests/factories/people'
import { makeOfferRow, makePair } from '#tests/factories/pairs'
import { getPair, listMyPairs } from './pairs.queries.server'
import { SeatsFull } from './pairs.server'

let mentor: Member
let learner: Member
let other: Member
let officer: Member
beforeAll(async () => {
  mentor = await makeMember({ name: 'Mentor Satu' })
  learner = await makeMember({ name: 'Murid Satu' })
  other = await makeMember({ name: 'Orang Lain' })
  officer = await makeMember({ name: 'Petugas', roles: ['HRD_OFFICER', 'ADMINISTRATOR', 'MODERATOR'] })
})
const now = (person: Member) => viewerFor({ id: person.personId })

describe('a pair', () => {
  test('opens a room for its two people alone, with the goal as its first words', async () => {
    const offer = await makeOfferRow({ mentor })
    const id = await makePair({ offer, learners: [learner], goal: 'Memimpin **satu** musyawarah.' })
    const pair = await getPair(await now(learner), id)
    expect(pair).toMatchObject({ state: 'AGREEING', role: 'LEARNER', mentor: { name: 'Mentor Satu' }, learners: [{ name: 'Murid Satu' }], held: null, proposed: null, goals: [] })
    expect((await getPair(await now(mentor), id)).role).toBe('MENTOR')
    expect(await db.thread.findUniqueOrThrow({ where: { id: pair.threadId ?? 0 } })).toMatchObject({ kind: 'pair', shelf: `pair:${id}`, audience: `group:${pair.groupId}`, listed: false, authorId: learner.personId, lastNumber: 1 })
    expect((await db.mentoringOffer.findUniqueOrThrow({ where: { id: offer.id } })).taken).toBe(1)
    for (const viewer of [other, officer, await now(other), await now(officer)]) {
      await expect(getPair(viewer, id)).rejects.toThrow(NotFound)
      expect(await findThread(viewer, pair.threadId ?? 0)).toBeNull()
      expect((await listMyPairs(viewer)).map(row => row.id)).not.toContain(id)
    }
    await expect(getPair(stranger(), id)).rejects.toThrow(SignInNeeded)
    expect((await listMyPairs(await now(learner))).map(row => row.id)).toContain(id)
  })

  test('of fifty who take a seat at once as many sit as there are seats', async () => {
    const offer = await makeOfferRow({ mentor, capacity: 7 })
    const takers = await Promise.all(Array.from({ length: 50 }, () => makeMember()))
    const results = await Promise.allSettled(takers.map(taker => makePair({ offer, learners: [taker] })))
    expect(results.filter(one => one.status === 'fulfilled')).toHaveLength(7)
    for (const one of results) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(SeatsFull)
    expect((await db.mentoringOffer.findUniqueOrThrow({ where: { id: offer.id } })).taken).toBe(7)
    expect(await db.mentoringPair.count({ where: { offerId: offer.id } })).toBe(7)
  })

  test('a group is one room, however many come at once; who finds no seat waits in order', async () => {
    const offer = await makeOfferRow({ mentor, form: 'GROUP', capacity: 12 })
    const takers = await Promise.all(Array.from({ length: 50 }, () => makeMember()))
    const ids = await Promise.all(takers.map(taker => makePair({ offer, learners: [taker] })))
    expect(new Set(ids).size).toBe(1)
    const members = await db.mentoringMember.findMany({ where: { pairId: ids[0] } })
    expect([members.filter(one => one.state === 'IN').length, members.filter(one => one.state === 'WAITING').length]).toEqual([12, 38])
    const waiting = members.find(one => one.state === 'WAITING')
    const outside = await viewerFor({ id: waiting?.personId ?? 0 })
    await expect(getPair(outside, ids[0] ?? 0)).rejects.toThrow(NotFound)
    expect(await listMyPairs(outside)).toMatchObject([{ id: ids[0], waiting: true }])
  })
})
