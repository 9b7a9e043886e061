import { findOwnUpload } from '~/features/uploads/uploads.queries.server'
import { attachUploads } from '~/features/uploads/uploads.server'
import { db, sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid } from '~/platform/errors'
import { enqueue } from '~/platform/jobs/jobs.server'
import { isSilenced, type Member, type Viewer } from '~/platform/viewer'
import { isWithin } from './audience'
import { formatOf, isRead, licences, materialPath, type Format } from './formats'
import { canApproveMaterial, canManageMaterial, showsAtOnce } from './materials-policy'
import { canWriteIn } from './policy'
import { asMember, reachCollection, type ReachedCollection } from './rows/reach.server'
import { reachMaterial, type ReachedMaterial } from './rows/material-reach.server'
import { changesBetween, recordMaterialAct } from './rows/material-record.server'
import { unitPaths } from './rows/units.server'
import { slugOf } from './slug'

export interface MaterialFacts {
  title: string
  description: string
  tags: readonly string[]
  licence: string
  source: string
  /** slug of the collection */
  collection: string
  /** '' the collection's readers, else a narrower word */
  audience: string
}

export interface MaterialContent {
  /** slug of a file the viewer sent; '' for a video */
  upload: string
  /** https address of a video; '' for a file */
  video: string
  /** made by the page for one press of "send"; a second arrival is the same version */
  clientKey: string
  /** although the same file is here already */
  anyway: boolean
}

/** The same file is here already, where the viewer may read it. Nothing was written. */
export class SameFile extends Invalid {
  readonly there: { title: string; url: string }
  constructor(there: { title: string; url: string }) {
    super({ file: ['knowledge:material.errors.same'] })
    this.there = there
  }
}

interface Brought {
  format: Format
  upload: string | null
  address: string | null
  name: string
  mime: string
  size: number
  sha256: string | null
  width: number | null
  height: number | null
}

/** @throws Invalid beside file or video, SameFile */
async function brought(member: Member, { upload, video, anyway }: MaterialContent): Promise<Brought> {
  if (upload && video) throw new Invalid({ video: ['knowledge:material.errors.both'] })
  if (video) return { format: 'video', upload: null, address: video, name: new URL(video).hostname, mime: '', size: 0, sha256: null, width: null, height: null }
  const found = await findOwnUpload(member, upload)
  if (!found) throw new Invalid({ file: ['knowledge:material.errors.none'] })
  const there = anyway ? null : await findSame(member, found.sha256)
  if (there) throw new SameFile(there)
  return { format: formatOf(found), upload: found.slug, address: null, name: found.name, mime: found.mime, size: found.size, sha256: found.sha256, width: found.width, height: found.height }
}

/** Something the viewer reads, or brought themselves, whose newest or shown version has just these bytes. */
async function findSame(member: Member, sha256: string): Promise<{ title: string; url: string } | null> {
  const [row] = await sql<{ id: number; slug: string; title: string }>('material-same', `select m.id, m.slug, m.title from material_version v join material m on m.id = v.material_id
    where v.sha256 = $1 and m.audience = any($2) and m.binned_at is null and v.version in (m.shown, m.last_version) and (v.version = m.shown or $3 in (m.owner_id, m.created_by_id, v.added_by_id)) order by m.id limit 1`,
    [sha256, member.audiences, member.personId])
  return row ? { title: row.title, url: materialPath(row) } : null
}

async function addVersion(tx: Tx, member: Member, materialId: number, version: number, content: Brought, { note, clientKey }: { note: string; clientKey: string }): Promise<void> {
  await tx.materialVersion.create({ data: { ...content, materialId, version, note, clientKey, addedById: member.personId, reading: isRead(content.format) ? 'WAITING' : 'NONE' } })
  // kept for as long as the version is; who may fetch it is asked of the material, never of the file
  if (content.upload) await attachUploads(tx, { slugs: [content.upload], usedBy: `material:${materialId}:${version}`, audience: `user:${member.personId}`, ownerId: member.personId })
  if (isRead(content.format)) await enqueue(tx, 'read_material', { materialId, version }, { queue: 'read_material', maxAttempts: 3, key: `material:${materialId}:${version}` })
}

