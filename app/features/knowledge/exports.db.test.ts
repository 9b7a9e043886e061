import JSZip from 'jszip'
import { Readable } from 'node:stream'
import { beforeAll, expect, test } from 'vitest'
import { storeUpload } from '~/features/uploads/uploads.server'
import { db } from '~/platform/db/db.server'
import { NotFound, TooMany } from '~/platform/errors'
import { stranger, type Member, type Viewer } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeArticle, makeCollection, makeDraft } from '#tests/factories/knowledge'
import { makeMember } from '#tests/factories/people'
import { picture } from '#tests/factories/uploads'
import { saveArticle } from './articles.server'
import { exportArticle, exportCollection } from './exports.server'
import { linkIn } from './exporting/from-doc.server'
import { binArticle, keepArticle } from './keeping.server'
import { readText } from './reading/run.server'

let author: Member, reviewer: Member, colleague: Member, citizen: Member
let at = 0
beforeAll(async () => {
  author = await makeMember()
  reviewer = await makeMember()
  colleague = await makeMember()
  citizen = await makeMember({ kind: 'CITIZEN', verified: true })
})

const origin = 'https://balai.test'
const asked = (format: 'pdf' | 'docx' | 'zip') => ({ format, origin, address: `alamat-${(at += 1)}` })
const textOf = async (format: 'pdf' | 'docx', bytes: Buffer) => (await readText(format, Readable.from([bytes]))).texts.map(one => one.text).join('\n').replace(/\s+/g, ' ')
const zipOf = async (bytes: Buffer) => { const zip = await JSZip.loadAsync(bytes); return { names: Object.keys(zip.files), text: async (name: string) => (await zip.file(name)?.async('string')) ?? '' } }
const without = { summary: '', tags: [], service: null, why: '' }

const rich = (slug: string, other: string) => `## Langkah pertama

Tulis **tebal**, *miring*, \`kode\` dan [tautan](${other}). Naïve “kutip” – selesai → ya.

1. Satu
2. Dua
   - Anak

- [x] Sudah
- [ ] Belum

> Kata orang bijak

| Nama | Nilai |
| --- | --- |
| Akta | 3 |

\`\`\`
baris kode
\`\`\`

---

## Langkah kedua

![Gambar loket](/berkas/${slug} "40x30")

### Rincian

> [!WARNING]
> Jangan titip berkas.
>
> - butir dalam kotak
>
> ![Gambar kotak](/berkas/${slug} "40x30")

<details>
<summary>Bila berkas hilang</summary>

Lapor ke polisi.

> [!TIP]
> Bawa saksi.

</details>

Penutup artikel.`

test('an article as PDF, Word and Markdown: headings, lists, table, links, pictures', async () => {
  const collection = await makeCollection({ reviewers: [reviewer], name: 'Koleksi ekspor' })
  const { slug } = await storeUpload(author, { name: 'loket.png', data: await picture('png') })
  const other = await makeArticle({ collection, author, reviewer, title: 'Artikel yang ditunjuk' })
  const { id, slug: word } = await makeArticle({ collection, author, reviewer, title: 'Panduan “lengkap” ekspor', markdown: rich(slug, `/pengetahuan/a/${other.id}/x`) })
  for (const format of ['pdf', 'docx'] as const) {
    const { bytes, name } = await exportArticle(stranger(), id, asked(format))
    expect(name).toBe(`${word}.${format}`)
    const text = await textOf(format, bytes)
    for (const words of ['Panduan “lengkap” ekspor', 'Koleksi ekspor', 'Langkah pertama', 'tebal', 'kode', 'tautan', 'Naïve “kutip” –', 'Dua', 'Anak', 'Sudah', 'Kata orang bijak', 'Akta', 'baris kode', 'Rincian', 'Peringatan', 'Jangan titip berkas.', 'butir dalam kotak', 'Bila berkas hilang', 'Lapor ke polisi.', 'Kiat', 'Bawa saksi.', 'Penutup artikel.']) expect([format, words, text.includes(words)]).toEqual([format, words, true])
    if (format === 'docx') expect((await zipOf(bytes)).names.some(one => one.startsWith('word/media/'))).toBe(true)
    else expect(bytes.includes('/Subtype /Image') || bytes.includes('/Image')).toBe(true)
  }
  const zip = await zipOf((await exportArticle(stranger(), id, asked('zip'))).bytes)
  expect(zip.names.sort()).toEqual([`gambar/${slug}.jpg`, `${word}-${id}.md`].sort())
  const markdown = await zip.text(`${word}-${id}.md`)
  expect(markdown).toContain(`![Gambar loket](gambar/${slug}.jpg)`)
  expect(markdown).toContain(`[tautan](${origin}/pengetahuan/a/${other.id}/x)`)
  expect(markdown).toContain('- [x] Sudah')
  expect(markdown).toContain(`> [!WARNING]\n> Jangan titip berkas.\n>\n> - butir dalam kotak\n>\n> ![Gambar kotak](gambar/${slug}.jpg`)
  expect(markdown).toContain('<details>\n<summary>Bila berkas hilang</summary>\n\nLapor ke polisi.\n\n> [!TIP]\n> Bawa saksi.\n\n</details>')
  const book = await zipOf((await exportCollection(stranger(), collection.slug, asked('zip'))).bytes)
  expect(await book.text(`${word}-${id}.md`)).toContain(`[tautan](${other.slug}-${other.id}.md)`)
  expect(await book.text('README.md')).toContain('Artikel yang ditunjuk')
  for (const format of ['pdf', 'docx'] as const) {
    const text = await textOf(format, (await exportCollection(stranger(), collection.slug, asked(format))).bytes)
    for (const words of ['Daftar isi', 'Artikel yang ditunjuk', 'Penutup artikel.']) expect([format, words, text.includes(words)]).toEqual([format, words, true])
  }
}, 120_000)

