import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerWithFile } from '~/features/uploads/answer.server'
import { storeLarge } from '~/features/uploads/large.server'
import { getUpload } from '~/features/uploads/uploads.queries.server'
import { quickSearch, search } from '~/features/search/search.server'
import { searchConsumer } from '~/features/search/sources.server'
import { db } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import { deliveryIdle, startDelivery } from '~/platform/events/delivery.server'
import { stranger, type Member, type Viewer } from '~/platform/viewer'
import { sources } from '~/registry.server'
import { newKey } from '#tests/factories/discussion'
import { brokenPdf, docxWith, pdfWith, scan } from '#tests/factories/files'
import { makeCollection } from '#tests/factories/knowledge'
import { bringMaterial, bringVersion, makeMaterial } from '#tests/factories/materials'
import { makeMember, makeUnit } from '#tests/factories/people'
import { picture } from '#tests/factories/uploads'
import { collectionSchema } from './collections.schema'
import { editCollection } from './collections.server'
import { getMaterialFile, getMaterialForm, getMaterialPage, listMaterials, listMaterialWork } from './materials.queries.server'
import { addMaterial, addMaterialVersion, approveMaterial, binMaterial, editMaterial, SameFile } from './materials.server'
import { readMaterial } from './materials-reading.server'

let unit: Awaited<ReturnType<typeof makeUnit>>
let owner: Member, reviewer: Member, colleague: Member, inUnit: Member, citizen: Member, administrator: Member
let open: Awaited<ReturnType<typeof makeCollection>>
let stop: () => Promise<void>

beforeAll(async () => {
  stop = startDelivery([searchConsumer(sources)])
  unit = await makeUnit()
  owner = await makeMember({ unit })
  reviewer = await makeMember({ unit })
  inUnit = await makeMember({ unit })
  colleague = await makeMember()
  citizen = await makeMember({ kind: 'CITIZEN', verified: true })
  administrator = await makeMember({ roles: ['ADMINISTRATOR'] })
  open = await makeCollection({ reviewers: [reviewer] })
})
afterAll(() => stop())

const sees = (ask: Promise<unknown>) => ask.then(() => true, (error: unknown) => { if (error instanceof NotFound) return false; throw error })
const facts = (collection: { slug: string }, more: object = {}) => ({ title: 'Judul yang cukup', description: '', tags: [], licence: '', source: '', collection: collection.slug, audience: '', ...more })
const sizeOf = async (answer: Response) => (await answer.arrayBuffer()).byteLength

