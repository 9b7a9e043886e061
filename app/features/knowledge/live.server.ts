import { broadcast } from '~/platform/db/broadcast.server'
import { sql } from '~/platform/db/db.server'
import type { LiveContribution } from '~/platform/live/contract.server'
import './events'
import { forgetArticlesOfThreads } from './sources.server'

/** Nothing is pushed; the pages kept for strangers go when what they show does. A page names others (links, successors, lists), so all of the room go together. */
export const knowledgeLive: LiveContribution = {
  name: 'knowledge',
  rooms: [],
  on: {
    'knowledge.article.acted': async ({ payload }) => {
      if (!payload.public) return
      forgetArticlesOfThreads()
      const [row] = await sql<{ thread: number | null }>('article-source', 'select source_thread_id as thread from article where id = $1', [payload.articleId])
      await broadcast('pages', row?.thread ? `knowledge,thread:${row.thread}` : 'knowledge')
    },
    'knowledge.material.changed': async ({ payload }) => { if (payload.public) await broadcast('pages', 'knowledge') },
    'knowledge.collection.changed': () => broadcast('pages', 'knowledge'),
  },
}
