import { beforeAll, describe, expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { plantOf } from '~/editor/coediting/plant'
import { db, transaction } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound, SignInNeeded } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeArticle, makeCollection, makeDraft } from '#tests/factories/knowledge'
import { makeMember } from '#tests/factories/people'
import { picture } from '#tests/factories/uploads'
import { storeUpload } from '~/features/uploads/uploads.server'
import { saveDraft } from '~/features/discussion/drafts.server'
import { saveArticle } from './articles.server'
import { mayDraft, openDraft, plantDraft, takeSaid, writeDrafts } from './drafting.server'
import { getArticleForm } from './history.queries.server'
import { binArticle } from './keeping.server'
import { openText, writeText } from './rows/live-text.server'

let writer: Member
let other: Member
let colleague: Member
let shelf: Awaited<ReturnType<typeof makeCollection>>
beforeAll(async () => {
  writer = await makeMember()
  other = await makeMember()
  colleague = await makeMember()
  shelf = await makeCollection({ reviewers: [other] })
})

const tree = { root: { type: 'root', version: 1, children: [{ type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text: 'Awal' }] }] } }
const nothing = encodeStateVector(new Doc())
const article = async () => (await makeDraft({ collection: shelf, author: writer })).id

async function begun(articleId: number): Promise<{ generation: number; doc: Doc }> {
  const { opened } = await openDraft(writer, { articleId, generation: null, vector: nothing })
  if (opened.kind !== 'plant') throw new Error(opened.kind)
  const update = plantOf(tree)
  await plantDraft(writer, { articleId, generation: opened.generation, token: opened.token, update })
  const doc = new Doc()
  applyUpdate(doc, update)
  return { generation: opened.generation, doc }
}
/** A change as one page makes it: a word under a key of its own. */
function change(doc: Doc, word: string): Uint8Array {
  const mine = new Doc()
  applyUpdate(mine, encodeStateAsUpdate(doc))
  const before = encodeStateVector(mine)
  mine.getMap('words').set(word, true)
  return encodeStateAsUpdate(mine, before)
}
async function stored(articleId: number): Promise<string[]> {
  const row = await db.articleLive.findUniqueOrThrow({ where: { articleId } })
  const doc = new Doc()
  applyUpdate(doc, row.state!)
  return [...doc.getMap('words').keys()].sort()
}

describe('one page begins the text', () => {
  test('the others wait; with the text there everybody gets it; an appointment that is over is another’s', async () => {
    const articleId = await article()
    const first = await openDraft(writer, { articleId, generation: null, vector: nothing })
    expect(first.opened).toMatchObject({ kind: 'plant', generation: 1, base: 1 })
    expect((await openDraft(other, { articleId, generation: null, vector: nothing })).opened).toEqual({ kind: 'wait' })
    await db.articleLive.update({ where: { articleId }, data: { tokenUntil: new Date(0) } })
    const { opened } = await openDraft(other, { articleId, generation: null, vector: nothing })
    if (opened.kind !== 'plant' || first.opened.kind !== 'plant') throw new Error(opened.kind)
    await plantDraft(other, { articleId, generation: 1, token: opened.token, update: plantOf(tree) })
    await expect(plantDraft(writer, { articleId, generation: 1, token: first.opened.token, update: plantOf(tree) })).rejects.toThrow(Conflict)
    expect((await openDraft(writer, { articleId, generation: null, vector: nothing })).opened).toMatchObject({ kind: 'text', generation: 1, base: 1 })
  })

  test('many at once: one is appointed', async () => {
    const articleId = await article()
    const all = await Promise.all(Array.from({ length: 6 }, (_, i) => openDraft(i % 2 ? other : writer, { articleId, generation: null, vector: nothing })))
    expect(all.map(({ opened }) => opened.kind).sort()).toEqual(['plant', 'wait', 'wait', 'wait', 'wait', 'wait'])
  })
})

describe('what is written', () => {
  test('processes that write at once lose nothing of each other', async () => {
    const articleId = await article()
    const { generation, doc } = await begun(articleId)
    const words = Array.from({ length: 8 }, (_, i) => `kata${i}`)
    await Promise.all(words.map(word => writeText(articleId, generation, [change(doc, word)], [other.personId])))
    expect(await stored(articleId)).toEqual(words)
    expect((await db.articleLive.findUniqueOrThrow({ where: { articleId } })).writers.sort()).toEqual([writer.personId, other.personId].sort())
  })

  test('what was said is in the database at the latest when somebody opens it, and once', async () => {
    const articleId = await article()
    const { generation, doc } = await begun(articleId)
    const update = change(doc, 'sekali')
    for (let i = 0; i < 3; i++) await takeSaid(other, { articleId, generation, update, aware: null })
    const { opened } = await openDraft(writer, { articleId, generation: null, vector: encodeStateVector(doc) })
    if (opened.kind !== 'text') throw new Error(opened.kind)
    applyUpdate(doc, opened.missing)
    expect([...doc.getMap('words').keys()]).toEqual(['sekali'])
    await writeDrafts()
    expect(await stored(articleId)).toEqual(['sekali'])
  })

  test('bytes that are none harm nobody', async () => {
    const articleId = await article()
    const { generation } = await begun(articleId)
    const before = await stored(articleId)
    for (const update of [new Uint8Array([1, 2, 3]), new Uint8Array(500).fill(255)]) await expect(takeSaid(writer, { articleId, generation, update, aware: null })).rejects.toThrow(Invalid)
    await expect(takeSaid(writer, { articleId, generation, update: null, aware: new Uint8Array([7]) })).rejects.toThrow(Invalid)
    await expect(openDraft(writer, { articleId, generation: null, vector: new Uint8Array([9, 9]) })).rejects.toThrow(Invalid)
    await writeDrafts()
    expect(await stored(articleId)).toEqual(before)
  })
})

