import { sql } from '~/platform/db/db.server'
import { Forbidden, NotFound, SignInNeeded } from '~/platform/errors'
import { isMember, mayRead, type Member, type Viewer } from '~/platform/viewer'
import type { ArticleKindName, ArticleWorkName } from '../kinds'
import { canManage, canReadArticle, canSeeWork, type ArticleState, type CollectionState } from '../policy'

export function asMember(viewer: Viewer): Member {
  if (viewer.suspended) throw new Forbidden('suspended')
  if (!isMember(viewer)) throw new SignInNeeded()
  return viewer
}

export interface ReachedCollection extends CollectionState {
  id: number
  slug: string
  name: string
  nameEn: string
  path: number[]
  reviewMonths: number
  kinds: ArticleKindName[]
}

export interface ReachedArticle extends ArticleState {
  id: number
  slug: string
  title: string
  kind: ArticleKindName
  ownAudience: string | null
  lastRevision: number
  obsolete: boolean
  checkBy: string | null
  sourceThreadId: number | null
  collection: ReachedCollection
}

export const collectionColumns = `c.id as c_id, c.slug as c_slug, c.name as c_name, c.name_en as c_name_en, c.path as c_path, c.audience as c_audience, c.review_months, c.trust_publishes, c.kinds::text[] as c_kinds,
  c.owner_unit_id, (select u.path from org_unit u where u.id = c.owner_unit_id) as unit_path,
  array(select m.person_id from collection_member m where m.collection_id = c.id and m.reviewer) as reviewers, array(select m.person_id from collection_member m where m.collection_id = c.id and m.trusted) as trusted`

export interface CollectionRow {
  c_id: number
  c_slug: string
  c_name: string
  c_name_en: string
  c_path: number[]
  c_audience: string
  review_months: number
  trust_publishes: boolean
  c_kinds: ArticleKindName[]
  owner_unit_id: number | null
  unit_path: number[] | null
  reviewers: number[]
  trusted: number[]
}

export const toCollection = (row: CollectionRow): ReachedCollection => ({
  id: row.c_id, slug: row.c_slug, name: row.c_name, nameEn: row.c_name_en, path: row.c_path, audience: row.c_audience, reviewMonths: row.review_months, trustPublishes: row.trust_publishes, kinds: row.c_kinds,
  ownerUnit: row.owner_unit_id && row.unit_path ? { id: row.owner_unit_id, path: row.unit_path } : null, reviewerIds: row.reviewers, trustedIds: row.trusted,
})

/** @throws NotFound also for a collection the viewer may not know of */
export async function reachCollection(viewer: Viewer, slug: string): Promise<ReachedCollection> {
  const [row] = await sql<CollectionRow>('reach-collection', `select ${collectionColumns} from collection c where c.slug = $1 and c.audience = any($2)`, [slug, viewer.audiences])
  if (!row) throw new NotFound('collection')
  return toCollection(row)
}

/** Where a collection that was renamed stands now; null where the word was never one of the viewer's. */
export async function findRenamed(viewer: Viewer, slug: string): Promise<string | null> {
  const [row] = await sql<{ slug: string }>('collection-renamed',
    'select c.slug from collection_address d join collection c on c.id = d.collection_id where d.slug = $1 and c.audience = any($2)', [slug, viewer.audiences])
  return row?.slug ?? null
}

/** Of an article `a` and its collection `c`: what every policy asks about. */
export const reachColumns = `a.id, a.slug, a.title, a.kind::text, a.audience, a.own_audience as "ownAudience", a.owner_id as "ownerId", a.created_by_id as "createdById", a.reviewer_id as "reviewerId", a.sent_by_id as "sentById",
    a.work::text, a.approved, a.last_revision as "lastRevision", a.binned_at is not null as binned, a.obsolete_at is not null as obsolete, to_char(a.check_by, 'YYYY-MM-DD') as "checkBy", a.source_thread_id as "sourceThreadId",
    array(select distinct r.editor_id from article_revision r where r.article_id = a.id) as "editorIds",
    (select r.editor_id from article_revision r where r.article_id = a.id and r.revision = a.last_revision) as "lastEditorId", ${collectionColumns}`
const articleText = `select ${reachColumns} from article a join collection c on c.id = a.collection_id where a.id = $1 and a.audience = any($2)`

export type ReachRow = Omit<ReachedArticle, 'collection'> & CollectionRow & { work: ArticleWorkName }

/** The article with its collection, whatever state it is in: for who reads it or works on it. @throws NotFound for everybody else */
export async function reachArticle(viewer: Viewer, id: number): Promise<ReachedArticle> {
  const [row] = await sql<ReachRow>('reach-article', articleText, [id, viewer.audiences])
  if (!row) throw new NotFound('article')
  const article = asArticle(row)
  const allowed = article.binned ? canManage(viewer, article, article.collection) : canReadArticle(viewer, article) || canSeeWork(viewer, article, article.collection)
  if (!allowed || !mayRead(viewer, article.audience)) throw new NotFound('article')
  return article
}

export function asArticle(row: ReachRow): ReachedArticle {
  const { id, slug, title, kind, audience, ownAudience, ownerId, createdById, reviewerId, sentById, work, approved, lastRevision, binned, obsolete, checkBy, sourceThreadId, editorIds, lastEditorId } = row
  return { id, slug, title, kind, audience, ownAudience, ownerId, createdById, reviewerId, sentById, work, approved, lastRevision, binned, obsolete, checkBy, sourceThreadId, editorIds, lastEditorId, collection: toCollection(row) }
}

/** The same for what only those who work on it may see or do. @throws NotFound, Forbidden for its readers */
export async function reachWork(viewer: Viewer, id: number): Promise<{ member: Member; article: ReachedArticle }> {
  const member = asMember(viewer)
  const article = await reachArticle(member, id)
  if (!canSeeWork(member, article, article.collection)) throw new Forbidden()
  return { member, article }
}
