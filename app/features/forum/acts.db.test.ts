import { beforeAll, describe, expect, test } from 'vitest'
import { findMovedPost } from '~/features/discussion/moves.server'
import { getPosts } from '~/features/discussion/posts.queries.server'
import { reply } from '~/features/discussion/posts.server'
import { listLog } from '~/features/moderation/decisions.queries.server'
import { db } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound, TooMany } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeConsultation, makeTopic } from '#tests/factories/forum'
import { makeSeries } from '#tests/factories/meetings'
import { makeMember } from '#tests/factories/people'
import { getForumFeed, listSitemapTopics } from './feeds.queries.server'
import { judgeProposal } from './consultations.server'
import { publishNow, publishPlanned } from './plans.server'
import { topicSearch, postSearch } from './search.server'
import { listTopic, lockTopic, moveTopic, pinTopic, slowTopic, unlistTopic } from './topic-acts.server'
import { getTopicPage } from './topic-page.queries.server'
import { mergeTopic, numbersIn, splitTopic } from './topic-parting.server'
import { getActHistory, undoAct } from './topic-undo.server'
import { getForumPage, listTopics } from './topics.queries.server'
import { openTopic } from './topics.server'
import { listPlanned, listUnseen } from './waiting.queries.server'

let citizen: Member
let asn: Member
let moderator: Member
let keeper: Member
let open: Awaited<ReturnType<typeof makeCategory>>
let inside: Awaited<ReturnType<typeof makeCategory>>
const DAY = 86_400_000
const why = 'Agar mudah dicari.'

beforeAll(async () => {
  citizen = await makeMember({ kind: 'CITIZEN' })
  asn = await makeMember()
  moderator = await makeMember({ roles: ['MODERATOR'] })
  open = await makeCategory()
  inside = await makeCategory({ audience: 'asn' })
  keeper = { ...(await makeMember()), moderates: [`category:${open.id}`] }
})

const say = (who: Member, threadId: number, markdown: string, replyTo?: number) => reply(who, { threadId, written: { markdown }, clientKey: newKey(), ...(replyTo ? { replyTo } : {}) })
const rows = async (viewer: Parameters<typeof listTopics>[0]) => (await getForumPage(viewer, { category: open.slug })).list.rows
const newestAct = async (topicId: number) => (await getActHistory(moderator, topicId)).acts[0]!
const given = (category: { slug: string }) => ({ category: category.slug, kind: 'DISCUSSION' as const, title: 'Jadwal pelayanan hari libur', tags: [], written: { markdown: 'Loket buka setengah hari.' }, clientKey: newKey() })

describe('pinning', () => {
  test('a pinned topic stands first until its day, once, and only in its category', async () => {
    const topic = await makeTopic({ category: open, author: citizen })
    const later = await makeTopic({ category: open, author: citizen })
    await pinTopic(keeper, { topicId: topic.id, until: new Date(Date.now() + DAY), reason: why })
    const list = await rows(stranger())
    expect(list.map(row => row.id).filter(id => id === topic.id || id === later.id)).toEqual([topic.id, later.id])
    expect(list[0]?.pinned).toBeGreaterThan(Date.now())
    expect((await getForumPage(stranger())).list.rows[0]?.pinned).toBeUndefined()
    await db.topic.update({ where: { id: topic.id }, data: { pinnedUntil: new Date(Date.now() - 1_000) } })
    expect((await rows(stranger()))[0]?.pinned).toBeUndefined()
  })

  test('the forum\'s front is for announcements, by moderators of the house', async () => {
    const topic = await makeTopic({ category: open, author: citizen })
    await expect(pinTopic(moderator, { topicId: topic.id, until: new Date(Date.now() + DAY), everywhere: true, reason: why })).rejects.toBeInstanceOf(Invalid)
    await expect(pinTopic(citizen, { topicId: topic.id, until: new Date(Date.now() + DAY), reason: why })).rejects.toBeInstanceOf(Forbidden)
    const news = await makeTopic({ category: open, author: moderator, kind: 'ANNOUNCEMENT' })
    await expect(pinTopic(keeper, { topicId: news.id, until: new Date(Date.now() + DAY), everywhere: true, reason: why })).rejects.toBeInstanceOf(Invalid)
    await pinTopic(moderator, { topicId: news.id, until: new Date(Date.now() + DAY), everywhere: true, reason: why })
    expect((await getForumPage(stranger())).list.rows[0]).toMatchObject({ id: news.id })
    await undoAct(moderator, { actId: (await newestAct(news.id)).id })
    expect((await getForumPage(stranger())).list.rows[0]?.pinned).toBeUndefined()
  })
})

