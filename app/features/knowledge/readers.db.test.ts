import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articlePlaces, commentOn, findArticleOfComments } from '~/features/knowledge/comments.server'
import { discussionNotices } from '~/features/discussion/notices.server'
import { getPosts } from '~/features/discussion/posts.queries.server'
import { noticesConsumer } from '~/features/notifications/consumer.server'
import { setWatch } from '~/features/notifications/watches.server'
import { db } from '~/platform/db/db.server'
import { deliveryIdle, startDelivery } from '~/platform/events/delivery.server'
import { Conflict, Forbidden, NotFound, SignInNeeded } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeArticle, makeCollection, makeDraft } from '#tests/factories/knowledge'
import { makeMember, makeUnit } from '#tests/factories/people'
import { getArticlePage, type ArticlePage } from './article-page.queries.server'
import { saveArticle } from './articles.server'
import { binArticle, keepArticle } from './keeping.server'
import { knowledgeNotices } from './notices.server'
import { countReading, flushReadings, getReadings } from './readings.server'
import { readersNotices } from './readers-notices.server'
import { getRequest, listRequests } from './requests.queries.server'
import { closeRequest, requestArticle, supportRequest, takeRequest } from './requests.server'
import { approveArticle, sendArticle } from './review.server'
import { thankAuthors } from './thanks.server'

let stop: () => Promise<void>
let author: Member
let reviewer: Member
let reader: Member
let other: Member
let unit: Awaited<ReturnType<typeof makeUnit>>
let insider: Member
let shelf: Awaited<ReturnType<typeof makeCollection>>
beforeAll(async () => {
  stop = startDelivery([noticesConsumer([discussionNotices({ article: articlePlaces }), knowledgeNotices, readersNotices], () => Promise.resolve())])
  author = await makeMember()
  reviewer = await makeMember()
  reader = await makeMember()
  other = await makeMember({ kind: 'CITIZEN' })
  unit = await makeUnit()
  insider = await makeMember({ unit })
  shelf = await makeCollection({ reviewers: [reviewer] })
})
afterAll(() => stop())

const say = (by: Member, articleId: number, markdown = 'Terima kasih, ini membantu sekali di loket.') => commentOn(by, { articleId, written: { markdown }, clientKey: newKey() })
const rules = async (person: Member) => {
  await deliveryIdle()
  return (await db.notice.findMany({ where: { personId: person.personId }, orderBy: { id: 'asc' } })).map(row => row.rule)
}
const page = async (viewer: Member, id: number) => (await getArticlePage(viewer, id)) as ArticlePage

describe('comments', () => {
  test('readers write below an article: numbered, once a press; its owner and whoever follows it are told', async () => {
    const article = await makeArticle({ collection: shelf, author, reviewer })
    await setWatch(reader, { target: `article:${article.id}`, level: 'ALL' })
    const key = newKey()
    const first = await commentOn(other, { articleId: article.id, written: { markdown: 'Apakah berlaku juga hari Sabtu?' }, clientKey: key })
    const again = await commentOn(other, { articleId: article.id, written: { markdown: 'Apakah berlaku juga hari Sabtu?' }, clientKey: key })
    expect([first.made.number, again.made.number, again.made.repeated]).toEqual([1, 1, true])
    expect((await say(author, article.id)).made.number).toBe(2)
    const { thread } = await page(reader, article.id)
    expect(thread).toMatchObject({ lastNumber: 2, postCount: 2, audience: 'public' })
    expect((await getPosts(stranger('id'), thread?.id ?? 0, { from: 1, to: 9 })).posts).toHaveLength(2)
    expect(await rules(author)).toContain('knowledge.commented')
    expect(await rules(reader)).toContain('knowledge.comment')
    expect(await findArticleOfComments(reader, thread?.id ?? 0)).toMatchObject({ id: article.id })
  })

  test('strangers do not write; drafts have no readers', async () => {
    const article = await makeArticle({ collection: shelf, author, reviewer })
    await expect(commentOn(stranger('id'), { articleId: article.id, written: { markdown: 'Halo' }, clientKey: newKey() })).rejects.toBeInstanceOf(SignInNeeded)
    const draft = await makeDraft({ collection: shelf, author })
    await expect(say(reader, draft.id)).rejects.toBeInstanceOf(NotFound)
    await expect(say(author, draft.id)).rejects.toBeInstanceOf(Forbidden)
  })

  test('whoever loses the article loses its comments, and gets them back with it', async () => {
    const article = await makeArticle({ collection: shelf, author, reviewer })
    await say(other, article.id)
    const threadId = (await page(reader, article.id)).thread?.id ?? 0
    const keep = (audience: string) => keepArticle(reviewer, { articleId: article.id, collection: shelf.slug, audience, owner: '', checkBy: '', obsolete: false, successor: '' })
    const seen = async (viewer: Member) => (await getPosts(viewer, threadId, { from: 1, to: 5 })).posts.length
    await keep('asn')
    expect([await seen(other), await seen(reader)]).toEqual([0, 1])
    await expect(say(other, article.id)).rejects.toBeInstanceOf(NotFound)
    await keep('')
    expect(await seen(other)).toBe(1)
    await binArticle(reviewer, { articleId: article.id, binned: true })
    expect([await seen(other), await seen(reader)]).toEqual([0, 0])
    await binArticle(reviewer, { articleId: article.id, binned: false })
    expect(await seen(other)).toBe(1)
  })
})

