import { expect, test } from 'vitest'
import * as given from '#tests/factories/uploads'
import { db, transaction } from '~/platform/db/db.server'
import { stranger, type Member, type Viewer } from '~/platform/viewer'
import { answerWithFile, rangeOf } from './answer.server'
import { cleanUploads } from './jobs.server'
import { FILE_LIMIT, PICTURE_LIMIT } from './limits'
import { readFormWithFiles } from './multipart.server'
import { getUpload } from './uploads.queries.server'
import { asMarkdown, attachUploads, detachUploads, moveUploads, storeUpload, uploadFromForm, uploadsIn } from './uploads.server'

let made = 0
async function someone(kind: 'ASN' | 'CITIZEN' = 'ASN', ...more: string[]): Promise<Member> {
  const person = await db.person.create({ data: { kind, name: `Orang ${++made}`, slug: `orang-${made}` } })
  return {
    ...stranger(), personId: person.id, kind, name: person.name, slug: person.slug, verified: true,
    audiences: ['public', ...(kind === 'ASN' ? ['asn'] : []), `user:${person.id}`, ...more],
  }
}
const store = async (member: Member, name = 'a.png') => storeUpload(member, { name, data: await given.picture('png') })
const attach = (member: Member, slugs: string[], usedBy: string, audience: string) =>
  transaction(tx => attachUploads(tx, { slugs, usedBy, audience, ownerId: member.personId, audiences: member.audiences }))
const reads = async (viewer: Viewer, slug: string) => getUpload(viewer, slug).then(() => true, () => false)

test('who may fetch a file: its owner before it is attached, then whoever holds the audience of a use', async () => {
  const owner = await someone('ASN', 'unit:3')
  const viewers = { owner, colleague: await someone('ASN'), unit: await someone('ASN', 'unit:3'), citizen: await someone('CITIZEN'), stranger: stranger() }
  const table: [string, (keyof typeof viewers)[]][] = [
    ['none', ['owner']],
    ['unit:3', ['owner', 'unit']],
    ['asn', ['owner', 'colleague', 'unit']],
    ['public', ['owner', 'colleague', 'unit', 'citizen', 'stranger']],
  ]
  for (const [audience, may] of table) {
    const { slug } = await store(owner)
    if (audience !== 'none') await attach(owner, [slug], `post:${slug}`, audience)
    for (const [name, viewer] of Object.entries(viewers)) expect([audience, name, await reads(viewer, slug)]).toEqual([audience, name, may.includes(name as keyof typeof viewers)])
  }
  expect(await reads(owner, '../../etc/passwd')).toBe(false)
})

test('somebody else may use a file they can read, which opens it to nobody new; a file they cannot read they cannot use', async () => {
  const owner = await someone()
  const other = await someone()
  const { slug } = await store(owner)
  await expect(attach(other, [slug], 'post:1', 'public')).rejects.toMatchObject({ fields: { form: ['uploads:errors.unknown'] } })
  await attach(owner, [slug], 'post:2', 'asn')
  await attach(other, [slug], 'post:1', 'public')
  expect(await reads(stranger(), slug)).toBe(false)
  await attach(owner, [slug], 'post:3', 'public')
  expect(await reads(stranger(), slug)).toBe(true)
  await transaction(tx => moveUploads(tx, ['post:3'], 'asn'))
  expect(await reads(stranger(), slug)).toBe(false)
})

test('an edit says anew what is used; a file whose last use ended goes after 30 days, one never attached after a day', async () => {
  const owner = await someone()
  const [kept, dropped, never] = [await store(owner), await store(owner), await store(owner)]
  await attach(owner, [kept.slug, dropped.slug], 'post:9', 'public')
  await attach(owner, [kept.slug], 'post:9', 'public')
  expect([await reads(stranger(), kept.slug), await reads(stranger(), dropped.slug), await reads(owner, dropped.slug)]).toEqual([true, false, true])
  await cleanUploads(Date.now() + 25 * 3_600_000)
  expect([await reads(owner, never.slug), await reads(owner, dropped.slug)]).toEqual([false, true])
  await cleanUploads(Date.now() + 31 * 86_400_000)
  expect([await reads(owner, dropped.slug), await reads(owner, kept.slug)]).toEqual([false, true])
  await transaction(tx => detachUploads(tx, 'post:9'))
  expect(await reads(stranger(), kept.slug)).toBe(false)
})

test('refuses what is too large, too many, unconfirmed, empty or too often', async () => {
  const member = await someone()
  const endless = async function* () { for (;;) yield Buffer.alloc(1_000_000, 32) }
  await expect(storeUpload(member, { name: 'a.txt', data: endless() })).rejects.toMatchObject({ fields: { form: ['uploads:errors.fileTooLarge'] } })
  await expect(storeUpload(member, { name: 'a.pdf', data: given.pdf(FILE_LIMIT) })).rejects.toMatchObject({ status: 422 })
  const padded = Buffer.concat([await given.picture('jpeg'), Buffer.alloc(PICTURE_LIMIT)])
  await expect(storeUpload(member, { name: 'a.jpg', data: padded })).rejects.toMatchObject({ fields: { form: ['uploads:errors.pictureTooLarge'] } })
  await expect(storeUpload({ ...member, verified: false }, { name: 'a.txt', data: Buffer.from('x') })).rejects.toMatchObject({ status: 403 })
  await expect(storeUpload(member, { name: 'a.txt', data: Buffer.alloc(0) })).rejects.toMatchObject({ fields: { form: ['uploads:errors.empty'] } })
  expect(await uploadFromForm(member, new File([], ''))).toBeNull()
  await expect(attach(member, Array.from({ length: 11 }, (_, i) => `x${i}`), 'post:1', 'public')).rejects.toMatchObject({ fields: { form: ['uploads:errors.tooMany'] } })
  const results = await Promise.allSettled(Array.from({ length: 45 }, (_, i) => storeUpload(member, { name: `${i}.txt`, data: Buffer.from(`isi ${i}`) })))
  expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(40)
  expect(await db.upload.count({ where: { ownerId: member.personId } })).toBe(40)
  await expect(storeUpload(member, { name: 'a.txt', data: Buffer.from('x') })).rejects.toMatchObject({ code: 'TooMany' })
})

