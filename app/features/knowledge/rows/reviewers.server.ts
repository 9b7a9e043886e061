import { sql } from '~/platform/db/db.server'

/** Who checks in the collection: its reviewers, and the head of the unit that owns it where it has none. */
export async function reviewersOf(collectionId: number): Promise<number[]> {
  const rows = await sql<{ id: number }>('article-checkers', `select m.person_id as id from collection_member m where m.collection_id = $1 and m.reviewer
    union all select u.head_id from collection c join org_unit u on u.id = c.owner_unit_id where c.id = $1 and u.head_id is not null and not exists (select 1 from collection_member m where m.collection_id = $1 and m.reviewer)`, [collectionId])
  return [...new Set(rows.map(row => row.id))]
}
