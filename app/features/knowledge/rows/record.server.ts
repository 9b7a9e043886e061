import type { Tx } from '~/platform/db/db.server'
import { recordEvent } from '~/platform/events/events.server'
import '../events'
import type { ActName } from '../kinds'

export interface Act {
  articleId: number
  collectionId: number
  act: ActName
  revision: number | null
  actorId: number
  /** reasons of who sends it back, or where it went */
  note?: string
  /** its readers see something else now */
  public: boolean
}

/** The line in the article's record, and the fact everybody else follows. */
export async function recordAct(tx: Tx, { articleId, collectionId, act, revision, actorId, note = '', public: shown }: Act): Promise<void> {
  const row = await tx.articleAct.create({ data: { articleId, act, revision, actorId, note }, select: { id: true } })
  await recordEvent(tx, 'knowledge.article.acted', { articleId, collectionId, act, revision, public: shown, actId: row.id }, actorId)
}
