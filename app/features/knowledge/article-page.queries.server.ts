import { htmlIn } from '~/editor/content.server'
import { ms } from '~/features/discussion/sql'
import { readRows } from '~/platform/db/together.server'
import { NotFound } from '~/platform/errors'
import { translator } from '~/platform/i18n/words'
import type { Viewer } from '~/platform/viewer'
import { readingMinutes, type Heading } from './headings'
import { liveTitles, type NamedArticle } from './live-titles'
import type { ArticleKindName, ArticleWorkName, ServiceInfo } from './kinds'
import { canCheck, canComment, canEdit, canManage, canReadArticle, canReport, canSeeWork, canWriteIn } from './policy'
import { asArticle, reachColumns, type ReachRow } from './rows/reach.server'

export interface PersonName {
  id: number
  name: string
  slug: string
}

export interface ArticleLinkView {
  id: number
  slug: string
  title: string
}

export interface Crumb {
  slug: string
  name: string
  nameEn: string
}

export interface ArticlePage {
  id: number
  collectionId: number
  slug: string
  title: string
  kind: ArticleKindName
  summary: string
  tags: string[]
  audience: string
  html: string
  toc: Heading[]
  minutes: number
  service: ServiceInfo | null
  revision: number
  work: ArticleWorkName
  crumbs: Crumb[]
  authors: PersonName[]
  credited: PersonName[]
  owner: PersonName
  approvedBy: { name: string; unit: string; slug: string } | null
  approvedAt: number
  publishedAt: number
  /** whether somebody else than its writers checked it */
  checkedByAnother: boolean
  /** "2026-12-05", and whether that day is over */
  checkBy: string | null
  stale: boolean
  obsolete: { at: number; successor: ArticleLinkView | null } | null
  backlinks: ArticleLinkView[]
  sourceThreadId: number | null
  helpful: number
  unhelpful: number
  /** colleagues read what was said to be wrong */
  remarks: { id: number; text: string; name: string; at: number }[]
  mine: 'HELPFUL' | 'UNHELPFUL' | null
  /** the conversation of its readers; null until somebody wrote */
  thread: { id: number; lastNumber: number; postCount: number; locked: boolean; audience: string; shelf: string } | null
  thanks: number
  thanked: boolean
  can: { comment: boolean; thank: boolean;  edit: boolean; manage: boolean; check: boolean; report: boolean; work: boolean; write: boolean }
}

interface Row extends ReachRow {
  summary: string
  tags: string[]
  html: string
  text: string
  toc: Heading[]
  service: ServiceInfo | null
  approvedAt: number
  publishedAt: number
  approvedBy: ArticlePage['approvedBy']
  approvedByOther: boolean
  stale: boolean
  obsoleteAt: number | null
  successor: ArticleLinkView | null
  crumbs: Crumb[]
  people: (PersonName & { credited: boolean })[]
  owner: PersonName
  backlinks: ArticleLinkView[]
  helpful: number
  unhelpful: number
  remarks: ArticlePage['remarks']
  mine: ArticlePage['mine']
  named: NamedArticle[]
  thread: ArticlePage['thread']
  thanks: number
  thanked: boolean
}

const link = (alias: string) => `json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'title', ${alias}.title)`
const person = (alias: string) => `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'slug', ${alias}.slug)`

