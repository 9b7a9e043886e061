import { pool } from '~/platform/db/db.server'
import { sql } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import { onServed } from '~/platform/http/served.server'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'
import type { Viewer } from '~/platform/viewer'
import { canSeeWork } from './policy'
import { asMember, reachArticle, type ReachedArticle } from './rows/reach.server'

/** Milliseconds after which what was counted in memory is written; a crash loses so much and no more. */
const FLUSH_MS = 10_000
/** Members remembered today, so that reading on counts once; beyond it everybody counts anew. */
const MOST_SEEN = 50_000
const ROBOT = /bot|crawl|spider|slurp|preview|monitor|curl|wget/i

const counted = kept('article-readings', () => ({ reads: new Map<number, number>(), seen: new Set<string>(), day: '', timer: null as NodeJS.Timeout | null }))

/** UTC day. */
const today = () => new Date().toISOString().slice(0, 10)

function add(articleId: number): void {
  counted.reads.set(articleId, (counted.reads.get(articleId) ?? 0) + 1)
  counted.timer ??= setTimeout(() => void flushReadings().catch((error: unknown) => log.warn({ err: error }, 'readings were not written')), FLUSH_MS).unref()
}

/** Somebody reads the page. A number in memory: nothing waits for it, and who it was is not kept beyond the day, in memory, to count them once. */
export function countReading(viewer: Viewer, articleId: number, agent: string): void {
  if (ROBOT.test(agent)) return
  if (viewer.personId !== null) {
    const day = today()
    if (counted.day !== day || counted.seen.size >= MOST_SEEN) Object.assign(counted, { day, seen: new Set<string>() })
    const key = `${viewer.personId}:${articleId}`
    if (counted.seen.has(key)) return
    counted.seen.add(key)
  }
  add(articleId)
}

/** Writes what was counted, in one statement. */
export async function flushReadings(): Promise<void> {
  if (counted.timer) clearTimeout(counted.timer)
  counted.timer = null
  if (counted.reads.size === 0) return
  const entries = [...counted.reads]
  counted.reads = new Map()
  await pool.query(`with given as (select * from unnest($1::int[], $2::int[]) as g(id, n)), known as (
      update article a set reads = a.reads + g.n from given g where a.id = g.id returning a.id, g.n
    ) insert into article_reading (article_id, day, reads) select id, (now() at time zone 'UTC')::date, n from known
    on conflict (article_id, day) do update set reads = article_reading.reads + excluded.reads`, [entries.map(([id]) => id), entries.map(([, n]) => n)])
}

kept('article-readings-kept-pages', () => {
  onServed('articles', (tags, agent) => {
    for (const tag of tags) if (tag.startsWith('article:') && !ROBOT.test(agent)) add(Number(tag.slice('article:'.length)))
  })
  return true
})

export interface Readings {
  article: ReachedArticle
  total: number
  thanks: number
  helpful: number
  unhelpful: number
  /** the last thirty days, oldest first, "2026-11-22" */
  days: { day: string; reads: number }[]
}

/** How many read it, never who. For its owner and those who work on it. @throws NotFound, Forbidden */
export async function getReadings(viewer: Viewer, articleId: number): Promise<Readings> {
  const member = asMember(viewer)
  const article = await reachArticle(member, articleId)
  if (!canSeeWork(member, article, article.collection)) throw new Forbidden()
  const [row] = await sql<Omit<Readings, 'article'>>('article-readings', `select a.reads as total, a.thanks, a.helpful, a.unhelpful,
    (select json_agg(json_build_object('day', to_char(d, 'YYYY-MM-DD'), 'reads', coalesce(r.reads, 0)) order by d)
      from generate_series((now() at time zone 'UTC')::date - 29, (now() at time zone 'UTC')::date, interval '1 day') d left join article_reading r on r.article_id = a.id and r.day = d::date) as days
    from article a where a.id = $1`, [articleId])
  return { article, total: row?.total ?? 0, thanks: row?.thanks ?? 0, helpful: row?.helpful ?? 0, unhelpful: row?.unhelpful ?? 0, days: row?.days ?? [] }
}