test('an export holds what the viewer reads and nothing else: no draft, no narrower article, no hidden collection, nothing binned or obsolete, no picture that is not theirs', async () => {
  const parent = await makeCollection({ reviewers: [reviewer] })
  const inside = await makeCollection({ reviewers: [reviewer], audience: 'asn', parent })
  const open = await makeArticle({ collection: parent, author, reviewer, title: 'Terbuka alfa', markdown: `Kata terbuka.\n\n![a](/berkas/${(await storeUpload(author, { name: 'y.png', data: await picture('png') })).slug} "40x30")` })
  await makeArticle({ collection: inside, author, reviewer, title: 'Dalam beta' })
  await makeDraft({ collection: parent, author, title: 'Draf gama' })
  const narrow = await makeArticle({ collection: parent, author, reviewer, title: 'Sempit delta' })
  const keep = { collection: parent.slug, audience: '', owner: '', checkBy: '', obsolete: false, successor: '' }
  await keepArticle(author, { ...keep, articleId: narrow.id, audience: 'asn' })
  const binned = await makeArticle({ collection: parent, author, reviewer, title: 'Buang epsilon' })
  await binArticle(author, { articleId: binned.id, binned: true })
  const old = await makeArticle({ collection: parent, author, reviewer, title: 'Usang zeta' })
  await keepArticle(author, { ...keep, articleId: old.id, obsolete: true })
  const draft = await db.article.findFirstOrThrow({ where: { title: 'Draf gama' } })
  await saveArticle(author, { ...without, articleId: open.id, base: 1, title: 'Terbuka alfa', written: { markdown: 'Kata rahasia besok.' }, clientKey: newKey() })
  // a picture that its owner keeps to themselves, shown by somebody who once could read it
  const hidden = await storeUpload(colleague, { name: 'x.png', data: await picture('png') })
  const before = await db.articleRevision.findUniqueOrThrow({ where: { articleId_revision: { articleId: open.id, revision: 1 } } })
  await db.articleRevision.update({ where: { articleId_revision: { articleId: open.id, revision: 1 } }, data: { doc: JSON.parse(JSON.stringify(before.doc).replace(/"slug":"[\w-]{22}"/, `"slug":"${hidden.slug}"`)) as object } })
  const table: [who: string, viewer: Viewer, titles: string[]][] = [
    ['stranger', stranger(), ['Terbuka alfa']], ['citizen', citizen, ['Terbuka alfa']],
    ['colleague', colleague, ['Dalam beta', 'Sempit delta', 'Terbuka alfa']], ['author', author, ['Dalam beta', 'Sempit delta', 'Terbuka alfa']],
  ]
  for (const [who, viewer, titles] of table) {
    const zip = await zipOf((await exportCollection(viewer, parent.slug, asked('zip'))).bytes)
    const all = (await Promise.all(zip.names.map(zip.text))).join('\n')
    expect([who, [...all.matchAll(/^# (.+)$/gm)].map(match => match[1]).filter(title => title !== parent.name).sort()]).toEqual([who, titles])
    expect(all).not.toContain('rahasia besok')
    expect([who, zip.names.some(name => name.includes(hidden.slug))]).toEqual([who, who === 'colleague'])
    const reads = async (id: number) => exportArticle(viewer, id, asked('zip')).then(() => true, (error: unknown) => { if (error instanceof NotFound) return false; throw error })
    expect([who, await reads(open.id), await reads(narrow.id), await reads(draft.id), await reads(binned.id), await reads(old.id)]).toEqual([who, true, viewer.kind === 'ASN', false, false, true])
  }
  await expect(exportCollection(stranger(), inside.slug, asked('zip'))).rejects.toThrow(NotFound)
}, 120_000)

test('links of a book: chapters of it, other pages of ours, the world', () => {
  const chapters = new Set([12])
  expect(['/pengetahuan/a/12/x#y', `${origin}/pengetahuan/a/12`, '/pengetahuan/a/13/x', '/forum', 'https://a.test/', '/pengetahuan/a/120'].map(url => linkIn(url, origin, chapters)))
    .toEqual(['#artikel-12', '#artikel-12', `${origin}/pengetahuan/a/13/x`, `${origin}/forum`, 'https://a.test/', `${origin}/pengetahuan/a/120`])
})

test('who exports without end is asked to wait', async () => {
  const collection = await makeCollection({ reviewers: [reviewer] })
  const { id } = await makeArticle({ collection, author, reviewer })
  const one = { ...asked('zip'), address: 'sama' }
  for (let time = 0; time < 20; time += 1) await exportArticle(stranger(), id, one)
  await expect(exportArticle(stranger(), id, one)).rejects.toThrow(TooMany)
}, 120_000)
