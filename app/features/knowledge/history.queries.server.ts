import { ms } from '~/features/discussion/sql'
import { findDraft } from '~/features/discussion/drafts.server'
import { htmlIn, markdownFromDoc } from '~/editor/content.server'
import { sql } from '~/platform/db/db.server'
import { Forbidden, NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import type { SharedForm } from './drafting-facts'
import type { Crumb, PersonName } from './article-page.queries.server'
import { diffOf, type DiffView } from './diff.server'
import { serviceFields, type ActName, type ArticleKindName, type ArticleWorkName, type ServiceInfo } from './kinds'
import { canDecide, canEdit, canManage, canPublishAtOnce, canSeeWork, canSend } from './policy'
import { reachArticle, reachWork, type ReachedArticle } from './rows/reach.server'

export interface RevisionRow {
  revision: number
  editorName: string
  why: string
  at: number
  approved: boolean
}

interface RevisionText {
  revision: number
  title: string
  summary: string
  tags: string[]
  service: ServiceInfo | null
  text: string
  at: number
}

/** A revision as words: title and summary, fields of service information, then the text, a paragraph each line. */
const wordsOf = (one: RevisionText): string =>
  [one.title, one.summary, ...serviceFields.flatMap(name => (one.service?.[name] ? [one.service[name]] : [])), one.text, one.tags.map(tag => `#${tag}`).join(' ')].filter(Boolean).join('\n')

const revisionText = `select r.revision, r.title, r.summary, r.tags, r.service, r.text, ${ms('r.created_at')} as at from article_revision r where r.article_id = $1 and r.revision = any($2)`
const revisionsText = (open: string) => `select r.revision, p.name as "editorName", r.why, ${ms('r.created_at')} as at,
    exists (select 1 from article_act k where k.article_id = r.article_id and k.revision = r.revision and k.act in ('approved', 'published')) as approved
  from article_revision r join person p on p.id = r.editor_id where r.article_id = $1 ${open} order by r.revision desc limit 200`
/** Readers know of the revisions that were once before them, and of no other. */
const approvedOnly = `and exists (select 1 from article_act k where k.article_id = r.article_id and k.revision = r.revision and k.act in ('approved', 'published'))`

export interface ArticleHead {
  id: number
  slug: string
  title: string
  kind: ArticleKindName
  work: ArticleWorkName
  approved: number | null
  lastRevision: number
  collection: Crumb
}

const headOf = (article: ReachedArticle): ArticleHead => ({
  id: article.id, slug: article.slug, title: article.title, kind: article.kind, work: article.work, approved: article.approved, lastRevision: article.lastRevision,
  collection: { slug: article.collection.slug, name: article.collection.name, nameEn: article.collection.nameEn },
})

export interface ActRow {
  id: number
  act: ActName
  revision: number | null
  name: string
  note: string
  at: number
}

export interface HistoryPage {
  article: ArticleHead
  revisions: RevisionRow[]
  from: number
  to: number
  diff: DiffView
  acts: ActRow[]
  can: { restore: boolean }
}

/** The record: for who works on it whole, for readers what was ever before them. */
const actsOf = (articleId: number, work: boolean) => sql<ActRow>(work ? 'article-acts' : 'article-acts-shown', `select k.id, k.act, k.revision, p.name, ${work ? 'k.note' : "''"} as note, ${ms('k.created_at')} as at
  from article_act k join person p on p.id = k.actor_id where k.article_id = $1 ${work ? '' : `and k.act in ('approved', 'published', 'checked', 'obsolete', 'revived')`} order by k.id desc limit 200`, [articleId])

/** Two revisions in words; without numbers the newest of the list against the one before it there. @throws NotFound */
export async function getHistory(viewer: Viewer, id: number, asked: { from?: number; to?: number } = {}): Promise<HistoryPage> {
  const article = await reachArticle(viewer, id)
  const work = canSeeWork(viewer, article, article.collection)
  const [revisions, acts] = await Promise.all([sql<RevisionRow>(work ? 'article-revisions' : 'article-revisions-shown', revisionsText(work ? '' : approvedOnly), [id]), actsOf(id, work)])
  const newest = revisions[0]?.revision
  if (newest === undefined) throw new NotFound('revision')
  const to = asked.to ?? newest
  const from = asked.from ?? revisions.find(row => row.revision < to)?.revision ?? to
  return { article: headOf(article), revisions, from, to, acts, diff: await compareRevisions(id, from, to, revisions), can: { restore: canEdit(viewer, article, article.collection) } }
}

async function compareRevisions(id: number, from: number, to: number, known: readonly RevisionRow[]): Promise<DiffView> {
  const texts = await sql<RevisionText>('article-revision-texts', revisionText, [id, [from, to]])
  const textOf = (revision: number): string => {
    const found = known.some(row => row.revision === revision) ? texts.find(row => row.revision === revision) : undefined
    if (!found) throw new NotFound('revision')
    return wordsOf(found)
  }
  return diffOf(textOf(from), textOf(to))
}

export interface WorkPage {
  article: ArticleHead
  /** the newest revision, as it would be read */
  preview: { title: string; summary: string; html: string; service: ServiceInfo | null; tags: string[] }
  newest: { revision: number; editorName: string; why: string; at: number }
  /** against what readers see; null while they see nothing yet */
  diff: DiffView | null
  approvedAt: number | null
  sentBy: string | null
  sentAt: number | null
  reviewer: PersonName | null
  /** why it came back, newest first */
  reasons: { name: string; text: string; at: number; revision: number | null }[]
  /** whom one may ask by name */
  reviewers: PersonName[]
  can: { edit: boolean; send: boolean; decide: boolean; publish: boolean; manage: boolean }
}

/** The newest revision beside what readers see, and what may be done with it. @throws NotFound, Forbidden */
export async function getWorkPage(viewer: Viewer, id: number): Promise<WorkPage> {
  const { member, article } = await reachWork(viewer, id)
  const { collection } = article
  const [row] = await sql<{ title: string; summary: string; html: string; service: ServiceInfo | null; tags: string[]; editorName: string; why: string; at: number; approvedAt: number | null; sentBy: string | null; sentAt: number | null; reviewer: PersonName | null }>(
    'article-work', `select r.title, r.summary, r.html, r.service, r.tags, p.name as "editorName", r.why, ${ms('r.created_at')} as at, ${ms('a.approved_at')} as "approvedAt", ${ms('a.sent_at')} as "sentAt",
      (select s.name from person s where s.id = a.sent_by_id) as "sentBy", (select json_build_object('id', s.id, 'name', s.name, 'slug', s.slug) from person s where s.id = a.reviewer_id) as reviewer
      from article a join article_revision r on r.article_id = a.id and r.revision = a.last_revision join person p on p.id = r.editor_id where a.id = $1`, [id])
  if (!row) throw new NotFound('revision')
  const reasons = (await actsOf(id, true)).filter(act => act.act === 'returned').map(({ name, note, at, revision }) => ({ name, text: note, at, revision }))
  const can = {
    edit: canEdit(member, article, collection), send: canSend(member, article, collection), decide: canDecide(member, article, collection), publish: canPublishAtOnce(member, article, collection),
    manage: canManage(member, article, collection),
  }
  const reviewers = can.send ? await sql<PersonName>('article-reviewers', `select p.id, p.name, p.slug from person p where p.closed_at is null and p.kind = 'ASN' and p.id <> $2 and p.id <> $3 and p.id in (
      select m.person_id from collection_member m where m.collection_id = $1 and m.reviewer union select u.head_id from org_unit u where u.id = $4) order by p.name, p.id`,
  [collection.id, member.personId, article.lastEditorId, collection.ownerUnit?.id ?? 0]) : []
  const known = [{ revision: article.lastRevision }, { revision: article.approved ?? 0 }] as RevisionRow[]
  return {
    article: headOf(article), preview: { title: row.title, summary: row.summary, html: htmlIn(row.html, viewer.locale), service: row.service, tags: row.tags },
    newest: { revision: article.lastRevision, editorName: row.editorName, why: row.why, at: row.at },
    diff: article.approved !== null && article.approved !== article.lastRevision ? await compareRevisions(id, article.approved, article.lastRevision, known) : null,
    approvedAt: row.approvedAt, sentBy: row.sentBy, sentAt: row.sentAt, reviewer: row.reviewer, reasons, reviewers, can,
  }
}

export interface ArticleForm {
  article: ArticleHead | null
  values: Record<string, string>
  doc: unknown
  markdown: string
  draftAt: number | null
  base: number
  /** null for a new article */
  shared: SharedForm | null
}

/** The newest revision, or what the viewer was writing on top of it. @throws NotFound, Forbidden */
export async function getArticleForm(viewer: Viewer, id: number): Promise<ArticleForm> {
  const { member, article } = await reachWork(viewer, id)
  if (!canEdit(member, article, article.collection)) throw new Forbidden()
  const [row] = await sql<{ title: string; summary: string; tags: string[]; service: ServiceInfo | null; doc: unknown }>('article-doc', 'select title, summary, tags, service, doc from article_revision where article_id = $1 and revision = $2', [id, article.lastRevision])
  if (!row) throw new NotFound('revision')
  const [draft, [live]] = await Promise.all([
    findDraft(member, `article:${id}`),
    sql<{ generation: number }>('article-live-of', 'select generation from article_live where article_id = $1 and base = $2 and state is not null', [id, article.lastRevision]),
  ])
  const fields = (draft?.fields ?? {}) as Record<string, string>
  const kept = draft ? (draft.doc ? markdownFromDoc(draft.doc) : draft.markdown) : ''
  const onNewest = !draft || (Number(fields.base) || article.lastRevision) === article.lastRevision
  // what was kept while writing together stands in the shared text; anything else of the writer's own is shown beside it
  // of a text that was thrown away
  const fromGone = fields.shared !== undefined && fields.shared !== '' && fields.shared !== String(live?.generation)
  const isIn = draft === null || kept.trim() === '' || (live ? fields.shared === String(live.generation) : onNewest && !fromGone)
  return {
    article: headOf(article), base: Number(fields.base) || article.lastRevision, draftAt: draft?.updatedAt ?? null,
    values: { title: row.title, summary: row.summary, tags: row.tags.join(', '), ...row.service, why: '', ...(draft ? { ...fields, title: draft.title || row.title } : {}) },
    doc: draft ? draft.doc : row.doc, markdown: draft ? kept : markdownFromDoc(row.doc),
    shared: { articleId: id, person: { id: member.personId, name: member.name }, tree: draft && (live || fromGone || !onNewest || !draft.doc) ? (row.doc as object) : null, aside: isIn ? null : kept },
  }
}

/** What somebody else saved while this was being written, for the page that shows both. @throws NotFound, Forbidden */
export async function getNewerText(viewer: Viewer, id: number, typed: string): Promise<{ revision: number; name: string; at: number; diff: DiffView; markdown: string }> {
  const { article } = await reachWork(viewer, id)
  const [row] = await sql<{ name: string; at: number; text: string; doc: unknown }>('article-newest', `select p.name, ${ms('r.created_at')} as at, r.text, r.doc from article_revision r join person p on p.id = r.editor_id where r.article_id = $1 and r.revision = $2`, [id, article.lastRevision])
  if (!row) throw new NotFound('revision')
  return { revision: article.lastRevision, name: row.name, at: row.at, diff: diffOf(row.text, typed), markdown: markdownFromDoc(row.doc) }
}
