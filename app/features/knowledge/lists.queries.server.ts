import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import { isMember, type Viewer } from '~/platform/viewer'
import type { ArticleKindName, ArticleWorkName } from './kinds'
import { checker, checks } from './rows/checker.server'

export const PAGE_ROWS = 30

export interface ArticleRow {
  id: number
  slug: string
  title: string
  kind: ArticleKindName
  summary: string
  audience: string
  tags: string[]
  work: ArticleWorkName
  approved: number | null
  /** of the last approval, of the last act where it was never approved; milliseconds */
  at: number
  checkBy: string | null
  stale: boolean
  obsolete: boolean
  openNotes: number
  owner: string
  collection: string
  collectionEn: string
  collectionSlug: string
}

export interface ArticleList {
  rows: ArticleRow[]
  next: string | null
}

const columns = `a.id, a.slug, a.title, a.kind::text, a.summary, a.audience, a.tags, a.work::text, a.approved, ${ms('coalesce(a.approved_at, a.sent_at, a.created_at)')} as at, to_char(a.check_by, 'YYYY-MM-DD') as "checkBy",
  coalesce(a.check_by < current_date, false) as stale, a.obsolete_at is not null as obsolete, a.open_notes as "openNotes", p.name as owner, c.name as collection, c.name_en as "collectionEn", c.slug as "collectionSlug"`
const tables = 'article a join collection c on c.id = a.collection_id join person p on p.id = a.owner_id'
const shown = 'a.audience = any($1) and a.approved is not null and a.binned_at is null'

/** "1763800000000.12": a moment and a number, as a list's `next` says. */
function cursorOf(cursor: string | null | undefined): { at: string; id: number } {
  const [at, id] = (cursor ?? '').split('.').map(Number)
  return at !== undefined && id !== undefined && Number.isFinite(at) && Number.isFinite(id) ? { at: new Date(at).toISOString(), id: Math.min(id, 2_147_483_647) } : { at: 'infinity', id: 2_147_483_647 }
}

function paged(rows: ArticleRow[], most = PAGE_ROWS): ArticleList {
  const list = rows.slice(0, most)
  const last = list.at(-1)
  // whole milliseconds, rounded up: a row of the same millisecond is rather shown twice than never
  return { rows: list, next: rows.length > most && last ? `${Math.ceil(last.at)}.${last.id}` : null }
}

/** What was approved last, of everything the viewer reads. */
export async function listNewest(viewer: Viewer, { cursor, limit = PAGE_ROWS }: { cursor?: string | null; limit?: number } = {}): Promise<ArticleList> {
  const { at, id } = cursorOf(cursor)
  return paged(await sql<ArticleRow>('articles-newest', `select ${columns} from ${tables}
    where ${shown} and a.obsolete_at is null and (a.approved_at, a.id) < ($2::timestamptz, $3::int) order by a.approved_at desc, a.id desc limit ${PAGE_ROWS + 1}`, [viewer.audiences, at, id]), Math.min(limit, PAGE_ROWS))
}

/** The articles of one collection, newest approval first; obsolete ones stand last among them by their own list. */
export async function listOfCollection(viewer: Viewer, collectionId: number, { cursor, tag, obsolete = false }: { cursor?: string | null; tag?: string | null; obsolete?: boolean } = {}): Promise<ArticleList> {
  const { at, id } = cursorOf(cursor)
  return paged(await sql<ArticleRow>(`articles-of-collection${obsolete ? '-obsolete' : ''}${tag ? '-tag' : ''}`, `select ${columns} from ${tables}
    where ${shown} and a.collection_id = $4 and a.obsolete_at is ${obsolete ? 'not ' : ''}null ${tag ? 'and a.tags @> array[$5::text]' : ''} and (a.approved_at, a.id) < ($2::timestamptz, $3::int)
    order by a.approved_at desc, a.id desc limit ${PAGE_ROWS + 1}`, [viewer.audiences, at, id, collectionId, ...(tag ? [tag] : [])]))
}

/** Of everything the viewer reads, what carries a tag. */
export async function listOfTag(viewer: Viewer, tag: string, cursor?: string | null): Promise<ArticleList> {
  const { at, id } = cursorOf(cursor)
  return paged(await sql<ArticleRow>('articles-of-tag', `select ${columns} from ${tables}
    where ${shown} and a.obsolete_at is null and a.tags @> array[$4::text] and (a.approved_at, a.id) < ($2::timestamptz, $3::int) order by a.approved_at desc, a.id desc limit ${PAGE_ROWS + 1}`, [viewer.audiences, at, id, tag]))
}

