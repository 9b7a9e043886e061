import { ms } from '~/features/discussion/sql'
import { sql, transaction } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { isSilenced, type Viewer } from '~/platform/viewer'
import { anchorOf, locate, paragraphsOf, QUOTE_MAX, type Anchor } from './anchor'
import './events'
import { reachWork, type ReachedArticle } from './rows/reach.server'

export interface CommentText {
  articleId: number
  revision: number
  text: string
  clientKey: string
  /** chosen in the text, or the number of a paragraph (from 0) */
  at: Anchor | number
}

const textOf = async (articleId: number, revision: number): Promise<string> => {
  const [row] = await sql<{ text: string }>('review-text', 'select text from article_revision where article_id = $1 and revision = $2', [articleId, revision])
  if (!row) throw new NotFound('revision')
  return row.text
}

/** What is said of some words of a revision, for those who work on it. @throws NotFound, Forbidden, Invalid beside `text` or `quote` */
export async function commentOnText(viewer: Viewer, input: CommentText): Promise<{ article: ReachedArticle; id: number }> {
  const { member, article } = await reachWork(viewer, input.articleId)
  if (isSilenced(member)) throw new Forbidden('silenced')
  if (article.binned) throw new NotFound('article')
  const text = await textOf(article.id, input.revision)
  const anchor = typeof input.at === 'number' ? anchorOf(paragraphsOf(text), input.at) : { ...input.at, quote: input.at.quote.trim().slice(0, QUOTE_MAX) }
  if (!anchor || !locate(text, anchor)) throw new Invalid({ quote: ['review:errors.quote'] })
  return { article, id: await write(member.personId, article.id, { revision: input.revision, text: input.text, clientKey: input.clientKey, parentId: null, ...anchor }) }
}

async function write(authorId: number, articleId: number, given: { revision: number; text: string; clientKey: string; parentId: number | null; quote: string; prefix: string; suffix: string }): Promise<number> {
  return transaction(async tx => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`review-comment:${authorId}:${given.clientKey}`}))`
    const before = await tx.reviewComment.findUnique({ where: { authorId_clientKey: { authorId, clientKey: given.clientKey } }, select: { id: true } })
    if (before) return before.id
    const { id } = await tx.reviewComment.create({ data: { articleId, authorId, ...given }, select: { id: true } })
    await recordEvent(tx, 'knowledge.review.commented', { articleId, commentId: id }, authorId)
    return id
  })
}

async function reachComment(viewer: Viewer, articleId: number, commentId: number) {
  const reached = await reachWork(viewer, articleId)
  const [comment] = await sql<{ id: number; revision: number }>('review-comment', 'select id, revision from review_comment where id = $1 and article_id = $2 and parent_id is null', [commentId, articleId])
  if (!comment) throw new NotFound('comment')
  if (isSilenced(reached.member)) throw new Forbidden('silenced')
  return { ...reached, comment }
}

/** An answer in its thread, which is open again then. @throws NotFound, Forbidden */
export async function answerComment(viewer: Viewer, input: { articleId: number; commentId: number; text: string; clientKey: string }): Promise<number> {
  const { member, article, comment } = await reachComment(viewer, input.articleId, input.commentId)
  const id = await write(member.personId, article.id, { revision: comment.revision, text: input.text, clientKey: input.clientKey, parentId: comment.id, quote: '', prefix: '', suffix: '' })
  await transaction(tx => tx.reviewComment.updateMany({ where: { id: comment.id }, data: { resolvedAt: null, resolvedById: null } }))
  return id
}

/** Done, or open again. Twice is once. @throws NotFound, Forbidden */
export async function resolveComment(viewer: Viewer, input: { articleId: number; commentId: number; on: boolean }): Promise<void> {
  const { member, comment } = await reachComment(viewer, input.articleId, input.commentId)
  const { count } = await transaction(tx => tx.reviewComment.updateMany({ where: { id: comment.id, resolvedAt: input.on ? null : { not: null } }, data: input.on ? { resolvedAt: new Date(), resolvedById: member.personId } : { resolvedAt: null, resolvedById: null } }))
  if (count === 0 && !input.on) throw new Conflict('decided')
}

export interface ReviewComment extends Anchor {
  id: number
  revision: number
  text: string
  name: string
  at: number
  resolved: { name: string; at: number } | null
  /** its words are not in the newest text any more */
  orphaned: boolean
  answers: { id: number; text: string; name: string; at: number }[]
}

/** What was said of the text, in the order of the text; what has lost its words last. And the paragraphs one may choose. @throws NotFound, Forbidden */
export async function listReviewComments(viewer: Viewer, articleId: number): Promise<{ comments: ReviewComment[]; paragraphs: string[] }> {
  const { article } = await reachWork(viewer, articleId)
  const [text, rows] = await Promise.all([
    textOf(article.id, article.lastRevision),
    sql<Omit<ReviewComment, 'orphaned'>>('review-comments', `select c.id, c.revision, c.quote, c.prefix, c.suffix, c.text, p.name, ${ms('c.created_at')} as at,
        case when c.resolved_at is not null then json_build_object('name', (select r.name from person r where r.id = c.resolved_by_id), 'at', ${ms('c.resolved_at')}) end as resolved,
        coalesce((select json_agg(json_build_object('id', a.id, 'text', a.text, 'name', w.name, 'at', ${ms('a.created_at')}) order by a.id) from review_comment a join person w on w.id = a.author_id where a.parent_id = c.id), '[]') as answers
      from review_comment c join person p on p.id = c.author_id where c.article_id = $1 and c.parent_id is null order by c.id desc limit 200`, [articleId]),
  ])
  const placed = rows.map(row => ({ row, place: locate(text, row) }))
  placed.sort((a, b) => (a.place?.start ?? Infinity) - (b.place?.start ?? Infinity) || a.row.id - b.row.id)
  return { comments: placed.map(({ row, place }) => ({ ...row, orphaned: place === null })), paragraphs: paragraphsOf(text).slice(0, 300).map(line => line.slice(0, 90)) }
}
