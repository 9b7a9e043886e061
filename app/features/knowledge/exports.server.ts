import sharp from 'sharp'
import { calloutWordsIn, markdownFromDoc } from '~/editor/content.server'
import { getUpload } from '~/features/uploads/uploads.queries.server'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import { readFile } from '~/platform/files/files.server'
import { limiter, takeOrRefuse } from '~/platform/http/rate-limit.server'
import { formatDate } from '~/platform/i18n/format'
import { translator } from '~/platform/i18n/words'
import type { Viewer } from '~/platform/viewer'
import { listCollections } from './collections.queries.server'
import type { Book, Chapter, ExportFormat, Picture } from './exporting/book'
import { blocksOf, picturesIn } from './exporting/from-doc.server'
import { makeBook } from './exporting/run.server'
import { serviceFields, type ServiceInfo } from './kinds'
import { articlePath, collectionPath } from './paths'
import { reachCollection } from './rows/reach.server'

export const exportFormats: readonly ExportFormat[] = ['pdf', 'docx', 'zip']
/** articles of one collection, and megabytes of pictures, in one export */
const MOST = 300
const PICTURES = 40 * 1024 * 1024

const exportLimit = limiter('export', { points: 20, minutes: 10 })

interface Row {
  id: number
  slug: string
  title: string
  summary: string
  service: ServiceInfo | null
  doc: unknown
  collection: string
  approvedAt: Date
  approvedBy: string | null
}

/** What readers see, as it was approved: never a draft, nothing obsolete or thrown away unless it is asked for by its number. */
const columns = `a.id, a.slug, a.title, a.summary, a.service, r.doc, c.name as collection, a.approved_at as "approvedAt", (select p.name from person p where p.id = a.approved_by_id) as "approvedBy"
  from article a join article_revision r on r.article_id = a.id and r.revision = a.approved join collection c on c.id = a.collection_id where a.audience = any($1) and a.binned_at is null`

export interface Exported {
  bytes: Buffer
  name: string
  mime: string
}

const mimes: Record<ExportFormat, string> = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', zip: 'application/zip' }

interface Asked {
  format: ExportFormat
  /** where this portal stands */
  origin: string
  /** who asks, where nobody is signed in */
  address: string
}

/** One article as a file. @throws NotFound, TooMany above 20 in 10 minutes, Unavailable */
export async function exportArticle(viewer: Viewer, id: number, asked: Asked): Promise<Exported> {
  const rows = await sql<Row>('export-article', `select ${columns} and a.id = $2`, [viewer.audiences, id])
  const [row] = rows
  if (!row) throw new NotFound('article')
  return made(viewer, rows, asked, { title: row.title, path: articlePath(row), slug: row.slug })
}

/** A collection with those inside it: of their articles the viewer's readable ones, at most 300. @throws NotFound, TooMany, Unavailable */
export async function exportCollection(viewer: Viewer, slug: string, asked: Asked): Promise<Exported> {
  const collection = await reachCollection(viewer, slug)
  const inside = (await listCollections(viewer)).filter(one => one.path.includes(collection.id)).map(one => one.id)
  const rows = await sql<Row>('export-collection', `select ${columns} and a.obsolete_at is null and a.collection_id = any($2) order by array_position($2, a.collection_id), a.title, a.id limit ${MOST}`, [viewer.audiences, inside])
  return made(viewer, rows, asked, { title: collection.name, path: collectionPath(slug), slug })
}

async function made(viewer: Viewer, rows: readonly Row[], { format, origin, address }: Asked, { title, path, slug }: { title: string; path: string; slug: string }): Promise<Exported> {
  await takeOrRefuse(exportLimit, viewer.personId === null ? address : String(viewer.personId))
  const t = translator(viewer.locale, 'knowledge')
  const ids = new Set(rows.map(row => row.id))
  const chapters = rows.map((row): Chapter => ({
    id: row.id, slug: row.slug, title: row.title, summary: row.summary, blocks: blocksOf(row.doc, { origin, chapters: ids }), markdown: format === 'zip' ? markdownFromDoc(row.doc) : '',
    facts: [row.collection, ...(row.approvedBy ? [t('export.approved', { name: row.approvedBy, date: formatDate(row.approvedAt, { ...viewer, now: Date.now() }) })] : []), origin + articlePath(row)],
    service: serviceFields.flatMap(name => { const text = row.service?.[name]; return text ? [{ label: t(`service.${name}`), text }] : [] }),
  }))
  const book: Book = {
    format, title, origin, at: Date.now(), chapters, pictures: await picturesOf(viewer, chapters.flatMap(one => picturesIn(one.blocks))),
    about: t('export.about', { count: rows.length, date: formatDate(Date.now(), { ...viewer, now: Date.now() }), address: origin + path }), words: { contents: t('export.contents'), picture: t('export.picture'), callouts: calloutWordsIn(viewer.locale) },
  }
  return { bytes: await makeBook(book), name: `${slug}.${format}`, mime: mimes[format] }
}

/** The pictures the viewer may fetch, as every program reads them. What is not theirs, or too much, stays out. */
async function picturesOf(viewer: Viewer, slugs: readonly string[]): Promise<Record<string, Picture>> {
  const found: Record<string, Picture> = {}
  let left = PICTURES
  for (const slug of new Set(slugs)) {
    const upload = await getUpload(viewer, slug).catch(() => null)
    if (!upload?.viewKey || left <= 0) continue
    const drawn = await readFile(upload.viewKey).then(bytes => sharp(bytes).flatten({ background: '#ffffff' }).jpeg({ quality: 82 }).toBuffer({ resolveWithObject: true })).catch(() => null)
    if (!drawn) continue
    left -= drawn.data.length
    found[slug] = { data: drawn.data.toString('base64'), width: drawn.info.width, height: drawn.info.height }
  }
  return found
}
