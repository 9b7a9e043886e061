import { sql } from '~/platform/db/db.server'

const text = `select a.kind::text as kind, (extract(epoch from now() - a.created_at) * 1000)::float8 as age,
    (select count(*)::int from (select 1 from post p where p.author_id = a.id and p.deleted_at is null limit 10) stood) as accepted,
    exists (select 1 from post p where p.author_id = a.id and p.created_at > now() - interval '1 day' and p.text = $2)
      or exists (select 1 from held_post h where h.author_id = a.id and h.created_at > now() - interval '1 day' and h.text = $2) as said
  from person a where a.id = $1`

/** How known a writer is, and whether they said the very same within a day. Asked of people who are no civil servants: few write at once. */
export async function writingHistory(personId: number, words: string): Promise<{ kind: string; age: number; accepted: number; said: boolean }> {
  const [row] = await sql<{ kind: string; age: number; accepted: number; said: boolean }>('writing-history', text, [personId, words])
  return row ?? { kind: 'CITIZEN', age: 0, accepted: 0, said: false }
}
