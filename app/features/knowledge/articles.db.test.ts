import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeArticle, makeCollection, makeDraft } from '#tests/factories/knowledge'
import { makeMember, makeUnit } from '#tests/factories/people'
import { getArticlePage, type ArticlePage } from './article-page.queries.server'
import { createArticle, NewerRevision, restoreRevision, saveArticle, type SaveArticle } from './articles.server'
import { getArticleForm, getHistory, getNewerText, getWorkPage } from './history.queries.server'
import { binArticle, checkArticle, handOver, keepArticle } from './keeping.server'
import { listBin, listMyWork, listNewest, listOfCollection, listOwned, listWaiting } from './lists.queries.server'
import { approveArticle, dayAfterMonths, publishArticle, returnArticle, sendArticle } from './review.server'

let writer: Member
let reviewer: Member
let colleague: Member
let shelf: Awaited<ReturnType<typeof makeCollection>>

beforeAll(async () => {
  writer = await makeMember()
  reviewer = await makeMember()
  colleague = await makeMember()
  shelf = await makeCollection({ reviewers: [reviewer] })
})

const next = (articleId: number, base: number, markdown: string, more: Partial<SaveArticle> = {}): SaveArticle =>
  ({ articleId, base, title: 'Judul yang diperbaiki', summary: '', tags: [], service: null, why: 'Jam berubah', clientKey: newKey(), written: { markdown }, ...more })
const pageOf = async (viewer: Parameters<typeof getArticlePage>[0], id: number) => (await getArticlePage(viewer, id)) as ArticlePage
const acts = async (articleId: number) => (await db.articleAct.findMany({ where: { articleId }, orderBy: { id: 'asc' } })).map(row => row.act)

describe('from draft to readers', () => {
  test('readers see nothing until somebody else approved it, then who did and when it is checked again', async () => {
    const { id } = await makeDraft({ collection: shelf, author: writer, title: 'Cara memakai loket prioritas', markdown: '## Langkah\n\nDatang pukul delapan.' })
    await expect(getArticlePage(stranger(), id)).rejects.toThrow(NotFound)
    await expect(getArticlePage(colleague, id)).rejects.toThrow(NotFound)
    expect(await getArticlePage(writer, id)).toEqual({ drafted: true })
    await sendArticle(writer, { articleId: id, revision: 1 })
    expect((await listWaiting(reviewer)).map(row => row.id)).toContain(id)
    expect(await listWaiting(reviewer, 1)).toHaveLength(1)
    expect((await listWaiting(writer)).map(row => row.id)).not.toContain(id)
    await expect(approveArticle(writer, { articleId: id, revision: 1 })).rejects.toThrow(Forbidden)
    const { slug } = await approveArticle(reviewer, { articleId: id, revision: 1 })
    const page = await pageOf(stranger(), id)
    expect(page).toMatchObject({ slug, title: 'Cara memakai loket prioritas', revision: 1, checkedByAnother: true, stale: false, work: 'NONE', toc: [{ id: 'b-langkah', text: 'Langkah' }], authors: [{ name: writer.name }] })
    expect(page.approvedBy?.name).toBe(reviewer.name)
    expect(page.checkBy).toBe(dayAfterMonths(new Date(), 12).toISOString().slice(0, 10))
    expect(await acts(id)).toEqual(['created', 'sent', 'approved'])
    expect(await db.event.count({ where: { name: 'knowledge.article.acted', payload: { path: ['articleId'], equals: id } } })).toBe(3)
  })

  test('while the next text is worked on, readers see the approved one', async () => {
    const { id } = await makeArticle({ collection: shelf, author: writer, reviewer, markdown: 'Loket buka pukul delapan.' })
    const saved = await saveArticle(writer, next(id, 1, 'Loket buka pukul tujuh.'))
    expect(saved.revision).toBe(2)
    await sendArticle(writer, { articleId: id, revision: 2 })
    const page = await pageOf(stranger(), id)
    expect(page.html).toContain('delapan')
    expect(page).toMatchObject({ revision: 1, work: 'NONE' })
    expect((await pageOf(writer, id)).work).toBe('REVIEW')
    const work = await getWorkPage(reviewer, id)
    expect(work.diff?.blocks.flatMap(block => ('words' in block ? block.words : [])).filter(word => word.change).map(word => `${word.change}:${word.text.trim()}`)).toEqual(expect.arrayContaining(['removed:delapan', 'added:tujuh']))
    expect(work.can).toMatchObject({ decide: true })
    await expect(approveArticle(reviewer, { articleId: id, revision: 1 })).rejects.toThrow(Conflict)
    await approveArticle(reviewer, { articleId: id, revision: 2 })
    const after = await pageOf(stranger(), id)
    expect(after.html).toContain('tujuh')
    expect(after.title).toBe('Judul yang diperbaiki')
    expect(after.slug).toBe('judul-yang-diperbaiki')
    await expect(approveArticle(reviewer, { articleId: id, revision: 2 })).rejects.toThrow(Conflict)
  })

  test('sent back with reasons nobody but writers and reviewers read', async () => {
    const { id } = await makeArticle({ collection: shelf, author: writer, reviewer })
    await saveArticle(writer, next(id, 1, 'Teks baru yang keliru.'))
    await sendArticle(writer, { articleId: id, revision: 2 })
    await expect(returnArticle(reviewer, { articleId: id, revision: 2, reason: 'Hm' })).rejects.toThrow(Invalid)
    await returnArticle(reviewer, { articleId: id, revision: 2, reason: 'Angka pada paragraf kedua belum punya sumber.' })
    expect((await getWorkPage(writer, id)).reasons[0]).toMatchObject({ text: 'Angka pada paragraf kedua belum punya sumber.', name: reviewer.name })
    await expect(getWorkPage(colleague, id)).rejects.toThrow(Forbidden)
    const seen = await getHistory(colleague, id)
    expect(JSON.stringify(seen)).not.toContain('belum punya sumber')
    expect(seen.revisions.map(row => row.revision)).toEqual([1])
    expect((await getHistory(writer, id)).revisions.map(row => row.revision)).toEqual([2, 1])
    await expect(getHistory(colleague, id, { from: 1, to: 2 })).rejects.toThrow(NotFound)
    expect((await listMyWork(writer)).find(row => row.id === id)?.work).toBe('RETURNED')
  })

  test('a reviewer asked by name decides, one who may not read it cannot be asked, nobody judges what they wrote', async () => {
    const unit = await makeUnit()
    const inside = await makeMember({ unit })
    const asked = await makeMember({ unit })
    const closed = await makeCollection({ audience: `unit:${unit.id}` })
    const { id } = await makeDraft({ collection: closed, author: inside })
    await expect(sendArticle(inside, { articleId: id, revision: 1, reviewerId: colleague.personId })).rejects.toThrow(Invalid)
    await expect(sendArticle(inside, { articleId: id, revision: 1, reviewerId: inside.personId })).rejects.toThrow(Invalid)
    await sendArticle(inside, { articleId: id, revision: 1, reviewerId: asked.personId })
    await saveArticle(asked, next(id, 1, 'Peninjau memperbaiki sendiri.'))
    await expect(approveArticle(asked, { articleId: id, revision: 2 })).rejects.toThrow(Forbidden)
    await expect(getArticlePage(reviewer, id)).rejects.toThrow(NotFound)
  })

  test('trusted people publish at once where the collection allows it, and the page does not say that somebody checked', async () => {
    const light = await makeCollection({ trusted: [writer], trustPublishes: true })
    const strict = await makeCollection({ trusted: [writer] })
    const one = await makeDraft({ collection: light, author: writer })
    const other = await makeDraft({ collection: strict, author: writer })
    await publishArticle(writer, { articleId: one.id, revision: 1 })
    expect(await pageOf(stranger(), one.id)).toMatchObject({ checkedByAnother: false, revision: 1 })
    await expect(publishArticle(writer, { articleId: other.id, revision: 1 })).rejects.toThrow(Forbidden)
    await expect(publishArticle(writer, { articleId: one.id, revision: 1 })).rejects.toThrow(Conflict)
  })
})

