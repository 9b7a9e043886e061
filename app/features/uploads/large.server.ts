import { unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node'
import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { db } from '~/platform/db/db.server'
import { AppError, Forbidden, Invalid, TooMany, type FieldErrors } from '~/platform/errors'
import { arrivalPlace, putArrived, putFile } from '~/platform/files/files.server'
import type { Member } from '~/platform/viewer'
import { LARGE_LIMIT, PICTURE_LIMIT } from './limits'
import { makePicture } from './pictures.server'
import { cleanName, sniffFile } from './sniff.server'
import { inTurn, keepRow, newPlace, secondsToWait, type IncomingFile, type StoredUpload } from './uploads.server'

const TEXT_LIMIT = 1024 * 1024

/**
 * Takes one file of up to 200 MB while it arrives: it goes to the disk piece by piece and is never held in memory. Kinds and rules are those of
 * every upload. A line that breaks leaves nothing behind.
 * @throws Invalid "uploads:errors.…", TooMany above 40 files or 2 GB an hour, Forbidden for all but colleagues, Unavailable when storage fails
 */
export async function storeLarge(member: Member, file: IncomingFile): Promise<StoredUpload> {
  if (!member.verified) throw new Forbidden('unverified')
  if (member.kind !== 'ASN') throw new Forbidden('colleaguesOnly')
  const wait = await secondsToWait(db, member.personId)
  if (wait) throw new TooMany(wait)
  const place = await arrivalPlace(randomBytes(16).toString('base64url'))
  try {
    const { size, sha256 } = await arrive(file.data, place)
    if (size > LARGE_LIMIT) throw new Invalid('uploads:errors.largeTooLarge')
    if (size === 0) throw new Invalid('uploads:errors.empty')
    const found = await sniffFile(place, file.name)
    if (!found) throw new Invalid('uploads:errors.type')
    if (found.kind === 'file') {
      const { slug, storageKey } = newPlace(found.extension, false)
      await putArrived(storageKey, place, found.mime, size)
      return await keepRow(member, { slug, storageKey, viewKey: null, name: cleanName(file.name, found.extension), mime: found.mime, size, width: null, height: null, sha256 })
    }
    if (size > PICTURE_LIMIT) throw new Invalid('uploads:errors.pictureTooLarge')
    const { original, view } = await inTurn(async () => makePicture(await readFile(place), found.mime))
    const { slug, storageKey, viewKey } = newPlace(original.extension, true)
    await putFile(storageKey, original.bytes, original.mime)
    if (viewKey) await putFile(viewKey, view.bytes, 'image/webp')
    return await keepRow(member, {
      slug, storageKey, viewKey, name: cleanName(file.name, original.extension), mime: original.mime, size: original.bytes.length, width: view.width, height: view.height,
      sha256: createHash('sha256').update(original.bytes).digest('hex'),
    })
  } finally {
    await rm(place, { force: true })
  }
}

/** Writes what comes and counts it. What is over the limit is read to its end without being kept, so that the browser hears the answer. */
async function arrive(data: IncomingFile['data'], place: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  async function* counted() {
    for await (const chunk of data instanceof Uint8Array ? [data] : data) {
      size += chunk.length
      if (size > LARGE_LIMIT) continue
      hash.update(chunk)
      yield chunk
    }
  }
  await pipeline(counted(), createWriteStream(place, { flags: 'wx', mode: 0o600 }))
  return { size, sha256: hash.digest('hex') }
}

export interface FormWithLargeFile {
  /** the text fields alone */
  form: FormData
  /** null: the field was left empty, or the file could not be taken */
  upload: StoredUpload | null
  /** why the file could not be taken; the text fields are there all the same */
  refused: FieldErrors | null
}

/** Reads a form with at most one file, which goes to the disk while it arrives. Further files are read over. @throws Invalid "http:invalid.body", TooMany, Unavailable */
export async function readFormWithLargeFile(request: Request, member: Member): Promise<FormWithLargeFile> {
  const result: FormWithLargeFile = { form: new FormData(), upload: null, refused: null }
  try {
    if (!(request.headers.get('Content-Type') ?? '').startsWith('multipart/form-data')) result.form = await request.formData()
    else {
      let textLeft = TEXT_LIMIT
      result.form = await parseMultipart(request, async part => {
        if (part.filename === undefined) {
          const chunks: Uint8Array[] = []
          for await (const chunk of part.data) {
            textLeft -= chunk.length
            if (textLeft < 0) throw new Invalid('http:invalid.tooLong')
            chunks.push(chunk)
          }
          return Buffer.concat(chunks).toString('utf8').replaceAll('\0', '')
        }
        if (part.filename === '' || result.upload || result.refused) {
          for await (const _chunk of part.data) continue
          return null
        }
        await storeLarge(member, { name: part.filename, data: part.data }).then(
          upload => { result.upload = upload },
          (error: unknown) => {
            if (!(error instanceof Invalid)) throw error
            result.refused = error.fields
          },
        )
        return null
      })
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new Invalid('http:invalid.body')
  }
  for (const [key, value] of [...result.form.entries()]) if (typeof value === 'string' && value.includes('\0')) result.form.set(key, value.replaceAll('\0', ''))
  return result
}
