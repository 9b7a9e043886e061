import type { ThreadOwner } from '~/features/discussion/moderated.server'
import type { ShelfName, Shelves } from '~/features/moderation/contract'
import { sql } from '~/platform/db/db.server'
import { topicPlaces } from './places.server'
import { besideUnscoped } from './rows/beside.server'
import { countTopic } from './rows/tag-catalogue.server'
import { categoryOfShelf } from './shelf'

/** What moderation of posts needs to know of topics. */
export const topicOwner: ThreadOwner = {
  places: topicPlaces,
  beside: besideUnscoped,
  moveUrl: threadId => `/topik/${threadId}/pindah`,
  removed: (tx, threadId, gone) => countTopic(tx, threadId, !gone),
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
