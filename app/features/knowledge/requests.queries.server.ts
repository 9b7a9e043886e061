import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import { canRequest } from './policy'
import { canClose, canRelease, canTake, type RequestState } from './requests.server'

export interface RequestRow extends RequestState {
  title: string
  why: string
  votes: number
  mine: boolean
  askedBy: string
  at: number
  takenBy: { name: string; slug: string } | null
  takenAt: number | null
  /** where it was answered, for those who read it */
  article: { id: number; slug: string; title: string } | null
  done: boolean
  closeNote: string
  collection: string
  collectionEn: string
  collectionSlug: string
  can: { support: boolean; take: boolean; release: boolean; close: boolean; write: boolean }
}

const columns = `r.id, r.title, r.why, r.votes, c.audience, r.asked_by_id as "askedById", r.taken_by_id as "takenById", r.article_id as "articleId", r.done_at is null and r.closed_at is null as open, r.done_at is not null as done,
  r.close_note as "closeNote", ${ms('r.created_at')} as at, ${ms('r.taken_at')} as "takenAt", p.name as "askedBy", c.name as collection, c.name_en as "collectionEn", c.slug as "collectionSlug",
  exists (select 1 from article_request_vote v where v.request_id = r.id and v.person_id = $2) as mine,
  (select json_build_object('name', w.name, 'slug', w.slug) from person w where w.id = r.taken_by_id) as "takenBy",
  (select json_build_object('id', a.id, 'slug', a.slug, 'title', a.title) from article a where a.id = r.article_id and a.audience = any($1) and a.approved is not null and a.binned_at is null) as article`
const tables = 'article_request r join collection c on c.id = r.collection_id join person p on p.id = r.asked_by_id'

const asRow = (viewer: Viewer, row: RequestRow): RequestRow => ({
  ...row, can: { support: row.open && canRequest(viewer, row), take: canTake(viewer, row), release: canRelease(viewer, row), close: canClose(viewer, row), write: row.open && row.takenById === viewer.personId && row.articleId === null },
})

export const requestLists = ['terbuka', 'selesai', 'ditutup'] as const
export type RequestList = (typeof requestLists)[number]
const which: Record<RequestList, string> = { terbuka: 'r.done_at is null and r.closed_at is null', selesai: 'r.done_at is not null', ditutup: 'r.closed_at is not null' }

const PAGE = 30

/** What is asked for in collections the viewer reads, most wanted first. `after` is a votes.id of the last row shown. */
export async function listRequests(viewer: Viewer, list: RequestList, after?: string | null): Promise<{ rows: RequestRow[]; next: string | null }> {
  const [votes = 2_147_483_647, id = 2_147_483_647] = /^\d{1,9}\.\d{1,9}$/.test(after ?? '') ? (after ?? '').split('.').map(Number) : []
  const rows = await sql<RequestRow>(`requests-${list}`, `select ${columns} from ${tables} where c.audience = any($1) and ${which[list]} and (r.votes, r.id) < ($3::int, $4::int) order by r.votes desc, r.id desc limit ${PAGE + 1}`,
    [viewer.audiences, viewer.personId ?? 0, votes, id])
  const last = rows[PAGE - 1]
  return { rows: rows.slice(0, PAGE).map(row => asRow(viewer, row)), next: rows.length > PAGE && last ? `${last.votes}.${last.id}` : null }
}

/** @throws NotFound */
export async function getRequest(viewer: Viewer, id: number): Promise<RequestRow> {
  const [row] = await sql<RequestRow>('request-one', `select ${columns} from ${tables} where c.audience = any($1) and r.id = $3`, [viewer.audiences, viewer.personId ?? 0, id])
  if (!row) throw new NotFound('request')
  return asRow(viewer, row)
}
