import { Document, ExternalHyperlink, FootnoteReferenceRun, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import JSZip from 'jszip'
import { beforeAll, describe, expect, test } from 'vitest'
import { markdownFromDoc } from '~/editor/content.server'
import { db } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { zipBomb } from '#tests/factories/files'
import { makeArticle, makeCollection } from '#tests/factories/knowledge'
import { makeMember } from '#tests/factories/people'
import { picture, program } from '#tests/factories/uploads'
import { exportArticle } from './exports.server'
import { convertFile, importArticle, lostOf, lostWord } from './imports.server'

let author: Member, reviewer: Member
let collection: Awaited<ReturnType<typeof makeCollection>>
beforeAll(async () => {
  author = await makeMember()
  reviewer = await makeMember()
  collection = await makeCollection({ reviewers: [reviewer] })
})

const bring = async (name: string, data: Uint8Array | string, who = author) => {
  const made = await importArticle(who, { collection: collection.slug, kind: 'HOW_TO', file: { name, data: typeof data === 'string' ? Buffer.from(data) : data }, clientKey: newKey() })
  const revision = await db.articleRevision.findUniqueOrThrow({ where: { articleId_revision: { articleId: made.id, revision: 1 } } })
  return { ...made, title: revision.title, markdown: markdownFromDoc(revision.doc), uses: await db.uploadUse.count({ where: { usedBy: `article:${made.id}:1` } }) }
}

test('Word: title, headings, emphasis, links, lists in lists, table, picture; footnotes are told of', async () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const docx = await Packer.toBuffer(new Document({
    footnotes: { 1: { children: [new Paragraph('Isi catatan kaki')] } },
    numbering: { config: [{ reference: 'n', levels: [{ level: 0, format: 'decimal', text: '%1.' }] }] },
    sections: [{
      children: [
        new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun('Panduan dari Word')] }), new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('Bagian satu')] }),
        new Paragraph({ children: [new TextRun('Teks '), new TextRun({ text: 'tebal', bold: true }), new TextRun({ text: ' miring', italics: true }), new FootnoteReferenceRun(1), new ExternalHyperlink({ link: 'https://contoh.test/a', children: [new TextRun('tautan')] })] }),
        new Paragraph({ text: 'butir', bullet: { level: 0 } }), new Paragraph({ text: 'anak butir', bullet: { level: 1 } }), new Paragraph({ text: 'kesatu', numbering: { reference: 'n', level: 0 } }), new Paragraph({ text: 'kedua', numbering: { reference: 'n', level: 0 } }),
        new Paragraph({ heading: HeadingLevel.HEADING_5, children: [new TextRun('Sangat dalam')] }),
        new Table({ rows: [new TableRow({ tableHeader: true, children: [cell('Nama'), cell('Nilai')] }), new TableRow({ children: [cell('Akta'), cell('3')] })] }),
        new Paragraph({ children: [new ImageRun({ type: 'png', data: await picture('png'), transformation: { width: 40, height: 30 }, altText: { name: 'g', title: 'g', description: 'Loket' } })] }),
      ],
    }],
  }))
  const made = await bring('Panduan.docx', docx)
  expect(made.title).toBe('Panduan dari Word')
  for (const part of ['## Bagian satu', '**tebal**', '* miring*', '[tautan](https://contoh.test/a)', '- butir', '- anak butir', '1. kesatu', '2. kedua', '### Sangat dalam', '| Akta | 3 |', 'Isi catatan kaki']) {
    expect([part, made.markdown.replace(/\*(\s)/g, '* ').includes(part) || made.markdown.includes(part.replace('* miring*', '*miring*'))]).toEqual([part, true])
  }
  expect(made.markdown).toMatch(/!\[Loket\]\(\/berkas\/[\w-]{22} "40x30"\)/)
  expect(made.uses).toBe(1)
  expect(made.lost).toMatchObject({ footnotes: 1, levels: 1 })
}, 60_000)

