import { beforeAll, expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { makeArticle, makeCollection } from '#tests/factories/knowledge'
import { makeMember, makeUnit } from '#tests/factories/people'
import { getArticlePage, type ArticlePage } from './article-page.queries.server'
import { findRenamedCollection, getCollectionPage, listCollections } from './collections.queries.server'
import { collectionSchema, type CollectionInput } from './collections.schema'
import { editCollection, openCollection, orderCollection } from './collections.server'

let officer: Member
let colleague: Member
beforeAll(async () => {
  officer = await makeMember({ roles: ['HRD_OFFICER'] })
  colleague = await makeMember()
})

let counter = 0
const given = (more: Partial<CollectionInput> = {}): CollectionInput => ({ ...collectionSchema.parse({ name: `Koleksi uji ${(counter += 1)}`, audience: 'public' }), slug: `koleksi-uji-${process.pid}-${counter}`, ...more })

test('only officers open collections; a child reads no wider than what is around it', async () => {
  await expect(openCollection(colleague, given())).rejects.toThrow(Forbidden)
  const parent = await openCollection(officer, given({ audience: 'asn' }))
  await expect(openCollection(officer, given({ parent: parent.slug, audience: 'public' }))).rejects.toThrow(Invalid)
  const child = await openCollection(officer, given({ parent: parent.slug, audience: 'asn', reviewers: colleague.slug }))
  const tree = await listCollections(colleague)
  expect(tree[tree.findIndex(one => one.slug === parent.slug) + 1]).toMatchObject({ slug: child.slug, depth: 1 })
  expect((await listCollections(stranger())).map(one => one.slug)).not.toContain(parent.slug)
  await expect(getCollectionPage(stranger(), child.slug)).rejects.toThrow(NotFound)
  expect((await getCollectionPage(colleague, child.slug)).collection.reviewers).toEqual([{ name: colleague.name, slug: colleague.slug }])
  await expect(openCollection(officer, given({ slug: child.slug }))).rejects.toMatchObject({ fields: { slug: ['knowledge:errors.slugTaken'] } })
  await expect(openCollection(officer, given({ reviewers: 'Tidak Ada Orangnya' }))).rejects.toMatchObject({ fields: { reviewers: ['knowledge:errors.people'] } })
})

test('a new name keeps the old address; a new place takes along what is inside; never into itself', async () => {
  const one = await openCollection(officer, given())
  const two = await openCollection(officer, given())
  const inside = await openCollection(officer, given({ parent: one.slug }))
  const renamed = await editCollection(officer, one.slug, given({ parent: two.slug }))
  expect(await findRenamedCollection(stranger(), one.slug)).toBe(renamed.slug)
  const rows = await db.collection.findMany({ where: { slug: { in: [two.slug, renamed.slug, inside.slug] } } })
  const of = (slug: string) => rows.find(row => row.slug === slug)!
  expect(of(inside.slug).path).toEqual([of(two.slug).id, of(renamed.slug).id, of(inside.slug).id])
  await expect(editCollection(officer, two.slug, given({ parent: inside.slug }))).rejects.toMatchObject({ fields: { parent: ['knowledge:errors.inside'] } })
})

test('other readers of a collection are other readers of its articles; narrower ones stay narrow', async () => {
  const unit = await makeUnit()
  const reviewer = await makeMember({ unit })
  const author = await makeMember({ unit })
  const made = await makeCollection({ reviewers: [reviewer] })
  const open = await makeArticle({ collection: made, author, reviewer })
  const narrow = await makeArticle({ collection: made, author, reviewer })
  await db.article.update({ where: { id: narrow.id }, data: { audience: `unit:${unit.id}`, ownAudience: `unit:${unit.id}` } })
  await editCollection(officer, made.slug, given({ audience: 'asn' }))
  await expect(getArticlePage(stranger(), open.id)).rejects.toThrow(NotFound)
  expect(((await getArticlePage(colleague, open.id)) as ArticlePage).audience).toBe('asn')
  await expect(getArticlePage(colleague, narrow.id)).rejects.toThrow(NotFound)
  const inner = await makeCollection({ parent: made, audience: 'asn' })
  const [row] = await db.collection.findMany({ where: { id: made.id } })
  await expect(editCollection(await makeMember({ unit, roles: ['HRD_OFFICER'] }), row!.slug, given({ audience: `unit:${unit.id}` }))).rejects.toMatchObject({ fields: { audience: ['knowledge:errors.insideWider'] } })
  expect(inner.id).toBeGreaterThan(0)
})

test('one place up or down, by who keeps it', async () => {
  const top = await openCollection(officer, given())
  const names = async () => (await listCollections(officer)).filter(one => one.path.length === 2 && one.parentId === topId).map(one => one.slug)
  const { id: topId } = await db.collection.findUniqueOrThrow({ where: { slug: top.slug } })
  const [a, b, c] = [await openCollection(officer, given({ parent: top.slug })), await openCollection(officer, given({ parent: top.slug })), await openCollection(officer, given({ parent: top.slug }))]
  await orderCollection(officer, c.slug, 'naik')
  expect(await names()).toEqual([a.slug, c.slug, b.slug])
  await orderCollection(officer, a.slug, 'naik')
  expect(await names()).toEqual([a.slug, c.slug, b.slug])
  await expect(orderCollection(colleague, c.slug, 'turun')).rejects.toThrow(Forbidden)
})
