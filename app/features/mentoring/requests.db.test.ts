import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { acceptedRules, ageRequest, makeOfferRow, makeRequest, requestForm } from '#tests/factories/pairs'
import { makeMember, viewerFor } from '#tests/factories/people'
import { SeatsFull } from './pairs.server'
import { expireRequests, nudgeRequests } from './requests-clock.server'
import { countRequests, getRequest, listRequests } from './requests.queries.server'
import { acceptRequest, answerQuestion, askBack, declineRequest, pairNeed, sendNeed, sendRequest, viewRequest, withdrawRequest } from './requests.server'

let mentor: Member
let officer: Member
beforeAll(async () => {
  mentor = await makeMember({ name: 'Mentor Permintaan' })
  officer = await makeMember({ roles: ['HRD_OFFICER'] })
})
const learnerOf = () => makeMember()
const stateOf = async (id: number) => (await db.mentoringRequest.findUniqueOrThrow({ where: { id } })).state
const daysLeft = async (id: number) => ((await db.mentoringRequest.findUniqueOrThrow({ where: { id } })).dueAt.getTime() - Date.now()) / 86_400_000
const fresh = async (capacity = 3) => {
  const learner = await learnerOf()
  const offer = await makeOfferRow({ mentor, capacity })
  return { learner, offer, id: await makeRequest({ offer, learner }) }
}
/** what came of it, by name */
const outcomes = (results: readonly PromiseSettledResult<unknown>[]) => results.map(one => (one.status === 'fulfilled' ? 'done' : (one.reason as Error).name)).sort()

describe('sending', () => {
  test('one press is one request, however often it arrives; the clock is seen by both', async () => {
    const learner = await learnerOf()
    const offer = await makeOfferRow({ mentor })
    await acceptedRules(learner)
    const input = { ...requestForm(), offerId: offer.id }
    const made = await Promise.all(Array.from({ length: 6 }, () => sendRequest(learner, input)))
    expect(new Set(made.map(one => one.id)).size).toBe(1)
    const id = made[0]?.id ?? 0
    expect((await getRequest(learner, id)).dueAt).toBe((await getRequest(mentor, id)).dueAt)
    expect(Math.round(await daysLeft(id))).toBe(7)
    expect((await listRequests(learner, { side: 'learner', open: true })).rows.map(row => row.id)).toEqual([id])
    expect((await listRequests(mentor, { side: 'mentor', open: true })).rows.map(row => row.id)).toContain(id)
    expect((await countRequests(learner)).learner).toBe(1)
    await expect(makeRequest({ offer, learner })).rejects.toMatchObject({ fields: { form: ['requests:errors.already'] } })
  })

  test('at most five are open at once, also when ten are sent together', async () => {
    const learner = await learnerOf()
    await acceptedRules(learner)
    const offers = await Promise.all(Array.from({ length: 10 }, () => makeOfferRow({ mentor })))
    const results = await Promise.allSettled(offers.map(offer => sendRequest(learner, { ...requestForm(), offerId: offer.id })))
    expect(outcomes(results).filter(one => one === 'done')).toHaveLength(5)
    expect(results.find(one => one.status === 'rejected')).toMatchObject({ reason: { fields: { form: ['requests:errors.tooMany'] } } })
  })

  test('is refused with a reason: own, paused, full, blocked, no rules, no colleague', async () => {
    const learner = await learnerOf()
    await acceptedRules(learner)
    const refusals: [object, string][] = [[await makeOfferRow({ mentor: learner }), 'own'], [await makeOfferRow({ mentor, state: 'PAUSED' }), 'closed'], [await makeOfferRow({ mentor, state: 'CLOSED' }), 'closed']]
    for (const [offer, why] of refusals) await expect(makeRequest({ offer: offer as { id: number }, learner })).rejects.toMatchObject({ fields: { form: [`requests:errors.barred.${why}`] } })
    const full = await fresh(1)
    await acceptRequest(mentor, { requestId: full.id })
    await expect(makeRequest({ offer: full.offer, learner })).rejects.toMatchObject({ fields: { form: ['requests:errors.barred.full'] } })
    const offer = await makeOfferRow({ mentor })
    await expect(sendRequest(await learnerOf(), { ...requestForm(), offerId: offer.id })).rejects.toMatchObject({ fields: { form: ['mentoring:errors.rules'] } })
    await expect(makeRequest({ offer, learner: await makeMember({ kind: 'CITIZEN' }) })).rejects.toThrow(Forbidden)
    await db.personBlock.create({ data: { personId: mentor.personId, blockedId: learner.personId } })
    await expect(makeRequest({ offer, learner })).rejects.toMatchObject({ fields: { form: ['requests:errors.barred.away'] } })
    await expect(makeRequest({ offer: await makeOfferRow({ mentor: officer, state: 'DRAFT' }), learner })).rejects.toThrow(NotFound)
  })
})

