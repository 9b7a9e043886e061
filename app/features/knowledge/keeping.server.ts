import { moveUploads } from '~/features/uploads/uploads.server'
import { whoMayReadUnscoped } from '~/features/people/people.queries.server'
import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import { isWithin } from './audience'
import { commentsFollow } from './comments.server'
import { canCheck, canHandOver, canManage, canWriteIn } from './policy'
import { asMember, reachArticle, reachCollection, reachWork, type ReachedArticle } from './rows/reach.server'
import { recordAct } from './rows/record.server'
import { dayAfterMonths } from './review.server'
import { findColleague } from './rows/people.server'
import { unitPaths } from './rows/units.server'

/** Every file any revision uses follows the article's readers. */
async function moveFiles(tx: Tx, articleId: number, lastRevision: number, audience: string): Promise<void> {
  await moveUploads(tx, Array.from({ length: lastRevision }, (_, at) => `article:${articleId}:${at + 1}`), audience)
}

export interface KeepArticle {
  articleId: number
  /** slug of the collection it stands in from now on */
  collection: string
  /** '' the collection's readers, else a narrower word */
  audience: string
  /** slug or name of who owns it; '' leaves it */
  owner: string
  /** day of the next check, "2026-12-05"; '' leaves it */
  checkBy: string
  obsolete: boolean
  /** number or address of the article that takes its place; '' none */
  successor: string
}

const dayOf = (text: string): Date | null => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : null
}

