import { moveUploads } from '~/features/uploads/uploads.server'
import { whoMayReadUnscoped } from '~/features/people/people.queries.server'
import { transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import { Prisma } from '~/generated/prisma/client'
import { withHeadings } from './headings'
import { articlesIn } from './paths'
import { canDecide, canPublishAtOnce, canSend } from './policy'
import { reachWork, type ReachedArticle } from './rows/reach.server'
import { fulfil } from './requests.server'
import { recordAct } from './rows/record.server'
import { slugOf } from './slug'

interface Work {
  last: number
  work: string
}

/** The article's row, held until the transaction ends. @throws Conflict when another revision is the newest now */
async function holdWork(tx: Tx, articleId: number, revision: number): Promise<Work> {
  const [row] = await tx.$queryRaw<Work[]>`select last_revision as last, work::text from article where id = ${articleId}::int and binned_at is null for update`
  if (!row) throw new NotFound('article')
  if (row.last !== revision) throw new Conflict('revision')
  return row
}

/**
 * Asks for a check: of one person by name, or of the collection's reviewers.
 * @throws NotFound, Forbidden, Conflict, Invalid beside `reviewer` when that person may not read it or wrote it
 */
export async function sendArticle(viewer: Viewer, input: { articleId: number; revision: number; reviewerId?: number | null }): Promise<ReachedArticle> {
  const { member, article } = await reachWork(viewer, input.articleId)
  const reviewerId = input.reviewerId ?? null
  if (!canSend(member, article, article.collection)) throw article.work === 'REVIEW' ? new Conflict('decided') : new Forbidden()
  if (reviewerId !== null) {
    const readers = await whoMayReadUnscoped([reviewerId], article.audience)
    if (reviewerId === member.personId || reviewerId === article.lastEditorId || readers.length === 0) throw new Invalid({ reviewer: ['knowledge:errors.reviewer'] })
  }
  await transaction(async tx => {
    const { work } = await holdWork(tx, article.id, input.revision)
    if (work === 'REVIEW') return
    await tx.article.update({ where: { id: article.id }, data: { work: 'REVIEW', sentById: member.personId, sentAt: new Date(), reviewerId } })
    await recordAct(tx, { articleId: article.id, collectionId: article.collection.id, act: 'sent', revision: input.revision, actorId: member.personId, public: false })
  })
  return article
}

/** Back to who sent it, with reasons only those who work on it read. @throws Invalid beside `reason` */
export async function returnArticle(viewer: Viewer, input: { articleId: number; revision: number; reason: string }): Promise<ReachedArticle> {
  const { member, article } = await reachWork(viewer, input.articleId)
  if (!canDecide(member, article, article.collection)) throw article.work === 'REVIEW' ? new Forbidden() : new Conflict('decided')
  const reason = input.reason.trim()
  if (reason.length < 10) throw new Invalid({ reason: ['knowledge:errors.reason'] })
  await transaction(async tx => {
    const { work } = await holdWork(tx, article.id, input.revision)
    if (work !== 'REVIEW') throw new Conflict('decided')
    await tx.article.update({ where: { id: article.id }, data: { work: 'RETURNED' } })
    await recordAct(tx, { articleId: article.id, collectionId: article.collection.id, act: 'returned', revision: input.revision, actorId: member.personId, note: reason, public: false })
  })
  return article
}

/** Months from a day on, as a day. */
export function dayAfterMonths(from: Date, months: number): Date {
  const day = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()
  day.setUTCDate(Math.min(from.getUTCDate(), last))
  return day
}

/** Puts a revision before the readers: text, headings, links, contributors, and the day of the next check. */
async function show(tx: Tx, article: ReachedArticle, revision: number, byId: number): Promise<string> {
  const text = await tx.articleRevision.findUniqueOrThrow({ where: { articleId_revision: { articleId: article.id, revision } } })
  const { html, toc } = withHeadings(text.html)
  const slug = slugOf(text.title)
  const now = new Date()
  await tx.article.update({
    where: { id: article.id },
    data: {
      title: text.title, slug, summary: text.summary, tags: text.tags, service: text.service ?? Prisma.DbNull, html, toc: toc as unknown as Prisma.InputJsonValue, text: text.text, renderer: text.renderer, approved: revision,
      approvedById: byId, approvedAt: now, ...(article.approved === null ? { publishedAt: now } : {}), work: 'NONE', sentById: null, sentAt: null, reviewerId: null,
      checkBy: dayAfterMonths(now, article.collection.reviewMonths), remindedFor: null, updatedAt: now,
    },
  })
  await tx.articleLink.deleteMany({ where: { fromId: article.id } })
  const links = articlesIn(html).filter(id => id !== article.id)
  if (links.length > 0) await tx.articleLink.createMany({ data: links.slice(0, 200).map(toId => ({ fromId: article.id, toId })) })
  await tx.$executeRaw`
    insert into article_contributor (article_id, person_id) select distinct article_id, editor_id from article_revision where article_id = ${article.id}::int and revision <= ${revision}::int
    on conflict (article_id, person_id) do nothing`
  await moveUploads(tx, [`article:${article.id}:${revision}`], article.audience)
  await fulfil(tx, byId, article.id)
  return slug
}

/** Readers see this revision from now on. @throws NotFound, Forbidden, Conflict when it was decided or changed meanwhile */
export async function approveArticle(viewer: Viewer, input: { articleId: number; revision: number }): Promise<{ id: number; slug: string }> {
  const { member, article } = await reachWork(viewer, input.articleId)
  if (!canDecide(member, article, article.collection)) throw article.work === 'REVIEW' ? new Forbidden() : new Conflict('decided')
  const slug = await transaction(async tx => {
    const { work } = await holdWork(tx, article.id, input.revision)
    if (work !== 'REVIEW') throw new Conflict('decided')
    const made = await show(tx, article, input.revision, member.personId)
    await recordAct(tx, { articleId: article.id, collectionId: article.collection.id, act: 'approved', revision: input.revision, actorId: member.personId, public: true })
    return made
  })
  return { id: article.id, slug }
}

/** The same without a second pair of eyes, where the collection trusts the writer. @throws as `approveArticle` */
export async function publishArticle(viewer: Viewer, input: { articleId: number; revision: number }): Promise<{ id: number; slug: string }> {
  const { member, article } = await reachWork(viewer, input.articleId)
  if (!canPublishAtOnce(member, article, article.collection)) throw article.work === 'NONE' ? new Conflict('decided') : new Forbidden()
  const slug = await transaction(async tx => {
    const { work } = await holdWork(tx, article.id, input.revision)
    if (work === 'NONE') throw new Conflict('decided')
    const made = await show(tx, article, input.revision, member.personId)
    await recordAct(tx, { articleId: article.id, collectionId: article.collection.id, act: 'published', revision: input.revision, actorId: member.personId, public: true })
    return made
  })
  return { id: article.id, slug }
}
