import { beforeAll, expect, test } from 'vitest'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { db, pool } from '~/platform/db/db.server'
import { Conflict, Forbidden, NotFound } from '~/platform/errors'
import { withRequestContext } from '~/platform/log/request-context.server'
import { stranger, type Member, type Viewer } from '~/platform/viewer'
import { makeCollection } from '#tests/factories/knowledge'
import { bringMaterial, bringVersion, makeMaterial } from '#tests/factories/materials'
import { makeMember, makeUnit } from '#tests/factories/people'
import { collectionSchema } from './collections.schema'
import { editCollection } from './collections.server'
import { listMaterialActs } from './materials-record.queries.server'
import { approveMaterial, binMaterial, editMaterial } from './materials.server'
import { readMaterial } from './materials-reading.server'

let unit: Awaited<ReturnType<typeof makeUnit>>
let owner: Member, reviewer: Member, colleague: Member, citizen: Member, administrator: Member

beforeAll(async () => {
  unit = await makeUnit({ name: 'Dinas Pencatatan' })
  owner = await makeMember({ unit })
  reviewer = await makeMember({ unit })
  colleague = await makeMember()
  citizen = await makeMember({ kind: 'CITIZEN', verified: true })
  administrator = await makeMember({ roles: ['ADMINISTRATOR'] })
})

const lines = async (materialId: number) => (await db.materialAct.findMany({ where: { materialId }, orderBy: { id: 'asc' } })).map(({ act, version, actorId }) => [act, version, actorId])
const facts = (collection: { slug: string }, more: object = {}) => ({ title: 'Judul yang cukup', description: '', tags: [], licence: '', source: '', collection: collection.slug, audience: '', ...more })

test('each act leaves exactly one line: who, what, which version; what changed nothing leaves none', async () => {
  const collection = await makeCollection({ reviewers: [reviewer] })
  const elsewhere = await makeCollection({ reviewers: [reviewer], name: 'Rak lain' })
  const { id } = await bringMaterial({ collection, by: owner, title: 'Judul semula' })
  const [me, checker] = [owner.personId, reviewer.personId]
  const expected: unknown[] = [['brought', 1, me]]
  const after = async (...more: unknown[]) => { expected.push(...more); expect(await lines(id)).toEqual(expected) }
  await after()
  // read by a job: nobody did it
  await readMaterial({ materialId: id, version: 1 })
  await after()
  await Promise.all([approveMaterial(reviewer, { materialId: id, version: 1 }), approveMaterial(reviewer, { materialId: id, version: 1 })])
  await after(['approved', 1, checker])
  await bringVersion(owner, id)
  await after(['brought', 2, me])
  await expect(approveMaterial(reviewer, { materialId: id, version: 3 })).rejects.toThrow(Conflict)
  await approveMaterial(reviewer, { materialId: id, version: 2 })
  await after(['approved', 2, checker])
  await editMaterial(owner, { materialId: id, ...facts(collection, { source: 'Dinas' }) })
  await after(['changed', null, me])
  await editMaterial(owner, { materialId: id, ...facts(collection, { source: 'Dinas' }) })
  await after()
  await editMaterial(reviewer, { materialId: id, ...facts(elsewhere, { source: 'Dinas', audience: `unit:${unit.id}` }) })
  await after(['changed', null, checker])
  await Promise.all([binMaterial(owner, { materialId: id, binned: true }), binMaterial(owner, { materialId: id, binned: true })])
  await after(['binned', null, me])
  await binMaterial(reviewer, { materialId: id, binned: false })
  await after(['restored', null, checker])

  const light = await makeCollection({ trusted: [owner], trustPublishes: true })
  const trusted = await bringMaterial({ collection: light, by: owner })
  await bringVersion(owner, trusted.id)
  expect(await lines(trusted.id)).toEqual([['shown', 1, me], ['shown', 2, me]])

  const acts = await listMaterialActs(owner, id)
  expect(acts.map(({ act, name }) => [act, name])).toEqual(expected.toReversed().map(line => { const [act, , who] = line as [string, number | null, number]; return [act, who === me ? owner.name : reviewer.name] }))
  expect(acts.find(one => one.version === 2 && one.act === 'brought')).toMatchObject({ note: 'Diperbarui', facts: [] })
  const [moved, first] = acts.filter(one => one.act === 'changed')
  expect(moved).toMatchObject({ facts: ['collection', 'audience'], titleWas: null, collectionWas: { name: collection.name }, collectionNow: { name: 'Rak lain' }, audienceWas: 'public', audienceNow: `unit:${unit.id}`, unitWas: null, unitNow: 'Dinas Pencatatan' })
  expect(first).toMatchObject({ facts: ['title', 'source'], titleWas: 'Judul semula', collectionWas: null, audienceWas: null })
})