test('slow mode: one post each in its time, moderators not held; undone it holds nobody', async () => {
  const topic = await makeTopic({ category: open, author: asn })
  await slowTopic(moderator, { topicId: topic.id, minutes: 10, reason: why })
  await say(citizen, topic.id, 'Pertama.')
  const refused = await say(citizen, topic.id, 'Kedua, terlalu cepat.').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(TooMany)
  expect((refused as TooMany).retryAfter).toBeLessThanOrEqual(600)
  await say(moderator, topic.id, 'Satu.')
  await say(moderator, topic.id, 'Dua.')
  const both = await Promise.allSettled([say(asn, topic.id, 'Tab satu.'), say(asn, topic.id, 'Tab dua.')])
  expect(both.filter(one => one.status === 'fulfilled')).toHaveLength(0)
  await undoAct(moderator, { actId: (await newestAct(topic.id)).id })
  await say(citizen, topic.id, 'Kedua, boleh.')
})

test('outside the lists: read and answered by its address, in no list, feed, map or search', async () => {
  const category = await makeCategory()
  await db.category.update({ where: { id: category.id }, data: { unlistNew: true } })
  const topic = await makeTopic({ category, author: citizen })
  const answer = await say(asn, topic.id, 'Terima kasih laporannya.')
  expect((await getTopicPage(stranger(), topic.id)).topic.unlisted).toBe(true)
  expect((await listTopics(stranger(), { categoryId: category.id })).rows).toEqual([])
  expect((await getForumFeed(stranger())).items.map(item => item.id)).not.toContain(topic.id)
  expect((await listSitemapTopics(stranger(), { afterId: topic.id - 1 })).map(row => row.id)).not.toContain(topic.id)
  expect((await topicSearch.load([`topic:${topic.id}`])).size + (await postSearch.load([`post:${answer.id}`])).size).toBe(0)
  expect((await listUnseen(citizen)).map(row => row.id)).toContain(topic.id)
  await expect(listTopic(citizen, { topicId: topic.id })).rejects.toBeInstanceOf(Forbidden)
  await listTopic(await makeMember({ roles: ['SERVICE_OFFICER'] }), { topicId: topic.id })
  expect((await listTopics(stranger(), { categoryId: category.id })).rows.map(row => row.id)).toEqual([topic.id])
  expect((await makeTopic({ category, author: asn })).id).toBe((await listTopics(stranger(), { categoryId: category.id })).rows[0]?.id)
  await unlistTopic(moderator, { topicId: topic.id, reason: why })
  expect((await listTopics(stranger(), { categoryId: category.id })).rows.map(row => row.id)).not.toContain(topic.id)
})