/** @throws NotFound, Forbidden, Invalid beside collection or audience */
async function placeOf(member: Member, facts: Pick<MaterialFacts, 'collection' | 'audience'>, before?: ReachedCollection): Promise<{ collection: ReachedCollection; audience: string; own: string | null }> {
  const collection = before?.slug === facts.collection ? before : await reachCollection(member, facts.collection)
  if (collection !== before && !canWriteIn(member, collection)) throw new Forbidden(!member.verified ? 'unverified' : isSilenced(member) ? 'silenced' : 'generic')
  const own = facts.audience === '' || facts.audience === collection.audience ? null : facts.audience
  if (own && (!member.audiences.includes(own) || !isWithin(own, collection.audience, await unitPaths([own])))) throw new Invalid({ audience: ['knowledge:errors.wider'] })
  return { collection, audience: own ?? collection.audience, own }
}

const licenceOf = (typed: string): string => licences.find(one => one === typed) ?? ''

/**
 * A new file or video in a collection. Its words are read afterwards, by a job. Where the collection does not trust who brings it, readers see it
 * when somebody who checks there has approved it.
 * @throws NotFound, Forbidden, SameFile, Invalid beside title, file, video, collection or audience
 */
export async function addMaterial(viewer: Viewer, input: MaterialFacts & MaterialContent): Promise<{ id: number; slug: string }> {
  const member = asMember(viewer)
  const { collection, audience, own } = await placeOf(member, input)
  const before = await madeBy(member, input.clientKey)
  if (before) return before
  const content = await brought(member, input)
  const slug = slugOf(input.title, 'berkas')
  return transaction(async tx => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`material:${member.personId}:${input.clientKey}`}))`
    const again = await tx.material.findUnique({ where: { createdById_clientKey: { createdById: member.personId, clientKey: input.clientKey } }, select: { id: true, slug: true } })
    if (again) return again
    const now = showsAtOnce(member, collection)
    const { id } = await tx.material.create({
      data: {
        collectionId: collection.id, title: input.title, slug, description: input.description, tags: [...input.tags], licence: licenceOf(input.licence), source: input.source, audience, ownAudience: own, ownerId: member.personId,
        ownerUnitId: member.unitIds.at(-1) ?? null, clientKey: input.clientKey, createdById: member.personId, ...(now ? { shown: 1, approvedAt: new Date(), approvedById: member.personId } : {}),
      },
      select: { id: true },
    })
    await addVersion(tx, member, id, 1, content, { note: '', clientKey: input.clientKey })
    await recordMaterialAct(tx, { materialId: id, act: now ? 'shown' : 'brought', actorId: member.personId, version: 1, public: now })
    return { id, slug }
  })
}

const madeBy = (member: Member, clientKey: string) => db.material.findUnique({ where: { createdById_clientKey: { createdById: member.personId, clientKey } }, select: { id: true, slug: true } })

async function reachManaged(viewer: Viewer, id: number): Promise<{ member: Member; material: ReachedMaterial }> {
  const member = asMember(viewer)
  const material = await reachMaterial(member, id)
  if (!canManageMaterial(member, material, material.collection)) throw new Forbidden()
  return { member, material }
}

/** The next version. Every address stays; readers keep the one they see until this one may be shown. @throws NotFound, Forbidden, SameFile, Conflict, Invalid beside file or video */
export async function addMaterialVersion(viewer: Viewer, input: MaterialContent & { materialId: number; note: string }): Promise<ReachedMaterial> {
  const { member, material } = await reachManaged(viewer, input.materialId)
  const again = await db.materialVersion.findUnique({ where: { addedById_clientKey: { addedById: member.personId, clientKey: input.clientKey } }, select: { version: true } })
  if (again) return material
  if (material.binned) throw new Conflict()
  const content = await brought(member, input)
  await transaction(async tx => {
    const [row] = await tx.$queryRaw<{ last: number }[]>`select last_version as last from material where id = ${material.id}::int and binned_at is null for update`
    if (!row) throw new Conflict()
    const version = row.last + 1
    const now = showsAtOnce(member, material.collection)
    await addVersion(tx, member, material.id, version, content, input)
    await tx.material.update({ where: { id: material.id }, data: { lastVersion: version, updatedAt: new Date(), ...(now ? { shown: version, approvedAt: new Date(), approvedById: member.personId } : {}) } })
    await recordMaterialAct(tx, { materialId: material.id, act: now ? 'shown' : 'brought', actorId: member.personId, version, public: now })
  })
  return material
}

/** Readers see the newest version from now on. Whoever decides names it. @throws NotFound, Forbidden, Conflict when a newer one came meanwhile */
export async function approveMaterial(viewer: Viewer, { materialId, version }: { materialId: number; version: number }): Promise<ReachedMaterial> {
  const member = asMember(viewer)
  const material = await reachMaterial(member, materialId)
  if (material.shown === version) return material
  if (!canApproveMaterial(member, material, material.collection)) throw new Forbidden()
  await transaction(async tx => {
    const [row] = await tx.$queryRaw<{ last: number; shown: number | null }[]>`select last_version as last, shown from material where id = ${materialId}::int and binned_at is null for update`
    if (row?.last !== version) throw new Conflict('revision')
    if (row.shown === version) return
    await tx.material.update({ where: { id: materialId }, data: { shown: version, approvedAt: new Date(), approvedById: member.personId } })
    await recordMaterialAct(tx, { materialId, act: 'approved', actorId: member.personId, version, public: true })
  })
  return material
}

/** Title, description, terms, place and readers. What was saved as it was leaves no trace. @throws NotFound, Forbidden, Invalid beside collection or audience */
export async function editMaterial(viewer: Viewer, input: MaterialFacts & { materialId: number }): Promise<{ id: number; slug: string }> {
  const { member, material } = await reachManaged(viewer, input.materialId)
  const { collection, audience, own } = await placeOf(member, input, material.collection)
  const slug = slugOf(input.title, 'berkas')
  const said = { title: input.title, description: input.description, tags: [...input.tags], licence: licenceOf(input.licence), source: input.source, collectionId: collection.id, audience }
  await transaction(async tx => {
    await tx.$queryRaw`select id from material where id = ${material.id}::int for update`
    const was = await tx.material.findUniqueOrThrow({ where: { id: material.id }, select: { title: true, description: true, tags: true, licence: true, source: true, collectionId: true, audience: true, shown: true } })
    const changes = changesBetween(was, said)
    await tx.material.update({ where: { id: material.id }, data: { ...said, slug, ownAudience: own, ...(changes ? { updatedAt: new Date() } : {}) } })
    if (changes) await recordMaterialAct(tx, { materialId: material.id, act: 'changed', actorId: member.personId, public: was.shown !== null, changes })
  })
  return { id: material.id, slug }
}

/** Into the bin, out of every list and the index; out of it again as it was. @throws NotFound, Forbidden */
export async function binMaterial(viewer: Viewer, { materialId, binned }: { materialId: number; binned: boolean }): Promise<ReachedMaterial> {
  const { member, material } = await reachManaged(viewer, materialId)
  if (material.binned === binned) return material
  await transaction(async tx => {
    const changed = await tx.material.updateMany({ where: { id: materialId, binnedAt: binned ? null : { not: null } }, data: { binnedAt: binned ? new Date() : null } })
    if (changed.count > 0) await recordMaterialAct(tx, { materialId, act: binned ? 'binned' : 'restored', actorId: member.personId, public: material.shown !== null })
  })
  return material
}
