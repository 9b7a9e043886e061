import { beforeAll, describe, expect, test } from 'vitest'
import { findThread } from '~/features/discussion/posts.queries.server'
import { db } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { acceptedRules, agreementForm, makeOfferRow, makePair, makeRequest, runningPair } from '#tests/factories/pairs'
import { makeMember, viewerFor } from '#tests/factories/people'
import { confirmAgreement, NewerAgreement, proposeAgreement } from './agreement.server'
import { getCertificate, getClosing, getOwnCertificate } from './closing.queries.server'
import { closePair, giveClosing, showTestimonial } from './closing.server'
import { moveGoal } from './goals.server'
import { changeMentor, leavePair, queuedIn } from './leaving.server'
import { endTerms, finishClosings } from './pairs-clock.server'
import { getPair, listQueue } from './pairs.queries.server'
import { acceptRequest } from './requests.server'

let mentor: Member
let learner: Member
beforeAll(async () => {
  mentor = await makeMember({ name: 'Mentor Hidup' })
  learner = await makeMember({ name: 'Murid Hidup' })
})
const now = (person: Member) => viewerFor({ id: person.personId })
const stateOf = async (id: number) => (await db.mentoringPair.findUniqueOrThrow({ where: { id } })).state
const review = (aboutId: number, more: object = {}) => ({ aboutId, rating: 4, words: 'Terima kasih.', testimonial: '', ...more })

