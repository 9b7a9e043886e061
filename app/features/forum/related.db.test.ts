import { beforeAll, expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { withRequestContext } from '~/platform/log/request-context.server'
import { stranger, type Member } from '~/platform/viewer'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { makeMember } from '#tests/factories/people'
import { listRelated } from './related.queries.server'
import { readTagsAnew } from './rows/tags.server'
import { getTopicPage } from './topic-page.queries.server'

let citizen: Member
let asn: Member
let open: Awaited<ReturnType<typeof makeCategory>>
let inside: Awaited<ReturnType<typeof makeCategory>>

beforeAll(async () => {
  citizen = await makeMember({ kind: 'CITIZEN' })
  asn = await makeMember()
  open = await makeCategory()
  inside = await makeCategory({ audience: 'asn' })
})

const make = (tags: string[], category = open) => makeTopic({ category, author: category === open ? citizen : asn, tags })
const idsOf = async (list: Promise<{ id: number }[]>) => (await list).map(topic => topic.id)

test('most shared tags first, then the newest; never itself, never what shares nothing', async () => {
  const [own, one, both, newer] = [await make(['arsip', 'retensi']), await make(['arsip']), await make(['retensi', 'arsip', 'berkas']), await make(['retensi'])]
  await make(['lain'])
  await readTagsAnew()
  const topic = { id: own.id, tags: ['arsip', 'retensi'] }
  expect(await idsOf(listRelated(stranger(), topic))).toEqual([both.id, newer.id, one.id])
  expect(await idsOf(listRelated(stranger(), topic, 1))).toEqual([both.id])
  expect(await listRelated(stranger(), { id: own.id, tags: [] })).toEqual([])
  expect((await getTopicPage(stranger(), own.id)).related?.map(related => related.id)).toEqual([both.id, newer.id, one.id])
})

test('what readers may not see takes no place from what they may', async () => {
  const own = await make(['e-kinerja'])
  const first = await make(['e-kinerja'])
  const hidden = []
  for (let n = 0; n < 9; n += 1) hidden.push((await make(['e-kinerja'], inside)).id)
  await readTagsAnew()
  expect(await idsOf(listRelated(citizen, { id: own.id, tags: ['e-kinerja'] }))).toEqual([first.id])
  expect(await idsOf(listRelated(asn, { id: own.id, tags: ['e-kinerja'] }, 10))).toEqual([...hidden.reverse(), first.id])
})

test('other readers, or removed, within the minute: gone at once', async () => {
  const [own, moved, removed] = [await make(['loket']), await make(['loket']), await make(['loket'])]
  await readTagsAnew()
  await db.thread.update({ where: { id: moved.id }, data: { audience: 'asn' } })
  await db.thread.update({ where: { id: removed.id }, data: { removedAt: new Date() } })
  expect(await listRelated(citizen, { id: own.id, tags: ['loket'] })).toEqual([])
  expect(await idsOf(listRelated(asn, { id: own.id, tags: ['loket'] }))).toEqual([moved.id])
})

test('a page with related topics costs one statement', async () => {
  const own = await make(['antrean-tes'])
  await make(['antrean-tes'])
  await readTagsAnew()
  for (const viewer of [stranger(), citizen]) {
    const context = { requestId: 'r', nonce: 'n', statements: 0 }
    await withRequestContext(context, () => getTopicPage(viewer, own.id))
    expect(context.statements).toBe(1)
  }
})
