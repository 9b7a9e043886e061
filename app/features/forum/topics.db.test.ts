import { beforeAll, describe, expect, test } from 'vitest'
import { acceptAnswer } from '~/features/discussion/answers.server'
import { reply } from '~/features/discussion/posts.server'
import { markRead } from '~/features/discussion/reading.server'
import { db } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound, SignInNeeded } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { makeMember } from '#tests/factories/people'
import { archiveCategory, createCategory, editCategory, unarchiveCategory } from './categories.server'
import { getCategory, listCategories, listKeptCategories } from './categories.queries.server'
import { getForumPage, listTopics } from './topics.queries.server'
import { getTopicPage } from './topic-page.queries.server'
import { lockTopic, moveTopic, unlockTopic } from './topic-acts.server'
import { editTopic, openTopic, type OpenTopic } from './topics.server'

let citizen: Member
let asn: Member
let moderator: Member
let administrator: Member
let open: Awaited<ReturnType<typeof makeCategory>>
let inside: Awaited<ReturnType<typeof makeCategory>>

beforeAll(async () => {
  citizen = await makeMember({ kind: 'CITIZEN' })
  asn = await makeMember()
  moderator = await makeMember({ roles: ['MODERATOR'] })
  administrator = await makeMember({ roles: ['ADMINISTRATOR'] })
  open = await makeCategory()
  inside = await makeCategory({ audience: 'asn' })
})

const given = (more: Partial<OpenTopic> = {}): OpenTopic => ({
  category: open.slug, kind: 'QUESTION', title: 'Bagaimana mengurus KTP-el yang hilang?', tags: ['ktp-el'], written: { markdown: 'Apa saja berkasnya?' }, clientKey: newKey(), ...more,
})
const eventsOf = (name: string, key: string, id: number) => db.$queryRaw<{ payload: Record<string, unknown> }[]>`select payload from event where name = ${name} and (payload->>${key}::text)::int = ${id} order by id`
const settings = (category: { name: string; slug: string }, more: { audience?: string; slug?: string } = {}) =>
  ({ name: category.name, nameEn: '', slug: category.slug, description: '', descriptionEn: '', colour: 's-2' as const, sortOrder: 0, audience: 'public', openAudience: 'public', ...more })

describe('opening a topic', () => {
  test('makes topic, thread and post number 1 with one id, and says so', async () => {
    await db.draft.createMany({ data: [`new-topic:${open.slug}`, 'new-topic', 'thread:1'].map(place => ({ personId: citizen.personId, place, markdown: 'x' })) })
    const before = (await db.category.findUniqueOrThrow({ where: { id: open.id } })).topicCount
    const { id, slug } = await openTopic(citizen, given())
    expect(slug).toBe('bagaimana-mengurus-ktp-el-yang-hilang')
    expect(await db.thread.findUnique({ where: { id } })).toMatchObject({ kind: 'topic', shelf: `category:${open.id}`, audience: 'public', answerable: true, lastNumber: 1, postCount: 1, lastAuthorId: citizen.personId })
    expect(await db.post.findMany({ where: { threadId: id } })).toMatchObject([{ number: 1, text: 'Apa saja berkasnya?' }])
    expect((await db.category.findUniqueOrThrow({ where: { id: open.id } })).topicCount).toBe(before + 1)
    expect(await eventsOf('forum.topic.opened', 'topicId', id)).toHaveLength(1)
    expect(await eventsOf('discussion.post.created', 'threadId', id)).toMatchObject([{ payload: { number: 1 } }])
    expect((await db.draft.findMany({ where: { personId: citizen.personId } })).map(draft => draft.place)).toEqual(['thread:1'])
  })

  test('a doubled press makes one topic', async () => {
    const input = given()
    const made = await Promise.all(Array.from({ length: 6 }, () => openTopic(citizen, input)))
    expect(new Set(made.map(one => one.id)).size).toBe(1)
    expect(made.filter(one => !one.repeated)).toHaveLength(1)
    expect(await db.thread.count({ where: { posts: { some: { clientKey: input.clientKey } } } })).toBe(1)
    expect(await db.thread.count({ where: { posts: { none: {} } } })).toBe(0)
  })

  test('refuses with a reason beside the field', async () => {
    await expect(openTopic(citizen, given({ title: ' ab ' }))).rejects.toMatchObject({ fields: { title: ['forum:errors.titleShort'] } })
    await expect(openTopic(citizen, given({ tags: ['a', 'b1', 'c1', 'd1', 'e1', 'f1'] }))).rejects.toThrow(Invalid)
    await expect(openTopic(citizen, given({ written: {} }))).rejects.toMatchObject({ fields: { markdown: ['editor:errors.empty'] } })
    await expect(openTopic(citizen, given({ kind: 'ANNOUNCEMENT' }))).rejects.toMatchObject({ fields: { kind: ['forum:errors.announcement'] } })
    await expect(openTopic(stranger(), given())).rejects.toThrow(SignInNeeded)
    await expect(openTopic(citizen, given({ category: inside.slug }))).rejects.toThrow(NotFound)
    await expect(openTopic(await makeMember({ kind: 'CITIZEN', verified: false }), given())).rejects.toMatchObject({ reason: 'unverified' })
    const hearing = await makeCategory({ audience: 'public', openAudience: 'asn' })
    await expect(openTopic(citizen, given({ category: hearing.slug }))).rejects.toThrow(Forbidden)
    await openTopic(asn, given({ category: hearing.slug }))
  })
})

