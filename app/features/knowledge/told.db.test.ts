import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticesConsumer } from '~/features/notifications/consumer.server'
import { search } from '~/features/search/search.server'
import { searchConsumer } from '~/features/search/sources.server'
import { db } from '~/platform/db/db.server'
import { deliveryIdle, startDelivery } from '~/platform/events/delivery.server'
import { Forbidden, NotFound } from '~/platform/errors'
import { withRequestContext, type RequestContext } from '~/platform/log/request-context.server'
import { stranger, type Member, type Viewer } from '~/platform/viewer'
import { makeArticle, makeCollection, makeDraft } from '#tests/factories/knowledge'
import { makeMember, makeUnit } from '#tests/factories/people'
import { getArticlePage, type ArticlePage } from './article-page.queries.server'
import { getKnowledgeFeed, listSitemapArticles } from './feeds.queries.server'
import { remindOfChecks } from './jobs.server'
import { binArticle, checkArticle, keepArticle } from './keeping.server'
import { listNewest, listOfTag } from './lists.queries.server'
import { closeNote, reportChange, sayHelpful } from './notes.server'
import { listOpenNotes } from './notes.queries.server'
import { knowledgeNotices } from './notices.server'
import { approveArticle, returnArticle, sendArticle } from './review.server'
import { articleSearch } from './search.server'
import { findArticleOfThread, forgetArticlesOfThreads } from './sources.server'

let stop: () => Promise<void>
let author: Member
let reviewer: Member
let reader: Member
let shelf: Awaited<ReturnType<typeof makeCollection>>
beforeAll(async () => {
  stop = startDelivery([noticesConsumer([knowledgeNotices], () => Promise.resolve()), searchConsumer([articleSearch])])
  author = await makeMember()
  reviewer = await makeMember()
  reader = await makeMember()
  shelf = await makeCollection({ reviewers: [reviewer] })
})
afterAll(() => stop())

const told = async (person: Member, articleId: number) => {
  await deliveryIdle()
  return (await db.notice.findMany({ where: { personId: person.personId, groupKey: `article:${articleId}` }, orderBy: { id: 'asc' } })).map(row => row.rule)
}
const found = async (viewer: Viewer, text: string) => {
  await deliveryIdle()
  return (await search(viewer, { text })).hits.map(hit => hit.id)
}
const keep = (articleId: number, more: object = {}) => ({ articleId, collection: shelf.slug, audience: '', owner: '', checkBy: '', obsolete: false, successor: '', ...more })