test('Markdown with a heading, deeper ones, HTML and pictures that are not there; an archive brings its pictures, and what was exported comes back', async () => {
  const made = await bring('catatan_rapat.md', '---\nauthor: x\n---\n# Rapat *bulanan* dinas\n\n# Keputusan\n\n#### Rinci\n\nTeks <u>garis</u>. ![peta](peta.png)\n\n```\n# bukan judul\n```\n\n- [x] beres')
  expect(made.title).toBe('Rapat bulanan dinas')
  expect(made.markdown).toContain('## Keputusan')
  expect(made.markdown).toContain('### Rinci')
  expect(made.markdown).toContain('# bukan judul')
  expect(made.lost).toEqual({ levels: 1, html: 2, pictures: 1 })
  const zip = new JSZip()
  zip.file('isi/teks.md', `# Judul arsip panjang\n\n![satu](../gambar/satu%20a.png) dan ![dua](gambar/tidak.png)\n\n${Array.from({ length: 11 }, (_, at) => `![n${at}](../gambar/${at}.png)`).join('\n\n')}`)
  zip.file('gambar/satu a.png', await picture('png'))
  zip.file('lain.md', 'singkat')
  zip.file('lampiran.xlsx', 'tabel')
  for (let at = 0; at < 11; at += 1) zip.file(`gambar/${at}.png`, await picture('png', 20 + at, 10))
  const archive = await bring('arsip.zip', await zip.generateAsync({ type: 'uint8array' }))
  expect([archive.title, archive.uses, archive.lost]).toEqual(['Judul arsip panjang', 10, { pictures: 1, picturesOver: 2, other: 2 }])

  const first = await makeArticle({ collection, author, reviewer, title: 'Pulang dan pergi', markdown: '## Satu\n\n- a\n  - b\n\n| K | V |\n| --- | --- |\n| x | y |\n\nAkhir **tebal**.\n\n> [!WARNING]\n> Jangan **titip**.\n>\n> Sungguh.\n\n<details>\n<summary>Bila hilang</summary>\n\nLapor.\n\n</details>' })
  const { bytes } = await exportArticle(author, first.id, { format: 'zip', origin: 'https://balai.test', address: '' })
  const back = await bring('pulang.zip', bytes)
  expect(back.title).toBe('Pulang dan pergi')
  const boxes = '> [!WARNING]\n> Jangan **titip**.\n>\n> Sungguh.'
  for (const part of ['## Satu', '- a\n  - b', '| x | y |', 'Akhir **tebal**.', boxes, '<details>\n<summary>Bila hilang</summary>\n\nLapor.\n\n</details>']) expect(back.markdown).toContain(part)
  expect(back.lost).toEqual({})
  const word = await bring('pulang.docx', (await exportArticle(author, first.id, { format: 'docx', origin: 'https://balai.test', address: '' })).bytes)
  expect(word.markdown).toContain(boxes)
  expect(word.markdown).toContain('**Bila hilang**\n\nLapor.')
}, 60_000)

