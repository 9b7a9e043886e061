import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticesConsumer } from '~/features/notifications/consumer.server'
import { db } from '~/platform/db/db.server'
import { deliveryIdle, startDelivery } from '~/platform/events/delivery.server'
import { Forbidden } from '~/platform/errors'
import { stranger, type Member, type Viewer } from '~/platform/viewer'
import { makeCollection } from '#tests/factories/knowledge'
import { bringMaterial, bringVersion, makeMaterial } from '#tests/factories/materials'
import { makeMember, makeUnit } from '#tests/factories/people'
import { listMaterialBin } from './materials.queries.server'
import { approveMaterial, binMaterial, editMaterial } from './materials.server'
import { materialNotices } from './materials-notices.server'

let stop: () => Promise<void>
let unit: Awaited<ReturnType<typeof makeUnit>>
let owner: Member, reviewer: Member, colleague: Member
beforeAll(async () => {
  stop = startDelivery([noticesConsumer([materialNotices], () => Promise.resolve())])
  unit = await makeUnit()
  owner = await makeMember({ unit })
  reviewer = await makeMember({ unit })
  colleague = await makeMember()
})
afterAll(() => stop())

async function told(person: Member, id: number): Promise<string[]> {
  await deliveryIdle()
  return (await db.notice.findMany({ where: { personId: person.personId, groupKey: `material:${id}` }, orderBy: { id: 'asc' } })).map(row => `${row.rule} ${row.url}`)
}

test('who checks is told of what waits until it is decided, who brought it of what became of it', async () => {
  const collection = await makeCollection({ reviewers: [reviewer, owner] })
  const { id, slug } = await bringMaterial({ collection, by: owner })
  const page = `/pengetahuan/berkas/${id}/${slug}`
  expect(await told(reviewer, id)).toEqual([`knowledge.fileWaiting ${page}?versi=1`])
  expect(await told(owner, id)).toEqual([])
  await approveMaterial(reviewer, { materialId: id, version: 1 })
  expect(await told(reviewer, id)).toEqual([])
  expect(await told(owner, id)).toEqual([`knowledge.fileApproved ${page}`])

  await bringVersion(reviewer, id)
  expect(await told(owner, id)).toContain(`knowledge.fileWaiting ${page}?versi=2`)
  expect(await told(reviewer, id)).toEqual([])
  await binMaterial(reviewer, { materialId: id, binned: true })
  expect(await told(owner, id)).toEqual([`knowledge.fileBinned ${page}`])
  await binMaterial(owner, { materialId: id, binned: false })
  expect(await told(owner, id)).toEqual([])
  expect(await told(colleague, id)).toEqual([])
})

test('nobody is told of what needs nobody’s look, or of what they may not read; other readers, other notices', async () => {
  const trusting = await makeCollection({ reviewers: [reviewer], trusted: [owner], trustPublishes: true })
  const { id } = await bringMaterial({ collection: trusting, by: owner })
  expect([...await told(reviewer, id), ...await told(owner, id)]).toEqual([])
  const mixed = await makeCollection({ reviewers: [reviewer, colleague] })
  const narrow = await bringMaterial({ collection: mixed, by: owner, audience: `unit:${unit.id}` })
  expect(await told(reviewer, narrow.id)).toHaveLength(1)
  expect(await told(colleague, narrow.id)).toEqual([])
  const wide = await bringMaterial({ collection: mixed, by: owner })
  expect(await told(colleague, wide.id)).toHaveLength(1)
  await editMaterial(owner, { materialId: wide.id, title: 'Judul yang cukup', description: '', tags: [], licence: '', source: '', collection: mixed.slug, audience: `unit:${unit.id}` })
  await told(colleague, wide.id)
  expect(await db.notice.findMany({ where: { personId: colleague.personId, groupKey: `material:${wide.id}` }, select: { audience: true } })).toEqual([{ audience: `unit:${unit.id}` }])
})

test('the bin lists a file for who may take it out again, and for nobody else', async () => {
  const administrator = await makeMember({ roles: ['ADMINISTRATOR'] })
  const citizen = await makeMember({ kind: 'CITIZEN', verified: true })
  const collection = await makeCollection({ reviewers: [reviewer] })
  const shown = await makeMaterial({ collection, by: owner, checker: reviewer })
  const waited = await bringMaterial({ collection, by: owner, audience: `unit:${unit.id}` })
  for (const { id } of [shown, waited]) await binMaterial(owner, { materialId: id, binned: true })
  const table: [viewer: Viewer, shown: boolean, waited: boolean][] = [[owner, true, true], [reviewer, true, true], [administrator, true, false], [colleague, false, false]]
  for (const [viewer, ...lists] of table) {
    const ids = (await listMaterialBin(viewer)).map(row => row.id)
    expect([shown, waited].map(({ id }) => ids.includes(id))).toEqual(lists)
  }
  for (const viewer of [citizen, stranger()]) await expect(listMaterialBin(viewer)).rejects.toThrow(Forbidden)
  await binMaterial(owner, { materialId: shown.id, binned: false })
  expect((await listMaterialBin(owner)).map(row => row.id)).not.toContain(shown.id)
})