describe('revisions', () => {
  test('one press is one article and one revision, however often it arrives', async () => {
    const clientKey = newKey()
    const given = { collection: shelf.slug, kind: 'SOP' as const, title: 'SOP sekali tekan', summary: '', tags: [], service: null, why: '', clientKey, written: { markdown: 'Isi.' } }
    const made = await Promise.all([createArticle(writer, given), createArticle(writer, given), createArticle(writer, given)])
    expect(new Set(made.map(one => one.id)).size).toBe(1)
    const id = made[0]!.id
    const press = next(id, 1, 'Isi kedua.')
    expect((await Promise.all([saveArticle(writer, press), saveArticle(writer, press)])).map(one => one.revision)).toEqual([2, 2])
    expect(await db.articleRevision.count({ where: { articleId: id } })).toBe(2)
  })

  test('a save on top of an older revision writes nothing and both texts can be shown', async () => {
    const { id } = await makeDraft({ collection: shelf, author: writer, markdown: 'Baris pertama.' })
    await saveArticle(reviewer, next(id, 1, 'Baris dari peninjau.'))
    const late = saveArticle(writer, next(id, 1, 'Baris dari penulis.'))
    await expect(late).rejects.toThrow(NewerRevision)
    await late.catch((error: unknown) => { expect((error as NewerRevision).newest).toBe(2) })
    const newer = await getNewerText(writer, id, 'Baris dari penulis.')
    expect(newer).toMatchObject({ revision: 2, name: reviewer.name, markdown: 'Baris dari peninjau.' })
    expect(newer.diff.added).toBeGreaterThan(0)
    expect((await getArticleForm(writer, id)).markdown).toBe('Baris dari peninjau.')
    expect((await saveArticle(writer, next(id, 2, 'Baris dari keduanya.'))).revision).toBe(3)
  })

  test('an earlier revision comes back as the newest draft', async () => {
    const { id } = await makeArticle({ collection: shelf, author: writer, reviewer, markdown: 'Semula begini.' })
    await saveArticle(writer, next(id, 1, 'Lalu begitu.'))
    const back = await restoreRevision(writer, { articleId: id, revision: 1, base: 2, clientKey: newKey(), why: 'Kembali' })
    expect(back.revision).toBe(3)
    expect((await getArticleForm(writer, id)).markdown).toBe('Semula begini.')
    await expect(restoreRevision(colleague, { articleId: id, revision: 1, base: 3, clientKey: newKey(), why: '' })).rejects.toThrow(Forbidden)
    await expect(restoreRevision(writer, { articleId: id, revision: 9, base: 3, clientKey: newKey(), why: '' })).rejects.toThrow(NotFound)
  })
})

