import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { discussionLive } from '~/features/discussion/live.server'
import { discussionNotices } from '~/features/discussion/notices.server'
import { reply } from '~/features/discussion/posts.server'
import { noticesConsumer } from '~/features/notifications/consumer.server'
import { subjectsOf } from '~/features/notifications/given.server'
import { search } from '~/features/search/search.server'
import { searchConsumer } from '~/features/search/sources.server'
import { getUpload } from '~/features/uploads/uploads.queries.server'
import { db } from '~/platform/db/db.server'
import { deliveryIdle, startDelivery } from '~/platform/events/delivery.server'
import { NotFound } from '~/platform/errors'
import { mayRead, stranger, type Member, type Viewer } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { ageRequest, makeOfferRow, makeRequest, runningPair } from '#tests/factories/pairs'
import { makeMember, viewerFor } from '#tests/factories/people'
import { getCertificate, getClosing, listOwnNotes } from './closing.queries.server'
import { closePair, giveClosing } from './closing.server'
import { leavePair } from './leaving.server'
import { offerNotices } from './offers-notices.server'
import { getPair, listMyPairs, listQueue } from './pairs.queries.server'
import { expireRequests, nudgeRequests } from './requests-clock.server'
import { requestNotices } from './requests-notices.server'
import { getRequest, listRequests } from './requests.queries.server'
import { acceptRequest, askBack, declineRequest, sendNeed, withdrawRequest } from './requests.server'
import { offerSearch } from './search.server'
import { pairPlaces, sessionNotices } from './sessions-notices.server'

let stop: () => Promise<void>
let mentor: Member
let learner: Member
let officer: Member
let others: Viewer[]
beforeAll(async () => {
  stop = startDelivery([noticesConsumer([discussionNotices({ pair: pairPlaces }), offerNotices, requestNotices, sessionNotices], () => Promise.resolve()), searchConsumer([offerSearch])])
  mentor = await makeMember({ name: 'Mentor Kabar' })
  learner = await makeMember({ name: 'Murid Kabar' })
  officer = await makeMember({ roles: ['HRD_OFFICER'] })
  others = [await makeMember(), await makeMember({ roles: ['ADMINISTRATOR', 'MODERATOR'] }), officer, stranger()]
})
afterAll(() => stop())

const told = async (person: Member, like: string) => {
  await deliveryIdle()
  return (await db.notice.findMany({ where: { personId: person.personId, groupKey: { startsWith: like } }, orderBy: { id: 'asc' } })).map(row => row.rule)
}
const json = (value: unknown) => JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one))

describe('who is told of a request', () => {
  test('the mentor of what came, the learner of what became of it; what is decided is not asked again', async () => {
    const id = await makeRequest({ offer: await makeOfferRow({ mentor }), learner })
    expect(await told(mentor, `request:${id}`)).toEqual(['requests.new'])
    await askBack(mentor, { requestId: id, text: 'RAHASIA berapa lama?' })
    expect(await told(learner, `request:${id}`)).toEqual(['requests.question'])
    await declineRequest(mentor, { requestId: id, text: 'RAHASIA jadwal penuh.' })
    expect(await told(learner, `request:${id}`)).toEqual(['requests.question', 'requests.declined'])
    expect(await told(mentor, `request:${id}`)).toEqual([])
    expect(json([await db.notice.findMany({}), await db.event.findMany({ where: { name: { startsWith: 'mentoring.' } } })])).not.toContain('RAHASIA')
  })

  test('accepted leads to the room, a reminder comes once, an unanswered one tells both', async () => {
    const offer = await makeOfferRow({ mentor })
    const first = await makeRequest({ offer, learner })
    const { pairId } = await acceptRequest(mentor, { requestId: first })
    expect(await told(learner, `request:${first}`)).toEqual(['requests.accepted'])
    expect((await db.notice.findFirstOrThrow({ where: { personId: learner.personId, groupKey: `request:${first}` } })).url).toBe(`/mentoring/ruang/${pairId}/kesepakatan`)
    const silent = await makeMember()
    const other = await makeOfferRow({ mentor: silent })
    const id = await makeRequest({ offer: other, learner })
    await ageRequest(id, 4)
    await nudgeRequests()
    expect(await told(silent, `request:${id}`)).toEqual(['requests.new', 'requests.nudge'])
    await ageRequest(id, 4)
    await expireRequests()
    expect(await told(learner, `request:${id}`)).toEqual(['requests.expired'])
    expect(await told(silent, `request:${id}`)).toEqual([])
    expect(await told(silent, `offer:${other.id}`)).toContain('requests.paused')
  })

  test('officers of who looks for somebody, and nobody once it is settled', async () => {
    const { id } = await sendNeed(learner, { goal: 'Menyusun anggaran dengan benar.', situation: '', tried: '', wishedForm: null, wishedTimes: '', tags: [], clientKey: newKey() })
    expect(await told(officer, 'requests:needs')).toContain('requests.need')
    await withdrawRequest(learner, { requestId: id })
    await deliveryIdle()
    expect(await db.notice.count({ where: { about: `need:${id}` } })).toBe(0)
  })

  test('a subject is read by whose it is', async () => {
    const id = await makeRequest({ offer: await makeOfferRow({ mentor }), learner })
    await deliveryIdle()
    const subjects = await subjectsOf([`requestto:${id}`, `requestof:${id}`])
    expect(mayRead(mentor, subjects.get(`requestto:${id}`)?.audience ?? '')).toBe(true)
    for (const viewer of others) for (const subject of subjects.values()) expect(mayRead(viewer, subject.audience)).toBe(false)
  })
})

