import { sql, transaction } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import { isSilenced, type Viewer } from '~/platform/viewer'
import { writeDrafts } from './drafting.server'
import { canEdit } from './policy'
import { dropText } from './rows/live-text.server'
import { reachWork } from './rows/reach.server'
import { recordAct } from './rows/record.server'

async function reachShared(viewer: Viewer, articleId: number) {
  const { member, article } = await reachWork(viewer, articleId)
  if (!canEdit(member, article, article.collection)) throw new Forbidden(isSilenced(member) ? 'silenced' : 'generic')
  await writeDrafts(articleId)
  return { member, article }
}

export interface SharedChanges {
  article: { id: number; title: string; lastRevision: number }
  /** null: nobody wrote together since the last revision */
  text: { generation: number; writers: string[]; at: number } | null
}

/** What stands in the shared text and in no revision. @throws NotFound, Forbidden */
export async function getSharedChanges(viewer: Viewer, articleId: number): Promise<SharedChanges> {
  const { article } = await reachShared(viewer, articleId)
  const [text] = await sql<NonNullable<SharedChanges['text']>>('live-changes', `select l.generation, array(select p.name from person p where p.id = any(l.writers) order by p.name) as writers, (extract(epoch from l.updated_at) * 1000)::float8 as at
    from article_live l where l.article_id = $1 and l.state is not null and l.base = $2`, [articleId, article.lastRevision])
  return { article: { id: article.id, title: article.title, lastRevision: article.lastRevision }, text: text ?? null }
}

/**
 * Throws away what was written together since the last revision, with the copies of it everybody kept as drafts; open editors begin anew from that revision.
 * A text that has begun anew meanwhile stays. @returns whether anything was thrown away. @throws NotFound, Forbidden
 */
export async function discardShared(viewer: Viewer, { articleId, generation }: { articleId: number; generation: number }): Promise<boolean> {
  const { member, article } = await reachShared(viewer, articleId)
  return transaction(async tx => {
    if (!(await dropText(tx, articleId, generation))) return false
    await tx.draft.deleteMany({ where: { place: `article:${articleId}`, OR: [{ personId: member.personId }, { fields: { path: ['shared'], equals: String(generation) } }] } })
    await recordAct(tx, { articleId, collectionId: article.collection.id, act: 'discarded', revision: article.lastRevision, actorId: member.personId, public: false })
    return true
  })
}
