import sharp from 'sharp'
import { expect, test } from 'vitest'
import * as given from '#tests/factories/uploads'
import { makePicture } from './pictures.server'
import { cleanName, sniff } from './sniff.server'

test.each([
  ['a jpeg called .exe', () => given.picture('jpeg'), 'virus.exe', 'image/jpeg'],
  ['png', () => given.picture('png'), 'a.png', 'image/png'],
  ['webp', () => given.picture('webp'), 'a.webp', 'image/webp'],
  ['gif', () => given.picture('gif'), 'a.gif', 'image/gif'],
  ['avif', () => given.picture('avif'), 'a.avif', 'image/avif'],
  ['pdf', () => given.pdf(), 'a.pdf', 'application/pdf'],
  ['docx', () => given.docx(), 'a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', () => given.xlsx(), 'a.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['odt', () => given.odt(), 'a.odt', 'application/vnd.oasis.opendocument.text'],
  ['text', () => Buffer.from('Rapat pukul 08.33 — ruang Éka'), 'catatan.TXT', 'text/plain; charset=utf-8'],
  ['csv', () => Buffer.from('nip;nama\r\n1;Ari'), 'data.csv', 'text/csv; charset=utf-8'],
  ['markup in a text file is only text', () => given.svg, 'a.txt', 'text/plain; charset=utf-8'],
])('accepts %s by its content', async (_what, bytes, name, mime) => {
  expect((await sniff(await bytes(), name))?.mime).toBe(mime)
})

test.each([
  ['svg with script', () => given.svg, 'a.svg'],
  ['svg dressed as png', () => given.svg, 'a.png'],
  ['svg with prolog dressed as text', () => given.svgWithProlog, 'a.txt'],
  ['html', () => given.html, 'a.html'],
  ['html dressed as pdf', () => given.html, 'a.pdf'],
  ['a program dressed as a picture', () => given.program, 'a.jpg'],
  ['a program dressed as text', () => given.program, 'a.txt'],
  ['zip', () => given.zip(), 'a.zip'],
  ['zip dressed as docx', () => given.zip(), 'a.docx'],
  ['a document with macros', () => given.macroDocument(), 'a.docx'],
  ['text with NUL bytes', () => Buffer.from('a\0b'), 'a.txt'],
  ['broken UTF-8', () => Buffer.from([0x41, 0xff, 0xfe, 0x42]), 'a.csv'],
  ['nothing at all', () => Buffer.alloc(0), 'a.txt'],
  ['text without a known ending', () => Buffer.from('halo'), 'halo'],
])('refuses %s', async (_what, bytes, name) => {
  expect(await sniff(bytes(), name)).toBeNull()
})

test.each([
  ['../../etc/passwd', 'txt', 'passwd.txt'],
  ['C:\\Users\\ari\\foto.jpeg', 'jpg', 'foto.jpg'],
  ['a\u202egnp.exe', 'png', 'agnp.png'],
  ['laporan\r\nSet-Cookie: x=1.pdf', 'pdf', 'laporanSet-Cookie x=1.pdf'],
  ['<b>"x"</b>.png', 'png', 'b.png'],
  ['...', 'pdf', 'berkas.pdf'],
  ['Rencana kerja 2026 (final).docx', 'docx', 'Rencana kerja 2026 final.docx'],
  ['é'.repeat(300), 'txt', `${'é'.repeat(95)}.txt`],
  ['\ud83d\ude00 rapat.md', 'md', '\ud83d\ude00 rapat.md'],
])('cleans the name %j', (name, extension, clean) => {
  expect(cleanName(name, extension)).toBe(clean)
})

test('a photo loses place, camera and anything behind its pixels, and the page gets a copy of at most 1600 px', async () => {
  const bytes = Buffer.concat([await given.photoWithPlace(), Buffer.from('<script>alert(1)</script>')])
  expect((await sharp(bytes).metadata()).exif).toBeDefined()
  const made = await makePicture(bytes, 'image/jpeg')
  for (const copy of [made.original.bytes, made.view.bytes]) {
    expect((await sharp(copy).metadata()).exif).toBeUndefined()
    expect(copy.includes('KameraRahasia')).toBe(false)
    expect(copy.includes('<script>')).toBe(false)
  }
  expect([made.view.width, made.view.height]).toEqual([1600, 800])
})

test('a picture that unpacks to a hundred million pixels is refused, and so is a torn one', async () => {
  const bomb = given.bomb()
  expect(bomb.length).toBeLessThan(30_000)
  await expect(makePicture(bomb, 'image/png')).rejects.toMatchObject({ fields: { form: ['uploads:errors.pixels'] } })
  const jpeg = await given.picture('jpeg', 400, 400)
  await expect(makePicture(jpeg.subarray(0, jpeg.length / 2), 'image/jpeg')).rejects.toMatchObject({ fields: { form: ['uploads:errors.picture'] } })
})
