import { transaction } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Viewer } from '~/platform/viewer'
import './events'
import { canComment } from './policy'
import { asMember, reachArticle, type ReachedArticle } from './rows/reach.server'

/** Thanks to those who wrote it, once a person; `on` false takes them back. Nobody thanks themselves. @throws NotFound, Forbidden */
export async function thankAuthors(viewer: Viewer, { articleId, on }: { articleId: number; on: boolean }): Promise<ReachedArticle> {
  const member = asMember(viewer)
  const article = await reachArticle(member, articleId)
  if (!canComment(member, article) || article.editorIds.includes(member.personId)) throw new Forbidden()
  await transaction(async tx => {
    await tx.$queryRaw`select id from article where id = ${articleId}::int for update`
    const changed = on
      ? await tx.$executeRaw`insert into article_thanks (article_id, person_id) values (${articleId}::int, ${member.personId}::int) on conflict do nothing`
      : (await tx.articleThanks.deleteMany({ where: { articleId, personId: member.personId } })).count
    if (changed === 0) return
    await tx.article.update({ where: { id: articleId }, data: { thanks: { increment: on ? 1 : -1 } } })
    if (on) await recordEvent(tx, 'knowledge.article.thanked', { articleId }, member.personId)
  })
  return article
}
