import type { Meilisearch } from 'meilisearch'
import { pool } from '~/platform/db/db.server'
import type { SearchDocument } from '~/platform/search/source.server'
import { asFailure, done, doneUnless, meiliClients, type MeiliAccess } from './meili-client.server'
import { alone } from './lock.server'
import { toMeiliId, type MeiliDocument } from './meili-query.server'
import { wantedSettings } from './meili-settings.server'

type ToMeili = (docs: readonly SearchDocument[]) => Promise<MeiliDocument[]>

/** Batches on their way at once. */
const IN_FLIGHT = 4

async function fill(client: Meilisearch, index: string, source: AsyncIterable<readonly SearchDocument[]>, toMeili: ToMeili, progress?: (done: number) => void): Promise<number> {
  const underWay: Promise<unknown>[] = []
  let documents = 0
  for await (const batch of source) {
    if (batch.length === 0) continue
    // rejections are met below; until then they must not count as unheard
    const written = done(client.index(index).addDocuments(await toMeili(batch), { primaryKey: 'id' }))
    written.catch(() => undefined)
    underWay.push(written)
    if (underWay.length >= IN_FLIGHT) await underWay.shift()
    progress?.(documents += batch.length)
  }
  await Promise.all(underWay)
  return documents
}

/** What changed meanwhile goes to the twin once more, as it stands in the index that answers. */
async function mendTouched(client: Meilisearch, access: MeiliAccess): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(`delete from search_touched where engine = 'meilisearch' returning id`)
  const ids = rows.map(row => toMeiliId(row.id))
  for (let at = 0; at < ids.length; at += 200) {
    const part = ids.slice(at, at + 200)
    const { results } = await client.index(access.index).getDocuments<MeiliDocument>({ ids: part, limit: part.length })
    const there = new Set(results.map(doc => doc.id))
    const gone = part.filter(id => !there.has(id))
    if (results.length > 0) await done(client.index(`${access.index}_new`).addDocuments(results, { primaryKey: 'id' }))
    if (gone.length > 0) await done(client.index(`${access.index}_new`).deleteDocuments(gone))
  }
}

const state = (building: boolean) => pool.query('update search_state set meili_building = $1, updated_at = now() where id = 1', [building])

/** Fills `<index>_new` with its settings, swaps the two and deletes the old one. @throws MeiliFailure; the index that answers is untouched then */
export function rebuildMeili(access: MeiliAccess, source: AsyncIterable<readonly SearchDocument[]>, toMeili: ToMeili, progress?: (done: number) => void): Promise<{ documents: number }> {
  const twin = `${access.index}_new`
  return alone('rebuild meilisearch', false, async () => {
    try {
      const { write: client } = await meiliClients(access)
      await doneUnless(client.deleteIndex(twin), 'index_not_found')
      await done(client.createIndex(twin, { primaryKey: 'id' }))
      await done(client.index(twin).updateSettings(await wantedSettings()))
      await pool.query(`delete from search_touched where engine = 'meilisearch'`)
      await state(true)
      const documents = await fill(client, twin, source, toMeili, progress)
      // no writer is on its way between the last look and the swap
      await alone(`write ${access.index}`, true, async () => {
        await mendTouched(client, access)
        // both must exist to be swapped
        await doneUnless(client.createIndex(access.index, { primaryKey: 'id' }), 'index_already_exists')
        await done(client.swapIndexes([{ indexes: [access.index, twin], rename: false }]))
        await state(false)
      })
      await doneUnless(client.deleteIndex(twin), 'index_not_found')
      return { documents }
    } catch (error) {
      await state(false).catch(() => undefined)
      throw asFailure(error)
    }
  })
}
