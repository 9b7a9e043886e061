import { pool } from '~/platform/db/db.server'
import type { SearchDocument, SearchSource } from '~/platform/search/source.server'
import './events'
import type { FormName } from './kinds'
import { offerPath } from './paths'

interface Row {
  id: number
  title: string
  about: string
  expects: string
  form: FormName
  tags: string[]
  competencies: string[]
  mentor_id: number
  name: string
  position: string
  unit_id: number | null
  created_at: Date
  updated_at: Date
}

/** What takes requests or is paused, of mentors who are here. A paused one is found and says so. For colleagues: the directory is theirs. */
const offers = `select o.id, o.title, o.about, o.expects, o.form::text, o.tags, array(select c.name from competency_tag c where c.slug = any(o.tags)) as competencies, o.mentor_id, a.name,
    case when coalesce(f.show_position, true) then a.position_name else '' end as position, a.unit_id, o.created_at, o.updated_at
  from mentoring_offer o join person a on a.id = o.mentor_id left join mentoring_profile f on f.person_id = a.id where o.state in ('OPEN', 'PAUSED') and a.closed_at is null`
const BATCH = 500

const documentOf = (row: Row): SearchDocument => ({
  id: `offer:${row.id}`, kind: 'offer', fold: `offer:${row.id}`, title: row.title, body: [row.about, row.expects, row.competencies.join(', '), row.name, row.position].filter(Boolean).join('\n'),
  audience: 'asn', authorId: row.mentor_id, authorName: row.name, shelf: '', unitId: row.unit_id, tags: row.tags, url: offerPath(row.id), meta: { label: `mentoring:form.${row.form}`, icon: 'handshake' }, createdAt: row.created_at, updatedAt: row.updated_at,
})

async function ofMentor(personId: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: number }>({ name: 'search-offers-of', text: 'select id from mentoring_offer where mentor_id = $1', values: [personId] })
  return rows.map(row => `offer:${row.id}`)
}

export const offerSearch: SearchSource = {
  name: 'offers', prefix: 'offer:',
  on: {
    'mentoring.offer.changed': ({ payload }) => [`offer:${payload.offerId}`],
    'people.person.changed': ({ payload }) => ofMentor(payload.personId),
    'people.person.closed': ({ payload }) => ofMentor(payload.personId),
  },
  async load(ids) {
    const { rows } = await pool.query<Row>({ name: 'search-offers', text: `${offers} and o.id = any($1)`, values: [ids.map(id => Number(id.slice('offer:'.length)))] })
    return new Map(rows.map(row => [`offer:${row.id}`, documentOf(row)]))
  },
  async* all() {
    for (let after = 0; ;) {
      const { rows } = await pool.query<Row>({ name: 'search-offers-all', text: `${offers} and o.id > $1 order by o.id limit ${BATCH}`, values: [after] })
      if (rows.length > 0) yield rows.map(documentOf)
      const last = rows.at(-1)
      if (rows.length < BATCH || !last) return
      after = last.id
    }
  },
}
