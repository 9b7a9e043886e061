import { pool } from '~/platform/db/db.server'
import type { SearchDocument, SearchSource } from '~/platform/search/source.server'
import './events'
import { formatIcons, materialPath, partOf, type Format } from './formats'

interface Row {
  id: number
  slug: string
  title: string
  description: string
  source: string
  name: string
  format: Format
  tags: string[]
  audience: string
  collection_id: number
  collection: string
  collection_en: string
  owner_id: number
  owner_name: string
  owner_unit_id: number | null
  created_at: Date
  approved_at: Date
  page: number | null
  text: string | null
}

/** What somebody approved and nobody threw away: its facts, and a row for each page with words of the version readers see. */
const files = `select m.id, m.slug, m.title, m.description, m.source, v.name, v.format, m.tags, m.audience, c.id as collection_id, c.name as collection, c.name_en as collection_en, m.owner_id, p.name as owner_name,
    m.owner_unit_id, m.created_at, m.approved_at, t.page, t.text
  from material m join collection c on c.id = m.collection_id join person p on p.id = m.owner_id join material_version v on v.material_id = m.id and v.version = m.shown
    left join lateral (select null::int as page, null::text as text union all select page, text from material_page x where x.material_id = m.id and x.version = m.shown) t on true
  where m.shown is not null and m.binned_at is null`

const idOf = (row: Row) => (row.page === null ? `file:${row.id}` : `file:${row.id}:${row.page}`)

/** One document for the file, found by what is said of it; one for each page, found by the words on it. They are one find. */
function documentOf(row: Row): SearchDocument {
  const { page } = row
  return {
    id: idOf(row), kind: 'file', fold: `file:${row.id}`, title: row.title, titleOnlyShown: page !== null, body: page === null ? [row.description, row.source, row.name].filter(Boolean).join('\n') : (row.text ?? ''),
    audience: row.audience, authorId: row.owner_id, authorName: row.owner_name, shelf: `collection:${row.collection_id}`, unitId: row.owner_unit_id, tags: page === null ? row.tags : [],
    url: page === null ? materialPath(row) : `${materialPath(row)}?halaman=${page}#halaman-${page}`,
    meta: {
      label: `knowledge:material.format.${row.format}`, icon: formatIcons[row.format], shelfName: row.collection, ...(row.collection_en && { shelfNameEn: row.collection_en }),
      ...(page !== null && { part: `knowledge:material.part.${partOf(row.format)}`, number: page }),
    },
    createdAt: row.created_at, updatedAt: row.approved_at,
  }
}

/** The ids a material's documents may have, of all its versions: what is not there any more must leave. */
async function* idsOf(where: string, value: number): AsyncGenerator<string> {
  const { rows } = await pool.query<{ id: number; pages: number }>({
    name: `search-material-ids-${where}`, text: `select m.id, coalesce(max(v.pages), 0)::int as pages from material m join material_version v on v.material_id = m.id where m.${where} = $1 group by m.id order by m.id`, values: [value],
  })
  for (const { id, pages } of rows) {
    yield `file:${id}`
    for (let page = 1; page <= pages; page += 1) yield `file:${id}:${page}`
  }
}

const BATCH = 50

/** Files and videos of the knowledge base, by what is said of them and by what stands in them. */
export const materialSearch: SearchSource = {
  name: 'materials', prefix: 'file:',
  on: {
    'knowledge.material.changed': ({ payload }) => (payload.public ? idsOf('id', payload.materialId) : []),
    'knowledge.collection.changed': ({ payload }) => (payload.audience ? idsOf('collection_id', payload.collectionId) : []),
  },
  async load(ids) {
    const wanted = ids.map(id => id.split(':').map(Number))
    const { rows } = await pool.query<Row>({
      name: 'search-materials', text: `${files} and m.id = any($1) and (t.page is null and m.id = any($2) or (m.id, t.page) in (select * from unnest($3::int[], $4::int[])))`,
      values: [[...new Set(wanted.map(one => one[1]))], wanted.filter(one => one.length === 2).map(one => one[1]), wanted.filter(one => one.length === 3).map(one => one[1]), wanted.filter(one => one.length === 3).map(one => one[2])],
    })
    return new Map(rows.map(row => [idOf(row), documentOf(row)]))
  },
  async* all() {
    for (let after = 0; ;) {
      const { rows: next } = await pool.query<{ id: number }>({ name: 'search-materials-next', text: `select id from material where id > $1 order by id limit ${BATCH}`, values: [after] })
      const last = next.at(-1)
      if (!last) return
      const { rows } = await pool.query<Row>({ name: 'search-materials-all', text: `${files} and m.id > $1 and m.id <= $2 order by m.id, t.page`, values: [after, last.id] })
      for (let at = 0; at < rows.length; at += 500) yield rows.slice(at, at + 500).map(documentOf)
      after = last.id
    }
  },
}