describe('following and thanks', () => {
  test('a new article for who follows its collection or its writer, a new text for who follows the article', async () => {
    const [byShelf, byAuthor, byArticle] = [await makeMember(), await makeMember(), await makeMember()]
    await setWatch(byShelf, { target: `collection:${shelf.id}`, level: 'ALL' })
    await db.watch.create({ data: { personId: byAuthor.personId, target: `person:${author.personId}`, level: 'ALL' } })
    const article = await makeArticle({ collection: shelf, author, reviewer })
    await setWatch(byArticle, { target: `article:${article.id}`, level: 'ALL' })
    expect([await rules(byShelf), await rules(byAuthor), await rules(byArticle)]).toEqual([['knowledge.fresh'], ['knowledge.fresh'], []])
    await saveArticle(author, { articleId: article.id, base: 1, title: 'Artikel yang diperbarui', summary: '', tags: [], service: null, why: '', written: { markdown: 'Isi yang baru.' }, clientKey: newKey() })
    await sendArticle(author, { articleId: article.id, revision: 2 })
    await approveArticle(reviewer, { articleId: article.id, revision: 2 })
    expect([await rules(byShelf), await rules(byAuthor), await rules(byArticle)]).toEqual([['knowledge.fresh'], ['knowledge.fresh'], ['knowledge.revised']])
  })

  test('nobody follows what they may not read', async () => {
    const closed = await makeCollection({ audience: `unit:${unit.id}` })
    await expect(setWatch(reader, { target: `collection:${closed.id}`, level: 'ALL' })).rejects.toBeInstanceOf(NotFound)
    await setWatch(insider, { target: `collection:${closed.id}`, level: 'ALL' })
  })

  test('thanks count once a person, are taken back, tell the writers, and are not for oneself', async () => {
    const article = await makeArticle({ collection: shelf, author, reviewer })
    await thankAuthors(reader, { articleId: article.id, on: true })
    await thankAuthors(reader, { articleId: article.id, on: true })
    await thankAuthors(other, { articleId: article.id, on: true })
    expect(await page(reader, article.id)).toMatchObject({ thanks: 2, thanked: true })
    await thankAuthors(other, { articleId: article.id, on: false })
    expect(await page(other, article.id)).toMatchObject({ thanks: 1, thanked: false })
    await expect(thankAuthors(author, { articleId: article.id, on: true })).rejects.toBeInstanceOf(Forbidden)
    expect(await rules(author)).toContain('knowledge.thanked')
  })
})

test('a link to an article says what it is called now, and nothing of one the reader may not read', async () => {
  const target = await makeArticle({ collection: shelf, author, reviewer, title: 'Judul pertama artikel' })
  const naming = await makeArticle({ collection: shelf, author, reviewer, markdown: `Lihat [Judul pertama artikel](/pengetahuan/a/${target.id}/judul-pertama-artikel).` })
  await saveArticle(author, { articleId: target.id, base: 1, title: 'Judul kedua artikel', summary: '', tags: [], service: null, why: '', written: { markdown: 'Isi.' }, clientKey: newKey() })
  await sendArticle(author, { articleId: target.id, revision: 2 })
  await approveArticle(reviewer, { articleId: target.id, revision: 2 })
  expect((await page(other, naming.id)).html).toContain('>Judul kedua artikel</a>')
  await keepArticle(reviewer, { articleId: target.id, collection: shelf.slug, audience: 'asn', owner: '', checkBy: '', obsolete: false, successor: '' })
  expect((await page(reader, naming.id)).html).toContain('>Judul kedua artikel</a>')
  const { html } = await page(other, naming.id)
  expect(html).not.toMatch(/judul-?\s?(pertama|kedua)/i)
})