describe('changing a topic', () => {
  test('a new title gives a new address; losing the question loses the answer', async () => {
    const topic = await makeTopic({ category: open, author: citizen, kind: 'QUESTION' })
    await reply(asn, { threadId: topic.id, written: { markdown: 'Ini jawabannya.' }, clientKey: newKey() })
    await acceptAnswer(citizen, { threadId: topic.id, number: 2 })
    expect((await getTopicPage(stranger(), topic.id)).accepted).toMatchObject({ number: 2, authorId: asn.personId, excerpt: 'Ini jawabannya.', byName: citizen.name })
    expect(await editTopic(citizen, { topicId: topic.id, title: 'Judul yang lebih jelas', kind: 'DISCUSSION', tags: ['baru'] })).toEqual({ id: topic.id, slug: 'judul-yang-lebih-jelas' })
    const page = await getTopicPage(stranger(), topic.id)
    expect(page).toMatchObject({ topic: { title: 'Judul yang lebih jelas', tags: ['baru'], answerable: false }, accepted: null })
    await expect(editTopic(asn, { topicId: topic.id, title: 'Bukan milik saya', kind: 'DISCUSSION', tags: [] })).rejects.toThrow(Forbidden)
    await expect(editTopic(citizen, { topicId: topic.id, title: 'x', kind: 'DISCUSSION', tags: [] })).rejects.toThrow(Invalid)
    await editTopic(citizen, { topicId: topic.id, title: 'Judul yang lebih jelas', kind: 'DISCUSSION', tags: ['baru'] })
    expect(await eventsOf('forum.topic.edited', 'topicId', topic.id)).toHaveLength(1)
  })

  test('moderators lock and unlock; a locked topic is read, not written', async () => {
    const topic = await makeTopic({ category: open, author: citizen })
    await expect(lockTopic(citizen, { topicId: topic.id })).rejects.toThrow(Forbidden)
    await lockTopic(moderator, { topicId: topic.id })
    await lockTopic(moderator, { topicId: topic.id })
    expect(await getTopicPage(citizen, topic.id)).toMatchObject({ topic: { locked: true }, can: { reply: false, edit: false, react: true } })
    await expect(editTopic(citizen, { topicId: topic.id, title: 'Masih bisa diubah?', kind: 'DISCUSSION', tags: [] })).rejects.toMatchObject({ reason: 'locked' })
    await unlockTopic(moderator, { topicId: topic.id })
    expect((await getTopicPage(citizen, topic.id)).can.reply).toBe(true)
    expect((await eventsOf('forum.topic.locked', 'topicId', topic.id)).map(event => event.payload.locked)).toEqual([true, false])
  })

  test('a moved topic takes over the readers of its new category, and both counts fit', async () => {
    const from = await makeCategory()
    const to = await makeCategory({ audience: 'asn' })
    const topic = await makeTopic({ category: from, author: asn })
    await expect(moveTopic(asn, { topicId: topic.id, category: to.slug })).rejects.toThrow(Forbidden)
    await moveTopic(moderator, { topicId: topic.id, category: to.slug })
    await expect(getTopicPage(citizen, topic.id)).rejects.toThrow(NotFound)
    expect(await getTopicPage(asn, topic.id)).toMatchObject({ topic: { category: { id: to.id, audience: 'asn' }, audience: 'asn' } })
    expect((await getForumPage(asn, { category: from.slug })).list.rows).toEqual([])
    expect((await getForumPage(asn, { category: to.slug })).list.rows).toMatchObject([{ id: topic.id, categoryId: to.id }])
    expect([(await getCategory(asn, from.slug)).topicCount, (await getCategory(asn, to.slug)).topicCount]).toEqual([0, 1])
  })
})

