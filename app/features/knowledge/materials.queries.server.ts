import { ms } from '~/features/discussion/sql'
import { getUploadUnscoped, type UploadView } from '~/features/uploads/uploads.queries.server'
import { sql } from '~/platform/db/db.server'
import { Forbidden, NotFound } from '~/platform/errors'
import { isMember, type Viewer } from '~/platform/viewer'
import type { Crumb } from './article-page.queries.server'
import type { Format, Reading } from './formats'
import { canApproveMaterial, canManageMaterial, canReadMaterial, canSeeMaterialWork, type MaterialState } from './materials-policy'
import type { CollectionState } from './policy'
import { checker, checks } from './rows/checker.server'
import { asMaterial, knowsOf, materialColumns, reachMaterial, type MaterialReachRow } from './rows/material-reach.server'

/** Rows of a list; pages of text shown at once. */
export const LIST_ROWS = 30
export const TEXT_PAGES = 10

export interface MaterialRow {
  id: number
  slug: string
  title: string
  description: string
  audience: string
  format: Format
  size: number
  pages: number
  /** of the approval, of the arrival where nobody approved it yet; milliseconds */
  at: number
  shown: number | null
  owner: string
  collection: string
  collectionEn: string
  collectionSlug: string
}

export interface MaterialList {
  rows: MaterialRow[]
  next: string | null
}

const columns = `m.id, m.slug, m.title, m.description, m.audience, v.format, v.size, v.pages, ${ms('coalesce(m.approved_at, m.created_at)')} as at, m.shown, p.name as owner, c.name as collection, c.name_en as "collectionEn", c.slug as "collectionSlug"`
const tables = `material m join collection c on c.id = m.collection_id join person p on p.id = m.owner_id join material_version v on v.material_id = m.id and v.version = coalesce(m.shown, m.last_version)`

/** What readers see, newest approval first: everywhere, or in one collection. */
export async function listMaterials(viewer: Viewer, { collectionId, cursor, limit = LIST_ROWS }: { collectionId?: number | null; cursor?: string | null; limit?: number } = {}): Promise<MaterialList> {
  const [at, id] = (cursor ?? '').split('.').map(Number)
  const after = at !== undefined && id !== undefined && Number.isFinite(at) && Number.isFinite(id) ? [new Date(at).toISOString(), Math.min(id, 2_147_483_647)] : ['infinity', 2_147_483_647]
  const rows = await sql<MaterialRow>(`materials${collectionId ? '-of' : ''}`, `select ${columns} from ${tables} where m.audience = any($1) and m.shown is not null and m.binned_at is null
    and (m.approved_at, m.id) < ($2::timestamptz, $3::int) ${collectionId ? 'and m.collection_id = $5' : ''} order by m.approved_at desc, m.id desc limit $4`,
    [viewer.audiences, ...after, Math.min(limit, LIST_ROWS) + 1, ...(collectionId ? [collectionId] : [])])
  const list = rows.slice(0, limit)
  const last = list.at(-1)
  return { rows: list, next: rows.length > limit && last ? `${Math.ceil(last.at)}.${last.id}` : null }
}

/** Brought by others and waiting for the viewer's look, oldest first; and the viewer's own that wait. At most 50 each. Empty for all but colleagues. */
export async function listMaterialWork(viewer: Viewer): Promise<{ waiting: MaterialRow[]; mine: MaterialRow[] }> {
  if (!isMember(viewer) || viewer.kind !== 'ASN') return { waiting: [], mine: [] }
  const rows = await sql<MaterialRow & { mine: boolean }>('materials-work', `select ${columns}, l.added_by_id = $2 as mine from ${tables} join material_version l on l.material_id = m.id and l.version = m.last_version
    where m.audience = any($1) and m.binned_at is null and m.shown is distinct from m.last_version and (l.added_by_id = $2 or ${checks})
    order by m.updated_at, m.id limit 100`, checker(viewer))
  return { waiting: rows.filter(row => !row.mine).slice(0, 50), mine: rows.filter(row => row.mine).slice(0, 50) }
}

/** What lies in the bin and the viewer may take out again, last first. At most 200. */
export async function listMaterialBin(viewer: Viewer): Promise<MaterialRow[]> {
  if (!isMember(viewer) || viewer.kind !== 'ASN') throw new Forbidden('colleaguesOnly')
  return sql<MaterialRow>('materials-bin', `select ${columns} from ${tables} where m.audience = any($1) and m.binned_at is not null and (m.owner_id = $2 or ${checks}) order by m.binned_at desc, m.id desc limit 200`, checker(viewer))
}

export interface MaterialVersionView {
  version: number
  format: Format
  name: string
  size: number
  reading: Reading
  pages: number
  address: string | null
  note: string
  by: string
  at: number
  width: number | null
  height: number | null
}

export interface MaterialPage {
  id: number
  slug: string
  title: string
  description: string
  tags: string[]
  licence: string
  source: string
  audience: string
  binned: boolean
  /** number of the version readers see; null: none yet */
  shown: number | null
  lastVersion: number
  /** the one on this page */
  version: MaterialVersionView
  /** those the viewer may see, newest first */
  versions: MaterialVersionView[]
  texts: { page: number; text: string }[]
  /** first page of the texts shown, and of those before and after */
  from: number
  earlier: number | null
  later: number | null
  crumbs: Crumb[]
  owner: { name: string; slug: string }
  approvedBy: string | null
  approvedAt: number | null
  can: { manage: boolean; approve: boolean }
}