describe('requested articles', () => {
  const ask = (by: Member, title: string, collection = shelf.slug) => requestArticle(by, { title, why: 'Sering ditanyakan.', collection, clientKey: newKey() })

  test('the same title is one request; votes count once; whoever takes it writes it; done when it is approved', async () => {
    const { id } = await ask(other, 'Cara mengurus surat pindah mahasiswa')
    expect(await ask(reader, 'cara mengurus surat pindah MAHASISWA')).toEqual({ id, repeated: true })
    await supportRequest(reader, { requestId: id, on: true })
    expect(await getRequest(reader, id)).toMatchObject({ votes: 2, mine: true, open: true })
    await takeRequest(author, { requestId: id, on: true })
    await expect(takeRequest(reader, { requestId: id, on: true })).rejects.toBeInstanceOf(Conflict)
    await expect(takeRequest(other, { requestId: id, on: true })).rejects.toBeInstanceOf(Forbidden)
    expect(await rules(other)).toContain('knowledge.requestTaken')
    const draft = await makeDraft({ collection: shelf, author, requestId: id })
    expect((await getRequest(reader, id)).article).toBeNull()
    await sendArticle(author, { articleId: draft.id, revision: 1 })
    await approveArticle(reviewer, { articleId: draft.id, revision: 1 })
    expect(await getRequest(other, id)).toMatchObject({ open: false, done: true, article: { id: draft.id } })
    expect(await rules(other)).toContain('knowledge.requestDone')
    expect((await listRequests(reader, 'selesai')).rows.map(row => row.id)).toContain(id)
  })

  test('requests of a collection are for its readers; whoever asked takes it back', async () => {
    const closed = await makeCollection({ audience: `unit:${unit.id}` })
    const { id } = await ask(insider, 'Catatan kerja yang belum ada', closed.slug)
    await expect(getRequest(reader, id)).rejects.toBeInstanceOf(NotFound)
    await expect(supportRequest(reader, { requestId: id, on: true })).rejects.toBeInstanceOf(NotFound)
    expect((await listRequests(reader, 'terbuka')).rows.map(row => row.id)).not.toContain(id)
    await closeRequest(insider, { requestId: id, note: 'Sudah ada.' })
    expect(await getRequest(insider, id)).toMatchObject({ open: false, done: false, closeNote: 'Sudah ada.' })
    await expect(supportRequest(insider, { requestId: id, on: true })).rejects.toBeInstanceOf(Conflict)
  })

  test('a list goes on where it stopped', async () => {
    const many = await makeCollection()
    for (let at = 0; at < 33; at++) await ask(reader, `Permintaan panjang nomor ${at} ${many.slug}`, many.slug)
    const first = await listRequests(reader, 'terbuka')
    const rest = await listRequests(reader, 'terbuka', first.next)
    expect(first.rows).toHaveLength(30)
    expect(rest.rows.some(row => first.rows.some(one => one.id === row.id))).toBe(false)
  })
})

test('readings are counted after the answer, once a day a member, robots not, and never by name', async () => {
  const article = await makeArticle({ collection: shelf, author, reviewer })
  for (let at = 0; at < 3; at++) countReading(reader, article.id, 'Mozilla/5.0')
  countReading(other, article.id, 'Mozilla/5.0')
  countReading(stranger('id'), article.id, 'Mozilla/5.0')
  countReading(stranger('id'), article.id, 'Googlebot/2.1')
  await flushReadings()
  const readings = await getReadings(author, article.id)
  expect(readings).toMatchObject({ total: 3 })
  expect(readings.days).toHaveLength(30)
  expect(readings.days.at(-1)?.reads).toBe(3)
  await expect(getReadings(reader, article.id)).rejects.toBeInstanceOf(Forbidden)
})