describe('a file comes into the base', () => {
  test('it waits for somebody else; then readers see it, in its collection and at one address for all its versions', async () => {
    const { id } = await bringMaterial({ collection: open, by: owner, title: 'Standar antrean' })
    expect(await sees(getMaterialPage(stranger(), id))).toBe(false)
    expect((await listMaterialWork(reviewer)).waiting.map(one => one.id)).toContain(id)
    expect((await listMaterialWork(owner)).mine.map(one => one.id)).toContain(id)
    await expect(approveMaterial(owner, { materialId: id, version: 1 })).rejects.toThrow(Forbidden)
    await expect(approveMaterial(colleague, { materialId: id, version: 1 })).rejects.toThrow(NotFound)
    await approveMaterial(reviewer, { materialId: id, version: 1 })
    expect((await listMaterials(stranger(), { collectionId: open.id })).rows[0]).toMatchObject({ id, format: 'pdf', title: 'Standar antrean' })
    const first = await getMaterialFile(stranger(), id, null)

    await bringVersion(owner, id)
    expect(await getMaterialFile(stranger(), id, null)).toEqual(first)
    expect(await sees(getMaterialFile(stranger(), id, 2))).toBe(false)
    expect((await getMaterialPage(stranger(), id)).versions.map(one => one.version)).toEqual([1])
    await expect(approveMaterial(reviewer, { materialId: id, version: 1 })).resolves.toMatchObject({ id })
    await approveMaterial(reviewer, { materialId: id, version: 2 })
    expect((await getMaterialFile(stranger(), id, null)).sha256).not.toBe(first.sha256)
    expect(await getMaterialFile(stranger(), id, 1)).toEqual(first)
    expect((await getMaterialPage(stranger(), id)).versions.map(one => [one.version, one.note])).toEqual([[2, 'Diperbarui'], [1, '']])
  })

  test('where the collection trusts who brings it, at once; others than colleagues never', async () => {
    const light = await makeCollection({ trusted: [owner], trustPublishes: true })
    const { id } = await bringMaterial({ collection: light, by: owner })
    expect(await sees(getMaterialPage(stranger(), id))).toBe(true)
    await expect(bringMaterial({ collection: light, by: citizen })).rejects.toThrow(Forbidden)
    await expect(bringVersion(colleague, id)).rejects.toThrow(Forbidden)
    await expect(editMaterial(colleague, { materialId: id, ...facts(light) })).rejects.toThrow(Forbidden)
    await expect(getMaterialForm(colleague, id)).rejects.toThrow(Forbidden)
  })

  test('a video is an address; a press that arrives twice is one; the same file is noticed where it may be read', async () => {
    const { id } = await makeMaterial({ collection: open, by: owner, checker: reviewer, video: 'https://video.contoh.go.id/a' })
    expect((await getMaterialPage(stranger(), id)).version).toMatchObject({ format: 'video', address: 'https://video.contoh.go.id/a', name: 'video.contoh.go.id' })
    expect(await sees(getMaterialFile(stranger(), id, null))).toBe(false)

    const file = { name: 'sama.pdf', bytes: await pdfWith('Sama persis') }
    const upload = (await storeLarge(owner, { name: file.name, data: file.bytes })).slug
    const press = { ...facts(open), upload, video: '', anyway: false, clientKey: newKey() }
    const made = await addMaterial(owner, press)
    expect(await addMaterial(owner, press)).toEqual(made)
    await expect(bringMaterial({ collection: open, by: owner, file })).rejects.toMatchObject({ there: { url: `/pengetahuan/berkas/${made.id}/${made.slug}` } })
    // somebody who does not know of it is not told of it
    const other = await bringMaterial({ collection: open, by: colleague, file })
    await approveMaterial(reviewer, { materialId: made.id, version: 1 })
    await expect(bringMaterial({ collection: open, by: colleague, file })).rejects.toThrow(SameFile)
    await expect(bringVersion(owner, made.id, file)).rejects.toThrow(SameFile)
    await expect(bringMaterial({ collection: open, by: owner, file, anyway: true })).resolves.toMatchObject({})
    expect(other.id).not.toBe(made.id)
    await expect(addMaterial(colleague, { ...press, clientKey: newKey() })).rejects.toMatchObject({ fields: { file: ['knowledge:material.errors.none'] } })
    const png = { name: 'g.png', bytes: await picture('png', 61, 37) }
    await bringMaterial({ collection: open, by: owner, file: png })
    await expect(bringMaterial({ collection: open, by: owner, file: png })).rejects.toThrow(SameFile)
    await expect(addMaterialVersion(owner, { materialId: made.id, upload: '', video: '', note: '', anyway: false, clientKey: newKey() })).rejects.toThrow(Invalid)
  })
})

