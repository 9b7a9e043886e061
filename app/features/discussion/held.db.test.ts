import { beforeAll, describe, expect, test } from 'vitest'
import { getCase } from '~/features/moderation/cases.queries.server'
import { decide, undoDecision } from '~/features/moderation/decisions.server'
import { lawsChanged } from '~/features/moderation/gate.server'
import { takeModerated } from '~/features/moderation/things.server'
import { openTopic } from '~/features/forum/topics.server'
import { getTopicPage } from '~/features/forum/topic-page.queries.server'
import { listTopics } from '~/features/forum/topics.queries.server'
import { db } from '~/platform/db/db.server'
import { stranger, type Member } from '~/platform/viewer'
import { moderated, shelves } from '~/registry.server'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { makeMember } from '#tests/factories/people'
import { listOwnHeld } from './held.queries.server'
import { getPosts, getThread } from './posts.queries.server'
import { editPost, reply } from './posts.server'

let asn: Member
let moderator: Member
let category: Awaited<ReturnType<typeof makeCategory>>

beforeAll(async () => {
  takeModerated(moderated, shelves)
  asn = await makeMember()
  moderator = await makeMember({ roles: ['MODERATOR'] })
  category = await makeCategory()
  await db.moderationShelf.create({ data: { shelf: `category:${category.id}`, holdNewcomers: true } })
  await db.moderationRule.createMany({ data: [{ kind: 'WORD', value: 'pinjaman kilat' }, { kind: 'LINK', value: 'judi.example' }] })
  await lawsChanged()
})

const newcomer = () => makeMember({ kind: 'CITIZEN', days: 0 })
const write = (viewer: Member, threadId: number, markdown: string, clientKey = newKey()) => reply(viewer, { threadId, written: { markdown }, clientKey })
const caseOf = (id: number) => db.moderationCase.findFirstOrThrow({ where: { kind: 'held', thingId: id } })
const settled = async (person: Member) => {
  await db.person.update({ where: { id: person.personId }, data: { createdAt: new Date(Date.now() - 30 * 86_400_000) } })
  const elsewhere = await makeTopic({ category: await makeCategory(), author: asn })
  for (let i = 0; i < 3; i++) await write(person, elsewhere.id, `Pengalaman saya nomor ${i} dari kantor kelurahan.`)
}

