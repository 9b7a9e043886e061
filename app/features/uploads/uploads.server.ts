import { createHash, randomBytes } from 'node:crypto'
import { db, transaction, type Tx } from '~/platform/db/db.server'
import { env } from '~/platform/env/env.server'
import { Forbidden, Invalid, TooMany } from '~/platform/errors'
import { putFile, removeFile } from '~/platform/files/files.server'
import type { Member } from '~/platform/viewer'
import { FILE_LIMIT, FILES_PER_POST, LARGE_PER_HOUR, PICTURE_LIMIT, UPLOADS_PER_HOUR } from './limits'
import { makePicture } from './pictures.server'
import { cleanName, sniff } from './sniff.server'

export interface StoredUpload {
  /** unguessable, 22 characters; also the key for attachUploads */
  slug: string
  /** address on this site, "/berkas/<slug>" */
  url: string
  name: string
  mime: string
  /** bytes of the stored original */
  size: number
  /** of the page's copy in pixels, null unless a picture */
  width: number | null
  height: number | null
}

export interface IncomingFile {
  /** as the browser says; cleaned before it is kept */
  name: string
  data: AsyncIterable<Uint8Array> | Uint8Array
}

export const uploadUrl = (slug: string) => `/berkas/${slug}`

/** Stops reading at the first byte too many. */
async function collect(data: IncomingFile['data']): Promise<Uint8Array> {
  if (data instanceof Uint8Array) {
    if (data.length > FILE_LIMIT) throw new Invalid('uploads:errors.fileTooLarge')
    return data
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of data) {
    size += chunk.length
    if (size > FILE_LIMIT) throw new Invalid('uploads:errors.fileTooLarge')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** @returns seconds until the next upload is allowed, 0 when it is allowed now */
export async function secondsToWait(tx: Tx | typeof db, personId: number): Promise<number> {
  if (env().SKIP_RATE_LIMITS) return 0
  const [row] = await tx.$queryRaw<{ used: number; bytes: number; oldest: Date | null }[]>`
    select count(*)::int as used, coalesce(sum(size), 0)::float as bytes, min(created_at) as oldest from upload where owner_id = ${personId} and created_at > now() - interval '1 hour'`
  if (!row || (row.used < UPLOADS_PER_HOUR && row.bytes < LARGE_PER_HOUR) || !row.oldest) return 0
  return Math.max(1, Math.ceil((row.oldest.getTime() + 3_600_000 - Date.now()) / 1000))
}

/** Decoding takes memory: two at a time in one process, the rest wait in line. */
let working = 0
const waiting: (() => void)[] = []
export async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  if (working >= 2) await new Promise<void>(go => waiting.push(go))
  working += 1
  try {
    return await run()
  } finally {
    working -= 1
    waiting.shift()?.()
  }
}

/**
 * Takes one file: kind by content, size, name; pictures are drawn anew. Until it is attached only its owner may fetch it, and after 24 hours it goes.
 * @throws Invalid "uploads:errors.…", TooMany above 40 an hour, Forbidden for an unconfirmed address, Unavailable when storage fails
 */
export async function storeUpload(member: Member, file: IncomingFile): Promise<StoredUpload> {
  if (!member.verified) throw new Forbidden('unverified')
  const wait = await secondsToWait(db, member.personId)
  if (wait) throw new TooMany(wait)
  const bytes = await collect(file.data)
  if (bytes.length === 0) throw new Invalid('uploads:errors.empty')
  const found = await sniff(bytes, file.name)
  if (!found) throw new Invalid('uploads:errors.type')
  if (found.kind === 'picture' && bytes.length > PICTURE_LIMIT) throw new Invalid('uploads:errors.pictureTooLarge')

  const picture = found.kind === 'picture' ? await inTurn(() => makePicture(bytes, found.mime)) : null
  const original = picture?.original ?? { bytes, mime: found.mime, extension: found.extension }
  const { slug, storageKey, viewKey } = newPlace(original.extension, picture !== null)
  await putFile(storageKey, original.bytes, original.mime)
  if (picture && viewKey) await putFile(viewKey, picture.view.bytes, 'image/webp')
  return keepRow(member, {
    slug, storageKey, viewKey, name: cleanName(file.name, original.extension), mime: original.mime, size: original.bytes.length,
    width: picture?.view.width ?? null, height: picture?.view.height ?? null, sha256: createHash('sha256').update(original.bytes).digest('hex'),
  })
}

export function newPlace(extension: string, picture: boolean): { slug: string; storageKey: string; viewKey: string | null } {
  const slug = randomBytes(16).toString('base64url')
  const folder = `uploads/${new Date().toISOString().slice(0, 7)}`
  return { slug, storageKey: `${folder}/${slug}.${extension}`, viewKey: picture ? `${folder}/${slug}-view.webp` : null }
}

export interface KeptFile { slug: string; storageKey: string; viewKey: string | null; name: string; mime: string; size: number; width: number | null; height: number | null; sha256: string }

/** Notes a file that lies in storage; takes it away again when it may not be noted. @throws TooMany */
export async function keepRow(member: Member, row: KeptFile): Promise<StoredUpload> {
  try {
    await transaction(async tx => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('uploads'), ${member.personId}::int)`
      const late = await secondsToWait(tx, member.personId)
      if (late) throw new TooMany(late)
      await tx.upload.create({ data: { ...row, ownerId: member.personId, audience: `user:${member.personId}` } })
    })
  } catch (error) {
    await removeFile(row.storageKey).catch(() => undefined)
    if (row.viewKey) await removeFile(row.viewKey).catch(() => undefined)
    throw error
  }
  return { slug: row.slug, url: uploadUrl(row.slug), name: row.name, mime: row.mime, size: row.size, width: row.width, height: row.height }
}

/** The same for a `File` of a form sent without JavaScript. @returns null for the empty file of an untouched field */
export async function uploadFromForm(member: Member, file: File): Promise<StoredUpload | null> {
  if (file.size === 0 && file.name === '') return null
  if (file.size > FILE_LIMIT) throw new Invalid('uploads:errors.fileTooLarge')
  return storeUpload(member, { name: file.name, data: new Uint8Array(await file.arrayBuffer()) })
}

/** Markdown that shows pictures and links to files, to be put after what was typed in a plain text area. */
export function asMarkdown(uploads: readonly StoredUpload[]): string {
  return uploads.map(upload => {
    const name = upload.name.replace(/[\\[\]!*_`~]/g, '\\$&')
    return `${upload.width ? '!' : ''}[${name}](${upload.url})`
  }).join('\n\n')
}