test('who sees what: page, file, older and newer versions, lists and search, in every state', async () => {
  const viewers: Record<string, Viewer> = { stranger: stranger(), citizen, colleague, inUnit, owner, reviewer, administrator }
  const all = Object.keys(viewers)
  const asn = ['colleague', 'inUnit', 'owner', 'reviewer', 'administrator']
  const ofUnit = ['inUnit', 'owner', 'reviewer']
  const workers = ['owner', 'reviewer']
  const table: [name: string, audience: string, own: string, state: 'waits' | 'shown' | 'newer' | 'binned', readers: string[]][] = [
    ['public', 'public', '', 'shown', all],
    ['public, waiting', 'public', '', 'waits', []],
    ['public, a newer one waits', 'public', '', 'newer', all],
    ['public, in the bin', 'public', '', 'binned', []],
    ['colleagues', 'asn', '', 'shown', asn],
    ['colleagues, waiting', 'asn', '', 'waits', []],
    ['public shelf, colleagues alone', 'public', 'asn', 'shown', asn],
    ['unit', `unit:${unit.id}`, '', 'shown', ofUnit],
    ['unit, a newer one waits', `unit:${unit.id}`, '', 'newer', ofUnit],
    ['public shelf, unit alone', 'public', `unit:${unit.id}`, 'shown', ofUnit],
  ]
  for (const [index, [name, audience, own, state, readers]] of table.entries()) {
    const word = `langka${index}${'abcdefghij'[index]}kata`
    const collection = await makeCollection({ audience, reviewers: [reviewer] })
    const given = { collection, audience: own, title: `Berkas ${word}`, file: { name: 'a.pdf', bytes: await pdfWith('biasa', `dalam${word}`) } }
    const { id } = state === 'waits' ? await bringMaterial({ ...given, by: owner }) : await makeMaterial({ ...given, by: owner, checker: reviewer })
    await readMaterial({ materialId: id, version: 1 })
    if (state === 'newer') {
      await bringVersion(owner, id, { name: 'b.pdf', bytes: await pdfWith(`baru${word}`) })
      await readMaterial({ materialId: id, version: 2 })
    }
    if (state === 'binned') await binMaterial(owner, { materialId: id, binned: true })
    const direct = (await db.materialVersion.findUniqueOrThrow({ where: { materialId_version: { materialId: id, version: 1 } } })).upload ?? ''
    await deliveryIdle()
    for (const [who, viewer] of Object.entries(viewers)) {
      const reads = readers.includes(who)
      // administrators check in every collection they read
      const works = [...workers, 'administrator'].includes(who) && (audience === 'public' || audience === 'asn' || ofUnit.includes(who)) && (own === '' || own === 'asn' || ofUnit.includes(who))
      const newest = state === 'newer' ? 2 : 1
      const expected = {
        name, who, page: reads || works, file: state === 'binned' ? false : reads || works, first: state === 'binned' ? false : reads || works, newest: state === 'binned' ? false : newest === 1 ? reads || works : works,
        listed: reads, found: reads, inside: reads, tomorrow: false, typed: reads, direct: who === 'owner',
      }
      const hits = async (text: string) => (await search(viewer, { text })).hits.some(hit => hit.url.startsWith(`/pengetahuan/berkas/${id}/`))
      expect({
        name, who, page: await sees(getMaterialPage(viewer, id)), file: await sees(getMaterialFile(viewer, id, null)), first: await sees(getMaterialFile(viewer, id, 1)), newest: await sees(getMaterialFile(viewer, id, newest)),
        listed: (await listMaterials(viewer, { collectionId: collection.id })).rows.some(one => one.id === id), found: await hits(word), inside: await hits(`dalam${word}`), tomorrow: await hits(`baru${word}`),
        typed: (await quickSearch(viewer, word)).hits.some(hit => hit.url.startsWith(`/pengetahuan/berkas/${id}/`)), direct: await sees(getUpload(viewer, direct)),
      }).toEqual(expected)
      if (state === 'newer' && reads && !works) expect((await getMaterialPage(viewer, id)).versions.map(one => one.version)).toEqual([1])
    }
  }
}, 240_000)