describe('first posts', () => {
  test('wait unseen and without a number, and get the next one when they are approved', async () => {
    const citizen = await newcomer()
    const topic = await makeTopic({ category, author: asn })
    const key = newKey()
    const [held, again] = await Promise.all([write(citizen, topic.id, 'Halo, saya warga baru.', key), write(citizen, topic.id, 'Halo, saya warga baru.', key)])
    expect([held.held, held.number, again.id]).toEqual([true, 0, held.id])
    expect(await write(citizen, topic.id, 'Halo, saya warga baru.', key)).toMatchObject({ held: true, repeated: true })
    expect(await db.heldPost.count({ where: { authorId: citizen.personId } })).toBe(1)
    expect((await getThread(asn, topic.id)).lastNumber).toBe(1)
    expect((await getPosts(citizen, topic.id, { from: 1, to: 9 })).posts).toHaveLength(1)
    const seen = async (viewer: Member | ReturnType<typeof stranger>) => (await getTopicPage(viewer, topic.id)).held?.map(one => one.id)
    expect([await seen(citizen), await seen(moderator), await seen(asn), await seen(stranger())]).toEqual([[held.id], [held.id], undefined, undefined])
    expect((await write(asn, topic.id, 'Sementara itu balasan lain.')).number).toBe(2)

    const { id: caseId } = await caseOf(held.id)
    expect((await getCase(moderator, caseId)).acts).toEqual(['APPROVE', 'REJECT', 'SILENCE', 'SUSPEND'])
    await decide(moderator, { caseId, act: 'APPROVE', reason: '' })
    const { posts } = await getPosts(asn, topic.id, { from: 1, to: 9 })
    expect(posts.map(post => [post.number, post.authorId])).toEqual([[1, asn.personId], [2, asn.personId], [3, citizen.personId]])
    expect(await seen(citizen)).toBeUndefined()
    expect(await db.$queryRaw`select actor_id as "actorId" from event where name = 'discussion.post.created' and (payload->>'postId')::int = ${posts[2]?.id}`).toEqual([{ actorId: citizen.personId }])
    expect(await write(citizen, topic.id, 'Halo, saya warga baru.', key)).toMatchObject({ number: 3, repeated: true })
  })

  test('civil servants and people known by what stood do not wait; a topic waits too and opens when approved', async () => {
    const known = await newcomer()
    await settled(known)
    const topic = await makeTopic({ category, author: asn })
    expect((await write(known, topic.id, 'Saya sudah lama di sini.')).held).toBeUndefined()
    const citizen = await newcomer()
    const input = { category: category.slug, kind: 'QUESTION' as const, title: 'Kapan jembatan dibuka lagi', tags: ['jembatan'], written: { markdown: 'Sudah dua bulan ditutup.' }, clientKey: newKey() }
    const held = await openTopic(citizen, input)
    expect(held.held).toBe(true)
    expect(await openTopic(citizen, input)).toMatchObject({ id: held.id, held: true, repeated: true })
    const listed = async () => (await listTopics(asn, { categoryId: category.id, limit: 50 })).rows.find(row => row.title === input.title)
    expect(await listed()).toBeUndefined()
    const { id: caseId } = await caseOf(held.id)
    await decide(moderator, { caseId, act: 'APPROVE', reason: '' })
    expect(await listed()).toMatchObject({ kind: 'QUESTION', tags: ['jembatan'] })
    expect(await listOwnHeld(citizen)).toMatchObject([{ state: 'APPROVED', title: input.title }])
  })

  test('what is rejected is told with the reason, and stands after all when that is undone', async () => {
    const citizen = await newcomer()
    const topic = await makeTopic({ category, author: asn })
    const held = await write(citizen, topic.id, 'Semua pegawai di sana pemalas.')
    const { id: caseId } = await caseOf(held.id)
    await decide(moderator, { caseId, act: 'REJECT', reason: 'Menyerang orang, bukan masalahnya.' })
    expect(await listOwnHeld(citizen)).toMatchObject([{ state: 'REJECTED', reason: 'Menyerang orang, bukan masalahnya.' }])
    const decision = await db.moderationDecision.findFirstOrThrow({ where: { caseId } })
    await undoDecision(moderator, { decisionId: decision.id })
    expect((await getThread(asn, topic.id)).lastNumber).toBe(2)
  })

  test('a thread that was closed meanwhile takes nothing in, and the case stays open', async () => {
    const citizen = await newcomer()
    const topic = await makeTopic({ category, author: asn })
    const held = await write(citizen, topic.id, 'Apakah masih sempat?')
    await db.thread.update({ where: { id: topic.id }, data: { lockedAt: new Date() } })
    const { id: caseId } = await caseOf(held.id)
    await expect(decide(moderator, { caseId, act: 'APPROVE', reason: '' })).rejects.toMatchObject({ reason: 'locked' })
    expect((await getCase(moderator, caseId)).closed).toBe(false)
  })
})

describe('rules and brakes', () => {
  test('a word or a link holds a post of anyone but moderators; an edit stays and is put before moderators', async () => {
    const open = await makeTopic({ category: await makeCategory(), author: asn })
    expect(await write(asn, open.id, 'Ada tawaran Pinjaman  Kilat di grup.')).toMatchObject({ held: true })
    expect(await write(asn, open.id, 'Lihat [ini](https://main.judi.example/a).')).toMatchObject({ held: true })
    expect((await write(moderator, open.id, 'Jangan terima pinjaman kilat.')).held).toBeUndefined()
    const clean = await write(asn, open.id, 'Tidak ada apa-apa.')
    await editPost(asn, { postId: clean.id, revision: 1, written: { markdown: 'Ternyata ada pinjaman kilat.' } })
    expect(await db.moderationCase.findFirst({ where: { kind: 'post', thingId: clean.id } })).toMatchObject({ origin: 'rule', detail: 'pinjaman kilat' })
  })

  test('brakes stop new accounts from many links, the same words and haste, and touch nobody else', async () => {
    const plain = await makeCategory()
    const open = await makeTopic({ category: plain, author: asn })
    const citizen = await newcomer()
    const links = (n: number) => Array.from({ length: n }, (_, i) => `[satu](https://contoh-${n}-${i}.example/)`).join(' dan ')
    await expect(write(citizen, open.id, links(3))).rejects.toMatchObject({ fields: { markdown: ['moderation:gate.links'] } })
    await write(citizen, open.id, `Dua saja: ${links(2)}`)
    await write(citizen, open.id, 'Mohon dibaca.')
    await expect(write(citizen, open.id, 'Mohon dibaca.')).rejects.toMatchObject({ fields: { markdown: ['moderation:gate.repeated'] } })
    const rest: string[] = []
    for (let i = 0; i < 6; i++) await write(citizen, open.id, `Pesan beruntun ${i}.`).then(() => rest.push('ok'), (error: { code?: string }) => rest.push(error.code ?? ''))
    expect(rest.slice(-2)).toEqual(['TooMany', 'TooMany'])
    for (let i = 0; i < 8; i++) expect((await write(asn, open.id, `Sama saja ${links(4)}`)).held).toBeUndefined()
  })
})
