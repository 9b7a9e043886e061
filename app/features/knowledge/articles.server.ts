import { contentOf, type Content, type Written } from '~/features/discussion/written.server'
import { attachUploads } from '~/features/uploads/uploads.server'
import { db, transaction, type Tx } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import { isSilenced, type Member, type Viewer } from '~/platform/viewer'
import { Prisma } from '~/generated/prisma/client'
import { isWithin } from './audience'
import './events'
import { serviceFields, type ArticleKindName, type ServiceInfo } from './kinds'
import { canEdit, canWriteIn } from './policy'
import { writtenFor } from './requests.server'
import { moveBase } from './rows/live-text.server'
import { asMember, reachCollection, reachWork, type ReachedArticle } from './rows/reach.server'
import { recordAct } from './rows/record.server'
import { unitPaths } from './rows/units.server'
import { slugOf } from './slug'

export interface ArticleText {
  title: string
  summary: string
  tags: readonly string[]
  /** only kept for service information */
  service: ServiceInfo | null
  written: Written
  /** what was changed and why */
  why: string
  /** made by the page for one press of "save"; a second arrival is the same revision */
  clientKey: string
}

export interface CreateArticle extends ArticleText {
  /** slug of the collection */
  collection: string
  kind: ArticleKindName
  /** the conversation it is made of, and whose words those are; whoever calls has asked whether the viewer may read it */
  /** the request it is written for */
  requestId?: number | null
  source?: { threadId: number; personIds: readonly number[]; audience: string } | null
}

const TITLE = { min: 6, max: 150 }

function checkedText(input: ArticleText, kind: ArticleKindName): { content: Content; service: ServiceInfo | null } {
  const title = input.title.trim()
  if (title.length < TITLE.min || title.length > TITLE.max) throw new Invalid({ title: ['knowledge:errors.title'] })
  const service = kind === 'SERVICE' && input.service ? Object.fromEntries(serviceFields.flatMap(name => (input.service?.[name]?.trim() ? [[name, input.service[name].trim()]] : []))) : null
  return { content: contentOf(input.written), service }
}

interface NewRevision {
  articleId: number
  revision: number
  input: Pick<ArticleText, 'title' | 'summary' | 'tags' | 'why' | 'clientKey'>
  content: Content
  service: ServiceInfo | null
  /** who wrote the text with them */
  alsoOf?: readonly number[]
}

async function insertRevision(tx: Tx, member: Member, audience: string, { articleId, revision, input, content, service, alsoOf = [] }: NewRevision): Promise<void> {
  await tx.articleRevision.create({
    data: {
      articleId, revision, title: input.title.trim(), summary: input.summary, tags: [...input.tags], service: service ?? Prisma.DbNull, doc: content.doc, html: content.html, text: content.text,
      renderer: content.renderer, editorId: member.personId, why: input.why, clientKey: input.clientKey,
    },
  })
  // each revision uses its own files, so that what readers see keeps its pictures while the next text has others
  if (content.uploads.length > 0)
    await attachUploads(tx, { slugs: content.uploads, usedBy: `article:${articleId}:${revision}`, audience, ownerId: member.personId, audiences: member.audiences, alsoOf })
}

/** @returns the article this press made already */
const madeBy = (tx: Tx, member: Member, clientKey: string) => tx.article.findUnique({ where: { createdById_clientKey: { createdById: member.personId, clientKey } }, select: { id: true, slug: true } })

/**
 * A new article, its first revision a draft that only those who work on it see. Its readers are the collection's until another word is chosen.
 * @throws NotFound, Forbidden, Invalid beside title, kind or markdown
 */