describe('a topic that appears later', () => {
  test('is its author\'s and moderators\' alone until its time, then as if it were opened', async () => {
    const category = await makeCategory()
    const made = await openTopic(citizen, { ...given(category), publishAt: new Date(Date.now() + DAY) })
    await expect(getTopicPage(stranger(), made.id)).rejects.toBeInstanceOf(NotFound)
    await expect(getTopicPage(asn, made.id)).rejects.toBeInstanceOf(NotFound)
    expect((await getTopicPage(citizen, made.id)).topic.publishAt).toBeGreaterThan(Date.now())
    expect((await listTopics(citizen, { categoryId: category.id })).rows).toEqual([])
    expect((await listPlanned(moderator)).map(row => row.id)).toContain(made.id)
    expect((await listPlanned(asn)).map(row => row.id)).not.toContain(made.id)
    await publishPlanned(made.id)
    await expect(getTopicPage(asn, made.id)).rejects.toBeInstanceOf(NotFound)
    await db.topic.update({ where: { id: made.id }, data: { publishAt: new Date(Date.now() - 1_000) } })
    await publishPlanned(made.id)
    await publishPlanned(made.id)
    expect((await listTopics(stranger(), { categoryId: category.id })).rows.map(row => row.id)).toEqual([made.id])
    expect(await db.category.findUnique({ where: { id: category.id }, select: { topicCount: true } })).toEqual({ topicCount: 1 })
    const told = await db.$queryRaw<{ n: number }[]>`select count(*)::int as n from event where name = 'forum.topic.opened' and (payload->>'topicId')::int = ${made.id}`
    expect(told[0]?.n).toBe(1)
  })

  test('another category\'s readers never meet it; the past is refused; a moderator lets it out', async () => {
    const made = await openTopic(asn, { ...given(inside), publishAt: new Date(Date.now() + DAY) })
    await expect(publishNow(citizen, { topicId: made.id })).rejects.toBeInstanceOf(NotFound)
    await publishNow(moderator, { topicId: made.id })
    await expect(getTopicPage(citizen, made.id)).rejects.toBeInstanceOf(NotFound)
    expect((await getTopicPage(asn, made.id)).topic.audience).toBe('asn')
    await expect(openTopic(asn, { ...given(inside), publishAt: new Date(Date.now() - DAY) })).rejects.toBeInstanceOf(Invalid)
  })
})