describe('the revision it goes on from', () => {
  const save = (articleId: number, base: number, shared?: number, who = writer, markdown = 'Baru') =>
    saveArticle(who, { articleId, base, shared, title: 'Judul yang diperbaiki', summary: '', tags: [], service: null, why: '', clientKey: newKey(), written: { markdown } })

  test('saved out of it, it goes on from the new one; saved elsewhere, it starts anew for who comes and is left to who writes', async () => {
    const articleId = await article()
    const { generation, doc } = await begun(articleId)
    await save(articleId, 1, generation)
    expect(await db.articleLive.findUnique({ where: { articleId } })).toMatchObject({ base: 2, generation })
    expect((await openDraft(other, { articleId, generation: null, vector: nothing })).opened).toMatchObject({ kind: 'text', base: 2, generation })
    await save(articleId, 2, undefined, other)
    expect((await openDraft(writer, { articleId, generation, vector: nothing })).opened).toMatchObject({ kind: 'text', base: 2, generation })
    expect(await openDraft(other, { articleId, generation: null, vector: nothing })).toMatchObject({ anew: true, opened: { kind: 'plant', base: 3, generation: generation + 1 } })
    await expect(openDraft(writer, { articleId, generation, vector: nothing })).rejects.toThrow(Conflict)
    await expect(takeSaid(writer, { articleId, generation, update: change(doc, 'terlambat'), aware: null })).rejects.toThrow(Conflict)
    expect(await writeText(articleId, generation, [change(doc, 'terlambat')], [])).toBe('gone')
    await expect(save(articleId, 2, generation)).rejects.toThrow('newer')
  })

  test('a picture one brought is saved by the other', async () => {
    const articleId = await article()
    const { generation, doc } = await begun(articleId)
    const { slug } = await storeUpload(other, { name: 'denah.png', data: await picture('png') })
    const markdown = `![Denah](/berkas/${slug})`
    await expect(save(articleId, 1, undefined, writer, markdown)).rejects.toThrow(Invalid)
    await takeSaid(other, { articleId, generation, update: change(doc, 'gambar'), aware: null })
    await writeDrafts()
    await save(articleId, 1, generation, writer, markdown)
    expect(await db.uploadUse.count({ where: { usedBy: `article:${articleId}:2` } })).toBe(1)
  })

  test('a draft of one’s own that is not in the shared text is shown beside it', async () => {
    const articleId = await article()
    await saveDraft(writer, { place: `article:${articleId}`, title: 'Judul', markdown: 'Sendiri', fields: { base: '1' } })
    expect((await getArticleForm(writer, articleId)).shared).toMatchObject({ aside: null, person: { id: writer.personId } })
    const { generation } = await begun(articleId)
    expect((await getArticleForm(writer, articleId)).shared).toMatchObject({ aside: 'Sendiri' })
    await saveDraft(writer, { place: `article:${articleId}`, title: 'Judul', markdown: 'Bersama', fields: { base: '1', shared: String(generation) } })
    expect((await getArticleForm(writer, articleId)).shared).toMatchObject({ aside: null })
  })
})

describe('who may', () => {
  test('edit the article, and nobody else; not after it is binned', async () => {
    const articleId = (await makeArticle({ collection: shelf, author: writer, reviewer: other })).id
    const { generation } = await begun(articleId)
    const table: [who: Parameters<typeof mayDraft>[0], may: boolean][] = [[writer, true], [other, true], [colleague, false], [stranger(), false]]
    for (const [who, may] of table) expect(await mayDraft(who, articleId)).toBe(may)
    await expect(openDraft(colleague, { articleId, generation: null, vector: nothing })).rejects.toThrow(Forbidden)
    await expect(openDraft(stranger(), { articleId, generation: null, vector: nothing })).rejects.toThrow(SignInNeeded)
    await expect(takeSaid(colleague, { articleId, generation, update: null, aware: null })).rejects.toThrow(Forbidden)
    expect(await mayDraft(writer, 2_147_483_647)).toBe(false)
    expect(await mayDraft(writer, Number('x'))).toBe(false)
    await binArticle(writer, { articleId, binned: true })
    await expect(takeSaid(writer, { articleId, generation, update: null, aware: null })).rejects.toThrow(Forbidden)
    expect(await mayDraft(writer, articleId)).toBe(false)
    await transaction(tx => tx.article.update({ where: { id: articleId }, data: { binnedAt: null } }))
    await expect(openText(0, null, nothing)).rejects.toThrow(NotFound)
  })
})