/** Everything of the page in one statement, whoever asks: the lists inside are short. */
const text = `select ${reachColumns}, a.summary, a.tags, a.html, a.text, a.toc, a.service, ${ms('a.approved_at')} as "approvedAt", ${ms('a.published_at')} as "publishedAt", ${ms('a.obsolete_at')} as "obsoleteAt",
    a.check_by < current_date as stale, a.helpful, a.unhelpful,
    (select json_build_object('name', p.name, 'slug', p.slug, 'unit', coalesce(nullif(u.short_name, ''), u.name, '')) from person p left join org_unit u on u.id = p.unit_id where p.id = a.approved_by_id) as "approvedBy",
    not exists (select 1 from article_revision r where r.article_id = a.id and r.revision = a.approved and r.editor_id = a.approved_by_id) as "approvedByOther",
    (select ${link('s')} from article s where s.id = a.successor_id and s.audience = any($2) and s.approved is not null and s.binned_at is null) as successor,
    (select json_agg(json_build_object('slug', k.slug, 'name', k.name, 'nameEn', k.name_en) order by array_position(c.path, k.id)) from collection k where k.id = any(c.path) and k.audience = any($2)) as crumbs,
    coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'slug', p.slug, 'credited', w.credited) order by p.id = a.created_by_id desc, p.name) from article_contributor w join person p on p.id = w.person_id where w.article_id = a.id), '[]') as people,
    (select ${person('p')} from person p where p.id = a.owner_id) as owner,
    coalesce((select json_agg(${link('b')} order by b.title) from (select b.id, b.slug, b.title from article_link l join article b on b.id = l.from_id
      where l.to_id = a.id and b.audience = any($2) and b.approved is not null and b.binned_at is null and b.obsolete_at is null order by b.title limit 30) b), '[]') as backlinks,
    case when $3::boolean then coalesce((select json_agg(json_build_object('id', n.id, 'text', n.text, 'name', p.name, 'at', ${ms('n.created_at')}) order by n.id desc) from (
      select n.* from article_note n where n.article_id = a.id and n.kind = 'CHANGE' and n.done_at is null order by n.id desc limit 3) n join person p on p.id = n.person_id), '[]') else '[]' end as remarks,
    (select n.kind::text from article_note n where n.article_id = a.id and n.person_id = $4 and n.kind <> 'CHANGE' order by n.id desc limit 1) as mine,
    coalesce((select json_agg(json_build_object('id', n.id, 'slug', n.slug, 'title', n.title, 'reads', n.audience = any($2) and n.approved is not null and n.binned_at is null, 'titles', array(select distinct r.title from article_revision r where r.article_id = n.id)))
      from article_link l join article n on n.id = l.to_id where l.from_id = a.id), '[]') as named,
    (select json_build_object('id', t.id, 'lastNumber', t.last_number, 'postCount', t.post_count, 'locked', t.locked_at is not null, 'audience', t.audience, 'shelf', t.shelf) from thread t where t.id = a.thread_id and t.removed_at is null) as thread,
    a.thanks, exists (select 1 from article_thanks w where w.article_id = a.id and w.person_id = $4) as thanked
  from article a join collection c on c.id = a.collection_id where a.id = $1 and a.audience = any($2)`

/**
 * The article as its readers see it. One that was never approved has no such page: `drafted` says that the viewer works on it.
 * @throws NotFound also where the viewer may not know of it
 */
export async function getArticlePage(viewer: Viewer, id: number): Promise<ArticlePage | { drafted: true }> {
  const [row] = await readRows<Row>('article-page', text, [id, viewer.audiences, viewer.kind === 'ASN', viewer.personId ?? 0])
  if (!row) throw new NotFound('article')
  const article = asArticle(row)
  const work = canSeeWork(viewer, article, article.collection)
  if (!canReadArticle(viewer, article)) {
    if (work && !article.binned) return { drafted: true }
    throw new NotFound('article')
  }
  return {
    id, collectionId: article.collection.id, slug: row.slug, title: row.title, kind: row.kind, summary: row.summary, tags: row.tags, audience: row.audience, html: htmlIn(liveTitles(row.html, row.named, translator(viewer.locale, 'readers')('hidden')), viewer.locale), toc: row.toc, minutes: readingMinutes(row.text), service: row.service,
    revision: row.approved ?? 1, work: work ? row.work : 'NONE', crumbs: row.crumbs ?? [], authors: row.people.filter(one => !one.credited), credited: row.people.filter(one => one.credited), owner: row.owner,
    approvedBy: row.approvedBy, approvedAt: row.approvedAt, publishedAt: row.publishedAt, checkedByAnother: row.approvedByOther, checkBy: row.checkBy, stale: row.stale,
    obsolete: row.obsoleteAt === null ? null : { at: row.obsoleteAt, successor: row.successor }, backlinks: row.backlinks, sourceThreadId: row.sourceThreadId, helpful: row.helpful, unhelpful: row.unhelpful,
    remarks: row.remarks, mine: row.mine, thread: row.thread, thanks: row.thanks, thanked: row.thanked,
    can: {
      comment: canComment(viewer, article), thank: canComment(viewer, article) && !article.editorIds.includes(viewer.personId ?? 0),
      edit: canEdit(viewer, article, article.collection), manage: canManage(viewer, article, article.collection), check: canCheck(viewer, article, article.collection), report: canReport(viewer, article), work,
      write: canWriteIn(viewer, article.collection),
    },
  }
}
