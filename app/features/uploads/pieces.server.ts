import { randomBytes } from 'node:crypto'
import { db } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound, TooMany } from '~/platform/errors'
import { openFile, putFile, removeFile } from '~/platform/files/files.server'
import type { Member } from '~/platform/viewer'
import { storeLarge } from './large.server'
import { LARGE_LIMIT, PIECE } from './limits'
import type { StoredUpload } from './uploads.server'

/** How many files one person may have on their way. */
const AT_ONCE = 10
const DAY = 86_400_000

const keyOf = (slug: string, number: number) => `arriving/${slug}/${number}`
const piecesOf = (size: number) => Math.ceil(size / PIECE)

export interface Incoming {
  slug: string
  /** pieces that are there: the next one has this number, from 0 */
  received: number
  /** bytes of each piece but the last */
  piece: number
}

/** Begins a file that comes in pieces, or goes on with the one of this name and size that broke off within a day. @throws Invalid beside `form`, Forbidden, TooMany */
export async function beginIncoming(member: Member, { name, size }: { name: string; size: number }): Promise<Incoming> {
  if (!member.verified) throw new Forbidden('unverified')
  if (member.kind !== 'ASN') throw new Forbidden('colleaguesOnly')
  if (!Number.isSafeInteger(size) || size < 1) throw new Invalid('uploads:errors.empty')
  if (size > LARGE_LIMIT) throw new Invalid('uploads:errors.largeTooLarge')
  const own = await db.uploadIncoming.findMany({ where: { ownerId: member.personId, createdAt: { gt: new Date(Date.now() - DAY) } }, orderBy: { createdAt: 'desc' } })
  const before = own.find(one => one.name === name && one.size === size)
  if (before) return { slug: before.slug, received: before.received, piece: PIECE }
  if (own.length >= AT_ONCE) throw new TooMany(3_600)
  const { slug } = await db.uploadIncoming.create({ data: { slug: randomBytes(16).toString('base64url'), ownerId: member.personId, name: name.slice(0, 300), size } })
  return { slug, received: 0, piece: PIECE }
}

/**
 * Takes the next piece. One that is there already is taken as sent; the last one puts the file together and looks at it as at every upload.
 * @throws NotFound, Conflict for a piece out of turn, Invalid for one of another size, and what `storeLarge` throws
 */
export async function takePiece(member: Member, slug: string, number: number, bytes: Uint8Array): Promise<{ received: number; upload: StoredUpload | null }> {
  const row = await db.uploadIncoming.findFirst({ where: { slug, ownerId: member.personId } })
  if (!row) throw new NotFound('upload')
  const all = piecesOf(row.size)
  if (number < row.received && row.received < all) return { received: row.received, upload: null }
  if (number > row.received || number >= all) throw new Conflict()
  if (number === row.received) {
    if (bytes.length !== (number === all - 1 ? row.size - number * PIECE : PIECE)) throw new Invalid('http:invalid.body')
    await putFile(keyOf(slug, number), bytes, 'application/octet-stream')
    await db.uploadIncoming.updateMany({ where: { slug, received: number }, data: { received: number + 1 } })
  }
  if (number < all - 1) return { received: number + 1, upload: null }
  // whoever takes the row away puts the file together; a second press of the same piece finds nothing any more
  const mine = await db.uploadIncoming.deleteMany({ where: { slug, received: all } })
  if (mine.count === 0) throw new Conflict()
  try {
    return { received: all, upload: await storeLarge(member, { name: row.name, data: together(slug, all) }) }
  } finally {
    await removePieces(slug, all)
  }
}

async function* together(slug: string, all: number): AsyncGenerator<Uint8Array> {
  for (let number = 0; number < all; number += 1) yield* (await openFile(keyOf(slug, number))) as AsyncIterable<Uint8Array>
}

async function removePieces(slug: string, all: number): Promise<void> {
  for (let number = 0; number < all; number += 1) await removeFile(keyOf(slug, number)).catch(() => undefined)
}

/** Removes what broke off more than a day ago. @returns how many */
export async function cleanIncoming(now = Date.now()): Promise<number> {
  const old = await db.uploadIncoming.findMany({ where: { createdAt: { lt: new Date(now - DAY) } }, take: 200, orderBy: { createdAt: 'asc' } })
  for (const { slug, size } of old) {
    await db.uploadIncoming.deleteMany({ where: { slug } })
    await removePieces(slug, piecesOf(size))
  }
  return old.length
}