test('answers carry safe headers, caching by audience, ETags and ranges', async () => {
  const owner = await someone()
  const get = async (slug: string, headers: Record<string, string> = {}, whole = false) =>
    answerWithFile(new Request('http://x/berkas/a', { headers }), await getUpload(owner, slug), whole)

  const shown = await store(owner, 'peta "kota".png')
  const view = await get(shown.slug)
  expect(view.headers.get('Content-Type')).toBe('image/webp')
  expect(view.headers.get('Content-Disposition')).toMatch(/^inline; filename="peta kota \.webp"|^inline; filename="peta kota\.webp"/)
  expect(view.headers.get('Content-Security-Policy')).toBe("sandbox; default-src 'none'")
  expect(view.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(view.headers.get('Cache-Control')).toBe('private, no-cache')
  expect((await get(shown.slug, {}, true)).headers.get('Content-Disposition')).toMatch(/^attachment/)
  const etag = view.headers.get('ETag') ?? ''
  expect((await get(shown.slug, { 'If-None-Match': `W/${etag}` })).status).toBe(304)

  const text = await storeUpload(owner, { name: 'Catatan rapat – é.txt', data: Buffer.from('0123456789') })
  await attach(owner, [text.slug], 'post:50', 'public')
  const answer = await get(text.slug)
  expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="Catatan rapat  e.txt"; filename*=UTF-8''Catatan%20rapat%20%E2%80%93%20%C3%A9.txt`)
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=600')
  expect(await answer.text()).toBe('0123456789')
  const part = await get(text.slug, { Range: 'bytes=2-4' })
  expect([part.status, await part.text(), part.headers.get('Content-Range')]).toEqual([206, '234', 'bytes 2-4/10'])
  expect((await get(text.slug, { Range: 'bytes=99-' })).status).toBe(416)
  const document = await storeUpload(owner, { name: 'a.pdf', data: given.pdf() })
  expect((await get(document.slug)).headers.get('Content-Disposition')).toMatch(/^inline/)
})

test.each([
  ['bytes=0-0', { start: 0, end: 0 }], ['bytes=5-', { start: 5, end: 9 }], ['bytes=-3', { start: 7, end: 9 }], ['bytes=0-999', { start: 0, end: 9 }],
  ['bytes=5-2', null], ['bytes=0-1,3-4', null], ['items=1-2', null], ['bytes=-', null], ['bytes=10-', 'unsatisfiable'], ['bytes=-0', 'unsatisfiable'],
])('range %s of 10 bytes', (header, expected) => {
  expect(rangeOf(header, 10)).toEqual(expected)
})

test('a form with files is bounded while it arrives', async () => {
  const body = (fill: (form: FormData) => void) => {
    const form = new FormData()
    fill(form)
    return new Request('http://x/unggah', { method: 'POST', body: form })
  }
  const good = await readFormWithFiles(body(form => {
    form.append('text', 'halo\0 dunia')
    form.append('berkas', new File(['isi'], '../a.txt'))
    form.append('berkas', new File([], ''))
  }))
  expect([good.form.get('text'), good.files.map(file => [file.name, file.data.toString()])]).toEqual(['halo dunia', [['a.txt', 'isi']]])
  await expect(readFormWithFiles(body(form => { for (let i = 0; i < 11; i++) form.append('b', new File(['x'], `${i}.txt`)) })))
    .rejects.toMatchObject({ fields: { form: ['uploads:errors.tooMany'] } })
  await expect(readFormWithFiles(body(form => form.append('b', new File([Buffer.alloc(FILE_LIMIT + 1)], 'a.pdf')))))
    .rejects.toMatchObject({ fields: { form: ['uploads:errors.fileTooLarge'] } })
  await expect(readFormWithFiles(body(form => form.append('text', 'x'.repeat(1_100_000))))).rejects.toMatchObject({ fields: { form: ['http:invalid.tooLong'] } })
  await expect(readFormWithFiles(new Request('http://x', { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\ntorn' })))
    .rejects.toMatchObject({ fields: { form: ['http:invalid.body'] } })
})

test('addresses are found in text, and names cannot break out of Markdown', () => {
  const slug = 'A'.repeat(22)
  expect(uploadsIn(`<img src="/berkas/${slug}"> /berkas/${slug} /berkas/short /berkas/${slug}x`)).toEqual([slug])
  expect(asMarkdown([{ slug, url: `/berkas/${slug}`, name: 'a](javascript:x)[.png', mime: 'image/png', size: 1, width: 1, height: 1 }])).toBe(`![a\\](javascript:x)\\[.png](/berkas/${slug})`)
})
