import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import { db, transaction } from '~/platform/db/db.server'
import { Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { openFile, putFile, removeFile } from '~/platform/files/files.server'
import { log } from '~/platform/log/log.server'
import type { Locale, Member, Viewer } from '~/platform/viewer'
import type { Zone } from './zones'
import { forgetPeople } from './access.server'
import './events'
import { openableFields, seesField, type OpenableField } from './policy'

/** Largest picture taken, in bytes. */
export const photoLimit = 8 * 1024 * 1024
const storageKey = (key: string) => `photos/${key}`

export interface ProfileChange {
  /** citizens and partner members only; the name of an ASN comes from the personnel file */
  name?: string
  salutation: string
  about: string
  expertise: string[]
  place: string
  publicFields: OpenableField[]
}

/** Changes what a person says of themselves and what of it anyone may see. Fields left out of `publicFields` are for colleagues. */
export async function editProfile(viewer: Member, input: ProfileChange): Promise<void> {
  await transaction(async tx => {
    await tx.person.update({
      where: { id: viewer.personId },
      data: {
        ...(viewer.kind !== 'ASN' && input.name ? { name: input.name } : {}),
        salutation: input.salutation, about: input.about, expertise: input.expertise,
        place: viewer.kind === 'ASN' ? '' : input.place, publicFields: openableFields.filter(field => input.publicFields.includes(field)),
      },
    })
    await recordEvent(tx, 'people.person.changed', { personId: viewer.personId }, viewer.personId)
  })
  await forgetPeople([viewer.personId])
}

async function squared(bytes: Uint8Array): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const picture = sharp(bytes, { limitInputPixels: 60_000_000, failOn: 'error' })
  const { format } = await picture.metadata()
  if (!['jpeg', 'png', 'webp', 'avif', 'heif', 'gif'].includes(format)) throw new Error(`not taken: ${format}`)
  // Turned upright by its EXIF mark first; sharp then writes no metadata of the original, place and camera included.
  return picture.rotate().resize(512, 512, { fit: 'cover', position: 'attention' }).webp({ quality: 82 }).toBuffer()
}

/** Keeps a 512 px square WebP without metadata; the picture before it is removed. @throws Invalid beside `photo` */
export async function setPhoto(viewer: Member, bytes: Uint8Array): Promise<void> {
  if (bytes.byteLength > photoLimit) throw new Invalid({ photo: ['people:errors.photoSize'] })
  const picture = await squared(bytes).catch(() => { throw new Invalid({ photo: ['people:errors.photoKind'] }) })
  const key = `${randomBytes(18).toString('base64url')}.webp`
  await putFile(storageKey(key), picture, 'image/webp')
  await swapPhoto(viewer, key)
}

export async function removePhoto(viewer: Member): Promise<void> {
  await swapPhoto(viewer, null)
}

async function swapPhoto(viewer: Member, key: string | null): Promise<void> {
  const before = await transaction(async tx => {
    const person = await tx.person.findUniqueOrThrow({ where: { id: viewer.personId }, select: { photoKey: true } })
    await tx.person.update({ where: { id: viewer.personId }, data: { photoKey: key } })
    await recordEvent(tx, 'people.person.changed', { personId: viewer.personId }, viewer.personId)
    return person.photoKey
  })
  await forgetPeople([viewer.personId])
  if (before) await dropPhotoFile(before)
}

/** A file that cannot be removed now is litter, not a failure: nothing points at it any more. */
export async function dropPhotoFile(key: string): Promise<void> {
  await removeFile(storageKey(key)).catch((error: unknown) => log.warn({ err: (error as Error).message }, 'old photo not removed'))
}

/** The picture, for those whom its owner lets see it. @throws NotFound */
export async function openPhoto(viewer: Viewer, key: string): Promise<{ stream: Readable; open: boolean }> {
  if (!/^[\w-]{24}\.webp$/.test(key)) throw new NotFound('photo')
  const person = await db.person.findFirst({ where: { photoKey: key, closedAt: null }, select: { id: true, kind: true, publicFields: true, closedAt: true } })
  if (!person || !seesField(viewer, person, 'photo')) throw new NotFound('photo')
  return { stream: await openFile(storageKey(key)), open: person.publicFields.includes('photo') }
}

/** Days, quiet hours and times are the person's own from now on. */
export async function setTimeZone(viewer: Member, timeZone: Zone): Promise<void> {
  if (timeZone === viewer.timeZone) return
  await db.person.update({ where: { id: viewer.personId }, data: { timeZone } })
  await forgetPeople([viewer.personId])
}

/** Keeps the language with the person, for mail and other devices. */
export async function setLocale(viewer: Member, locale: Locale): Promise<void> {
  await db.person.update({ where: { id: viewer.personId }, data: { locale } })
  await forgetPeople([viewer.personId])
}