test('other readers of the collection stand in the record of each file that follows', async () => {
  const editor = await makeMember({ roles: ['HRD_OFFICER'] })
  const collection = await makeCollection({ reviewers: [reviewer] })
  const follows = await makeMaterial({ collection, by: owner, checker: reviewer })
  const narrow = await makeMaterial({ collection, by: owner, checker: reviewer, audience: `unit:${unit.id}` })
  await editCollection(editor, collection.slug, { ...collectionSchema.parse({ name: 'Sekarang tertutup', audience: 'asn', reviewers: reviewer.slug }), slug: collection.slug })
  expect((await listMaterialActs(owner, follows.id))[0]).toMatchObject({ act: 'followed', name: editor.name, facts: ['audience'], audienceWas: 'public', audienceNow: 'asn' })
  expect(await lines(narrow.id)).toHaveLength(2)
})

test('who sees the record: who manages the file, also in the bin; other readers are refused, everybody else knows of nothing', async () => {
  const hidden = await makeCollection({ audience: `unit:${unit.id}`, name: 'Rak tersembunyi', reviewers: [reviewer] })
  const collection = await makeCollection({ reviewers: [reviewer] })
  const shown = await makeMaterial({ collection: hidden, by: owner, checker: reviewer })
  await editMaterial(owner, { materialId: shown.id, ...facts(collection) })
  const waits = await bringMaterial({ collection, by: owner })
  const binned = await makeMaterial({ collection, by: owner, checker: reviewer })
  await binMaterial(owner, { materialId: binned.id, binned: true })
  const table: [number: number, viewer: Viewer, shown: 'sees' | 'refused' | 'nothing', waits: 'sees' | 'refused' | 'nothing', binned: 'sees' | 'refused' | 'nothing'][] = [
    [1, owner, 'sees', 'sees', 'sees'],
    [2, reviewer, 'sees', 'sees', 'sees'],
    [3, administrator, 'sees', 'sees', 'sees'],
    [4, colleague, 'refused', 'nothing', 'nothing'],
    [5, citizen, 'refused', 'nothing', 'nothing'],
    [6, stranger(), 'refused', 'nothing', 'nothing'],
  ]
  const answer = (viewer: Viewer, id: number) => listMaterialActs(viewer, id).then(() => 'sees', (error: unknown) => {
    if (error instanceof Forbidden) return 'refused'
    if (error instanceof NotFound) return 'nothing'
    throw error
  })
  for (const [number, viewer, ...expected] of table) expect([number, await answer(viewer, shown.id), await answer(viewer, waits.id), await answer(viewer, binned.id)]).toEqual([number, ...expected])
  // where it stood before is named only to who may know of that collection
  const placeBefore = async (viewer: Viewer) => (await listMaterialActs(viewer, shown.id)).find(one => one.act === 'changed')?.collectionWas
  expect(await placeBefore(owner)).toMatchObject({ name: 'Rak tersembunyi' })
  expect(await placeBefore(administrator)).toBeNull()
})

test('the record takes as many statements for ten lines as for one', async () => {
  const collection = await makeCollection({ reviewers: [reviewer] })
  const { id } = await makeMaterial({ collection, by: owner, checker: reviewer })
  const count = async () => {
    const context = { requestId: 'test', statements: 0, nonce: '' }
    await withRequestContext(context, () => listMaterialActs(owner, id))
    return context.statements
  }
  const few = await count()
  for (const source of 'abcdefgh') await editMaterial(owner, { materialId: id, ...facts(collection, { source }) })
  expect(await listMaterialActs(owner, id)).toHaveLength(10)
  expect(await count()).toBe(few)
})

test('files that were here before get the lines that are known of them', async () => {
  const collection = await makeCollection({ reviewers: [reviewer] })
  const { id } = await makeMaterial({ collection, by: owner, checker: reviewer })
  await bringVersion(owner, id)
  await binMaterial(owner, { materialId: id, binned: true })
  const trusted = await bringMaterial({ collection: await makeCollection({ trusted: [owner], trustPublishes: true }), by: owner })
  const was = [await lines(id), await lines(trusted.id)]
  await db.materialAct.deleteMany()
  const migration = await readFile(path.resolve('prisma/migrations/20261122152500_material_acts/migration.sql'), 'utf8')
  await pool.query(migration.slice(migration.indexOf('INSERT INTO')))
  expect([await lines(id), await lines(trusted.id)]).toEqual(was)
})