async function successorOf(viewer: Viewer, articleId: number, typed: string): Promise<number | null> {
  if (typed === '') return null
  const id = Number(/\/a\/(\d{1,10})(?:\/|$)/.exec(typed)?.[1] ?? /^#?(\d{1,10})$/.exec(typed)?.[1] ?? 0)
  const [found] = id > 0 && id <= 2_147_483_647 && id !== articleId
    ? await sql<{ id: number }>('article-successor', 'select id from article where id = $1 and audience = any($2) and approved is not null and binned_at is null', [id, viewer.audiences]) : []
  if (!found) throw new Invalid({ successor: ['knowledge:errors.successor'] })
  return found.id
}

/**
 * Place, readers, owner, next check, and whether it is obsolete, in one transaction; each thing that changed is a line of the record.
 * @throws NotFound, Forbidden, Invalid beside collection, audience, owner, checkBy or successor
 */
export async function keepArticle(viewer: Viewer, input: KeepArticle): Promise<ReachedArticle> {
  const { member, article } = await reachWork(viewer, input.articleId)
  if (!canManage(member, article, article.collection)) throw new Forbidden()
  const collection = input.collection === article.collection.slug ? article.collection : await reachCollection(member, input.collection)
  if (collection.id !== article.collection.id && !canWriteIn(member, collection)) throw new Invalid({ collection: ['knowledge:errors.collection'] })
  const own = input.audience === '' || input.audience === collection.audience ? null : input.audience
  if (own && !isWithin(own, collection.audience, await unitPaths([own]))) throw new Invalid({ audience: ['knowledge:errors.wider'] })
  const audience = own ?? collection.audience
  const owner = input.owner ? await findColleague(input.owner) : null
  const ownerId = owner?.id ?? article.ownerId
  if ((input.owner && !owner) || (await whoMayReadUnscoped([ownerId], audience)).length === 0) throw new Invalid({ owner: ['knowledge:errors.owner'] })
  const checkBy = input.checkBy ? dayOf(input.checkBy) : null
  if (input.checkBy && !checkBy) throw new Invalid({ checkBy: ['knowledge:errors.day'] })
  const successorId = input.obsolete ? await successorOf(member, article.id, input.successor) : null
  await transaction(async tx => {
    const [row] = await tx.$queryRaw<{ last: number }[]>`select last_revision as last from article where id = ${article.id}::int for update`
    await tx.article.update({
      where: { id: article.id },
      data: {
        collectionId: collection.id, audience, ownAudience: own, ownerId, ...(owner && owner.id !== article.ownerId ? { ownerUnitId: owner.unitId, handoverAskedAt: null } : {}), ...(checkBy ? { checkBy, remindedFor: null } : {}),
        successorId, ...(input.obsolete === article.obsolete ? {} : { obsoleteAt: input.obsolete ? new Date() : null }),
      },
    })
    const base = { articleId: article.id, collectionId: collection.id, revision: null, actorId: member.personId, public: article.approved !== null }
    if (collection.id !== article.collection.id || audience !== article.audience) {
      await moveFiles(tx, article.id, row?.last ?? article.lastRevision, audience)
      await commentsFollow(tx, member, [article.id])
      await recordAct(tx, { ...base, act: 'moved', note: `${collection.name} · ${audience}` })
    }
    if (ownerId !== article.ownerId) await recordAct(tx, { ...base, act: 'handed', note: owner?.name })
    if (checkBy && input.checkBy !== article.checkBy) await recordAct(tx, { ...base, act: 'checked', note: input.checkBy })
    if (input.obsolete !== article.obsolete) await recordAct(tx, { ...base, act: input.obsolete ? 'obsolete' : 'revived' })
    else if (input.obsolete) await recordAct(tx, { ...base, act: 'obsolete' })
  })
  return { ...article, collection, audience }
}

/** "It is still true": the next check is as far away as the collection says. @throws NotFound, Forbidden */
export async function checkArticle(viewer: Viewer, { articleId }: { articleId: number }): Promise<ReachedArticle> {
  const member = asMember(viewer)
  const article = await reachArticle(member, articleId)
  if (!canCheck(member, article, article.collection)) throw new Forbidden()
  const checkBy = dayAfterMonths(new Date(), article.collection.reviewMonths)
  const day = checkBy.toISOString().slice(0, 10)
  if (article.checkBy === day) return article
  await transaction(async tx => {
    await tx.article.update({ where: { id: article.id }, data: { checkBy, remindedFor: null } })
    await recordAct(tx, { articleId, collectionId: article.collection.id, act: 'checked', revision: article.approved, actorId: member.personId, note: day, public: true })
  })
  return article
}

/** Into the bin, out of every list, feed and the index; out of it again as it was. @throws NotFound, Forbidden, Conflict */
export async function binArticle(viewer: Viewer, { articleId, binned }: { articleId: number; binned: boolean }): Promise<ReachedArticle> {
  const member = asMember(viewer)
  const article = await reachArticle(member, articleId)
  if (!canManage(member, article, article.collection)) throw new Forbidden()
  await transaction(async tx => {
    const changed = await tx.article.updateMany({ where: { id: articleId, binnedAt: binned ? null : { not: null } }, data: binned ? { binnedAt: new Date(), binnedById: member.personId } : { binnedAt: null, binnedById: null } })
    if (changed.count === 0) throw new Conflict()
    // nobody fetches a file of what nobody may read
    await moveFiles(tx, articleId, article.lastRevision, binned ? `user:${article.ownerId}` : article.audience)
    await commentsFollow(tx, member, [articleId])
    await recordAct(tx, { articleId, collectionId: article.collection.id, act: binned ? 'binned' : 'restored', revision: null, actorId: member.personId, public: article.approved !== null })
  })
  return article
}

/** Pages of somebody who left or works elsewhere now, to another colleague. Those the viewer may not hand over are left out. @returns how many */
export async function handOver(viewer: Viewer, { articleIds, owner: typed }: { articleIds: readonly number[]; owner: string }): Promise<number> {
  const member = asMember(viewer)
  const owner = await findColleague(typed)
  if (!owner) throw new Invalid({ owner: ['knowledge:errors.owner'] })
  let handed = 0
  for (const articleId of articleIds.slice(0, 100)) {
    const article = await reachArticle(member, articleId)
    const [unit] = await sql<{ path: number[] }>('article-owner-unit', 'select u.path from article a join org_unit u on u.id = a.owner_unit_id where a.id = $1', [articleId])
    if (article.ownerId === owner.id || !canHandOver(member, article, article.collection, unit?.path ?? [])) continue
    if ((await whoMayReadUnscoped([owner.id], article.audience)).length === 0) throw new Invalid({ owner: ['knowledge:errors.owner'] })
    await transaction(async tx => {
      await tx.article.update({ where: { id: articleId }, data: { ownerId: owner.id, ownerUnitId: owner.unitId, handoverAskedAt: null } })
      await recordAct(tx, { articleId, collectionId: article.collection.id, act: 'handed', revision: null, actorId: member.personId, note: owner.name, public: article.approved !== null })
    })
    handed += 1
  }
  return handed
}
