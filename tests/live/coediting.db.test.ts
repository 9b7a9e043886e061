import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { makeCollection, makeDraft } from '#tests/factories/knowledge'
import { newKey } from '#tests/factories/discussion'
import { picture } from '#tests/factories/uploads'
import { makeMember, signedIn } from '#tests/factories/people'
import { sharedColour } from '~/editor/shared-colours'
import type { Together } from '~/editor/coediting/together'
import { saveDraft } from '~/features/discussion/drafts.server'
import { getUpload } from '~/features/uploads/uploads.queries.server'
import { storeUpload } from '~/features/uploads/uploads.server'
import { saveArticle } from '~/features/knowledge/articles.server'
import { Drafting, type DraftingView } from '~/features/knowledge/drafting/session'
import { discardShared, getSharedChanges } from '~/features/knowledge/discarding.server'
import { getDraftFile } from '~/features/knowledge/drafting-files.server'
import { getArticleForm } from '~/features/knowledge/history.queries.server'
import { binArticle } from '~/features/knowledge/keeping.server'
import { NotFound } from '~/platform/errors'
import { db } from '~/platform/db/db.server'
import { deliveryIdle } from '~/platform/events/delivery.server'
import { LiveConnection } from '~/platform/live/client'
import { bundle, start, type Running } from './processes'
import { ask, connect, openSite, type Site } from './site'
import { stranger, type Member, type Viewer } from '~/platform/viewer'

// Two processes of the house, pages of people in both: the line, the rights, the database.

let one: Running
let two: Running
let urls: [string, string]
let ani: Member
let budi: Member
let shelf: Awaited<ReturnType<typeof makeCollection>>
/** what this process saves it tells itself */
let site: Site
const closers: (() => unknown)[] = []

beforeAll(async () => {
  ani = await makeMember({ name: 'Ani' })
  budi = await makeMember({ name: 'Budi' })
  shelf = await makeCollection({ reviewers: [budi] })
  const file = await bundle('serves')
  one = start(file)
  two = start(file)
  urls = [await one.said('listening'), await two.said('listening')]
  site = await openSite()
}, 90_000)
afterEach(async () => { for (const close of closers.splice(0).reverse()) await close() })
afterAll(async () => {
  await site.stop()
  await Promise.all([one.kill(), two.kill()])
})

const tree = { root: { type: 'root', version: 1, children: [{ type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text: 'Awal' }] }] } }
const article = async () => (await makeDraft({ collection: shelf, author: ani })).id

async function page(who: Member, articleId: number, url: string) {
  const live = new LiveConnection({ url, transports: ['websocket'], headers: { Cookie: (await signedIn({ id: who.personId })).cookie } })
  const seen: { view: DraftingView | null } = { view: null }
  const drafting = new Drafting({ articleId, person: { id: who.personId, name: who.name }, tree, aside: null }, view => { seen.view = view }, live)
  closers.push(() => drafting.end())
  const text = (await drafting.begin()) as Together | null
  text?.connect()
  const words = () => [...(text?.doc.getMap('words').keys() ?? [])].sort()
  return { live, seen, drafting, text, words, write: (word: string) => text?.doc.getMap('words').set(word, true) }
}

test('pages in two processes open at once: begun once, words and carets travel, who is here is known, all is stored', async () => {
  const articleId = await article()
  const [a, b] = await Promise.all([page(ani, articleId, urls[0]), page(budi, articleId, urls[1])])
  await vi.waitFor(() => expect(a.text?.doc.toJSON()).toEqual(b.text?.doc.toJSON()))
  a.write('dari-ani')
  b.write('dari-budi')
  await vi.waitFor(() => expect([a.words(), b.words()]).toEqual([['dari-ani', 'dari-budi'], ['dari-ani', 'dari-budi']]), 5_000)
  a.text?.awareness.setLocalState({ name: 'Wali Kota', color: '#000', focusing: true, anchorPos: null, focusPos: null, awarenessData: {} })
  await vi.waitFor(() => expect([...b.text!.awareness.getStates().values()]).toContainEqual(expect.objectContaining({ name: 'Ani', color: sharedColour(ani.personId) })), 5_000)
  await vi.waitFor(() => expect(b.seen.view?.people.map(person => person.name)).toEqual(['Ani', 'Budi']), 5_000)
  a.drafting.end()
  b.drafting.end()
  await vi.waitFor(async () => expect((await db.articleLive.findUniqueOrThrow({ where: { articleId } })).writers.sort()).toEqual([ani.personId, budi.personId].sort()), 5_000)
  expect((await page(budi, articleId, urls[0])).words()).toEqual(['dari-ani', 'dari-budi'])
})