describe('the agreement', () => {
  test('holds once both confirmed it, and its goals with it', async () => {
    const id = await makePair({ offer: await makeOfferRow({ mentor }), learners: [learner] })
    const [m, l] = [await now(mentor), await now(learner)]
    await proposeAgreement(l, { pairId: id, base: 0, ...agreementForm() })
    await expect(proposeAgreement(m, { pairId: id, base: 0, ...agreementForm() })).rejects.toThrow(NewerAgreement)
    await confirmAgreement(l, { pairId: id, revision: 1 })
    expect(await stateOf(id)).toBe('AGREEING')
    await Promise.all([confirmAgreement(m, { pairId: id, revision: 1 }), confirmAgreement(m, { pairId: id, revision: 1 })])
    expect(await getPair(m, id)).toMatchObject({ state: 'RUNNING', rhythm: 'dua minggu sekali', proposed: null, held: { revision: 1 }, goals: [{ text: 'Satu musyawarah dipimpin sendiri', progress: 0 }] })
    expect(await db.event.count({ where: { name: 'mentoring.agreement.changed', payload: { path: ['pairId'], equals: id }, AND: { payload: { path: ['what'], equals: 'HOLDS' } } } })).toBe(1)
  })

  test('a change waits for the other; the goal it keeps stays as far as it is', async () => {
    const { id, m, l } = await runningPair(mentor, learner)
    const goal = (await getPair(l, id)).goals[0]
    await moveGoal(l, { pairId: id, goalId: goal?.id ?? 0, progress: 60, standing: 'rancangan dibaca mentor' })
    await proposeAgreement(m, { pairId: id, base: 1, ...agreementForm({ rhythm: 'setiap minggu', goals: [{ id: goal?.id ?? null, text: 'Dua musyawarah dipimpin sendiri', measure: '', dueOn: '' }, { id: null, text: 'Notulen terbit', measure: '', dueOn: '' }] }) })
    expect(await getPair(l, id)).toMatchObject({ rhythm: 'dua minggu sekali', held: { revision: 1 }, proposed: { revision: 2, confirmedBy: [mentor.personId] } })
    await expect(confirmAgreement(l, { pairId: id, revision: 1 })).rejects.toThrow(Conflict)
    await confirmAgreement(l, { pairId: id, revision: 2 })
    expect((await getPair(l, id)).goals).toMatchObject([{ id: goal?.id, text: 'Dua musyawarah dipimpin sendiri', progress: 60 }, { text: 'Notulen terbit', progress: 0 }])
  })

  test('of two who propose at once one is heard, and nobody else has a say', async () => {
    const { id, m, l } = await runningPair(mentor, learner)
    const results = await Promise.allSettled([proposeAgreement(m, { pairId: id, base: 1, ...agreementForm() }), proposeAgreement(l, { pairId: id, base: 1, ...agreementForm() })])
    expect(results.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    const other = await makeMember({ roles: ['ADMINISTRATOR'] })
    await expect(proposeAgreement(other, { pairId: id, base: 2, ...agreementForm() })).rejects.toThrow(NotFound)
    await expect(confirmAgreement(other, { pairId: id, revision: 2 })).rejects.toThrow(NotFound)
    await expect(proposeAgreement(m, { pairId: id, base: 2, ...agreementForm({ endsOn: '2020-01-01' }) })).rejects.toThrow(Invalid)
  })
})

describe('leaving', () => {
  test('ends a pair at once; the reason is in no page, and the seat is free', async () => {
    const { id, m, l, offer } = await runningPair(mentor, learner)
    const { threadId } = await getPair(l, id)
    await leavePair(l, { pairId: id, reason: 'RAHASIA: kami tidak cocok' })
    expect(await stateOf(id)).toBe('ENDED')
    expect((await findThread(m, threadId ?? 0))?.locked).toBe(true)
    expect((await db.mentoringOffer.findUniqueOrThrow({ where: { id: offer.id } })).taken).toBe(0)
    for (const viewer of [m, l]) expect(JSON.stringify([await getPair(viewer, id), await getClosing(viewer, id), await listQueue(viewer, id)])).not.toContain('RAHASIA')
    expect(JSON.stringify((await db.event.findMany({ where: { payload: { path: ['pairId'], equals: id } } })).map(row => row.payload))).not.toContain('RAHASIA')
    await expect(leavePair(m, { pairId: id, reason: '' })).rejects.toThrow(Conflict)
    await expect(moveGoal(m, { pairId: id, goalId: 1, progress: 1, standing: '' })).rejects.toThrow(Conflict)
  })

  test('both leave at once: it ends once', async () => {
    const { id, m, l } = await runningPair(mentor, learner)
    await Promise.allSettled([leavePair(m, { pairId: id, reason: '' }), leavePair(l, { pairId: id, reason: '' })])
    expect(await db.event.count({ where: { name: 'mentoring.pair.changed', payload: { path: ['pairId'], equals: id }, AND: { payload: { path: ['state'], equals: 'ENDED' } } } })).toBe(1)
  })

  test('a seat of a group goes to who waited longest, also when several leave together', async () => {
    const offer = await makeOfferRow({ mentor, form: 'GROUP', capacity: 3 })
    const people = await Promise.all(Array.from({ length: 7 }, () => makeMember()))
    let id = 0
    for (const one of people) id = await makePair({ offer, learners: [one] })
    const [a, b] = await Promise.all([now(people[0] as Member), now(people[1] as Member)])
    expect((await queuedIn(people[5] as Member, id))?.before).toBe(2)
    expect((await listQueue(await now(mentor), id)).waiting.map(one => one.id)).toEqual(people.slice(3).map(one => one.personId))
    expect((await listQueue(a, id)).waiting).toEqual([])
    await Promise.all([leavePair(a, { pairId: id, reason: '' }), leavePair(b, { pairId: id, reason: '' }), leavePair(people[6] as Member, { pairId: id, reason: '' })])
    const pair = await getPair(await now(mentor), id)
    expect([pair.learners.map(one => one.id).sort(), pair.waiting]).toEqual([people.slice(2, 5).map(one => one.personId).sort(), 1])
    await expect(getPair(await now(people[0] as Member), id)).rejects.toThrow(NotFound)
    expect((await getPair(await now(people[3] as Member), id)).role).toBe('LEARNER')
    expect((await db.mentoringOffer.findUniqueOrThrow({ where: { id: offer.id } })).taken).toBe(3)
  })

  test('another mentor is found with the goals and the chosen notes; words of the first mentor stay behind', async () => {
    const { id, l } = await runningPair(mentor, learner)
    await acceptedRules(learner)
    const note = (authorId: number, text: string) => db.mentoringNote.create({ data: { pairId: id, authorId, shared: true, text, clientKey: newKey() } })
    const [own, kept, theirs] = [await note(learner.personId, 'dibawa'), await note(learner.personId, 'tinggal'), await note(mentor.personId, 'kata mentor')]
    const key = newKey()
    const { requestId } = await changeMentor(l, { pairId: id, reason: 'jadwal', noteIds: [own.id, theirs.id], clientKey: key })
    expect(await stateOf(id)).toBe('ENDED')
    expect((await changeMentor(l, { pairId: id, reason: 'jadwal', noteIds: [], clientKey: key })).requestId).toBe(requestId)
    const next = await makeMember()
    const asked = await makeRequest({ offer: await makeOfferRow({ mentor: next }), learner, more: { needId: requestId } })
    const { pairId } = await acceptRequest(next, { requestId: asked })
    expect((await getPair(await now(next), pairId)).goals.map(goal => goal.text)).toEqual(['Satu musyawarah dipimpin sendiri'])
    expect((await db.mentoringNote.findMany({ where: { pairId } })).map(one => one.text)).toEqual(['dibawa'])
    expect(kept.id).toBeGreaterThan(0)
  })
})

describe('the end', () => {
  test('ratings are hidden until both gave theirs; then certificates are there, and the fact', async () => {
    const { id, m, l } = await runningPair(mentor, learner)
    await expect(giveClosing(l, { pairId: id, reviews: [review(mentor.personId)], results: [] })).rejects.toThrow(Conflict)
    await closePair(l, { pairId: id })
    const goal = (await getPair(l, id)).goals[0]
    expect(await giveClosing(l, { pairId: id, reviews: [review(mentor.personId, { rating: 2, words: 'RAHASIA dulu', testimonial: 'Sabar dan jelas.' })], results: [{ id: goal?.id ?? 0, achieved: 'YES', evidence: 'notulen' }] })).toEqual({ finished: false })
    expect((await getClosing(m, id)).received).toEqual([])
    await expect(showTestimonial(m, { pairId: id, fromId: learner.personId, shown: true })).rejects.toThrow(NotFound)
    await Promise.all([giveClosing(m, { pairId: id, reviews: [review(learner.personId)], results: [] }), finishClosings()])
    expect(await stateOf(id)).toBe('FINISHED')
    expect((await getClosing(m, id)).received).toMatchObject([{ rating: 2, testimonial: 'Sabar dan jelas.', shown: false }])
    await showTestimonial(m, { pairId: id, fromId: learner.personId, shown: true })
    expect((await getClosing(m, id)).received[0]?.shown).toBe(true)
    await expect(showTestimonial(l, { pairId: id, fromId: learner.personId, shown: true })).rejects.toThrow(NotFound)
    await expect(giveClosing(l, { pairId: id, reviews: [review(mentor.personId)], results: [] })).rejects.toThrow(Conflict)
    const certificates = await db.mentoringCertificate.findMany({ where: { pairId: id }, orderBy: { role: 'asc' } })
    expect(certificates.map(one => one.role)).toEqual(['LEARNER', 'MENTOR'])
    expect(await db.event.findFirst({ where: { name: 'mentoring.pair.finished', payload: { path: ['pairId'], equals: id } } })).toMatchObject({ payload: { goals: 1, goalsAchieved: 1, learnerIds: [learner.personId] } })
  })

  test('after the days of the setting it is finished with what was given; terms end by themselves', async () => {
    const { id } = await runningPair(mentor, learner)
    await db.mentoringPair.update({ where: { id }, data: { endsOn: new Date(Date.now() - 3 * 86_400_000) } })
    const never = await makePair({ offer: await makeOfferRow({ mentor }), learners: [learner] })
    await db.mentoringPair.update({ where: { id: never }, data: { endsOn: new Date(Date.now() - 3 * 86_400_000) } })
    await Promise.all([endTerms(), endTerms()])
    expect([await stateOf(id), await stateOf(never)]).toEqual(['CLOSING', 'ENDED'])
    await finishClosings()
    expect(await stateOf(id)).toBe('CLOSING')
    await finishClosings(Date.now() + 8 * 86_400_000)
    expect(await stateOf(id)).toBe('FINISHED')
    expect(await db.mentoringCertificate.count({ where: { pairId: id } })).toBe(2)
  })

  test('a certificate is checked by anybody and says nothing beyond its words; numbers of a year are dense', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, async () => {
      const one = await runningPair(mentor, await makeMember({ nip: undefined }))
      await closePair(one.m, { pairId: one.id })
      return one
    }))
    await Promise.all(made.map(({ m, l, id }) => Promise.all([giveClosing(m, { pairId: id, reviews: [review(l.personId)], results: [] }), giveClosing(l, { pairId: id, reviews: [review(mentor.personId)], results: [] })])))
    const all = await db.mentoringCertificate.findMany({ orderBy: { id: 'asc' } })
    expect(all.map(one => Number(one.number.split('/')[1])).sort((a, b) => a - b)).toEqual(all.map((_one, at) => at + 1))
    const own = all.find(one => one.pairId === made[0]?.id && one.role === 'LEARNER')
    const seen = await getCertificate(stranger(), own?.code ?? '')
    expect(Object.keys(seen.facts).sort()).toEqual(['endsOn', 'form', 'goals', 'goalsAchieved', 'issuer', 'jp', 'minutes', 'name', 'role', 'sessions', 'startsOn', 'title', 'withNames'])
    expect(seen.mine).toBe(false)
    await expect(getOwnCertificate(mentor, own?.code ?? '')).rejects.toThrow(Forbidden)
    await expect(getCertificate(stranger(), 'AAAAAAAAAAAAAAAA')).rejects.toThrow(NotFound)
    expect((await getOwnCertificate(made[0]?.l as Member, own?.code ?? '')).mine).toBe(true)
  })
})