describe('splitting and merging', () => {
  test('numbers in words', () => {
    expect(numbersIn('3, 5-7 #9')).toEqual([3, 5, 6, 7, 9])
    expect([numbersIn(''), numbersIn('tiga'), numbersIn('9-3'), numbersIn('1-9999')]).toEqual([null, null, null, null])
  })

  test('a part stands by itself with dense numbers; old addresses lead there; undone, all is as it was', async () => {
    const topic = await makeTopic({ category: open, author: citizen })
    const two = await say(asn, topic.id, 'Dua.')
    const three = await say(citizen, topic.id, 'Tiga menjawab dua.', 2)
    await say(asn, topic.id, 'Empat menjawab satu.', 1)
    const made = await splitTopic(moderator, { topicId: topic.id, numbers: [3, 2], title: 'Bagian yang lain', reason: why })
    const part = await getTopicPage(stranger(), made.id)
    expect(part.posts.map(post => [post.id, post.number, post.replyTo])).toEqual([[two.id, 1, undefined], [three.id, 2, 1]])
    expect(part.topic).toMatchObject({ authorId: asn.personId, postCount: 2, lastNumber: 2 })
    const rest = await getTopicPage(stranger(), topic.id)
    expect(rest.posts.map(post => [post.number, post.deleted, post.movedTo])).toEqual([[1, undefined, undefined], [2, 'moved', two.id], [3, 'moved', three.id], [4, undefined, undefined]])
    expect(rest.topic).toMatchObject({ postCount: 2, lastNumber: 4 })
    expect(await findMovedPost(stranger(), topic.id, 3)).toEqual({ threadId: made.id, number: 2 })
    const later = await say(asn, made.id, 'Setelah dipecah.')
    await undoAct(moderator, { actId: (await newestAct(topic.id)).id })
    const back = await getPosts(stranger(), topic.id, { from: 1, to: 9 })
    expect(back.posts.map(post => [post.id, post.number, post.replyTo])).toEqual(expect.arrayContaining([[two.id, 2, undefined], [three.id, 3, 2], [later.id, 5, undefined]]))
    expect(await findMovedPost(stranger(), made.id, 3)).toEqual({ threadId: topic.id, number: 5 })
    await expect(getTopicPage(stranger(), made.id)).rejects.toBeInstanceOf(NotFound)
    await expect(undoAct(moderator, { actId: (await newestAct(topic.id)).id })).rejects.toBeInstanceOf(Conflict)
  })

  test('two become one, and two again; search and counters follow', async () => {
    const category = await makeCategory()
    const [a, b] = [await makeTopic({ category, author: citizen }), await makeTopic({ category, author: asn })]
    const inA = await say(asn, a.id, 'Di topik pertama.')
    await mergeTopic(moderator, { topicId: a.id, intoId: b.id, reason: why })
    expect((await getTopicPage(stranger(), b.id)).posts.map(post => post.id)).toEqual([b.postId, a.postId, inA.id])
    await expect(getTopicPage(stranger(), a.id)).rejects.toBeInstanceOf(NotFound)
    expect(await findMovedPost(stranger(), a.id, 1)).toEqual({ threadId: b.id, number: 2 })
    expect((await postSearch.load([`post:${a.postId}`])).get(`post:${a.postId}`)?.url).toContain(`/forum/t/${b.id}/`)
    expect((await topicSearch.load([`topic:${a.id}`])).size).toBe(0)
    expect((await db.category.findUniqueOrThrow({ where: { id: category.id } })).topicCount).toBe(1)
    await undoAct(moderator, { actId: (await newestAct(b.id)).id })
    expect((await getTopicPage(stranger(), a.id)).posts.map(post => [post.id, post.number])).toEqual([[a.postId, 1], [inA.id, 2]])
    expect((await getTopicPage(stranger(), b.id)).posts.map(post => post.deleted)).toEqual([undefined, 'moved', 'moved'])
    expect((await db.category.findUniqueOrThrow({ where: { id: category.id } })).topicCount).toBe(2)
  })

  test('tags count the topics that stand: after parting, joining, hiding what has not appeared, and undoing each', async () => {
    const category = await makeCategory()
    const tag = `uji-hitung-${newKey().slice(-20, -7)}`.toLowerCase()
    const counted = async () => (await db.tag.findUnique({ where: { slug: tag } }))?.topicCount ?? 0
    const [a, b] = [await makeTopic({ category, author: citizen, tags: [tag] }), await makeTopic({ category, author: asn, tags: [tag] })]
    await say(asn, a.id, 'Tulisan kedua.')
    expect(await counted()).toBe(2)
    await splitTopic(moderator, { topicId: a.id, numbers: [2], title: 'Judul yang cukup panjang', reason: why })
    expect(await counted()).toBe(3)
    await undoAct(moderator, { actId: (await newestAct(a.id)).id })
    await mergeTopic(moderator, { topicId: a.id, intoId: b.id, reason: why })
    expect(await counted()).toBe(1)
    await undoAct(moderator, { actId: (await newestAct(b.id)).id })
    const planned = await openTopic(asn, { ...given(category), tags: [tag], publishAt: new Date(Date.now() + DAY) })
    expect(await counted()).toBe(2)
    await publishNow(asn, { topicId: planned.id })
    expect(await counted()).toBe(3)
  })

  test('an open consultation lets go of what went astray and takes in what belongs to it; a closed one, a decided proposal and a meeting stay', async () => {
    const consulted = await makeConsultation(open)
    const [stray, proposal] = [await say(citizen, consulted.id, 'Ini soal parkir, bukan sampah.'), await say(citizen, consulted.id, 'Usul: angkut malam hari.')]
    await judgeProposal(consulted.head, { topicId: consulted.id, number: proposal.number, state: 'ACCEPTED', note: '' })
    const title = 'Parkir di depan pasar'
    await expect(splitTopic(moderator, { topicId: consulted.id, numbers: [proposal.number], title })).rejects.toMatchObject({ fields: { numbers: ['acts:errors.decidedProposal'] } })
    const part = await splitTopic(moderator, { topicId: consulted.id, numbers: [stray.number], title, reason: why })
    expect((await getTopicPage(stranger(), part.id)).topic).toMatchObject({ kind: 'DISCUSSION', title })
    const plain = await makeTopic({ category: open, author: citizen })
    const told = await makeTopic({ category: open, author: citizen, kind: 'EXPERIENCE' })
    await expect(mergeTopic(moderator, { topicId: consulted.id, intoId: plain.id })).rejects.toMatchObject({ reason: 'consultationWhole' })
    await expect(mergeTopic(moderator, { topicId: told.id, intoId: consulted.id })).rejects.toMatchObject({ reason: 'mergeKind' })
    await mergeTopic(moderator, { topicId: plain.id, intoId: consulted.id, reason: why })
    expect((await getTopicPage(stranger(), consulted.id)).posts.map(post => post.id)).toContain(plain.postId)
    await db.thread.update({ where: { id: consulted.id }, data: { closesAt: new Date(Date.now() - 1_000) } })
    const late = await makeTopic({ category: open, author: citizen })
    await expect(mergeTopic(moderator, { topicId: late.id, intoId: consulted.id })).rejects.toMatchObject({ reason: 'consultationWhole' })
    await expect(undoAct(moderator, { actId: (await newestAct(consulted.id)).id })).rejects.toMatchObject({ reason: 'consultationWhole' })
    const series = await makeSeries({ host: asn, category: inside })
    const [meeting] = series.meetings as [number]
    const talk = await makeTopic({ category: inside, author: asn })
    await expect(mergeTopic(moderator, { topicId: meeting, intoId: talk.id })).rejects.toMatchObject({ reason: 'meetingWhole' })
    await mergeTopic(moderator, { topicId: talk.id, intoId: meeting, reason: why })
    expect(await findMovedPost(asn, talk.id, 1)).toMatchObject({ threadId: meeting })
  })

  test('what cannot be parted', async () => {
    const topic = await makeTopic({ category: open, author: citizen })
    const other = await makeTopic({ category: inside, author: asn })
    const title = 'Judul yang cukup panjang'
    await expect(splitTopic(moderator, { topicId: topic.id, numbers: [1], title })).rejects.toBeInstanceOf(Invalid)
    await expect(splitTopic(moderator, { topicId: topic.id, numbers: [7], title })).rejects.toBeInstanceOf(Invalid)
    await expect(mergeTopic(moderator, { topicId: topic.id, intoId: topic.id })).rejects.toBeInstanceOf(Invalid)
    await expect(mergeTopic(keeper, { topicId: topic.id, intoId: other.id })).rejects.toBeInstanceOf(Forbidden)
    await expect(splitTopic(citizen, { topicId: topic.id, numbers: [2], title })).rejects.toBeInstanceOf(Forbidden)
  })
})

