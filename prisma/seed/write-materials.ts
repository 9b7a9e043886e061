import { createHash } from 'node:crypto'
import type pg from 'pg'
import sharp from 'sharp'
import { formatOf, isRead } from '~/features/knowledge/formats'
import { slugOf } from '~/features/knowledge/slug'
import { putFile } from '~/platform/files/files.server'
import { files, type FileSeed } from './knowledge/files'
import { insertRows, takeIds, type Row } from './rows'
import type { SeededPeople } from './write-people'

const DAY = 86_400_000
const VIEW_SIDE = 1600

interface Made { upload: Row; version: Row; slug: string }

/** The same slug for the same file, so that a second filling writes over the first. */
const slugFor = (seed: FileSeed, version: number) => createHash('sha256').update(`${seed.name} ${version}`).digest('base64url').slice(0, 22)

async function makeVersion(seed: FileSeed, version: number, ownerId: number, at: Date): Promise<Made> {
  const bytes = (await seed.versions?.[version - 1]?.make(at)) ?? new Uint8Array()
  const slug = slugFor(seed, version)
  const extension = seed.name.split('.').at(-1) ?? ''
  const storageKey = `uploads/demo/${slug}.${extension}`
  const picture = seed.mime.startsWith('image/')
  const view = picture ? await sharp(bytes).resize({ width: VIEW_SIDE, height: VIEW_SIDE, fit: 'inside', withoutEnlargement: true }).webp({ quality: 80 }).toBuffer({ resolveWithObject: true }) : null
  const viewKey = view ? `uploads/demo/${slug}-view.webp` : null
  await putFile(storageKey, bytes, seed.mime)
  if (view && viewKey) await putFile(viewKey, view.data, 'image/webp')
  const width = view?.info.width ?? null
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const shared = { name: seed.name, mime: seed.mime, size: bytes.length, width, height: view?.info.height ?? null, sha256, created_at: at }
  return { slug, upload: { ...shared, slug, storage_key: storageKey, view_key: viewKey, owner_id: ownerId, audience: `user:${ownerId}`, attached_at: at }, version: { ...shared, upload: slug, format: formatOf({ name: seed.name, width }) } }
}

/** Files of every format, with versions, one that waits, a scan and a video. Their words are read by the worker when it begins. */
export async function writeMaterials(client: pg.ClientBase, people: SeededPeople, now: number): Promise<void> {
  const { rows: shelves } = await client.query<{ id: number; slug: string; audience: string }>('select id, slug, audience from collection')
  const ids = await takeIds(client, 'material', files.length)
  const materials: Row[] = [], versions: Row[] = [], uploads: Row[] = [], uses: Row[] = [], acts: Row[] = []
  for (const [index, seed] of files.entries()) {
    const id = ids[index] as number
    const shelf = shelves.find(one => one.slug === seed.in)
    const [owner, checker] = [people.byKey.get(seed.by), people.byKey.get(seed.checkedBy)]
    if (!shelf || !owner || !checker) throw new Error(`nothing is there for ${seed.title}`)
    const last = seed.versions?.length ?? 1
    const at = new Date(now - seed.days * DAY)
    materials.push({
      id, collection_id: shelf.id, title: seed.title, slug: slugOf(seed.title, 'berkas'), description: seed.description, tags: seed.tags, licence: seed.licence ?? '', source: seed.source ?? '', audience: shelf.audience, owner_id: owner.id,
      owner_unit_id: owner.path.at(-1) ?? null, shown: seed.waits ? null : last, last_version: last, approved_by_id: seed.waits ? null : checker.id, approved_at: seed.waits ? null : at, client_key: `demo-material-${id}`, created_by_id: owner.id,
      created_at: new Date(at.getTime() - 2 * DAY), updated_at: at,
    })
    for (let version = 1; version <= last; version += 1) {
      const base = { material_id: id, version, added_by_id: owner.id, client_key: `demo-material-${id}-${version}`, note: seed.versions?.[version - 1]?.note ?? '' }
      const sent = new Date(at.getTime() - (last - version) * 90 * DAY - 2 * DAY)
      acts.push({ material_id: id, act: 'brought', version, actor_id: owner.id, created_at: sent })
      if (!seed.waits) acts.push({ material_id: id, act: 'approved', version, actor_id: checker.id, created_at: new Date(sent.getTime() + 2 * DAY) })
      if (seed.video) {
        versions.push({ ...base, format: 'video', upload: null, address: seed.video, name: new URL(seed.video).hostname, mime: '', size: 0, sha256: null, width: null, height: null, reading: 'NONE', created_at: sent })
        continue
      }
      const made = await makeVersion(seed, version, owner.id, sent)
      const read = isRead(made.version.format as Parameters<typeof isRead>[0])
      versions.push({ ...base, ...made.version, address: null, reading: read ? 'WAITING' : 'NONE' })
      uploads.push(made.upload)
      uses.push({ slug: made.slug, used_by: `material:${id}:${version}`, audience: `user:${owner.id}` })
      if (read) await client.query(`select graphile_worker.add_job('read_material', json_build_object('materialId', $1::int, 'version', $2::int), queue_name := 'read_material', max_attempts := 3, job_key := 'material:' || $1 || ':' || $2)`, [id, version])
    }
  }
  await insertRows(client, 'upload', {
    slug: 'text', storage_key: 'text', view_key: 'text', name: 'text', mime: 'text', size: 'int', width: 'int', height: 'int', sha256: 'text', owner_id: 'int', audience: 'text', attached_at: 'timestamptz', created_at: 'timestamptz',
  }, uploads)
  await client.query(`insert into upload_use (upload_id, used_by, audience) select u.id, x.used_by, x.audience from json_to_recordset($1) as x(slug text, used_by text, audience text) join upload u on u.slug = x.slug`, [JSON.stringify(uses)])
  await insertRows(client, 'material', {
    id: 'int', collection_id: 'int', title: 'text', slug: 'text', description: 'text', tags: 'text[]', licence: 'text', source: 'text', audience: 'text', owner_id: 'int', owner_unit_id: 'int', shown: 'int', last_version: 'int', approved_by_id: 'int',
    approved_at: 'timestamptz', client_key: 'text', created_by_id: 'int', created_at: 'timestamptz', updated_at: 'timestamptz',
  }, materials)
  await insertRows(client, 'material_version', {
    material_id: 'int', version: 'int', format: 'text', upload: 'text', address: 'text', name: 'text', mime: 'text', size: 'int', sha256: 'text', width: 'int', height: 'int', reading: '"MaterialReading"', note: 'text', added_by_id: 'int', client_key: 'text',
    created_at: 'timestamptz',
  }, versions)
  await insertRows(client, 'material_act', { material_id: 'int', act: 'text', version: 'int', actor_id: 'int', created_at: 'timestamptz' }, acts)
}