describe('deciding', () => {
  test('only the two of them know of it', async () => {
    const { id, learner } = await fresh()
    for (const viewer of [await makeMember(), officer]) {
      await expect(getRequest(viewer, id)).rejects.toThrow(NotFound)
      await expect(acceptRequest(viewer, { requestId: id })).rejects.toThrow(NotFound)
    }
    await expect(acceptRequest(learner, { requestId: id })).rejects.toThrow(Conflict)
    await expect(withdrawRequest(mentor, { requestId: id })).rejects.toThrow(Conflict)
  })

  test('a question stops the clock, its answer lets it go on', async () => {
    const { id, learner } = await fresh()
    await ageRequest(id, 5)
    await viewRequest(mentor, { requestId: id })
    await viewRequest(mentor, { requestId: id })
    expect(await stateOf(id)).toBe('VIEWED')
    await askBack(mentor, { requestId: id, text: 'Kapan musyawarahnya?' })
    await expect(askBack(mentor, { requestId: id, text: 'Dan di mana?' })).rejects.toThrow(Conflict)
    expect([await stateOf(id), Math.round(await daysLeft(id))]).toEqual(['ASKED_BACK', 9])
    await answerQuestion(learner, { requestId: id, text: 'Bulan Januari.' })
    expect([await stateOf(id), Math.round(await daysLeft(id))]).toEqual(['VIEWED', 2])
    expect((await getRequest(mentor, id)).lines.map(line => line.act)).toEqual(['send', 'view', 'QUESTION', 'ANSWER'])
  })

  test('a reason goes with a refusal, and the learner is shown others', async () => {
    const other = await makeOfferRow({ mentor: await makeMember(), tags: ['musyawarah'] })
    const { id, learner, offer } = await fresh()
    await declineRequest(mentor, { requestId: id, text: 'Jadwal saya penuh sampai Januari.' })
    const seen = await getRequest(learner, id)
    expect(seen).toMatchObject({ state: 'DECLINED', reason: 'Jadwal saya penuh sampai Januari.', acts: [] })
    expect(seen.suggestions.map(one => one.offerId)).not.toContain(offer.id)
    expect(seen.suggestions.length).toBeGreaterThan(0)
    expect((await getRequest(mentor, id)).suggestions).toEqual([])
    expect(other.id).toBeGreaterThan(0)
  })

  test('of two who act at once one is heard: every pair of acts, one outcome', async () => {
    const acts = {
      accept: (id: number) => acceptRequest(mentor, { requestId: id }), decline: (id: number) => declineRequest(mentor, { requestId: id, text: 'Tidak dapat saat ini.' }),
      withdraw: (id: number, learner: Member) => withdrawRequest(learner, { requestId: id }), expire: (id: number) => ageRequest(id, 8).then(() => expireRequests()), again: (id: number) => acceptRequest(mentor, { requestId: id }),
    }
    for (const [one, two] of [['accept', 'withdraw'], ['accept', 'decline'], ['decline', 'withdraw'], ['accept', 'again'], ['accept', 'expire'], ['withdraw', 'expire']] as const) {
      const { id, learner } = await fresh()
      await Promise.allSettled([acts[one](id, learner), acts[two](id, learner)])
      const state = await stateOf(id)
      const lines = await db.mentoringRequestLine.findMany({ where: { requestId: id, act: { not: 'send' } } })
      expect(lines, `${one} and ${two}`).toHaveLength(1)
      expect(['ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED']).toContain(state)
      expect(await db.mentoringMember.count({ where: { personId: learner.personId } })).toBe(state === 'ACCEPTED' ? 1 : 0)
    }
  })

  test('fifty requests accepted at once fill the seats and no more; the others still wait', async () => {
    const offer = await makeOfferRow({ mentor, capacity: 4 })
    const learners = await Promise.all(Array.from({ length: 50 }, () => makeMember()))
    const ids = await Promise.all(learners.map(learner => makeRequest({ offer, learner })))
    const results = await Promise.allSettled(ids.map(requestId => acceptRequest(mentor, { requestId })))
    expect(results.filter(one => one.status === 'fulfilled')).toHaveLength(4)
    for (const one of results) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(SeatsFull)
    expect(await db.mentoringRequest.count({ where: { offerId: offer.id, state: 'NEW' } })).toBe(46)
    expect((await db.mentoringOffer.findUniqueOrThrow({ where: { id: offer.id } })).taken).toBe(4)
  })
})

