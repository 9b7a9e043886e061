import { moveUploads } from '~/features/uploads/uploads.server'
import { brokenConstraint, db, sql, transaction, type Tx } from '~/platform/db/db.server'
import { Forbidden, Invalid } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { mayRead, type Member, type Viewer } from '~/platform/viewer'
import { isWithin } from './audience'
import type { CollectionInput } from './collections.schema'
import { commentsFollow } from './comments.server'
import './events'
import { articleKinds } from './kinds'
import { canKeepCollection, canOpenCollections } from './policy'
import { changeMaterialReaders } from './rows/material-readers.server'
import { findColleagues } from './rows/people.server'
import { asMember, reachCollection, type ReachedCollection } from './rows/reach.server'
import { unitPaths } from './rows/units.server'
import { slugOf } from './slug'

interface Checked {
  data: { name: string; nameEn: string; slug: string; description: string; descriptionEn: string; audience: string; ownerUnitId: number | null; reviewMonths: number; trustPublishes: boolean; kinds: CollectionInput['kinds']; parentId: number | null }
  parent: ReachedCollection | null
  members: { personId: number; reviewer: boolean; trusted: boolean }[]
  templates: { kind: (typeof articleKinds)[number]; template: string }[]
}

async function people(field: 'reviewers' | 'trusted', typed: string): Promise<number[]> {
  const { found, unknown } = await findColleagues(typed)
  if (unknown.length > 0) throw new Invalid({ [field]: ['knowledge:errors.people'] })
  return found.map(one => one.id)
}

/** @throws Invalid beside parent, audience, ownerUnit, reviewers or trusted */
async function checked(member: Member, input: CollectionInput, before: ReachedCollection | null): Promise<Checked> {
  const parent = input.parent ? await reachCollection(member, input.parent) : null
  if (before && parent?.path.includes(before.id)) throw new Invalid({ parent: ['knowledge:errors.inside'] })
  if (!mayRead(member, input.audience)) throw new Invalid({ audience: ['knowledge:errors.audience'] })
  const paths = await unitPaths([input.audience])
  if (parent && !isWithin(input.audience, parent.audience, paths)) throw new Invalid({ audience: ['knowledge:errors.widerParent'] })
  if (input.ownerUnit && (await sql('collection-unit', 'select 1 as one from org_unit where id = $1 and valid_to is null', [input.ownerUnit])).length === 0) throw new Invalid({ ownerUnit: ['http:invalid.format'] })
  const reviewers = await people('reviewers', input.reviewers)
  const trusted = await people('trusted', input.trusted)
  return {
    parent,
    data: {
      name: input.name, nameEn: input.nameEn, slug: input.slug || slugOf(input.name, 'koleksi'), description: input.description, descriptionEn: input.descriptionEn, audience: input.audience,
      ownerUnitId: input.ownerUnit || null, reviewMonths: input.reviewMonths, trustPublishes: input.trustPublishes, kinds: input.kinds, parentId: parent?.id ?? null,
    },
    members: [...new Set([...reviewers, ...trusted])].map(personId => ({ personId, reviewer: reviewers.includes(personId), trusted: trusted.includes(personId) })),
    templates: articleKinds.flatMap(kind => (input[`template${kind}`]?.trim() ? [{ kind, template: input[`template${kind}`]?.trim() ?? '' }] : [])),
  }
}

async function keepLists(tx: Tx, collectionId: number, { members, templates }: Checked): Promise<void> {
  await tx.collectionMember.deleteMany({ where: { collectionId } })
  await tx.articleTemplate.deleteMany({ where: { collectionId } })
  if (members.length > 0) await tx.collectionMember.createMany({ data: members.map(one => ({ collectionId, ...one })) })
  if (templates.length > 0) await tx.articleTemplate.createMany({ data: templates.map(one => ({ collectionId, ...one })) })
}

const taken = (error: unknown): unknown => (brokenConstraint(error)?.includes('slug') ? new Invalid({ slug: ['knowledge:errors.slugTaken'] }) : error)

/** A new collection, last among its siblings. @throws Forbidden, Invalid beside its fields */
export async function openCollection(viewer: Viewer, input: CollectionInput): Promise<{ slug: string }> {
  const member = asMember(viewer)
  if (!canOpenCollections(member)) throw new Forbidden()
  const given = await checked(member, input, null)
  await transaction(async tx => {
    const position = await tx.collection.findFirst({ where: { parentId: given.data.parentId }, orderBy: { position: 'desc' }, select: { position: true } })
    const { id } = await tx.collection.create({ data: { ...given.data, position: (position?.position ?? 0) + 1 }, select: { id: true } })
    await tx.collection.update({ where: { id }, data: { path: [...(given.parent?.path ?? []), id] } })
    await tx.collectionAddress.deleteMany({ where: { slug: given.data.slug } })
    await keepLists(tx, id, given)
    await recordEvent(tx, 'knowledge.collection.changed', { collectionId: id, audience: false }, member.personId)
  }).catch((error: unknown) => { throw taken(error) })
  return { slug: given.data.slug }
}