test('a change longer than a message arrives whole', async () => {
  const articleId = await article()
  const [a, b] = [await page(ani, articleId, urls[0]), await page(budi, articleId, urls[1])]
  const long = 'panjang '.repeat(6_000)
  a.write(long)
  await vi.waitFor(() => expect(b.words()).toEqual([long]), 15_000)
})

test('the line goes at both while both write; back again each has all', async () => {
  const articleId = await article()
  const third = start(await bundle('serves'))
  closers.push(() => third.kill())
  const url = await third.said('listening')
  const [a, b] = [await page(ani, articleId, url), await page(budi, articleId, url)]
  await third.kill()
  await vi.waitFor(() => expect([a.seen.view?.state, b.seen.view?.state]).toEqual(['off', 'off']), 10_000)
  a.write('tanpa-jaringan-ani')
  b.write('tanpa-jaringan-budi')
  const fourth = start(await bundle('serves'), { PORT: new URL(url).port })
  closers.push(() => fourth.kill())
  await fourth.said('listening')
  await vi.waitFor(() => expect([a.words(), b.words()]).toEqual([['tanpa-jaringan-ani', 'tanpa-jaringan-budi'], ['tanpa-jaringan-ani', 'tanpa-jaringan-budi']]), 25_000)
}, 60_000)

test('saved by one, the other goes on from the new revision; saved elsewhere, it is told so', async () => {
  const articleId = await article()
  const [a, b] = [await page(ani, articleId, urls[0]), await page(budi, articleId, urls[1])]
  const save = (base: number, shared?: number) => saveArticle(ani, { articleId, base, shared, title: 'Judul yang baru', summary: '', tags: [], service: null, why: '', clientKey: newKey(), written: { doc: tree } })
  await save(1, a.text!.generation)
  await deliveryIdle()
  await vi.waitFor(() => expect(b.seen.view).toMatchObject({ base: 2, saved: { name: 'Ani', revision: 2, with: true, own: false } }), 8_000)
  await save(2)
  await vi.waitFor(() => expect(b.seen.view).toMatchObject({ base: 2, saved: { revision: 3, with: false } }), 8_000)
})

test('a picture nobody saved yet: seen at once by who has the text open and may edit, and by nobody else', async () => {
  const articleId = await article()
  const [a] = [await page(ani, articleId, urls[0]), await page(budi, articleId, urls[1])]
  const colleague = await makeMember()
  const absent = await makeMember()
  await db.collectionMember.create({ data: { collectionId: shelf.id, personId: absent.personId, reviewer: true } })
  const [{ slug }, { slug: linked }, { slug: other }, { slug: notOwn }] = [await storeUpload(ani, { name: 'denah.png', data: await picture('png', 40, 40) }), await storeUpload(ani, { name: 'denah.png', data: await picture('png') }), await storeUpload(ani, { name: 'lain.png', data: await picture('png', 30, 20) }), await storeUpload(colleague, { name: 'rahasia.png', data: await picture('png', 20, 30) })]
  const sees = (who: Viewer, one: string) => getUpload(who, one).catch(() => getDraftFile(who, one)).then(() => true, (error: unknown) => { if (error instanceof NotFound) return false; throw error })
  expect(await sees(budi, slug)).toBe(false)
  // a picture holds the slug, a link the address
  a.text?.doc.getMap('pictures').set('denah', { slug, alt: '', width: null, height: null })
  a.write(`/berkas/${linked}`)
  a.write(`/berkas/${notOwn}`)
  await vi.waitFor(async () => expect([await sees(budi, slug), await sees(budi, linked)]).toEqual([true, true]), 5_000)
  const table: [who: Viewer, inText: boolean, elsewhere: boolean, somebodyElses: boolean][] = [
    [ani, true, true, false], [budi, true, false, false], [colleague, false, false, true], [absent, false, false, false], [stranger(), false, false, false],
  ]
  for (const [who, ...expected] of table) expect([who.personId, await sees(who, slug), await sees(who, other), await sees(who, notOwn)]).toEqual([who.personId, ...expected])
  // open, and the right has ended
  await db.collectionMember.deleteMany({ where: { collectionId: shelf.id, personId: budi.personId } })
  expect(await sees(budi, slug)).toBe(false)
  await db.collectionMember.create({ data: { collectionId: shelf.id, personId: budi.personId, reviewer: true } })
  expect(await sees(budi, slug)).toBe(true)
  // in the bin, nobody writes
  await binArticle(ani, { articleId, binned: true })
  expect([await sees(ani, slug), await sees(budi, slug)]).toEqual([true, false])
})

