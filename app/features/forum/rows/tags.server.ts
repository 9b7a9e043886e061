import { sql } from '~/platform/db/db.server'
import { kept } from '~/platform/kept.server'

/** Related topics are looked for among this many newest. */
const WINDOW = 3_000
/** How long, in ms, the tags of the newest topics serve before they are read anew. */
const FRESH = 60_000

interface Tags {
  at: number
  /** topics by tag, newest first */
  topics: Map<string, Tagged[]>
  /** tags by topic */
  tags: Map<number, readonly string[]>
}

interface Tagged {
  id: number
  audience: string
}

const shelf = kept('topic-tags', () => ({ now: null as Promise<Tags> | null, next: null as Promise<void> | null }))

async function read(): Promise<Tags> {
  const rows = await sql<Tagged & { tags: string[] }>('topics-tags', `select tp.id, tp.tags, t.audience from topic tp join thread t on t.id = tp.id
    where tp.id > (select max(id) from topic) - ${WINDOW} and tp.tags <> '{}' and t.removed_at is null and t.listed order by tp.id desc`)
  const topics = new Map<string, Tagged[]>()
  for (const { id, tags, audience } of rows) {
    for (const tag of tags) {
      const list = topics.get(tag)
      if (list) list.push({ id, audience })
      else topics.set(tag, [{ id, audience }])
    }
  }
  return { at: Date.now(), topics, tags: new Map(rows.map(row => [row.id, row.tags])) }
}

/** Reads the tags of the newest topics again; until they are there the old ones serve. */
export function readTagsAnew(): Promise<void> {
  return (shelf.next ??= read().then(tags => { shelf.now = Promise.resolve(tags) }).finally(() => { shelf.next = null }))
}

async function tagsNow(): Promise<Tags> {
  if (!shelf.now) await readTagsAnew()
  const tags = await shelf.now
  if (!tags) return { at: 0, topics: new Map(), tags: new Map() }
  // an outage leaves the old ones standing
  if (Date.now() - tags.at > FRESH) readTagsAnew().catch(() => { tags.at = Date.now() })
  return tags
}

/**
 * Ids of others among the newest topics that share most tags, newest first among equals. Counted in memory: no statement but one a minute.
 * Audiences may have changed within that minute: ask again before anything of these is shown.
 */
export async function rankRelated(audiences: readonly string[], { id: own, tags }: { id: number; tags: readonly string[] }, limit: number): Promise<number[]> {
  if (tags.length === 0) return []
  const { topics } = await tagsNow()
  const mine = new Set(audiences)
  const shared = new Map<number, number>()
  for (const tag of new Set(tags)) for (const { id, audience } of topics.get(tag) ?? []) if (id !== own && mine.has(audience)) shared.set(id, (shared.get(id) ?? 0) + 1)
  return [...shared].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, limit).map(([id]) => id)
}

/** The tags of one of the newest topics as of the last minute, without a statement; null for older ones and those that came since. */
export async function knownTags(topicId: number): Promise<readonly string[] | null> {
  return (await tagsNow()).tags.get(topicId) ?? null
}