/** Slugs of our files a text mentions; the argument is any text with their addresses (stored HTML, Markdown). */
export function uploadsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\/berkas\/([\w-]{22})(?![\w-])/g)].map(match => match[1] ?? ''))]
}

export interface Attachment {
  /** at most 10 different ones */
  slugs: readonly string[]
  /** "post:77" */
  usedBy: string
  /** who may read the thing that uses them */
  audience: string
  /** who attaches: the files must be theirs, or already readable to them */
  ownerId: number
  /** audience tokens of who attaches, for files of others; none means own files only */
  audiences?: readonly string[]
  /** who else wrote the thing with them: what these brought, they brought for it */
  alsoOf?: readonly number[]
}

/**
 * Says what a thing uses now, in the transaction that saves it: adds new uses, ends those no longer named.
 * The owner's use opens a file to the thing's audience; the use of somebody else never opens it to more people.
 * @throws Invalid when a slug is unknown, not theirs to use, or there are more than 10
 */
export async function attachUploads(tx: Tx, { slugs, usedBy, audience, ownerId, audiences = [], alsoOf = [] }: Attachment): Promise<void> {
  const wanted = [...new Set(slugs)]
  if (wanted.length > FILES_PER_POST) throw new Invalid('uploads:errors.tooMany')
  const found = wanted.length === 0 ? [] : await tx.upload.findMany({ where: { slug: { in: wanted } }, include: { uses: true } })
  const brought = (upload: { ownerId: number | null }) => upload.ownerId === ownerId || (upload.ownerId !== null && alsoOf.includes(upload.ownerId))
  const usable = found.filter(upload => brought(upload) || upload.uses.some(use => use.usedBy === usedBy || audiences.includes(use.audience)))
  if (usable.length !== wanted.length) throw new Invalid('uploads:errors.unknown')
  const gone = await tx.uploadUse.findMany({ where: { usedBy, uploadId: { notIn: usable.map(upload => upload.id) } }, select: { uploadId: true } })
  for (const upload of usable) {
    if (upload.uses.some(use => use.usedBy === usedBy)) continue
    const byOwner = brought(upload)
    await tx.uploadUse.create({ data: { uploadId: upload.id, usedBy, byOwner, audience: byOwner ? audience : upload.audience } })
  }
  if (gone.length > 0) await tx.uploadUse.deleteMany({ where: { usedBy, uploadId: { in: gone.map(use => use.uploadId) } } })
  await settle(tx, [...usable.map(upload => upload.id), ...gone.map(use => use.uploadId)])
}

/** Ends every use by a thing. A file without uses stays 30 days for its owner, so that what was undone can be attached again. */
export async function detachUploads(tx: Tx, usedBy: string): Promise<void> {
  const uses = await tx.uploadUse.findMany({ where: { usedBy }, select: { uploadId: true } })
  if (uses.length === 0) return
  await tx.uploadUse.deleteMany({ where: { usedBy } })
  await settle(tx, uses.map(use => use.uploadId))
}

/** The things moved to readers of another audience: what their owners opened follows, what others reused only ever narrows. */
export async function moveUploads(tx: Tx, usedBy: readonly string[], audience: string): Promise<void> {
  const uses = await tx.uploadUse.findMany({ where: { usedBy: { in: [...usedBy] } }, select: { uploadId: true } })
  if (uses.length === 0) return
  await tx.uploadUse.updateMany({ where: { usedBy: { in: [...usedBy] }, byOwner: true }, data: { audience } })
  if (audience !== 'public') await tx.uploadUse.updateMany({ where: { usedBy: { in: [...usedBy] }, byOwner: false, audience: 'public' }, data: { audience } })
  await settle(tx, uses.map(use => use.uploadId))
}

/** What it says it is was not so: it is only handed out as a download from now on. */
export async function markPlain(tx: Tx, slug: string): Promise<void> {
  await tx.upload.updateMany({ where: { slug }, data: { plain: true } })
}

/** Keeps the summary on the file with its uses: who reads it, since when, and when its last use ended. */
async function settle(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx.$executeRaw`
    update upload u set
      audience = coalesce((select w.audience from upload_use w where w.upload_id = u.id order by w.audience <> 'public', w.by_owner desc, w.used_by limit 1), 'user:' || u.owner_id),
      attached_at = case when exists (select 1 from upload_use w where w.upload_id = u.id) then coalesce(u.attached_at, now()) else u.attached_at end,
      removed_at = case when exists (select 1 from upload_use w where w.upload_id = u.id) then null else coalesce(u.removed_at, now()) end
    where u.id = any(${[...ids]}::int[])`
}
