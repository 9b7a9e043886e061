import type pg from 'pg'

/** Columns of a table and their SQL types, in the order of writing. */
export type Columns = Readonly<Record<string, string>>
export type Row = Readonly<Record<string, unknown>>

/** Many rows in few statements: each batch travels as one JSON text. `returning` names the columns to bring back, in any order. */
export async function insertRows<Back extends object = object>(client: pg.ClientBase, table: string, columns: Columns, rows: readonly Row[], returning?: string, batch = 2_000): Promise<Back[]> {
  const names = Object.keys(columns)
  const listed = names.map(name => `"${name}"`).join(', ')
  const text = `insert into "${table}" (${listed}) select ${listed} from json_to_recordset($1) as x(${names.map(name => `"${name}" ${columns[name]}`).join(', ')})${returning ? ` returning ${returning}` : ''}`
  const back: Back[] = []
  for (let at = 0; at < rows.length; at += batch) {
    const answer = await client.query(text, [JSON.stringify(rows.slice(at, at + batch))])
    if (returning) back.push(...(answer.rows as Back[]))
  }
  return back
}

/** Ids nobody else will get, so that rows can name each other before they are written. */
export async function takeIds(client: pg.ClientBase, table: string, count: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(`select nextval(pg_get_serial_sequence($1, 'id'))::int as id from generate_series(1, $2::int)`, [`"${table}"`, count])
  return rows.map(row => row.id)
}

export const threadColumns: Columns = {
  id: 'int', kind: 'text', shelf: 'text', audience: 'text', label: 'text', answerable: 'boolean', locked_at: 'timestamptz', author_id: 'int', last_number: 'int', post_count: 'int', last_post_at: 'timestamptz',
  last_author_id: 'int', accepted_number: 'int', accepted_by_id: 'int', accepted_at: 'timestamptz', created_at: 'timestamptz',
}
export const topicColumns: Columns = { id: 'int', category_id: 'int', kind: '"TopicKind"', title: 'text', slug: 'text', tags: 'text[]', author_id: 'int', created_at: 'timestamptz' }
export const postColumns: Columns = {
  id: 'int', thread_id: 'int', number: 'int', author_id: 'int', reply_to: 'int', html: 'text', text: 'text', renderer: 'int', revision: 'int', thanks_count: 'int', agree_count: 'int',
  me_too_count: 'int', created_at: 'timestamptz', edited_at: 'timestamptz', deleted_at: 'timestamptz', deleted_by: 'text',
}
export const revisionColumns: Columns = { post_id: 'int', revision: 'int', doc: 'jsonb', text: 'text', editor_id: 'int', created_at: 'timestamptz' }
export const reactionColumns: Columns = { post_id: 'int', person_id: 'int', kind: '"ReactionKind"', created_at: 'timestamptz' }
export const readColumns: Columns = { person_id: 'int', thread_id: 'int', number: 'int', updated_at: 'timestamptz' }
export const personColumns: Columns = {
  kind: '"PersonKind"', name: 'text', title_before: 'text', title_after: 'text', salutation: 'text', slug: 'text', email: 'citext', email_verified_at: 'timestamptz', password_hash: 'text',
  about: 'text', expertise: 'text[]', place: 'text', public_fields: 'text[]', employment_kind: '"EmploymentKind"', grade: 'text', sex: 'int', read_before: 'timestamptz', created_at: 'timestamptz',
  updated_at: 'timestamptz', unit_id: 'int', position_name: 'text', partner_org_id: 'int',
}