/** Articles and files that read the collection's word follow it; narrower ones keep theirs as long as it stands within. Files follow their articles. */
async function changeReaders(tx: Tx, member: Member, collectionId: number, audience: string): Promise<void> {
  const rows = await tx.article.findMany({ where: { collectionId }, select: { id: true, ownAudience: true, lastRevision: true } })
  const paths = await unitPaths(rows.flatMap(row => row.ownAudience ?? []))
  const follow = rows.filter(row => row.ownAudience === null || row.ownAudience === audience || !isWithin(row.ownAudience, audience, paths))
  await tx.article.updateMany({ where: { id: { in: follow.map(row => row.id) } }, data: { audience, ownAudience: null } })
  await changeMaterialReaders(tx, member.personId, collectionId, audience)
  await moveUploads(tx, follow.flatMap(row => Array.from({ length: row.lastRevision }, (_, at) => `article:${row.id}:${at + 1}`)), audience)
  await commentsFollow(tx, member, follow.map(row => row.id))
}

/**
 * Everything a collection is. A new name keeps the old address working; a new place takes those inside along.
 * @throws NotFound, Forbidden, Invalid beside its fields, also where a collection inside would have more readers than this one
 */
export async function editCollection(viewer: Viewer, slug: string, input: CollectionInput): Promise<{ slug: string }> {
  const member = asMember(viewer)
  const before = await reachCollection(member, slug)
  if (!canKeepCollection(member, before)) throw new Forbidden()
  const given = await checked(member, input, before)
  const inside = await db.collection.findMany({ where: { path: { has: before.id }, id: { not: before.id } }, select: { id: true, audience: true, path: true } })
  const paths = await unitPaths(inside.map(one => one.audience))
  if (inside.some(one => !isWithin(one.audience, given.data.audience, paths))) throw new Invalid({ audience: ['knowledge:errors.insideWider'] })
  await transaction(async tx => {
    await tx.collection.update({ where: { id: before.id }, data: { ...given.data, path: [...(given.parent?.path ?? []), before.id] } })
    for (const one of inside) await tx.collection.update({ where: { id: one.id }, data: { path: [...(given.parent?.path ?? []), ...one.path.slice(before.path.length - 1)] } })
    if (given.data.slug !== before.slug) {
      await tx.collectionAddress.deleteMany({ where: { slug: given.data.slug } })
      await tx.collectionAddress.upsert({ where: { slug: before.slug }, create: { slug: before.slug, collectionId: before.id }, update: { collectionId: before.id } })
    }
    if (given.data.audience !== before.audience) await changeReaders(tx, member, before.id, given.data.audience)
    await keepLists(tx, before.id, given)
    await recordEvent(tx, 'knowledge.collection.changed', { collectionId: before.id, audience: given.data.audience !== before.audience || given.data.name !== before.name }, member.personId)
  }).catch((error: unknown) => { throw taken(error) })
  return { slug: given.data.slug }
}

/** One place up or down among its siblings, or to where one of them stands. At the end nothing changes. @throws NotFound, Forbidden */
export async function orderCollection(viewer: Viewer, slug: string, direction: 'naik' | 'turun' | { at: string }): Promise<void> {
  const member = asMember(viewer)
  const collection = await reachCollection(member, slug)
  if (!canKeepCollection(member, collection)) throw new Forbidden()
  await transaction(async tx => {
    const parentId = collection.path.at(-2) ?? null
    const siblings = await tx.collection.findMany({ where: { parentId }, orderBy: [{ position: 'asc' }, { name: 'asc' }, { id: 'asc' }], select: { id: true, slug: true } })
    const at = siblings.findIndex(one => one.id === collection.id)
    const to = typeof direction === 'object' ? siblings.findIndex(one => one.slug === direction.at) : direction === 'naik' ? at - 1 : at + 1
    const [mine] = siblings.slice(at, at + 1)
    if (!mine || to === at || to < 0 || to >= siblings.length) return
    siblings.splice(at, 1)
    siblings.splice(to, 0, mine)
    for (const [position, one] of siblings.entries()) await tx.collection.update({ where: { id: one.id }, data: { position: position + 1 } })
    await recordEvent(tx, 'knowledge.collection.changed', { collectionId: collection.id, audience: false }, member.personId)
  })
}