test('every act stands in the public log with its reason, without names; undoing shows beside it', async () => {
  const topic = await makeTopic({ category: open, author: citizen, title: 'Judul yang tidak boleh tampil' })
  await lockTopic(moderator, { topicId: topic.id, reason: 'Sudah terjawab semua.' })
  await moveTopic(moderator, { topicId: topic.id, category: inside.slug, reason: 'Bahan dalam kantor.' })
  await expect(getTopicPage(citizen, topic.id)).rejects.toBeInstanceOf(NotFound)
  const publicLog = JSON.stringify((await listLog(stranger())).rows)
  expect(publicLog).toContain('Sudah terjawab semua.')
  expect(publicLog).not.toContain('Bahan dalam kantor.')
  expect(publicLog).not.toContain('Judul yang tidak')
  expect(publicLog).not.toContain(moderator.name)
  await undoAct(moderator, { actId: (await newestAct(topic.id)).id })
  expect((await getTopicPage(citizen, topic.id)).topic.locked).toBe(true)
  expect((await listLog(asn)).rows.find(row => row.reason === 'Bahan dalam kantor.')?.undone).toBe(true)
  await expect(lockTopic(keeper, { topicId: (await makeTopic({ category: inside, author: asn })).id, reason: why })).rejects.toBeInstanceOf(Forbidden)
})