describe('what is said in a pair stays in it', () => {
  test('pages, lists, search, live, notices and files', async () => {
    const { id, m, l } = await runningPair(mentor, learner)
    const { threadId, groupId } = await getPair(l, id)
    const thread = threadId ?? 0
    const upload = await db.upload.create({ data: { slug: `rahasia${id}`.padEnd(22, 'x'), ownerId: learner.personId, name: 'catatan.txt', mime: 'text/plain', size: 7, sha256: '0'.repeat(64), storageKey: `rahasia-${id}`, audience: `group:${groupId}`, attachedAt: new Date(), uses: { create: { usedBy: `post:${thread}`, audience: `group:${groupId}` } } } })
    await reply(l, { threadId: thread, written: { markdown: 'Kata sandi RUANGANTERTUTUP jangan keluar.' }, clientKey: newKey(), replyTo: null })
    await db.mentoringNote.create({ data: { pairId: id, authorId: learner.personId, shared: false, text: 'RUANGANTERTUTUP pribadi', clientKey: newKey() } })
    await deliveryIdle()
    const room = discussionLive.rooms.find(one => one.prefix === 'thread')
    for (const viewer of others) {
      for (const ask of [getPair, getClosing, listQueue, listOwnNotes]) await expect(ask(viewer, id)).rejects.toThrow()
      expect(json((await search(viewer, { text: 'RUANGANTERTUTUP' })).hits)).toBe('[]')
      expect(await room?.join(viewer, String(thread))).toBe(false)
      if (viewer.personId !== null) {
        expect(await listMyPairs(viewer)).toEqual([])
        expect(await db.notice.count({ where: { personId: viewer.personId, OR: [{ groupKey: `pair:${id}` }, { groupKey: `thread:${thread}` }] } })).toBe(0)
      }
      await expect(getUpload(viewer, upload.slug)).rejects.toThrow(NotFound)
    }
    expect(await room?.join(m, String(thread))).toBe(true)
    expect(await listOwnNotes(m, id)).toEqual([])
    expect((await getUpload(m, upload.slug)).name).toBe('catatan.txt')
  })

  test('reasons and ratings', async () => {
    const first = await runningPair(mentor, learner)
    await leavePair(first.l, { pairId: first.id, reason: 'ALASANRAHASIA' })
    const second = await runningPair(mentor, learner)
    await closePair(second.m, { pairId: second.id })
    await giveClosing(second.l, { pairId: second.id, reviews: [{ aboutId: mentor.personId, rating: 1, words: 'NILAIRAHASIA', testimonial: '' }], results: [] })
    await deliveryIdle()
    const seen = await now(mentor)
    const pages = [await getPair(seen, first.id), await getClosing(seen, first.id), await getClosing(seen, second.id), await getPair(seen, second.id), await listRequests(seen, { side: 'mentor', open: false }), await db.notice.findMany({}), await db.event.findMany({ where: { name: { startsWith: 'mentoring.' } } })]
    expect(json(pages)).not.toMatch(/ALASANRAHASIA|NILAIRAHASIA/)
    expect(await told(mentor, `pair:${second.id}`)).toContain('requests.reviewed')
  })
})

const now = (person: Member) => viewerFor({ id: person.personId })

test('a request without a mentor shows no more to an officer than what was asked for', async () => {
  const { id } = await sendNeed(learner, { goal: 'Belajar menulis telaahan satu halaman.', situation: '', tried: '', wishedForm: null, wishedTimes: '', tags: [], clientKey: newKey() })
  expect((await getRequest(officer, id)).role).toBe('OFFICER')
  await expect(getRequest(mentor, id)).rejects.toThrow(NotFound)
  await expect(getCertificate(officer, 'x')).rejects.toThrow(NotFound)
})
