import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'

export interface UploadView {
  slug: string
  name: string
  mime: string
  size: number
  storageKey: string
  viewKey: string | null
  sha256: string
  /** true when anyone may fetch it, so that shared caches may keep it */
  open: boolean
  /** only ever a download */
  plain: boolean
}

interface Row {
  slug: string; name: string; mime: string; size: number; storage_key: string; view_key: string | null; sha256: string; open: boolean; plain: boolean
}

const toView = (row: Row): UploadView => ({ slug: row.slug, name: row.name, mime: row.mime, size: row.size, storageKey: row.storage_key, viewKey: row.view_key, sha256: row.sha256, open: row.open, plain: row.plain })

const text = `select slug, name, mime, size, storage_key, view_key, sha256, plain,
    exists (select 1 from upload_use w where w.upload_id = u.id and w.audience = 'public') as open
  from upload u where slug = $1
    and (owner_id = $2 or exists (select 1 from upload_use w where w.upload_id = u.id and w.audience = any($3)))`

/** What a viewer may fetch. @throws NotFound for a file that is not there or is not theirs to read; both look the same */
export async function getUpload(viewer: Viewer, slug: string): Promise<UploadView> {
  if (!/^[\w-]{22}$/.test(slug)) throw new NotFound('upload')
  const [row] = await sql<Row>('uploads-get', text, [slug, viewer.personId ?? 0, viewer.audiences])
  if (!row) throw new NotFound('upload')
  return toView(row)
}

/** A file of a thing whose readers the caller has already checked; no cache keeps it for others. @throws NotFound */
export async function getUploadUnscoped(slug: string): Promise<UploadView> {
  const [row] = await sql<Row>('uploads-unscoped', 'select slug, name, mime, size, storage_key, view_key, sha256, plain, false as open from upload where slug = $1', [slug])
  if (!row) throw new NotFound('upload')
  return toView(row)
}

export interface OwnUpload { slug: string; name: string; mime: string; size: number; sha256: string; width: number | null; height: number | null; storageKey: string }

/** What somebody has just sent themselves; null for any other file. */
export async function findOwnUpload(viewer: Viewer, slug: string): Promise<OwnUpload | null> {
  if (viewer.personId === null || !/^[\w-]{22}$/.test(slug)) return null
  const [row] = await sql<OwnUpload>('uploads-own', 'select slug, name, mime, size, sha256, width, height, storage_key as "storageKey" from upload where slug = $1 and owner_id = $2', [slug, viewer.personId])
  return row ?? null
}

export interface FileName { slug: string; name: string; size: number; mime: string }

/** Names and sizes of the files used by things whose audience the caller has already checked, by thing. */
export async function filesUsedByUnscoped(usedBy: readonly string[]): Promise<Map<string, FileName[]>> {
  const rows = await sql<FileName & { used_by: string }>('uploads-used-by', `select w.used_by, u.slug, u.name, u.size, u.mime
    from upload_use w join upload u on u.id = w.upload_id where w.used_by = any($1) order by u.id`, [usedBy])
  const map = new Map<string, FileName[]>()
  for (const { used_by, ...file } of rows) map.set(used_by, [...(map.get(used_by) ?? []), file])
  return map
}
