import { createHash } from 'node:crypto'
import type pg from 'pg'
import { RENDERER } from '~/editor/content.server'
import { slugOf } from '~/features/knowledge/slug'
import { putFile } from '~/platform/files/files.server'
import { makePdf } from '../files/make'
import { chance, type Chance } from '../random'
import { insertRows, takeIds, type Row } from '../rows'
import { storedText } from './make-topic'
import { rareSentence } from './rare-words'
import { paragraphsOf, pickTheme, titleOf, upper } from './sentences'
import type { Theme } from './themes'

const DAY = 86_400_000
const kinds = ['SOP', 'HOW_TO', 'QUESTION_ANSWER', 'GOOD_PRACTICE', 'LESSON_LEARNED', 'REGULATION_SUMMARY'] as const

interface Shelf { id: number; audience: string }
export interface LibrarySizes {
  articles: number
  /** pages of files, about 24 a file */
  pages: number
}

const paragraph = (random: Chance, theme: Theme): string => `${paragraphsOf(random, theme, false)[0] ?? ''} ${rareSentence(random)}.`
const paragraphs = (random: Chance, theme: Theme, count: number): string[] => Array.from({ length: count }, () => paragraph(random, theme).replace(/[&<>"']/g, ''))
const ageOf = (random: Chance) => Math.max(0.1, 1_400 * random.next() ** 2) * DAY

async function writeArticles(client: pg.ClientBase, random: Chance, shelves: readonly Shelf[], owners: readonly number[], count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1_000) {
    const rows: Row[] = []
    const revisions: Row[] = []
    for (const id of await takeIds(client, 'article', Math.min(left, 1_000))) {
      const theme = pickTheme(random)
      const shelf = random.pick(shelves)
      const [owner, checker] = [random.pick(owners), random.pick(owners)]
      const title = upper(titleOf(random, theme)).slice(0, 140)
      const stored = storedText(paragraphs(random, theme, 3 + random.below(6)))
      const at = new Date(Date.now() - ageOf(random))
      const shared = { title, summary: stored.text.slice(0, 160), tags: random.some(theme.things, random.below(3)).map(words => words.toLowerCase().replaceAll(' ', '-')), html: stored.html, text: stored.text, renderer: RENDERER, created_at: at }
      rows.push({
        ...shared, id, collection_id: shelf.id, kind: random.pick(kinds), slug: slugOf(title), audience: shelf.audience, owner_id: owner, approved: 1, approved_by_id: checker, approved_at: at, published_at: at, last_revision: 1, work: 'NONE',
        toc: [], check_by: new Date(Date.now() + (30 + random.below(300)) * DAY).toISOString().slice(0, 10), client_key: `bulk-article-${id}`, created_by_id: owner, updated_at: at,
      })
      revisions.push({ ...shared, article_id: id, revision: 1, doc: stored.doc, editor_id: owner, client_key: `bulk-article-${id}` })
    }
    await insertRows(client, 'article', {
      id: 'int', collection_id: 'int', kind: '"ArticleKind"', title: 'text', slug: 'text', summary: 'text', tags: 'text[]', audience: 'text', owner_id: 'int', html: 'text', text: 'text', renderer: 'int', toc: 'jsonb', approved: 'int',
      approved_by_id: 'int', approved_at: 'timestamptz', published_at: 'timestamptz', check_by: 'date', last_revision: 'int', work: '"ArticleWork"', client_key: 'text', created_by_id: 'int', created_at: 'timestamptz', updated_at: 'timestamptz',
    }, rows)
    await insertRows(client, 'article_revision', {
      article_id: 'int', revision: 'int', title: 'text', summary: 'text', tags: 'text[]', doc: 'jsonb', html: 'text', text: 'text', renderer: 'int', editor_id: 'int', client_key: 'text', created_at: 'timestamptz',
    }, revisions)
  }
}

/** Files with the words of their pages. All of them show one and the same stored page: it is their words that are many. */
async function writeFiles(client: pg.ClientBase, random: Chance, shelves: readonly Shelf[], owners: readonly number[], count: number): Promise<void> {
  const bytes = await makePdf('Berkas beban', [{ heading: 'Berkas beban', lines: ['Isi berkas ini dibuat untuk uji beban.'] }], new Date('2026-01-01T00:00:00Z'))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const key = 'uploads/demo/berkas-beban.pdf'
  await putFile(key, bytes, 'application/pdf')
  for (let written = 0; written < count;) {
    const materials: Row[] = [], versions: Row[] = [], uploads: Row[] = [], pages: Row[] = []
    for (const id of await takeIds(client, 'material', 100)) {
      if (written >= count) break
      const theme = pickTheme(random)
      const shelf = random.pick(shelves)
      const owner = random.pick(owners)
      const at = new Date(Date.now() - ageOf(random))
      const title = upper(titleOf(random, theme)).slice(0, 140)
      const slug = `beban-${id}`
      const many = Math.min(count - written, 8 + random.below(33))
      const file = { name: `${slugOf(title, 'berkas')}.pdf`, mime: 'application/pdf', size: bytes.length, sha256, created_at: at }
      materials.push({
        id, collection_id: shelf.id, title, slug: slugOf(title, 'berkas'), description: rareSentence(random), tags: [], audience: shelf.audience, owner_id: owner, shown: 1, last_version: 1, approved_by_id: owner, approved_at: at,
        client_key: `bulk-material-${id}`, created_by_id: owner, created_at: at, updated_at: at,
      })
      versions.push({ ...file, material_id: id, version: 1, format: 'pdf', upload: slug, reading: 'READ', pages: many, added_by_id: owner, client_key: `bulk-material-${id}` })
      uploads.push({ ...file, slug, storage_key: key, owner_id: owner, audience: shelf.audience, attached_at: at })
      for (let page = 1; page <= many; page++) pages.push({ material_id: id, version: 1, page, text: paragraphs(random, theme, 2 + random.below(5)).join('\n') })
      written += many
    }
    await insertRows(client, 'upload', { slug: 'text', storage_key: 'text', name: 'text', mime: 'text', size: 'int', sha256: 'text', owner_id: 'int', audience: 'text', attached_at: 'timestamptz', created_at: 'timestamptz' }, uploads)
    await insertRows(client, 'material', {
      id: 'int', collection_id: 'int', title: 'text', slug: 'text', description: 'text', tags: 'text[]', audience: 'text', owner_id: 'int', shown: 'int', last_version: 'int', approved_by_id: 'int', approved_at: 'timestamptz', client_key: 'text',
      created_by_id: 'int', created_at: 'timestamptz', updated_at: 'timestamptz',
    }, materials)
    await insertRows(client, 'material_version', {
      material_id: 'int', version: 'int', format: 'text', upload: 'text', name: 'text', mime: 'text', size: 'int', sha256: 'text', reading: '"MaterialReading"', pages: 'int', added_by_id: 'int', client_key: 'text', created_at: 'timestamptz',
    }, versions)
    await insertRows(client, 'material_page', { material_id: 'int', version: 'int', page: 'int', text: 'text' }, pages)
    await client.query(`insert into upload_use (upload_id, used_by, audience) select u.id, 'material:' || v.material_id || ':1', u.audience from material_version v join upload u on u.slug = v.upload where v.material_id = any($1) and v.version = 1`, [materials.map(row => row.id)])
  }
}

/** Articles and files in the collections that everybody or all civil servants read. */
export async function writeLibrary(client: pg.ClientBase, sizes: LibrarySizes, owners: readonly number[], seed: number): Promise<void> {
  const random = chance(seed ^ 0x11b4)
  const { rows: shelves } = await client.query<Shelf>(`select id, audience from collection where audience in ('public', 'asn') order by id`)
  if (shelves.length === 0 || owners.length === 0) return
  await client.query('begin')
  if (sizes.articles > 0) await writeArticles(client, random, shelves, owners, sizes.articles)
  if (sizes.pages > 0) await writeFiles(client, random, shelves, owners, sizes.pages)
  await client.query('commit')
}
