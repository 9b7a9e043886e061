import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import * as given from '#tests/factories/files'
import { program } from '#tests/factories/uploads'
import { makePptx, makeXlsx } from '../../../../prisma/seed/files/make'
import type { Limits } from '../children/start.server'
import { readText } from './run.server'
import { attribute, tokens } from './xml'

const read = (format: string, bytes: Uint8Array, limits?: Limits) => readText(format, Readable.from([Buffer.from(bytes)]), limits)

describe('words are read by page', () => {
  test('of a PDF, also where a page between has none', async () => {
    expect(await read('pdf', await given.pdfWith('Jadwal retensi arsip', '', 'Penyusutan arsip'))).toEqual({ outcome: 'READ', pages: 3, texts: [{ page: 1, text: 'Jadwal retensi arsip' }, { page: 3, text: 'Penyusutan arsip' }] })
  })

  test('of Word with its page breaks, of slides, of sheets, of plain text', async () => {
    const document = '<w:document><w:body><w:p><w:r><w:t>Satu &amp; &#100;ua</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/><w:t>Tiga</w:t><w:tab/><w:t>empat</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>hilang</w:delText></w:r></w:del></w:p></w:body></w:document>'
    expect((await read('docx', await given.docxOf(document))).texts).toEqual([{ page: 1, text: 'Satu & dua' }, { page: 2, text: 'Tiga empat' }])
    const slides = await read('pptx', await makePptx([{ title: 'Pertama', lines: ['a', 'b'] }, { title: 'Kedua', lines: [] }], new Date(0)))
    expect(slides.texts).toEqual([{ page: 1, text: 'Pertama\na\nb' }, { page: 2, text: 'Kedua' }])
    const sheets = await read('xlsx', await makeXlsx([{ name: 'Anggaran', rows: [['Uraian', 'Nilai'], ['Belanja', 12.5]] }, { name: 'Kosong', rows: [] }], new Date(0)))
    expect(sheets.texts[0]?.text).toBe('Anggaran\nUraian Nilai\nBelanja 12.5')
    expect(sheets.pages).toBe(2)
    expect((await read('txt', Buffer.from('halo\n\n\n dunia'))).texts).toEqual([{ page: 1, text: 'halo\ndunia' }])
  })

  test('a scan has none', async () => expect(await read('pdf', await given.scan())).toEqual({ outcome: 'EMPTY', pages: 1, texts: [] }))
})

describe('what means harm ends by itself', () => {
  test.each([
    ['a PDF with a password', 'pdf', () => given.lockedPdf(), 'LOCKED'],
    ['a broken PDF', 'pdf', () => given.brokenPdf(), 'BROKEN'],
    ['a program that is called a document', 'docx', () => program, 'BROKEN'],
    ['an archive that says it unpacks to 100 MB', 'docx', () => given.zipBomb(), 'HEAVY'],
    ['an archive that lies about it', 'docx', () => given.zipBomb(true), 'HEAVY'],
    ['a document without its text', 'pptx', () => given.docxWith('a'), 'BROKEN'],
    ['entities within entities', 'docx', () => given.docxOf(`<!DOCTYPE a [<!ENTITY a "${'x'.repeat(1_000)}"><!ENTITY b "${'&a;'.repeat(1_000)}">]><w:p><w:t>&b;</w:t></w:p>`), 'READ'],
    ['nothing', 'pdf', () => new Uint8Array(), 'BROKEN'],
  ])('%s', async (_name, format, make, outcome) => {
    expect((await read(format, await make())).outcome).toBe(outcome)
  }, 60_000)

  test('one that takes too long or too much memory is ended, and what it told until then is kept', async () => {
    const endless = await read('txt', Buffer.from('a'), { time: 1, heap: 64, whole: 500 })
    expect(endless).toEqual({ outcome: 'HEAVY', pages: 0, texts: [] })
    const paragraphs = Array.from({ length: 200_000 }, (_, at) => `kata${at} `.repeat(20))
    const small = await read('docx', await given.docxWith(paragraphs.join(' ')), { time: 60_000, heap: 16, whole: 5_000 })
    expect(small.outcome).toBe('HEAVY')
  }, 60_000)

  test('no more than the bounds comes back', async () => {
    const long = await read('txt', Buffer.from('kata '.repeat(2_000_000)))
    expect(long.texts.reduce((sum, one) => sum + one.text.length, 0)).toBeLessThan(4_100_000)
    expect(Math.max(...long.texts.map(one => one.text.length))).toBeLessThanOrEqual(20_000)
  }, 60_000)
})

test('XML is walked once: elements, words, attributes, and nothing that is declared', () => {
  expect([...tokens('<?xml?><!-- a<b --><a x="1 &lt; 2" y=\'z\'><b/>s &amp; t<![CDATA[<c>]]></a><')]).toEqual([
    { open: 'a', attributes: ' x="1 &lt; 2" y=\'z\'', empty: false }, { open: 'b', attributes: '', empty: true }, { words: 's & t' }, { words: '<c>' }, { close: 'a' },
  ])
  expect([attribute(' x="1 &lt; 2" y=\'z\'', 'x'), attribute(' x="1" y=\'z\'', 'y'), attribute(' xy="1"', 'y')]).toEqual(['1 < 2', 'z', null])
})