test('thrown away by one: told to everybody who writes, recorded once, and begun anew from the last revision', async () => {
  const articleId = await article()
  const [a, b] = [await page(ani, articleId, urls[0]), await page(budi, articleId, urls[1])]
  a.write('hilang')
  await vi.waitFor(() => expect(b.words()).toEqual(['hilang']), 5_000)
  await saveDraft(budi, { place: `article:${articleId}`, title: 'Judul', markdown: 'hilang', fields: { base: '1', shared: String(a.text!.generation) } })
  await vi.waitFor(async () => expect((await getSharedChanges(budi, articleId)).text).toMatchObject({ generation: a.text!.generation, writers: ['Ani'] }), 5_000)
  await expect(discardShared(await makeMember(), { articleId, generation: a.text!.generation })).rejects.toThrow(NotFound)
  const press = { articleId, generation: a.text!.generation }
  expect([await discardShared(budi, press), await discardShared(budi, press), await discardShared(ani, press)]).toEqual([true, false, false])
  expect(await db.articleAct.findMany({ where: { articleId, act: 'discarded' }, select: { actorId: true, revision: true } })).toEqual([{ actorId: budi.personId, revision: 1 }])
  await deliveryIdle()
  await vi.waitFor(() => expect([a.seen.view?.discarded, b.seen.view?.discarded]).toEqual([{ name: 'Budi', revision: 1, own: false }, { name: 'Budi', revision: 1, own: true }]), 8_000)
  // what was under way is not mixed in
  a.write('terlambat')
  await vi.waitFor(() => expect(a.seen.view?.state).toBe('apart'), 5_000)
  expect(await getArticleForm(budi, articleId)).toMatchObject({ draftAt: null, shared: { aside: null } })
  a.drafting.end()
  b.drafting.end()
  const again = await page(ani, articleId, urls[1])
  expect(again.words()).toEqual([])
  expect(again.text?.generation).toBe(press.generation + 1)
})

test('who may not edit gets nothing; who may no longer is put out; strange bytes end only their own connection', async () => {
  const articleId = await article()
  const a = await page(ani, articleId, urls[0])
  const colleague = await makeMember()
  const socket = await connect(urls[0], (await signedIn({ id: colleague.personId })).cookie)
  closers.push(() => socket.close())
  const heard: string[] = []
  socket.onAny((event: string) => heard.push(event))
  expect(await ask(socket, 'join', { room: `draft:${articleId}` })).toMatchObject({ ok: false, code: 'NotFound' })
  expect(await ask(socket, 'draft:open', { articleId, generation: null, vector: new Uint8Array([0]) })).toMatchObject({ ok: false, code: 'NotFound' })
  expect(await ask(socket, 'draft:say', { articleId, generation: 1, update: new Uint8Array([0, 0]), aware: null })).toMatchObject({ ok: false, code: 'NotFound' })
  a.write('rahasia')
  const hostile = await connect(urls[0], (await signedIn({ id: budi.personId })).cookie)
  await ask(hostile, 'join', { room: `draft:${articleId}` })
  const ended = new Promise(resolve => hostile.once('disconnect', resolve))
  expect(await ask(hostile, 'draft:say', { articleId, generation: a.text!.generation, update: new Uint8Array(300).fill(255), aware: null })).toMatchObject({ ok: false, code: 'Invalid' })
  await ended
  a.write('tetap-jalan')
  await vi.waitFor(async () => expect((await page(budi, articleId, urls[1])).words()).toEqual(['rahasia', 'tetap-jalan']), 8_000)
  expect(heard).toEqual([])
  await binArticle(ani, { articleId, binned: true })
  await vi.waitFor(() => expect(a.seen.view?.state).toBe('ended'), 8_000)
})