describe('the clock', () => {
  test('reminds once after three days, and returns it after seven with the offer at rest', async () => {
    const { id, offer } = await fresh()
    await nudgeRequests()
    expect((await db.mentoringRequest.findUniqueOrThrow({ where: { id } })).nudgedAt).toBeNull()
    await ageRequest(id, 3)
    await Promise.all([nudgeRequests(), nudgeRequests(), nudgeRequests()])
    expect(await db.mentoringRequestLine.count({ where: { requestId: id, act: 'nudge' } })).toBe(1)
    await ageRequest(id, 4)
    await Promise.all([expireRequests(), expireRequests()])
    expect(await stateOf(id)).toBe('EXPIRED')
    expect(await db.mentoringRequestLine.count({ where: { requestId: id, act: 'expire' } })).toBe(1)
    expect(await db.mentoringOffer.findUniqueOrThrow({ where: { id: offer.id } })).toMatchObject({ state: 'PAUSED', pausedBy: 'SILENCE', pausedUntil: null })
    expect(await db.event.count({ where: { name: 'mentoring.offer.paused', payload: { path: ['requestId'], equals: id } } })).toBe(1)
  })

  test('leaves the offer open where the learner owed an answer', async () => {
    const { id, offer } = await fresh()
    await askBack(mentor, { requestId: id, text: 'Kapan musyawarahnya?' })
    await ageRequest(id, 15)
    await expireRequests()
    expect(await stateOf(id)).toBe('EXPIRED')
    expect((await db.mentoringOffer.findUniqueOrThrow({ where: { id: offer.id } })).state).toBe('OPEN')
  })
})

describe('find someone for me', () => {
  const need = (more: object = {}) => ({ goal: 'Menyusun anggaran kelurahan dengan benar.', situation: '', tried: '', wishedForm: null, wishedTimes: '', tags: ['anggaran'], clientKey: newKey(), ...more })

  test('suggests at once, is seen by officers, and an officer pairs', async () => {
    const learner = await learnerOf()
    await acceptedRules(learner)
    const offer = await makeOfferRow({ mentor: await makeMember(), tags: ['anggaran'] })
    const { id } = await sendNeed(learner, need())
    expect((await getRequest(learner, id)).suggestions.map(one => one.offerId)).toContain(offer.id)
    expect((await listRequests(officer, { side: 'needs', open: true })).rows.map(row => row.id)).toContain(id)
    await expect(listRequests(mentor, { side: 'needs', open: true })).rejects.toThrow(Forbidden)
    await expect(getRequest(mentor, id)).rejects.toThrow(NotFound)
    await expect(pairNeed(learner, { requestId: id, offerId: offer.id })).rejects.toThrow(Forbidden)
    await expect(pairNeed(officer, { requestId: id, offerId: 2_000_000_000 })).rejects.toThrow(Invalid)
    const { pairId } = await pairNeed(officer, { requestId: id, offerId: offer.id })
    expect(await db.mentoringPair.findUniqueOrThrow({ where: { id: pairId }, include: { members: true } })).toMatchObject({ offerId: offer.id, members: [{ personId: learner.personId, state: 'IN' }] })
    expect(await stateOf(id)).toBe('ACCEPTED')
    expect((await viewerFor({ id: officer.personId })).audiences.filter(one => one.startsWith('group:'))).toEqual([])
  })

  test('is done with once somebody is asked from it', async () => {
    const learner = await learnerOf()
    await acceptedRules(learner)
    const { id } = await sendNeed(learner, need())
    const offer = await makeOfferRow({ mentor })
    await makeRequest({ offer, learner, more: { needId: id } })
    expect(await stateOf(id)).toBe('WITHDRAWN')
  })
})
