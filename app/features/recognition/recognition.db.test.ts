import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptAnswer, unacceptAnswer } from '~/features/discussion/answers.server'
import { discussionNotices } from '~/features/discussion/notices.server'
import { deletePost, reply } from '~/features/discussion/posts.server'
import { changeThread } from '~/features/discussion/threads.server'
import { react, unreact } from '~/features/discussion/reactions.server'
import { mergeTopic } from '~/features/forum/topic-parting.server'
import { topicPlaces, topicRetagged } from '~/features/forum/places.server'
import { editTopic } from '~/features/forum/topics.server'
import { noticesConsumer } from '~/features/notifications/consumer.server'
import { db, transaction } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import { startDelivery } from '~/platform/events/delivery.server'
import { stranger, type Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { toldBy } from '#tests/factories/notices'
import { makeMember } from '#tests/factories/people'
import { recognitionConsumer } from './contributions.server'
import { declineInvitation, getInvitePage, inviteToAnswer, listInvitations } from './invitations.server'
import { recognitionNotices } from './notices.server'
import { sayWhy } from './praise.server'
import { findRecognition } from './recognition.queries.server'

const places = { topic: topicPlaces }
let stop: () => Promise<void>
let open: { id: number; slug: string }
let asker: Member
const total = async (member: Member, tag = '') => {
  const row = await db.contributionTotal.findUnique({ where: { personId_tag: { personId: member.personId, tag } } })
  return [row?.posts ?? 0, row?.accepted ?? 0, row?.thanks ?? 0]
}
async function answer(member: Member, threadId: number): Promise<{ postId: number; number: number }> {
  const made = await reply(member, { threadId, replyTo: null, written: { markdown: `Jawaban ${newKey()}` }, clientKey: newKey() })
  const { id } = await db.post.findFirstOrThrow({ where: { threadId, number: made.number } })
  return { postId: id, number: made.number }
}
const question = (tags: string[], author = asker) => makeTopic({ category: open, author, kind: 'QUESTION', tags })

beforeAll(async () => {
  stop = startDelivery([recognitionConsumer(places, topicRetagged), noticesConsumer([discussionNotices(places), recognitionNotices(places)], () => undefined)])
  open = await makeCategory({ audience: 'public' })
  asker = await makeMember({ kind: 'CITIZEN' })
})
afterAll(() => stop())

describe('contributions', () => {
  test('follow what stands, by tag, however often they are told', async () => {
    const helper = await makeMember()
    const topic = await question(['pelayanan-publik', 'antrean-uji'])
    const made = await answer(helper, topic.id)
    await expect.poll(() => total(helper, 'pelayanan-publik')).toEqual([1, 0, 0])
    await react(asker, { postId: made.postId, kind: 'THANKS' })
    await acceptAnswer(asker, { threadId: topic.id, number: made.number })
    await expect.poll(() => total(helper)).toEqual([1, 1, 1])
    const again = recognitionConsumer(places, topicRetagged)
    const event = await db.event.findFirstOrThrow({ where: { name: 'discussion.answer.accepted', payload: { path: ['threadId'], equals: topic.id } } })
    for (let i = 0; i < 2; i += 1) await again.on['discussion.answer.accepted']?.({ ...event, name: 'discussion.answer.accepted', payload: event.payload as never })
    expect(await total(helper, 'antrean-uji')).toEqual([1, 1, 1])
    await editTopic(asker, { topicId: topic.id, title: 'Antrean di loket dua', kind: 'QUESTION', tags: ['pelayanan-publik'] })
    await expect.poll(() => total(helper, 'antrean-uji')).toEqual([0, 0, 0])
    await unreact(asker, { postId: made.postId, kind: 'THANKS' })
    await unacceptAnswer(asker, { threadId: topic.id })
    await expect.poll(() => total(helper, 'pelayanan-publik')).toEqual([1, 0, 0])
    await deletePost(helper, { postId: made.postId })
    await expect.poll(() => total(helper)).toEqual([0, 0, 0])
  })

  test('accepting another answer moves the mark', async () => {
    const [first, second] = [await makeMember(), await makeMember()]
    const topic = await question(['pindah-uji'])
    const [one, two] = [await answer(first, topic.id), await answer(second, topic.id)]
    await acceptAnswer(asker, { threadId: topic.id, number: one.number })
    await expect.poll(() => total(first)).toEqual([1, 1, 0])
    await acceptAnswer(asker, { threadId: topic.id, number: two.number })
    await expect.poll(async () => [await total(first), await total(second)]).toEqual([[1, 0, 0], [1, 1, 0]])
  })
})

describe('badges and reasons', () => {
  test('a badge is told once, keeps its deed, survives a mark taken back and goes with the post', async () => {
    const helper = await makeMember()
    const topic = await question(['integritas'])
    const made = await answer(helper, topic.id)
    await acceptAnswer(asker, { threadId: topic.id, number: made.number })
    await expect.poll(async () => (await toldBy(helper.personId)).filter(rule => rule.startsWith('recognition'))).toEqual(['recognition.badge'])
    const found = await findRecognition(stranger(), helper.personId)
    expect(found?.badges).toMatchObject([{ badge: 'first-answer', deeds: [made.postId] }])
    expect(found?.competencies).toMatchObject([{ posts: 1, accepted: 1, competency: { code: 'M.01' } }])
    await unacceptAnswer(asker, { threadId: topic.id })
    await expect.poll(() => total(helper)).toEqual([1, 0, 0])
    expect(await db.badgeAward.count({ where: { personId: helper.personId } })).toBe(1)
    await deletePost(helper, { postId: made.postId })
    await expect.poll(() => db.badgeAward.count({ where: { personId: helper.personId } })).toBe(0)
    await expect.poll(async () => (await toldBy(helper.personId)).filter(rule => rule.startsWith('recognition'))).toContain('recognition.badgeGone')
  })

  test('a reason needs thanks that stand, and readers who may read', async () => {
    const helper = await makeMember()
    const colleague = await makeMember()
    const closed = await makeCategory({ audience: 'asn' })
    const topic = await makeTopic({ category: closed, author: colleague, kind: 'QUESTION' })
    const made = await answer(helper, topic.id)
    await expect(sayWhy(colleague, { postId: made.postId, why: 'Bagus' })).rejects.toThrow(Forbidden)
    await expect(sayWhy(asker, { postId: made.postId, why: 'Bagus' })).rejects.toThrow(NotFound)
    await react(colleague, { postId: made.postId, kind: 'THANKS' })
    await sayWhy(colleague, { postId: made.postId, why: '  Contohnya   langsung dapat dipakai. ' })
    await expect(sayWhy(colleague, { postId: made.postId, why: 'x'.repeat(201) })).rejects.toThrow(Invalid)
    await expect.poll(() => total(helper)).toEqual([1, 0, 1])
    expect((await findRecognition(colleague, helper.personId))?.praise).toMatchObject([{ why: 'Contohnya langsung dapat dipakai.', kind: 'THANKS', name: colleague.name }])
    expect((await findRecognition(asker, helper.personId))?.praise).toEqual([])
    await unreact(colleague, { postId: made.postId, kind: 'THANKS' })
    expect((await findRecognition(colleague, helper.personId))?.praise).toEqual([])
  })
})

describe('invitations to answer', () => {
  test('go to who answered well, once a week by all together, and declines stay private', async () => {
    const helper = await makeMember()
    const inviter = await makeMember()
    const earlier = await question(['perahu-uji'])
    await acceptAnswer(asker, { threadId: earlier.id, number: (await answer(helper, earlier.id)).number })
    await expect.poll(() => total(helper, 'perahu-uji')).toEqual([1, 1, 0])
    const [one, two] = [await question(['perahu-uji']), await question(['perahu-uji'])]
    expect((await getInvitePage(inviter, one.id, ['perahu-uji'])).suggested.map(person => person.id)).toEqual([helper.personId])
    const results = await Promise.allSettled([inviteToAnswer(inviter, { threadId: one.id, personId: helper.personId }), inviteToAnswer(asker, { threadId: two.id, personId: helper.personId })])
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1)
    expect(await db.answerInvitation.count({ where: { personId: helper.personId } })).toBe(1)
    await expect.poll(() => toldBy(helper.personId)).toContain('recognition.invited')
    const [asked] = await listInvitations(helper)
    await expect(declineInvitation(inviter, asked?.id ?? 0)).rejects.toThrow(NotFound)
    const before = await toldBy(inviter.personId)
    await declineInvitation(helper, asked?.id ?? 0)
    expect(await listInvitations(helper)).toEqual([])
    expect(await toldBy(inviter.personId)).toEqual(before)
    expect((await getInvitePage(inviter, two.id, ['perahu-uji'])).suggested).toEqual([])
  })

  test('answering closes the request', async () => {
    const helper = await makeMember()
    const topic = await question(['jawab-uji'])
    await inviteToAnswer(asker, { threadId: topic.id, personId: helper.personId })
    await answer(helper, topic.id)
    await expect.poll(async () => (await db.answerInvitation.findFirst({ where: { personId: helper.personId } }))?.state).toBe('ANSWERED')
  })
})

