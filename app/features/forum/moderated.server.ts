import type { ThreadOwner } from '~/features/discussion/moderated.server'
import type { ShelfName, Shelves } from '~/features/moderation/contract'
import { sql } from '~/platform/db/db.server'
import { topicPlaces } from './places.server'
import { besideUnscoped } from './rows/beside.server'
import { categoryOfShelf } from './shelf'

/** What moderation of posts needs to know of topics. */
export const topicOwner: ThreadOwner = {
  places: topicPlaces,
  beside: besideUnscoped,
  moveUrl: threadId => `/topik/${threadId}/pindah`,
  async removed(tx, threadId, on) {
    const by = on ? -1 : 1
    await tx.$executeRaw`update category c set topic_count = topic_count + ${by}::int from topic tp where tp.id = ${threadId}::int and c.id = tp.category_id`
  },
}

const columns = `'category:' || id as key, name, name_en as "nameEn", audience`

/** Names of categories for the moderation room. */
export const categoryShelves: Shelves = {
  prefix: 'category:',
  async names(keys) {
    const ids = keys.map(categoryOfShelf).filter(id => id !== null)
    const rows = await sql<ShelfName>('shelf-names', `select ${columns} from category where id = any($1)`, [ids])
    return new Map(rows.map(row => [row.key, row]))
  },
  all: () => sql<ShelfName>('shelf-all', `select ${columns} from category where archived_at is null order by sort_order, id`),
}
