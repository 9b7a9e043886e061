import { pool } from '~/platform/db/db.server'
import { kept } from '~/platform/kept.server'
import { mayRead, type Viewer } from '~/platform/viewer'

export interface MadeArticle {
  id: number
  slug: string
  title: string
  audience: string
}

const known = kept('articles-of-threads', () => ({ until: 0, byThread: new Map<number, MadeArticle>() }))
const KEEP_MS = 30_000

/** The article a conversation became, for its page; few conversations ever do, so they are kept in memory for half a minute. */
export async function findArticleOfThread(viewer: Viewer, threadId: number, now = Date.now()): Promise<MadeArticle | null> {
  if (known.until <= now) {
    const { rows } = await pool.query<MadeArticle & { thread: number }>({ name: 'articles-of-threads', text: `select source_thread_id as thread, id, slug, title, audience from article
      where source_thread_id is not null and approved is not null and binned_at is null and obsolete_at is null order by id` })
    known.byThread = new Map(rows.map(({ thread, ...article }) => [thread, article]))
    known.until = now + KEEP_MS
  }
  const found = known.byThread.get(threadId)
  return found && mayRead(viewer, found.audience) ? found : null
}

/** What was read before is forgotten: something was approved, moved or taken away. */
export function forgetArticlesOfThreads(): void {
  known.until = 0
}