describe('HTML', () => {
  test('keeps what an article has and counts the rest; nothing of it can run', async () => {
    const png = (await picture('png')).toString('base64')
    const made = await bring('halaman.html', `<!doctype html><title>Judul &amp; halaman</title><script>alert(1)</script><body onload="x()"><div><h2>Bagian</h2><p>Satu<br>dua <b>tebal</b> <u>garis</u> <a href="javascript:x()">jahat</a> <a href="/forum">baik</a></p>
      <ul><li>a<ol start="3"><li>b</li></ol></li><li><input type="checkbox" checked> c</li></ul><blockquote><p>kata</p><p>orang</p></blockquote><pre>x
y</pre><table><thead><tr><th>K</th></tr></thead><tr><td>v</td></tr></table><iframe src="x"></iframe><img src="https://luar.test/x.png" alt="luar"><img alt="dalam" src="data:image/png;base64,${png}"><img src="data:image/png;base64,AAAA" alt="rusak"></div>`)
    expect(made.title).toBe('Judul & halaman')
    for (const part of ['## Bagian', '**tebal**', '[baik](/forum)', 'jahat', '> kata', '| v |', '![dalam](/berkas/']) expect([part, made.markdown.includes(part)]).toEqual([part, true])
    expect(made.markdown).not.toMatch(/javascript|alert|onload/)
    expect(made.lost).toEqual({ scripts: 1, formatting: 1, links: 1, embedded: 1, pictures: 2 })
  })

  test('keeps callouts and folded parts', async () => {
    const made = await bring('kotak dan lipatan.html', '<h2>A</h2><aside class="callout tip" role="note"><p class="kind">Kiat</p><p>isi <b>b</b></p><ul><li>x</li></ul></aside><div class="admonition danger"><p class="admonition-title">Danger</p><p>awas</p></div><aside>lepas</aside><details class="x"><summary><h3>Judul</h3></summary>baris<p>dua</p><details><summary>t</summary><p>c</p></details></details><ul><li>y<aside>dalam</aside></li></ul>')
    expect(made.markdown).toBe('## A\n\n> [!TIP]\n> isi **b**\n>\n> - x\n\n> [!WARNING]\n> awas\n\n> [!NOTE]\n> lepas\n\n<details>\n<summary>Judul</summary>\n\nbaris\n\ndua\n\n<details>\n<summary>t</summary>\n\nc\n\n</details>\n\n</details>\n\n- ydalam')
    expect(made.lost).toEqual({})
  })

  test('nested without end, or broken, it is refused or mended and never takes the house along', async () => {
    await expect(bring('dalam.html', '<div>'.repeat(50_000))).rejects.toThrow(Invalid)
    expect((await bring('pecah berkas.html', '<p>satu <b>dua<table><tr><td>tiga<li>empat')).markdown).toContain('**dua')
  }, 60_000)
})

test('what is not what it says, too heavy, too long, empty or of another kind is refused beside the file; others than colleagues may not', async () => {
  const refused = async (name: string, data: Uint8Array | string) => bring(name, data).then(() => null, (error: unknown) => (error as Invalid).fields?.file)
  expect(await refused('a.docx', program)).toEqual(['knowledge:import.errors.broken'])
  expect(await refused('a.docx', await zipBomb(true))).toEqual(['knowledge:import.errors.heavy'])
  expect(await refused('a.zip', await new JSZip().file('x.txt', 'x').generateAsync({ type: 'uint8array' }))).toEqual(['knowledge:import.errors.broken'])
  expect(await refused('a.exe', program)).toEqual(['knowledge:import.errors.format'])
  expect(await refused('kosong.md', '')).toEqual(['knowledge:import.errors.empty'])
  expect(await refused('panjang.html', `<p>${'kata '.repeat(20_000)}</p>`)).toEqual(['knowledge:import.errors.long'])
  await expect(convertFile('html', Buffer.from('<p>a'), { time: 1, heap: 64, whole: 500 })).rejects.toMatchObject({ fields: { file: ['knowledge:import.errors.heavy'] } })
  const citizen = await makeMember({ kind: 'CITIZEN', verified: true })
  await expect(bring('judul baik.md', 'Isi', citizen)).rejects.toThrow(Forbidden)
  const hidden = await makeCollection({ audience: 'asn' })
  await expect(importArticle(citizen, { collection: hidden.slug, kind: 'SOP', file: { name: 'a.md', data: Buffer.from('x') }, clientKey: newKey() })).rejects.toThrow(NotFound)
}, 60_000)

test('the report travels as words that are known', () => {
  expect(lostOf(lostWord({ pictures: 2, levels: 1 }))).toEqual({ pictures: 2, levels: 1 })
  expect(lostOf('pictures.x~__proto__.1~evil.2~links.3')).toEqual({ links: 3 })
})