/** Waiting for the viewer's check, oldest first, at most 50: asked by name, or for whoever checks in the collection. Empty for all but colleagues. */
export async function listWaiting(viewer: Viewer, limit = 50): Promise<ArticleRow[]> {
  if (!isMember(viewer) || viewer.kind !== 'ASN') return []
  const rows = await sql<ArticleRow>('articles-waiting', `select ${columns} from ${tables} where a.audience = any($1) and a.work = 'REVIEW' and a.binned_at is null and a.sent_by_id <> $2
    and not exists (select 1 from article_revision r where r.article_id = a.id and r.revision = a.last_revision and r.editor_id = $2) and (a.reviewer_id = $2 or ${checks})
    order by a.reviewer_id = $2 desc nulls last, a.sent_at, a.id limit 50`, checker(viewer))
  return rows.slice(0, limit)
}

/** What the viewer is working on: drafts, what was sent, what came back. At most 50. */
export async function listMyWork(viewer: Viewer): Promise<ArticleRow[]> {
  if (!isMember(viewer) || viewer.kind !== 'ASN') return []
  return sql<ArticleRow>('articles-my-work', `select ${columns} from ${tables} where a.audience = any($1) and a.work <> 'NONE' and a.binned_at is null
    and (a.owner_id = $2 or a.created_by_id = $2 or a.sent_by_id = $2) order by (a.work = 'RETURNED') desc, a.created_at desc, a.id desc limit 50`, [viewer.audiences, viewer.personId])
}

export type OwnFilter = 'semua' | 'lewat' | 'masukan'

/** Pages of one owner, or of a unit and everything below it: next check first. `lewat`: overdue or due within 30 days; `masukan`: with open remarks. At most 200. */
export async function listOwned(viewer: Viewer, { unitId, filter = 'semua' }: { unitId?: number | null; filter?: OwnFilter }): Promise<ArticleRow[]> {
  if (!isMember(viewer) || viewer.kind !== 'ASN') throw new Forbidden('colleaguesOnly')
  const whose = unitId ? 'a.owner_unit_id in (select u.id from org_unit u where $2 = any(u.path))' : 'a.owner_id = $2'
  const which = filter === 'lewat' ? 'and a.obsolete_at is null and a.check_by < current_date + 30' : filter === 'masukan' ? 'and a.open_notes > 0' : ''
  return sql<ArticleRow>(`articles-owned-${unitId ? 'unit' : 'me'}-${filter}`, `select ${columns} from ${tables} where ${shown} and ${whose} ${which} order by a.check_by nulls last, a.id limit 200`, [viewer.audiences, unitId ?? viewer.personId])
}

/** Pages whose owner left, or works elsewhere than when they took them: to be handed over. At most 200. */
export async function listLeftBehind(viewer: Viewer): Promise<ArticleRow[]> {
  if (!isMember(viewer) || viewer.kind !== 'ASN') throw new Forbidden('colleaguesOnly')
  return sql<ArticleRow>('articles-left', `select ${columns} from ${tables} where a.audience = any($1) and a.binned_at is null and (p.closed_at is not null or p.unit_id is distinct from a.owner_unit_id)
    and (${checks} or (a.approved is not null and exists (select 1 from org_unit w where w.id = a.owner_unit_id and w.path && $6::int[])))
    order by p.closed_at is null, p.name, a.id limit 200`, [...checker(viewer), [...viewer.headOf]])
}

/** What lies in the bin and the viewer may take out again, last first. At most 200. */
export async function listBin(viewer: Viewer): Promise<ArticleRow[]> {
  if (!isMember(viewer) || viewer.kind !== 'ASN') throw new Forbidden('colleaguesOnly')
  return sql<ArticleRow>('articles-bin', `select ${columns} from ${tables} where a.audience = any($1) and a.binned_at is not null and (a.owner_id = $2 or ${checks}) order by a.binned_at desc, a.id desc limit 200`, checker(viewer))
}

/** Titles and addresses by number, of what the viewer reads. */
export async function listArticleTitles(viewer: Viewer, ids: readonly number[]): Promise<Map<number, { id: number; slug: string; title: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await sql<{ id: number; slug: string; title: string }>('article-titles', `select a.id, a.slug, a.title from article a where ${shown} and a.id = any($2)`, [viewer.audiences, [...ids]])
  return new Map(rows.map(row => [row.id, row]))
}
