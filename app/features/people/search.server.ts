import { pool } from '~/platform/db/db.server'
import type { SearchDocument, SearchSource } from '~/platform/search/source.server'
import './events'
import type { OpenableField } from './policy'

interface Row {
  id: number
  kind: 'ASN' | 'CITIZEN' | 'PARTNER'
  name: string
  slug: string
  position_name: string
  unit: string | null
  unit_short: string | null
  unit_id: number | null
  org: string | null
  about: string
  expertise: string[]
  public_fields: string[]
  created_at: Date
  updated_at: Date
}

// Never a number of staff, never a mail address; closed accounts and addresses nobody confirmed are not found.
const readSql = `
  select p.id, p.kind::text, p.name, p.slug, p.position_name, u.name as unit, nullif(u.short_name, '') as unit_short, p.unit_id, o.name as org, p.about, p.expertise, p.public_fields,
    p.created_at, p.updated_at
  from person p left join org_unit u on u.id = p.unit_id left join partner_org o on o.id = p.partner_org_id
  where p.closed_at is null and (p.kind = 'ASN' or p.email_verified_at is not null)`

const BATCH = 500

function documentOf(row: Row, sees: (field: OpenableField) => boolean): Omit<SearchDocument, 'id' | 'audience'> {
  const position = sees('position') ? row.position_name : ''
  const unit = sees('position') ? (row.unit ?? '') : ''
  const expertise = sees('expertise') ? row.expertise : []
  const body = [sees('about') ? row.about : '', expertise.join(', ')].filter(Boolean).join(' · ')
  return {
    kind: 'person', fold: `person:${row.id}`, title: row.name, body, authorId: null, authorName: '', shelf: '', unitId: sees('position') ? row.unit_id : null,
    tags: [...expertise, position, unit, unit && row.unit_short, row.org].filter((word): word is string => Boolean(word)), url: `/orang/${row.slug}`,
    meta: { label: `ui:kinds.${row.kind.toLowerCase()}`, ...(position && { position }), ...((row.unit_short ?? row.unit ?? row.org) && (unit || row.org) && { unit: unit ? (row.unit_short ?? unit) : (row.org ?? '') }) },
    createdAt: row.created_at, updatedAt: row.updated_at,
  }
}

/**
 * Colleagues find each other with everything on the profile. Anyone finds an ASN by what the person made public, and citizens and
 * partner members only when they opened what they write about themselves: having registered is nobody's business.
 */
function documentsOf(row: Row): SearchDocument[] {
  const opened = (field: OpenableField) => row.public_fields.includes(field)
  const docs: SearchDocument[] = []
  if (row.kind === 'ASN') docs.push({ ...documentOf(row, () => true), id: `person:${row.id}`, audience: 'asn' })
  const toldOf = opened('about') && row.about !== '' || opened('expertise') && row.expertise.length > 0
  if (toldOf || (row.kind === 'ASN' && opened('position') && row.position_name !== '')) docs.push({ ...documentOf(row, opened), id: `person:${row.id}:public`, audience: 'public' })
  return docs
}

const idsOf = (personId: number) => [`person:${personId}`, `person:${personId}:public`]

export const peopleSearch: SearchSource = {
  name: 'people',
  prefix: 'person:',
  on: {
    'people.person.changed': ({ payload }) => idsOf(payload.personId),
    'people.person.closed': ({ payload }) => idsOf(payload.personId),
    'people.unit.changed': async ({ payload }) => {
      const { rows } = await pool.query<{ id: number }>({ name: 'search-people-of-unit', text: 'select id from person where unit_id = $1', values: [payload.unitId] })
      return rows.flatMap(row => idsOf(row.id))
    },
  },
  async load(ids) {
    const people = [...new Set(ids.map(id => Number(id.split(':')[1])))]
    const { rows } = await pool.query<Row>({ name: 'search-people', text: `${readSql} and p.id = any($1)`, values: [people] })
    const wanted = new Set(ids)
    return new Map(rows.flatMap(documentsOf).filter(doc => wanted.has(doc.id)).map(doc => [doc.id, doc]))
  },
  async* all() {
    for (let after = 0; ;) {
      const { rows } = await pool.query<Row>({ name: 'search-people-all', text: `${readSql} and p.id > $1 order by p.id limit ${BATCH}`, values: [after] })
      if (rows.length > 0) yield rows.flatMap(documentsOf)
      const last = rows.at(-1)
      if (rows.length < BATCH || !last) return
      after = last.id
    }
  },
}