test('narrowed, by itself or with its collection, it is gone for everybody else: page, file, list and search', async () => {
  const editor = await makeMember({ roles: ['HRD_OFFICER'] })
  const collection = await makeCollection({ reviewers: [reviewer] })
  const { id } = await makeMaterial({ collection, by: owner, checker: reviewer, title: 'Rahasia kecilan', file: { name: 'r.pdf', bytes: await pdfWith('kata jelupang') } })
  await readMaterial({ materialId: id, version: 1 })
  await deliveryIdle()
  expect((await search(stranger(), { text: 'jelupang' })).hits).toHaveLength(1)
  await editCollection(editor, collection.slug, { ...collectionSchema.parse({ name: 'Sekarang tertutup', audience: 'asn', reviewers: reviewer.slug }), slug: collection.slug })
  await deliveryIdle()
  expect(await sees(getMaterialPage(stranger(), id))).toBe(false)
  expect(await sees(getMaterialFile(stranger(), id, null))).toBe(false)
  expect((await search(stranger(), { text: 'jelupang' })).hits).toHaveLength(0)
  expect((await search(colleague, { text: 'jelupang' })).hits).toHaveLength(1)
  await editMaterial(owner, { materialId: id, ...facts(collection, { audience: `unit:${unit.id}` }) })
  await deliveryIdle()
  expect(await sees(getMaterialFile(colleague, id, null))).toBe(false)
  expect((await search(colleague, { text: 'jelupang' })).hits).toHaveLength(0)
  expect(await sees(getMaterialFile(inUnit, id, null))).toBe(true)
  await expect(editMaterial(owner, { materialId: id, ...facts(collection, { audience: 'public' }) })).rejects.toMatchObject({ fields: { audience: ['knowledge:errors.wider'] } })
})

test('a find names the page; a new version takes the words of the old one out', async () => {
  const { id } = await makeMaterial({ collection: open, by: owner, checker: reviewer, title: 'Pedoman surat', file: { name: 'p.pdf', bytes: await pdfWith('pembuka', 'isi', 'penutupan mengkaringan') } })
  await readMaterial({ materialId: id, version: 1 })
  await deliveryIdle()
  const [hit] = (await search(stranger(), { text: 'mengkaringan' })).hits
  expect(hit).toMatchObject({ kind: 'file', url: `/pengetahuan/berkas/${id}/pedoman-surat?halaman=3#halaman-3`, meta: { part: 'knowledge:material.part.page', number: 3, label: 'knowledge:material.format.pdf' } })
  await bringVersion(owner, id, { name: 'p.docx', bytes: await docxWith('Tulisan serimbitan') })
  await readMaterial({ materialId: id, version: 2 })
  await approveMaterial(reviewer, { materialId: id, version: 2 })
  await deliveryIdle()
  expect((await search(stranger(), { text: 'mengkaringan' })).hits).toHaveLength(0)
  expect((await search(stranger(), { text: 'serimbitan' })).hits).toHaveLength(1)
})

test('what cannot be read says so and is handed out as a download alone; a PDF is shown in a frame of ours and of nobody else', async () => {
  const bring = async (name: string, bytes: Uint8Array) => {
    const { id } = await makeMaterial({ collection: open, by: owner, checker: reviewer, file: { name, bytes } })
    await readMaterial({ materialId: id, version: 1 })
    await readMaterial({ materialId: id, version: 1 })
    const answer = await answerWithFile(new Request('http://a/'), await getMaterialFile(stranger(), id, null), false, true)
    return { reading: (await getMaterialPage(stranger(), id)).version.reading, shown: answer.headers.get('Content-Disposition')?.split(';')[0], policy: answer.headers.get('Content-Security-Policy') ?? '', frame: answer.headers.get('X-Frame-Options'), size: await sizeOf(answer), kept: answer.headers.get('Cache-Control') }
  }
  const bytes = await scan()
  expect(await bring('pindai.pdf', bytes)).toEqual({ reading: 'EMPTY', shown: 'inline', policy: expect.stringContaining("frame-ancestors 'self'") as string, frame: 'SAMEORIGIN', size: bytes.length, kept: 'private, no-cache' })
  expect(await bring('rusak.pdf', brokenPdf())).toMatchObject({ reading: 'BROKEN', shown: 'attachment', policy: "sandbox; default-src 'none'", frame: null })
  expect(await bring('surat.docx', await docxWith('a'))).toMatchObject({ reading: 'READ', shown: 'attachment', policy: "sandbox; default-src 'none'" })
})