interface Row extends MaterialReachRow {
  description: string
  tags: string[]
  licence: string
  source: string
  approvedAt: number | null
  approvedBy: string | null
  owner: { name: string; slug: string }
  crumbs: Crumb[] | null
  versions: MaterialVersionView[]
}

/** Everything of the page but the words of the file. */
const text = `select ${materialColumns}, m.description, m.tags, m.licence, m.source, ${ms('m.approved_at')} as "approvedAt", (select p.name from person p where p.id = m.approved_by_id) as "approvedBy",
    (select json_build_object('name', p.name, 'slug', p.slug) from person p where p.id = m.owner_id) as owner,
    (select json_agg(json_build_object('slug', k.slug, 'name', k.name, 'nameEn', k.name_en) order by array_position(c.path, k.id)) from collection k where k.id = any(c.path) and k.audience = any($2)) as crumbs,
    (select json_agg(json_build_object('version', v.version, 'format', v.format, 'name', v.name, 'size', v.size, 'reading', v.reading, 'pages', v.pages, 'address', v.address, 'note', v.note, 'by', p.name, 'at', ${ms('v.created_at')},
      'width', v.width, 'height', v.height) order by v.version desc) from material_version v join person p on p.id = v.added_by_id where v.material_id = m.id) as versions
  from material m join collection c on c.id = m.collection_id where m.id = $1 and m.audience = any($2)`

/** Readers know of what they see and of what they saw; newer versions are for who works on it. */
const seesVersion = (viewer: Viewer, material: MaterialState, collection: CollectionState, version: number): boolean =>
  canSeeMaterialWork(viewer, material, collection) || (canReadMaterial(viewer, material) && version <= (material.shown ?? 0))

/** @throws NotFound, also for a version the viewer may not know of */
export async function getMaterialPage(viewer: Viewer, id: number, { version: asked, page = 1 }: { version?: number | null; page?: number } = {}): Promise<MaterialPage> {
  const [row] = await sql<Row>('material-page', text, [id, viewer.audiences])
  const material = row ? asMaterial(row) : null
  if (!row || !material || !knowsOf(viewer, material)) throw new NotFound('material')
  const versions = row.versions.filter(one => material.binned || seesVersion(viewer, material, material.collection, one.version))
  const version = versions.find(one => one.version === (asked ?? material.shown ?? material.lastVersion))
  if (!version) throw new NotFound('material')
  const from = Math.floor((Math.max(1, Math.min(page, version.pages || 1)) - 1) / TEXT_PAGES) * TEXT_PAGES + 1
  const texts = version.reading === 'READ' ? await sql<{ page: number; text: string }>('material-texts', 'select page, text from material_page where material_id = $1 and version = $2 and page >= $3 and page < $4 order by page', [id, version.version, from, from + TEXT_PAGES]) : []
  return {
    id, slug: row.slug, title: row.title, description: row.description, tags: row.tags, licence: row.licence, source: row.source, audience: row.audience, binned: material.binned, shown: material.shown, lastVersion: material.lastVersion,
    version, versions, texts, from, earlier: from > 1 ? from - TEXT_PAGES : null, later: from + TEXT_PAGES <= version.pages ? from + TEXT_PAGES : null,
    crumbs: row.crumbs ?? [], owner: row.owner, approvedBy: row.approvedBy, approvedAt: row.approvedAt,
    can: { manage: canManageMaterial(viewer, material, material.collection), approve: canApproveMaterial(viewer, material, material.collection) },
  }
}

/** The file of a version: the one readers see, or one they once saw. @throws NotFound for everybody else, and for a video */
export async function getMaterialFile(viewer: Viewer, id: number, asked: number | null): Promise<UploadView> {
  const material = await reachMaterial(viewer, id)
  const version = asked ?? material.shown ?? material.lastVersion
  if (material.binned || !seesVersion(viewer, material, material.collection, version)) throw new NotFound('material')
  const [row] = await sql<{ upload: string | null; name: string }>('material-file', 'select upload, name from material_version where material_id = $1 and version = $2', [id, version])
  if (!row?.upload) throw new NotFound('material')
  return getUploadUnscoped(row.upload)
}

/** What its form begins with. @throws NotFound, Forbidden */
export async function getMaterialForm(viewer: Viewer, id: number): Promise<{ id: number; slug: string; title: string; binned: boolean; version: number; ownAudience: string; values: Record<string, string> }> {
  const material = await reachMaterial(viewer, id)
  if (!canManageMaterial(viewer, material, material.collection)) throw new Forbidden()
  const [row] = await sql<{ description: string; tags: string[]; licence: string; source: string }>('material-facts', 'select description, tags, licence, source from material where id = $1', [id])
  return {
    id, slug: material.slug, title: material.title, binned: material.binned, version: material.lastVersion, ownAudience: material.ownAudience ?? '',
    values: { title: material.title, description: row?.description ?? '', tags: row?.tags.join(', ') ?? '', licence: row?.licence ?? '', source: row?.source ?? '', collection: material.collection.slug, audience: material.ownAudience ?? '' },
  }
}

/** Public files for the map of the site, newest first, at most 5,000. */
export async function listSitemapMaterials(viewer: Viewer): Promise<{ id: number; slug: string; at: number }[]> {
  return sql('sitemap-materials', `select id, slug, ${ms('approved_at')} as at from material where audience = any($1) and shown is not null and binned_at is null order by approved_at desc, id desc limit 5000`, [viewer.audiences])
}