describe('keeping', () => {
  const keep = (articleId: number, more: object = {}) => ({ articleId, collection: shelf.slug, audience: '', owner: '', checkBy: '', obsolete: false, successor: '', ...more })

  test('narrower readers, never wider; a move takes the collection\'s; the record says so', async () => {
    const inner = await makeCollection({ audience: 'asn', reviewers: [reviewer] })
    const { id } = await makeArticle({ collection: shelf, author: writer, reviewer })
    await keepArticle(reviewer, keep(id, { audience: 'asn' }))
    await expect(getArticlePage(stranger(), id)).rejects.toThrow(NotFound)
    expect((await pageOf(colleague, id)).audience).toBe('asn')
    await expect(keepArticle(reviewer, keep(id, { collection: inner.slug, audience: 'public' }))).rejects.toThrow(Invalid)
    await keepArticle(reviewer, keep(id, { collection: inner.slug }))
    await keepArticle(reviewer, keep(id, {}))
    expect((await pageOf(stranger(), id)).audience).toBe('public')
    expect((await acts(id)).filter(act => act === 'moved')).toHaveLength(3)
    await expect(keepArticle(colleague, keep(id, {}))).rejects.toThrow(Forbidden)
  })

  test('obsolete warns, names the successor and leaves the lists', async () => {
    const old = await makeArticle({ collection: shelf, author: writer, reviewer })
    const fresh = await makeArticle({ collection: shelf, author: writer, reviewer, title: 'Penggantinya yang baru' })
    await expect(keepArticle(writer, keep(old.id, { obsolete: true, successor: '999999' }))).rejects.toThrow(Invalid)
    await keepArticle(writer, keep(old.id, { obsolete: true, successor: `/pengetahuan/a/${fresh.id}/x` }))
    expect((await pageOf(stranger(), old.id)).obsolete?.successor?.title).toBe('Penggantinya yang baru')
    expect((await listNewest(stranger())).rows.map(row => row.id)).not.toContain(old.id)
    expect((await listOfCollection(stranger(), shelf.id, { obsolete: true })).rows.map(row => row.id)).toContain(old.id)
  })

  test('the bin hides it from everybody and gives it back as it was', async () => {
    const { id } = await makeArticle({ collection: shelf, author: writer, reviewer })
    await expect(binArticle(colleague, { articleId: id, binned: true })).rejects.toThrow(Forbidden)
    await binArticle(writer, { articleId: id, binned: true })
    for (const viewer of [stranger(), colleague, writer]) await expect(getArticlePage(viewer, id)).rejects.toThrow(NotFound)
    expect((await listBin(writer)).map(row => row.id)).toContain(id)
    expect((await listBin(colleague)).map(row => row.id)).not.toContain(id)
    await binArticle(writer, { articleId: id, binned: false })
    expect((await pageOf(stranger(), id)).revision).toBe(1)
  })

  test('checked again, handed over, listed for its owner', async () => {
    const { id } = await makeArticle({ collection: shelf, author: writer, reviewer })
    await db.article.update({ where: { id }, data: { checkBy: new Date('2024-01-01') } })
    expect((await pageOf(stranger(), id)).stale).toBe(true)
    expect((await listOwned(writer, { filter: 'lewat' })).map(row => row.id)).toContain(id)
    await checkArticle(writer, { articleId: id })
    expect((await pageOf(stranger(), id)).stale).toBe(false)
    expect(await handOver(reviewer, { articleIds: [id], owner: colleague.slug })).toBe(1)
    expect((await listOwned(colleague, {})).map(row => row.id)).toContain(id)
    expect(await handOver(await makeMember(), { articleIds: [id], owner: writer.slug })).toBe(0)
  })

  test('a list goes on where it ended and shows each article once', async () => {
    const long = await makeCollection({ reviewers: [reviewer] })
    for (let at = 0; at < 34; at++) await makeArticle({ collection: long, author: writer, reviewer })
    const first = await listOfCollection(stranger(), long.id)
    const second = await listOfCollection(stranger(), long.id, { cursor: first.next })
    expect(first.rows).toHaveLength(30)
    expect(new Set([...first.rows, ...second.rows].map(row => row.id)).size).toBe(34)
    expect(second.next).toBeNull()
  })
})