test('a topic that is taken away takes its counts and badges along and gives them back; posts that move are counted where they stand', async () => {
  const [helper, moderator] = [await makeMember(), await makeMember({ roles: ['MODERATOR'] })]
  const topic = await question(['ruang-asal'])
  const made = await answer(helper, topic.id)
  await acceptAnswer(asker, { threadId: topic.id, number: made.number })
  const badges = async () => (await db.badgeAward.findMany({ where: { personId: helper.personId } })).map(row => row.badge)
  await expect.poll(badges).toEqual(['first-answer'])
  await transaction(tx => changeThread(tx, moderator, topic.id, { removed: true }))
  await expect.poll(badges).toEqual([])
  expect(await total(helper, 'ruang-asal')).toEqual([0, 0, 0])
  await transaction(tx => changeThread(tx, moderator, topic.id, { removed: false }))
  await expect.poll(badges).toEqual(['first-answer'])
  expect(await total(helper, 'ruang-asal')).toEqual([1, 1, 0])
  const elsewhere = await question(['ruang-tujuan'])
  await mergeTopic(moderator, { topicId: topic.id, intoId: elsewhere.id })
  await expect.poll(() => total(helper, 'ruang-tujuan')).toEqual([1, 0, 0])
  await expect.poll(() => total(helper, 'ruang-asal')).toEqual([0, 0, 0])
  expect(await db.contribution.findUnique({ where: { postId: made.postId } })).toMatchObject({ threadId: elsewhere.id })
})
