import { pool } from '~/platform/db/db.server'
import { env } from '~/platform/env/env.server'
import type { SearchDocument } from '~/platform/search/source.server'
import { forgetSize } from './ages.server'
import { vocabularyOf } from './lexemes.server'
import { alone } from './lock.server'
import { fill } from './postgres-fill.server'
import { WordCounts, writing } from './postgres-write.server'

/** How long, in ms, the old index stays for questions already on their way. */
const GRACE = 3_000

async function removeGenerations(keep: readonly number[]): Promise<void> {
  for (const table of ['search_document', 'search_word']) {
    for (;;) {
      const { rowCount } = await pool.query(`delete from ${table} where ctid = any(array(select ctid from ${table} where not generation = any($1::int[]) limit 5000))`, [keep])
      if ((rowCount ?? 0) < 5_000) break
    }
  }
}

/** What changed while the new index was filled may have been read before the change and written after it: mend it from the index that answers. */
async function mendTouched(building: number): Promise<number> {
  return writing(async client => {
    const { rows } = await client.query<{ id: string }>(`delete from search_touched where engine = 'postgres' returning id`)
    const ids = rows.map(row => row.id)
    if (ids.length === 0) return 0
    // both were written in one transaction, so all that can be wrong is a document that is gone from the one and back in the other
    const { rows: stray } = await client.query<{ title: string; body: string; author_name: string; tags: string[]; audience: string }>(`
      delete from search_document n where n.generation = $1 and n.id = any($2)
        and not exists (select from search_document o, search_state s where s.id = 1 and o.generation = s.active and o.id = n.id)
      returning n.title, n.body, n.author_name, n.tags, n.audience`, [building, ids])
    const counts = new WordCounts()
    for (const old of stray) counts.add(vocabularyOf({ title: old.title, body: old.body, authorName: old.author_name, tags: old.tags }), old.audience, -1)
    await counts.write(client, building, true)
    return ids.length
  })
}

/** Fills a new generation beside the one that answers, swaps, and removes the old one a moment later. */
export function rebuildPostgres(source: AsyncIterable<readonly SearchDocument[]>, progress?: (done: number) => void): Promise<{ documents: number }> {
  return alone('rebuild postgres', false, async () => {
    const building = await writing(async (client, state) => {
      const next = Math.max(state.active, state.building ?? 0) + 1
      await client.query(`update search_state set building = $1, updated_at = now() where id = 1`, [next])
      await client.query(`delete from search_touched where engine = 'postgres'`)
      return next
    })
    try {
      const active = building - 1
      const counts = new WordCounts()
      await fill(building, source, counts, done => progress?.(done))
      await writing(client => counts.write(client, building, true))
      await mendTouched(building)
      const documents = await writing(async client => {
        await client.query('delete from search_word where generation = $1 and documents <= 0', [building])
        await client.query('update search_state set active = $1, building = null, built_at = now(), updated_at = now() where id = 1', [building])
        const { rows } = await client.query<{ n: number }>('select count(*)::int as n from search_document where generation = $1', [building])
        return rows[0]?.n ?? 0
      })
      await pool.query('analyze search_document, search_word')
      forgetSize()
      if (documents > 0 && active > 0) await new Promise(resolve => setTimeout(resolve, env().NODE_ENV === 'test' ? 0 : GRACE))
      await removeGenerations([building])
      return { documents }
    } catch (error) {
      await writing(async (client, state) => {
        if (state.building === building) await client.query('update search_state set building = null, updated_at = now() where id = 1')
      }).catch(() => undefined)
      throw error
    }
  })
}
