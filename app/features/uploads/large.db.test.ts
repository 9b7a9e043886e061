import { readdirSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { makeMember } from '#tests/factories/people'
import { pdf, picture, program } from '#tests/factories/uploads'
import { db } from '~/platform/db/db.server'
import { env } from '~/platform/env/env.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { readFile } from '~/platform/files/files.server'
import type { Member } from '~/platform/viewer'
import { answerWithFile } from './answer.server'
import { cleanUploads } from './jobs.server'
import { readFormWithLargeFile, storeLarge } from './large.server'
import { LARGE_LIMIT, PIECE } from './limits'
import { beginIncoming, cleanIncoming, takePiece } from './pieces.server'
import { findOwnUpload, getUpload } from './uploads.queries.server'

let member: Member
let citizen: Member
beforeAll(async () => { citizen = await makeMember({ kind: 'CITIZEN', verified: true }) })
beforeEach(async () => { member = await makeMember() })

const listed = (folder: string): string[] => { try { return readdirSync(path.resolve(env().DATA_DIR, folder)) } catch { return [] } }
const left = () => [...listed('arriving'), ...listed('files/arriving').flatMap(slug => listed(`files/arriving/${slug}`))]
const bytesOf = async (slug: string) => Buffer.from(await readFile((await findOwnUpload(member, slug))?.storageKey ?? ''))
const MB = 1024 * 1024

/** A PDF of this many megabytes, one after the other. */
async function* large(megabytes: number, then?: () => void): AsyncGenerator<Uint8Array> {
  yield pdf()
  for (let sent = 0; sent < megabytes; sent += 1) yield Buffer.alloc(MB, sent % 250)
  then?.()
}

function formOf(parts: AsyncIterable<Uint8Array>, name = 'besar.pdf'): Request {
  async function* body() {
    yield Buffer.from('--garis\r\nContent-Disposition: form-data; name="title"\r\n\r\nJudul\0 panjang\r\n')
    yield Buffer.from(`--garis\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`)
    yield* parts
    yield Buffer.from('\r\n--garis\r\nContent-Disposition: form-data; name="after"\r\n\r\nsesudah\r\n--garis--\r\n')
  }
  return new Request('http://balai.test/', { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=garis' }, body: Readable.toWeb(Readable.from(body())) as never, duplex: 'half' } as RequestInit)
}

test('199 MB go through a form to the disk without being held in memory', async () => {
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().arrayBuffers - before) }, 5)
  const { form, upload, refused } = await readFormWithLargeFile(formOf(large(199)), member)
  clearInterval(watch)
  expect(refused).toBeNull()
  expect([form.get('title'), form.get('after'), upload?.name]).toEqual(['Judul panjang', 'sesudah', 'besar.pdf'])
  expect(upload?.size).toBe(199 * MB + pdf().length)
  expect(most).toBeLessThan(110 * MB)
  expect(left()).toEqual([])
}, 120_000)

test('too much, a program, nothing at all: refused beside the field with the words kept, and nothing is left', async () => {
  const refusedFor = async (parts: AsyncIterable<Uint8Array>, name?: string) => {
    const { form, upload, refused } = await readFormWithLargeFile(formOf(parts, name), member)
    expect([form.get('after'), upload]).toEqual(['sesudah', null])
    return refused?.form
  }
  async function* of(...chunks: Uint8Array[]) { yield* await Promise.resolve(chunks) }
  expect(await refusedFor(large(LARGE_LIMIT / MB + 1))).toEqual(['uploads:errors.largeTooLarge'])
  expect(await refusedFor(of(program), 'surat.pdf')).toEqual(['uploads:errors.type'])
  expect(await refusedFor(of(Buffer.from('halo'), Buffer.from([0xff, 0xfe])), 'a.txt')).toEqual(['uploads:errors.type'])
  expect(await refusedFor(of(), 'kosong.pdf')).toEqual(['uploads:errors.empty'])
  expect(left()).toEqual([])
  expect(await db.upload.count({ where: { ownerId: member.personId } })).toBe(0)
  expect((await readFormWithLargeFile(formOf(of(), ''), member)).upload).toBeNull()
  await expect(storeLarge(citizen, { name: 'a.pdf', data: pdf() })).rejects.toThrow(Forbidden)
}, 120_000)