describe('categories', () => {
  test('are made and changed by administrators only, with an address of their own', async () => {
    await expect(createCategory(moderator, settings({ name: 'Baru', slug: 'baru' }))).rejects.toThrow(Forbidden)
    await expect(listKeptCategories(moderator)).rejects.toThrow(Forbidden)
    const made = await createCategory(administrator, { ...settings({ name: 'Perhubungan Laut', slug: '' }), slug: undefined })
    expect(made.slug).toBe('perhubungan-laut')
    await expect(createCategory(administrator, settings({ name: 'Lain', slug: 'perhubungan-laut' }))).rejects.toMatchObject({ fields: { slug: ['forum:errors.slugTaken'] } })
    await expect(editCategory(administrator, { ...settings(made as never), categoryId: 2_000_000_000, name: 'x' })).rejects.toThrow(NotFound)
    expect((await listKeptCategories(administrator)).map(one => one.slug)).toContain('perhubungan-laut')
  })

  test('another audience reaches threads, lists and files at once', async () => {
    const category = await makeCategory()
    const slug = 'AbCdEfGhIjKlMnOpQrStUv'
    const upload = await db.upload.create({ data: { slug, storageKey: 'k', name: 'a.pdf', mime: 'application/pdf', size: 1, sha256: 'x', ownerId: asn.personId, audience: `user:${asn.personId}` } })
    const topic = await makeTopic({ category, author: asn, markdown: `Lihat [berkas](/berkas/${slug}).` })
    expect(await db.upload.findUnique({ where: { id: upload.id } })).toMatchObject({ audience: 'public' })
    await editCategory(administrator, { ...settings(category, { audience: 'asn' }), categoryId: category.id })
    expect(await db.upload.findUnique({ where: { id: upload.id } })).toMatchObject({ audience: 'asn' })
    await expect(getTopicPage(citizen, topic.id)).rejects.toThrow(NotFound)
    expect(await getTopicPage(asn, topic.id)).toMatchObject({ topic: { audience: 'asn' } })
    expect((await eventsOf('forum.category.changed', 'categoryId', category.id)).at(-1)?.payload).toMatchObject({ audience: true, shelf: `category:${category.id}` })
  })

  test('an archived one leaves the list, takes no topic, and stays readable', async () => {
    const category = await makeCategory()
    const topic = await makeTopic({ category, author: citizen })
    await archiveCategory(administrator, { categoryId: category.id })
    expect((await listCategories(citizen)).map(one => one.id)).not.toContain(category.id)
    expect(await getForumPage(citizen, { category: category.slug })).toMatchObject({ category: { archived: true, mayOpen: false }, list: { rows: [{ id: topic.id }] } })
    await expect(openTopic(citizen, given({ category: category.slug }))).rejects.toBeInstanceOf(Conflict)
    await unarchiveCategory(administrator, { categoryId: category.id })
    expect((await getCategory(citizen, category.slug)).mayOpen).toBe(true)
  })
})

describe('unread', () => {
  test('what is new since I was last here, in lists, categories and the page, on every device', async () => {
    const category = await makeCategory()
    const reader = await makeMember({ kind: 'CITIZEN' })
    const row = async (viewer = reader) => (await listTopics(viewer, { categoryId: category.id })).rows[0]
    await db.person.update({ where: { id: reader.personId }, data: { readBefore: new Date('2020-01-01') } })
    const topic = await makeTopic({ category, author: citizen, replies: 4 })
    expect(await row()).toMatchObject({ unread: 5, firstUnread: 1 })
    expect((await getTopicPage(reader, topic.id)).read).toEqual({ number: 0, firstUnread: 1 })
    await markRead(reader, { threadId: topic.id, number: 3 })
    expect(await row({ ...reader, sessionId: 99 })).toMatchObject({ unread: 2, firstUnread: 4 })
    expect((await listCategories(reader)).find(one => one.id === category.id)).toMatchObject({ unread: 1 })
    await markRead(reader, { threadId: topic.id, number: 5 })
    expect(await row()).not.toHaveProperty('unread')
    expect((await getTopicPage(reader, topic.id)).read).toEqual({ number: 5, firstUnread: null })
    await reply(citizen, { threadId: topic.id, written: { markdown: 'Lagi.' }, clientKey: newKey() })
    expect(await row()).toMatchObject({ unread: 1, firstUnread: 6 })
    await reply(reader, { threadId: topic.id, written: { markdown: 'Saya juga.' }, clientKey: newKey() })
    expect(await row()).not.toHaveProperty('unread')
    expect(await row(stranger() as never)).not.toHaveProperty('unread')
    expect((await getTopicPage(stranger(), topic.id)).read).toBeNull()
  })

  test('what was there before I came is not new, until something happens in it', async () => {
    const category = await makeCategory()
    const topic = await makeTopic({ category, author: citizen })
    const newcomer = await makeMember({ kind: 'CITIZEN' })
    await db.person.update({ where: { id: newcomer.personId }, data: { readBefore: new Date(Date.now() + 1000) } })
    expect((await listTopics(newcomer, { categoryId: category.id, filter: 'unread' })).rows).toEqual([])
    expect((await getTopicPage(newcomer, topic.id)).read).toEqual({ number: 0, firstUnread: null })
    await db.person.update({ where: { id: newcomer.personId }, data: { readBefore: new Date(Date.now() - 60_000) } })
    await reply(citizen, { threadId: topic.id, written: { markdown: 'Baru.' }, clientKey: newKey() })
    expect((await listTopics(newcomer, { categoryId: category.id, filter: 'unread' })).rows).toMatchObject([{ id: topic.id, unread: 2 }])
  })
})