describe('who is told', () => {
  test('reviewers of what waits until it is decided, writers of what became of it', async () => {
    const { id } = await makeDraft({ collection: shelf, author })
    await sendArticle(author, { articleId: id, revision: 1 })
    expect(await told(reviewer, id)).toEqual(['knowledge.sent'])
    expect(await told(reader, id)).toEqual([])
    await returnArticle(reviewer, { articleId: id, revision: 1, reason: 'Belum ada sumbernya, mohon ditambah.' })
    expect(await told(author, id)).toEqual(['knowledge.returned'])
    expect(await told(reviewer, id)).toEqual([])
    expect(JSON.stringify(await db.notice.findMany({ where: { groupKey: `article:${id}` } }), (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toContain('sumbernya')
    await sendArticle(author, { articleId: id, revision: 1 })
    await approveArticle(reviewer, { articleId: id, revision: 1 })
    expect(await told(author, id)).toContain('knowledge.approved')
  })

  test('the owner before the day of the check and once after it, never twice', async () => {
    const { id } = await makeArticle({ collection: shelf, author, reviewer })
    const due = (days: number) => db.article.update({ where: { id }, data: { checkBy: new Date(Date.now() + days * 86_400_000), remindedFor: null } })
    await due(60)
    await remindOfChecks()
    expect(await told(author, id)).not.toContain('knowledge.dueSoon')
    await due(5)
    await remindOfChecks()
    await remindOfChecks()
    expect((await db.event.findMany({ where: { name: 'knowledge.article.due', payload: { path: ['articleId'], equals: id } } })).length).toBe(1)
    const row = await db.article.findUniqueOrThrow({ where: { id } })
    await db.article.update({ where: { id }, data: { checkBy: new Date('2024-05-05'), remindedFor: new Date('2024-05-05') } })
    expect(row.remindedFor).not.toBeNull()
    await remindOfChecks()
    await remindOfChecks()
    expect((await db.event.findMany({ where: { name: 'knowledge.article.due', payload: { path: ['articleId'], equals: id } } })).map(event => (event.payload as { overdue: boolean }).overdue)).toEqual([false, true])
    await checkArticle(author, { articleId: id })
    await remindOfChecks()
    expect(await db.event.count({ where: { name: 'knowledge.article.due', payload: { path: ['articleId'], equals: id } } })).toBe(2)
  })
})

describe('what readers say', () => {
  test('a member counts once however often they press, and says why when it did not help', async () => {
    const { id } = await makeArticle({ collection: shelf, author, reviewer })
    const say = (helpful: boolean, text = '') => sayHelpful(reader, { articleId: id, helpful, text, from: '10.0.0.1' })
    await Promise.all([say(true), say(true), say(true)])
    const page = async (viewer: Viewer) => (await getArticlePage(viewer, id)) as ArticlePage
    expect(await page(reader)).toMatchObject({ helpful: 1, unhelpful: 0, mine: 'HELPFUL' })
    await say(false, 'Langkah kedua tidak ada lagi.')
    expect(await page(reader)).toMatchObject({ helpful: 0, unhelpful: 1 })
    expect((await listOpenNotes(author)).map(note => note.text)).toContain('Langkah kedua tidak ada lagi.')
    const from = `stranger-${process.pid}-${id}`
    await sayHelpful(stranger(), { articleId: id, helpful: true, text: '', from })
    await sayHelpful(stranger(), { articleId: id, helpful: true, text: '', from })
    expect(await page(stranger())).toMatchObject({ helpful: 1, unhelpful: 1 })
  })

  test('what is wrong goes to the owner and back to the reader; strangers do not see who said it', async () => {
    const { id } = await makeArticle({ collection: shelf, author, reviewer })
    await reportChange(reader, { articleId: id, text: 'Jam loket sudah berubah.' })
    await reportChange(reader, { articleId: id, text: 'Jam loket sudah berubah.' })
    expect(await told(author, id)).toContain('knowledge.noted')
    expect(((await getArticlePage(reader, id)) as ArticlePage).remarks).toHaveLength(1)
    expect(((await getArticlePage(stranger(), id)) as ArticlePage).remarks).toEqual([])
    const note = (await listOpenNotes(author)).find(one => one.article.id === id)!
    await expect(closeNote(reader, { noteId: note.id, answer: '' })).rejects.toThrow(NotFound)
    await closeNote(author, { noteId: note.id, answer: 'Sudah kami ubah.' })
    await closeNote(author, { noteId: note.id, answer: 'Dua kali.' })
    expect(await told(reader, id)).toEqual(['knowledge.noteClosed'])
    expect((await db.articleNote.findUniqueOrThrow({ where: { id: note.id } })).answer).toBe('Sudah kami ubah.')
    await expect(reportChange(await makeMember({ kind: 'CITIZEN', verified: false }), { articleId: id, text: 'Tidak boleh.' })).rejects.toThrow(Forbidden)
  })
})

describe('what is found', () => {
  test('approved words, by who may read them; not drafts, not what is obsolete or in the bin', async () => {
    const draft = await makeDraft({ collection: shelf, author, markdown: 'Kata gelombangdraf di sini.' })
    expect(await found(stranger(), 'gelombangdraf')).toEqual([])
    await sendArticle(author, { articleId: draft.id, revision: 1 })
    await approveArticle(reviewer, { articleId: draft.id, revision: 1 })
    expect(await found(stranger(), 'gelombangdraf')).toEqual([`article:${draft.id}`])
    await keepArticle(author, keep(draft.id, { audience: 'asn' }))
    expect(await found(stranger(), 'gelombangdraf')).toEqual([])
    expect(await found(reader, 'gelombangdraf')).toEqual([`article:${draft.id}`])
    await keepArticle(author, keep(draft.id, { audience: 'asn', obsolete: true }))
    expect(await found(reader, 'gelombangdraf')).toEqual([])
    await keepArticle(author, keep(draft.id, { audience: 'asn' }))
    await binArticle(author, { articleId: draft.id, binned: true })
    expect(await found(reader, 'gelombangdraf')).toEqual([])
    await binArticle(author, { articleId: draft.id, binned: false })
    expect(await found(reader, 'gelombangdraf')).toEqual([`article:${draft.id}`])
  })

  test('no list, feed, map, backlink or successor names a page its reader may not open', async () => {
    const unit = await makeUnit()
    const insider = await makeMember({ unit })
    const checker = await makeMember({ unit })
    const closed = await makeCollection({ audience: `unit:${unit.id}`, reviewers: [checker] })
    const open = await makeArticle({ collection: shelf, author, reviewer, title: 'Yang terbuka bagi semua' })
    const secret = await makeArticle({ collection: closed, author: insider, reviewer: checker, title: 'Yang tertutup rapat', tags: ['rahasia-kita'], markdown: `Lihat [ini](/pengetahuan/a/${open.id}/x).` })
    const draft = await makeDraft({ collection: shelf, author, title: 'Yang masih draf', tags: ['rahasia-kita'] })
    await db.article.update({ where: { id: open.id }, data: { successorId: secret.id, obsoleteAt: new Date() } })
    const page = (await getArticlePage(stranger(), open.id)) as ArticlePage
    expect(page.backlinks).toEqual([])
    expect(page.obsolete?.successor).toBeNull()
    expect(((await getArticlePage(insider, open.id)) as ArticlePage).backlinks.map(one => one.id)).toEqual([secret.id])
    for (const viewer of [stranger(), reader]) {
      const seen = [...(await listNewest(viewer)).rows, ...(await listOfTag(viewer, 'rahasia-kita')).rows, ...(await getKnowledgeFeed(viewer)), ...(await listSitemapArticles(viewer))].map(row => row.id)
      expect(seen).not.toContain(secret.id)
      expect(seen).not.toContain(draft.id)
      expect(await found(viewer, 'tertutup rapat')).not.toContain(`article:${secret.id}`)
    }
    expect((await listSitemapArticles(insider)).map(row => row.id)).not.toContain(secret.id)
  })

  test('a conversation and its article know each other once it is approved, for who may read it', async () => {
    const threadId = 1_900_000_000 + (process.pid % 1_000)
    const { id } = await makeDraft({ collection: shelf, author, source: { threadId, personIds: [reader.personId], audience: 'asn' } })
    forgetArticlesOfThreads()
    expect(await findArticleOfThread(reader, threadId)).toBeNull()
    await sendArticle(author, { articleId: id, revision: 1 })
    await approveArticle(reviewer, { articleId: id, revision: 1 })
    forgetArticlesOfThreads()
    expect(await findArticleOfThread(reader, threadId)).toMatchObject({ id })
    // words of colleagues stay among colleagues until the owner says otherwise
    expect(await findArticleOfThread(stranger(), threadId)).toBeNull()
    expect(((await getArticlePage(reader, id)) as ArticlePage).credited.map(one => one.id)).toEqual([reader.personId])
    expect(await told(reader, id)).toContain('knowledge.credited')
  })
})

test('the page of an article is one statement for strangers, whatever hangs on it', async () => {
  const { id } = await makeArticle({ collection: shelf, author, reviewer })
  const context: RequestContext = { requestId: 'x', statements: 0, nonce: '' }
  await withRequestContext(context, () => getArticlePage(stranger(), id))
  expect(context.statements).toBe(1)
})
