import { broadcast } from '~/platform/db/broadcast.server'
import { sql } from '~/platform/db/db.server'
import type { LiveContribution } from '~/platform/live/contract.server'
import { emitTo, recheck } from '~/platform/live/server.server'
import { draftRoom, type DraftDiscarded, type DraftSaved } from './drafting-facts'
import { draftingMessages, draftingRoom } from './drafting-messages.server'
import { writeDrafts } from './drafting.server'
import './events'
import { forgetArticlesOfThreads } from './sources.server'

async function tellSaved(articleId: number, actId: number): Promise<void> {
  const [saved] = await sql<DraftSaved>('live-saved', `select k.article_id as "articleId", k.revision, p.name, p.id as "personId",
      (select l.generation from article_live l where l.article_id = k.article_id and l.base >= k.revision and l.state is not null) as generation
    from article_act k join person p on p.id = k.actor_id where k.id = $1`, [actId])
  if (saved) emitTo(draftRoom(articleId), 'draft-saved', saved)
}

async function tellDiscarded(articleId: number, actId: number): Promise<void> {
  const [discarded] = await sql<DraftDiscarded>('live-discarded', 'select k.article_id as "articleId", k.revision, p.name, p.id as "personId" from article_act k join person p on p.id = k.actor_id where k.id = $1', [actId])
  if (discarded) emitTo(draftRoom(articleId), 'draft-discarded', discarded)
}

/** Who writes together is told of what was saved and put out when the right ends. The pages kept for strangers go when what they show does. A page names others (links, successors, lists), so all of the room go together. */
export const knowledgeLive: LiveContribution = {
  name: 'knowledge',
  rooms: [draftingRoom],
  messages: draftingMessages,
  stop: () => writeDrafts(),
  on: {
    'knowledge.article.acted': async ({ payload }) => {
      if (payload.act === 'saved') await tellSaved(payload.articleId, payload.actId)
      else if (payload.act === 'discarded') await tellDiscarded(payload.articleId, payload.actId)
      else if (payload.act !== 'created' && payload.act !== 'checked') await recheck({ room: draftRoom(payload.articleId) })
      if (!payload.public) return
      forgetArticlesOfThreads()
      const [row] = await sql<{ thread: number | null }>('article-source', 'select source_thread_id as thread from article where id = $1', [payload.articleId])
      await broadcast('pages', row?.thread ? `knowledge,thread:${row.thread}` : 'knowledge')
    },
    'knowledge.material.changed': async ({ payload }) => { if (payload.public) await broadcast('pages', 'knowledge') },
    'knowledge.collection.changed': async () => {
      await recheck({ prefix: 'draft' })
      await broadcast('pages', 'knowledge')
    },
  },
}