export async function createArticle(viewer: Viewer, input: CreateArticle): Promise<{ id: number; slug: string }> {
  const member = asMember(viewer)
  const collection = await reachCollection(member, input.collection)
  if (!canWriteIn(member, collection)) throw new Forbidden(!member.verified ? 'unverified' : isSilenced(member) ? 'silenced' : 'generic')
  if (collection.kinds.length > 0 && !collection.kinds.includes(input.kind)) throw new Invalid({ kind: ['knowledge:errors.kindHere'] })
  const { content, service } = checkedText(input, input.kind)
  const slug = slugOf(input.title)
  // words of a conversation go to no more people than read it, until its owner says so
  const own = input.source && input.source.audience !== collection.audience && isWithin(input.source.audience, collection.audience, await unitPaths([input.source.audience])) ? input.source.audience : null
  const audience = own ?? collection.audience
  return transaction(async tx => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`article:${member.personId}:${input.clientKey}`}))`
    const before = await madeBy(tx, member, input.clientKey)
    if (before) return before
    const { id } = await tx.article.create({
      data: {
        collectionId: collection.id, kind: input.kind, title: input.title.trim(), slug, summary: input.summary, tags: [...input.tags], audience, ownAudience: own, ownerId: member.personId,
        ownerUnitId: member.unitIds.at(-1) ?? null, lastRevision: 1, work: 'DRAFT', sourceThreadId: input.source?.threadId ?? null, clientKey: input.clientKey, createdById: member.personId,
      },
      select: { id: true },
    })
    await insertRevision(tx, member, audience, { articleId: id, revision: 1, input, content, service })
    const credited = [...new Set(input.source?.personIds ?? [])]
    if (credited.length > 0) await tx.articleContributor.createMany({ data: credited.map(personId => ({ articleId: id, personId, credited: true })) })
    if (input.requestId) await writtenFor(tx, member, input.requestId, id)
    await tx.draft.deleteMany({ where: { personId: member.personId, place: { in: ['new-article', `new-article:${input.source?.threadId ?? 0}`] } } })
    await recordAct(tx, { articleId: id, collectionId: collection.id, act: 'created', revision: 1, actorId: member.personId, public: false })
    return { id, slug }
  })
}

export interface SaveArticle extends ArticleText {
  articleId: number
  /** the newest revision when the page was made */
  base: number
  /** the generation of the shared text it comes from, where several write together */
  shared?: number | undefined
}

/** Somebody else saved meanwhile. Nothing was written; the page shows both texts. */
export class NewerRevision extends Invalid {
  readonly newest: number
  constructor(newest: number) {
    super('knowledge:errors.newer')
    this.newest = newest
  }
}

/**
 * The next revision. Readers see nothing of it until it is approved. What is under review stays there: whoever checks it decides about the newest text.
 * @throws NotFound, Forbidden, NewerRevision, Invalid beside title or markdown
 */
export async function saveArticle(viewer: Viewer, input: SaveArticle): Promise<{ id: number; slug: string; revision: number }> {
  const { member, article } = await reachWork(viewer, input.articleId)
  if (!canEdit(member, article, article.collection)) throw new Forbidden(isSilenced(member) ? 'silenced' : 'generic')
  const { content, service } = checkedText(input, article.kind)
  return writeNext(member, article, input, content, service)
}

async function writeNext(member: Member, article: ReachedArticle, input: SaveArticle, content: Content, service: ServiceInfo | null): Promise<{ id: number; slug: string; revision: number }> {
  const articleId = article.id
  return transaction(async tx => {
    const [now] = await tx.$queryRaw<{ last: number; approved: number | null; work: string }[]>`
      select last_revision as last, approved, work::text from article where id = ${articleId}::int and binned_at is null for update`
    if (!now) throw new NotFound('article')
    const again = await tx.articleRevision.findUnique({ where: { editorId_clientKey: { editorId: member.personId, clientKey: input.clientKey } }, select: { articleId: true, revision: true } })
    if (again) return { id: articleId, slug: article.slug, revision: again.revision }
    if (now.last !== input.base) throw new NewerRevision(now.last)
    const revision = now.last + 1
    const alsoOf = input.shared === undefined ? [] : await moveBase(tx, articleId, { generation: input.shared, from: input.base, to: revision })
    await insertRevision(tx, member, article.audience, { articleId, revision, input, content, service, alsoOf })
    const slug = now.approved === null ? slugOf(input.title) : article.slug
    await tx.article.update({
      where: { id: articleId },
      data: {
        lastRevision: revision, ...(now.work === 'REVIEW' ? {} : { work: 'DRAFT' }),
        ...(now.approved === null ? { title: input.title.trim(), slug, summary: input.summary, tags: [...input.tags] } : {}),
      },
    })
    await tx.draft.deleteMany({ where: { personId: member.personId, place: `article:${articleId}` } })
    await recordAct(tx, { articleId, collectionId: article.collection.id, act: 'saved', revision, actorId: member.personId, note: input.why, public: false })
    return { id: articleId, slug, revision }
  })
}

/** What stood in an earlier revision, as the newest draft. @throws NotFound, Forbidden, NewerRevision */
export async function restoreRevision(viewer: Viewer, input: { articleId: number; revision: number; base: number; clientKey: string; why: string }): Promise<{ id: number; slug: string; revision: number }> {
  const { member, article } = await reachWork(viewer, input.articleId)
  if (!canEdit(member, article, article.collection)) throw new Forbidden()
  const old = await findRevision(input.articleId, input.revision)
  const text: SaveArticle = { articleId: input.articleId, base: input.base, clientKey: input.clientKey, title: old.title, summary: old.summary, tags: old.tags, service: old.service, written: { doc: old.doc }, why: input.why }
  const { content, service } = checkedText(text, article.kind)
  return writeNext(member, article, text, content, service)
}

async function findRevision(articleId: number, revision: number) {
  const row = await db.articleRevision.findUnique({ where: { articleId_revision: { articleId, revision } } })
  if (!row) throw new NotFound('revision')
  return { title: row.title, summary: row.summary, tags: row.tags, service: row.service as ServiceInfo | null, doc: row.doc }
}
