import { sql, transaction } from '~/platform/db/db.server'
import { Forbidden, NotFound, TooMany } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { limiter } from '~/platform/http/rate-limit.server'
import { isMember, type Viewer } from '~/platform/viewer'
import './events'
import { canManage, canReadArticle, canReport } from './policy'
import { asMember, reachArticle, type ReachedArticle } from './rows/reach.server'

/** Strangers answer once a page and some pages a day, by where they come from. */
const strangers = limiter('article-helpful', { points: 20, minutes: 24 * 60 })
const reports = limiter('article-report', { points: 20, minutes: 60 })

/**
 * Whether it helped, and why not. A member's newest answer counts for the revision they read; a stranger's counts once per address and article and day.
 * @param from where a stranger comes from; never kept
 */
export async function sayHelpful(viewer: Viewer, input: { articleId: number; helpful: boolean; text: string; from: string }): Promise<ReachedArticle> {
  const article = await reachArticle(viewer, input.articleId)
  if (!canReadArticle(viewer, article) || article.approved === null) throw new NotFound('article')
  const revision = article.approved
  const personId = isMember(viewer) ? viewer.personId : null
  if (personId === null) {
    const wait = await strangers.take(input.from)
    if (wait > 0) throw new TooMany(wait)
    // one answer of one address for one article: a second press is the same answer
    if ((await limiter('article-helpful-once', { points: 1, minutes: 24 * 60 }).take(`${input.from}:${article.id}`)) > 0) return article
  }
  await transaction(async tx => {
    await tx.$queryRaw`select id from article where id = ${article.id}::int for update`
    const before = personId === null ? null : await tx.articleNote.findFirst({ where: { articleId: article.id, personId, kind: { in: ['HELPFUL', 'UNHELPFUL'] } }, orderBy: { id: 'desc' } })
    const kind = input.helpful ? 'HELPFUL' as const : 'UNHELPFUL' as const
    const text = input.helpful ? '' : input.text
    if (before && before.kind === kind && (text === '' || text === before.text)) return
    const data = { articleId: article.id, kind, text, personId, revision, doneAt: text === '' ? new Date() : null }
    const { id } = before ? await tx.articleNote.update({ where: { id: before.id }, data }) : await tx.articleNote.create({ data })
    await recount(tx, article.id)
    if (text !== '') await recordEvent(tx, 'knowledge.article.noted', { articleId: article.id, noteId: id }, personId)
  })
  return article
}

type Tx = Parameters<Parameters<typeof transaction>[0]>[0]

const recount = (tx: Tx, articleId: number) => tx.$executeRaw`
  update article a set helpful = n.helpful, unhelpful = n.unhelpful, open_notes = n.open from (
    select count(*) filter (where kind = 'HELPFUL')::int as helpful, count(*) filter (where kind = 'UNHELPFUL')::int as unhelpful, count(*) filter (where done_at is null and text <> '')::int as open
    from article_note where article_id = ${articleId}::int) n where a.id = ${articleId}::int`

/** What is wrong in it, under one's name. The owner sees it in their list. @throws NotFound, Forbidden, TooMany */
export async function reportChange(viewer: Viewer, input: { articleId: number; text: string }): Promise<ReachedArticle> {
  const member = asMember(viewer)
  const article = await reachArticle(member, input.articleId)
  if (!canReport(member, article)) throw new Forbidden(member.verified ? 'generic' : 'unverified')
  const wait = await reports.take(String(member.personId))
  if (wait > 0) throw new TooMany(wait)
  await transaction(async tx => {
    await tx.$queryRaw`select id from article where id = ${article.id}::int for update`
    // pressed twice: the same words of the same person once
    if (await tx.articleNote.findFirst({ where: { articleId: article.id, personId: member.personId, kind: 'CHANGE', text: input.text, doneAt: null }, select: { id: true } })) return
    const { id } = await tx.articleNote.create({ data: { articleId: article.id, kind: 'CHANGE', text: input.text, personId: member.personId, revision: article.approved ?? 0 }, select: { id: true } })
    await recount(tx, article.id)
    await recordEvent(tx, 'knowledge.article.noted', { articleId: article.id, noteId: id }, member.personId)
  })
  return article
}

/** Looked at, with a word to who wrote it. A second press changes nothing. @throws NotFound, Forbidden */
export async function closeNote(viewer: Viewer, input: { noteId: number; answer: string }): Promise<ReachedArticle> {
  const member = asMember(viewer)
  const [note] = await sql<{ articleId: number }>('note-article', 'select article_id as "articleId" from article_note where id = $1', [input.noteId])
  if (!note) throw new NotFound('note')
  const article = await reachArticle(member, note.articleId)
  if (!canManage(member, article, article.collection)) throw new NotFound('note')
  await transaction(async tx => {
    const changed = await tx.articleNote.updateMany({ where: { id: input.noteId, doneAt: null }, data: { doneAt: new Date(), doneById: member.personId, answer: input.answer } })
    if (changed.count === 0) return
    await recount(tx, article.id)
    await recordEvent(tx, 'knowledge.note.closed', { articleId: article.id, noteId: input.noteId }, member.personId)
  })
  return article
}
