import { pool } from '~/platform/db/db.server'
import type { SearchDocument, SearchSource } from '~/platform/search/source.server'
import './events'
import { articleIcons, serviceFields, type ArticleKindName, type ServiceInfo } from './kinds'
import { articlePath } from './paths'

interface Row {
  id: number
  slug: string
  title: string
  kind: ArticleKindName
  summary: string
  text: string
  service: ServiceInfo | null
  tags: string[]
  audience: string
  collection_id: number
  collection: string
  collection_en: string
  owner_id: number
  owner_name: string
  owner_unit_id: number | null
  published_at: Date
  approved_at: Date
}

/** What was approved, is not obsolete and not in the bin: nothing else is found. */
const articles = `select a.id, a.slug, a.title, a.kind::text, a.summary, a.text, a.service, a.tags, a.audience, c.id as collection_id, c.name as collection, c.name_en as collection_en, a.owner_id, p.name as owner_name, a.owner_unit_id,
    a.published_at, a.approved_at
  from article a join collection c on c.id = a.collection_id join person p on p.id = a.owner_id where a.approved is not null and a.obsolete_at is null and a.binned_at is null`
const BATCH = 500

const documentOf = (row: Row): SearchDocument => ({
  id: `article:${row.id}`, kind: 'article', fold: `article:${row.id}`, title: row.title,
  body: [row.summary, ...serviceFields.flatMap(name => row.service?.[name] ?? []), row.text].filter(Boolean).join('\n'),
  audience: row.audience, authorId: row.owner_id, authorName: row.owner_name, shelf: `collection:${row.collection_id}`, unitId: row.owner_unit_id, tags: row.tags, url: articlePath(row),
  meta: { label: `knowledge:kind.${row.kind}`, icon: articleIcons[row.kind], shelfName: row.collection, ...(row.collection_en && { shelfNameEn: row.collection_en }) },
  createdAt: row.published_at, updatedAt: row.approved_at,
})

async function* ofCollection(collectionId: number): AsyncGenerator<string> {
  for (let after = 0; ;) {
    const { rows } = await pool.query<{ id: number }>({ name: 'search-articles-of', text: 'select id from article where collection_id = $1 and id > $2 order by id limit 1000', values: [collectionId, after] })
    for (const row of rows) yield `article:${row.id}`
    const last = rows.at(-1)
    if (rows.length < 1_000 || !last) return
    after = last.id
  }
}

/** Articles as their readers see them. */
export const articleSearch: SearchSource = {
  name: 'articles', prefix: 'article:',
  on: {
    'knowledge.article.acted': ({ payload }) => (payload.public ? [`article:${payload.articleId}`] : []),
    'knowledge.collection.changed': ({ payload }) => (payload.audience ? ofCollection(payload.collectionId) : []),
  },
  async load(ids) {
    const { rows } = await pool.query<Row>({ name: 'search-articles', text: `${articles} and a.id = any($1)`, values: [ids.map(id => Number(id.slice('article:'.length)))] })
    return new Map(rows.map(row => [`article:${row.id}`, documentOf(row)]))
  },
  async* all() {
    for (let after = 0; ;) {
      const { rows } = await pool.query<Row>({ name: 'search-articles-all', text: `${articles} and a.id > $1 order by a.id limit ${BATCH}`, values: [after] })
      if (rows.length > 0) yield rows.map(documentOf)
      const last = rows.at(-1)
      if (rows.length < BATCH || !last) return
      after = last.id
    }
  },
}
