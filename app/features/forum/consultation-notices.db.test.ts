import { afterAll, beforeAll, expect, test } from 'vitest'
import { reply } from '~/features/discussion/posts.server'
import { subjectsOf } from '~/features/notifications/given.server'
import { blockPerson } from '~/features/people/blocks.server'
import { db } from '~/platform/db/db.server'
import { deliveryIdle } from '~/platform/events/delivery.server'
import type { Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeConsultation } from '#tests/factories/forum'
import { startNotices, toldBy, watches } from '#tests/factories/notices'
import { makeMember, viewerFor } from '#tests/factories/people'
import { answerOfficially, closeConsultation, keepConsultation } from './consultations.server'
import { dayOf } from './dates'
import { vote } from './polls.server'

let stop: () => Promise<void>
let category: Awaited<ReturnType<typeof makeCategory>>

beforeAll(async () => {
  category = await makeCategory()
  stop = startNotices()
})
afterAll(() => stop())

const inDays = (days: number) => dayOf(Date.now() + days * 86_400_000, 'Asia/Jakarta')
const consultation = (named = true) => makeConsultation(category, {
  title: 'Jadwal angkut sampah malam', given: { summary: 'Truk datang pukul sembilan malam.' },
  poll: { pollQuestion: 'Setuju malam hari?', pollOptions: ['Ya', 'Tidak'], pollAnonymous: !named },
})
const say = (who: Member, threadId: number) => reply(who, { threadId, written: { markdown: 'Saya setuju kalau malam.' }, clientKey: newKey() })
async function voteIn(who: Member, topicId: number): Promise<void> {
  const poll = await db.poll.findUniqueOrThrow({ where: { topicId }, include: { options: true } })
  await vote(who, { pollId: poll.id, choices: [poll.options[0]?.id ?? 0] })
}
const answer = (topic: { id: number; head: Member }, state: 'CONSIDERED' | 'ACCEPTED' | 'DECLINED', from: 'CONSIDERED' | null = null) =>
  answerOfficially(topic.head, { topicId: topic.id, state, from, written: { markdown: 'Mulai bulan depan truk datang setelah pukul sembilan malam, kecuali di jalan sempit.' }, clientKey: newKey() })
const about = async (personId: number, topicId: number) => (await toldBy(personId, `thread:${topicId}`)).filter(rule => rule.startsWith('forum.'))

test('who wrote, voted by name or follows hears of closing and of each official answer, once; who muted and who signs hear nothing', async () => {
  const [wrote, voted, follows, muted, stranger] = await Promise.all(Array.from({ length: 5 }, () => makeMember({ kind: 'CITIZEN' }))) as [Member, Member, Member, Member, Member]
  const topic = await consultation()
  await Promise.all([say(wrote, topic.id), say(muted, topic.id), voteIn(voted, topic.id), watches(follows.personId, `thread:${topic.id}`)])
  await deliveryIdle()
  await watches(muted.personId, `thread:${topic.id}`, 'MUTE')
  await db.thread.update({ where: { id: topic.id }, data: { closesAt: new Date(Date.now() - 1_000) } })
  await closeConsultation(topic.id)
  await answer(topic, 'CONSIDERED')
  await answer(topic, 'ACCEPTED', 'CONSIDERED')
  await deliveryIdle()
  for (const person of [wrote, voted, follows]) expect(await about(person.personId, topic.id)).toEqual(['forum.consultationClosed', 'forum.officialCONSIDERED', 'forum.officialACCEPTED'])
  for (const person of [muted, stranger]) expect(await about(person.personId, topic.id)).toEqual([])
  expect(await about(topic.head.personId, topic.id)).toEqual(['forum.consultationClosed'])
  const [notice] = await db.notice.findMany({ where: { personId: voted.personId, rule: 'forum.officialACCEPTED' } })
  expect(notice).toMatchObject({ ruleGroup: 'direct', url: `/forum/t/${topic.id}/${topic.slug}`, params: { name: topic.unit.name, title: 'Jadwal angkut sampah malam' } })
  expect((await subjectsOf([notice?.about ?? ''])).get(notice?.about ?? '')).toMatchObject({ name: topic.unit.name, text: expect.stringContaining('Mulai bulan depan') as string })
})

test('an anonymous vote is known to nobody, and blocking who signed keeps no official word away', async () => {
  const [hidden, blocks] = await Promise.all([makeMember({ kind: 'CITIZEN' }), makeMember({ kind: 'CITIZEN' })])
  const topic = await consultation(false)
  await voteIn(hidden, topic.id)
  await say(blocks, topic.id)
  await blockPerson(await viewerFor({ id: blocks.personId }), { personId: topic.head.personId })
  await answer(topic, 'DECLINED')
  await deliveryIdle()
  expect(await about(hidden.personId, topic.id)).toEqual([])
  expect(await about(blocks.personId, topic.id)).toEqual(['forum.officialDECLINED'])
})

test('nothing is said of what was taken away or opened again', async () => {
  const topic = await consultation()
  await db.thread.update({ where: { id: topic.id }, data: { closesAt: new Date(Date.now() - 1_000) } })
  await closeConsultation(topic.id)
  expect((await subjectsOf([`consultation:${topic.id}`])).size).toBe(1)
  await keepConsultation(topic.head, { topicId: topic.id, summary: '', closesOn: inDays(2), promisedDays: 5 })
  expect((await subjectsOf([`consultation:${topic.id}`])).size).toBe(0)
  await answer(topic, 'CONSIDERED')
  const { id } = await db.officialAnswer.findFirstOrThrow({ where: { topicId: topic.id } })
  expect((await subjectsOf([`official:${id}`])).size).toBe(1)
  await db.thread.update({ where: { id: topic.id }, data: { removedAt: new Date() } })
  expect((await subjectsOf([`official:${id}`])).size).toBe(0)
})