test('a line that breaks leaves nothing; text is read over the borders of what arrives; pictures are drawn anew', async () => {
  await expect(storeLarge(member, { name: 'a.pdf', data: large(3, () => { throw new Error('putus') }) })).rejects.toThrow('putus')
  expect(left()).toEqual([])
  const words = Buffer.from('é'.repeat(10))
  async function* halves() { yield* await Promise.resolve([words.subarray(0, 3), words.subarray(3)]) }
  expect(await storeLarge(member, { name: 'a.txt', data: halves() })).toMatchObject({ name: 'a.txt', size: 20, width: null })
  expect(await storeLarge(member, { name: 'a.png', data: await picture('png', 30, 20) })).toMatchObject({ width: 30, height: 20, mime: 'image/png' })
})

test('pieces come one after the other, may come twice, and go on where they broke off', async () => {
  const whole = Buffer.concat([pdf(), Buffer.alloc(2 * PIECE, 7)])
  const begin = () => beginIncoming(member, { name: 'b.pdf', size: whole.length })
  const piece = (number: number) => whole.subarray(number * PIECE, (number + 1) * PIECE)
  const { slug } = await begin()
  await expect(takePiece(member, slug, 1, piece(1))).rejects.toThrow(Conflict)
  await expect(takePiece(member, slug, 0, piece(0).subarray(1))).rejects.toThrow(Invalid)
  await expect(takePiece(citizen, slug, 0, piece(0))).rejects.toThrow(NotFound)
  expect(await takePiece(member, slug, 0, piece(0))).toEqual({ received: 1, upload: null })
  expect(await takePiece(member, slug, 0, piece(0))).toEqual({ received: 1, upload: null })
  expect(await begin()).toEqual({ slug, received: 1, piece: PIECE })
  await takePiece(member, slug, 1, piece(1))
  const { upload } = await takePiece(member, slug, 2, piece(2))
  expect((await bytesOf(upload?.slug ?? '')).equals(whole)).toBe(true)
  expect(left()).toEqual([])
  await expect(takePiece(member, slug, 2, piece(2))).rejects.toThrow(NotFound)
})

test('what broke off goes after a day; a person has few on their way, of a size that is allowed', async () => {
  await expect(beginIncoming(citizen, { name: 'a.pdf', size: 10 })).rejects.toThrow(Forbidden)
  await expect(beginIncoming(member, { name: 'a.pdf', size: LARGE_LIMIT + 1 })).rejects.toThrow(Invalid)
  await expect(beginIncoming(member, { name: 'a.pdf', size: Number.NaN })).rejects.toThrow(Invalid)
  const { slug } = await beginIncoming(member, { name: 'c.pdf', size: PIECE + 1 })
  await takePiece(member, slug, 0, Buffer.alloc(PIECE))
  for (let other = 1; other < 10; other += 1) await beginIncoming(member, { name: `${other}.pdf`, size: 9 })
  await expect(beginIncoming(member, { name: '10.pdf', size: 9 })).rejects.toMatchObject({ code: 'TooMany' })
  expect(await cleanIncoming(Date.now())).toBe(0)
  expect(await cleanIncoming(Date.now() + 86_400_000 + 1_000)).toBeGreaterThanOrEqual(10)
  expect(left()).toEqual([])
  await expect(takePiece(member, slug, 1, Buffer.alloc(1))).rejects.toThrow(NotFound)
  await cleanUploads()
})

test('whoever goes away in the middle of a download ends nothing but that', async () => {
  const { slug } = await storeLarge(member, { name: 'c.pdf', data: large(8) })
  const lost: unknown[] = []
  const hear = (error: unknown) => lost.push(error)
  process.on('uncaughtException', hear)
  for (let time = 0; time < 3; time += 1) {
    const answer = await answerWithFile(new Request('http://balai.test/'), await getUpload(member, slug), false)
    const reader = answer.body?.getReader()
    await reader?.read()
    await reader?.cancel(new Error('putus'))
  }
  await new Promise(resolve => setTimeout(resolve, 100))
  process.off('uncaughtException', hear)
  expect(lost).toEqual([])
})
