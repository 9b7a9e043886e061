import { slowMinutes } from '~/features/discussion/pace.server'
import { isLocked, ms } from '~/features/discussion/sql'
import type { TopicHead, TopicKindName } from '../views'

/** What `headColumns` gives. */
export interface HeadRow {
  id: number
  title: string
  slug: string
  kind: TopicKindName
  tags: string[]
  audience: string
  author_id: number
  author_name: string
  created_at: number
  last_post_at: number
  locked: boolean
  answerable: boolean
  last_number: number
  post_count: number
  unit_id: number | null
  closes_at: number | null
  closed: boolean
  listed: boolean
  masks: boolean
  slow_minutes: number
  pinned_until: number | null
  pinned_everywhere: boolean
  publish_at: number | null
  heard: boolean
  repliers: string[]
  c_id: number
  c_slug: string
  c_name: string
  c_name_en: string
}

/** `t` thread, `tp` topic, `c` category, `a` who opened it. */
export const headColumns = `tp.id, tp.title, tp.slug, tp.kind::text, tp.tags, t.audience, t.author_id, a.name as author_name, ${ms('t.created_at')} as created_at,
  ${ms('t.last_post_at')} as last_post_at, ${isLocked} as locked, ${ms('t.closes_at')} as closes_at, coalesce(t.closes_at <= now(), false) as closed,
  t.voiced_at is not null as heard, t.repliers, tp.unit_id, t.listed, c.pseudonyms as masks, t.answerable, ${slowMinutes} as slow_minutes,
  case when tp.pinned_until > now() then ${ms('tp.pinned_until')} end as pinned_until, tp.pinned_everywhere, ${ms('tp.publish_at')} as publish_at, t.last_number, t.post_count,
  c.id as c_id, c.slug as c_slug, c.name as c_name, c.name_en as c_name_en`
export const headTables = 'thread t join topic tp on tp.id = t.id join category c on c.id = tp.category_id join person a on a.id = t.author_id'

const actsOf = (row: HeadRow): Partial<TopicHead> => ({
  ...(row.listed ? {} : { unlisted: true }), ...(row.masks ? { masks: true } : {}), ...(row.slow_minutes > 0 ? { slowMinutes: row.slow_minutes } : {}), ...(row.publish_at === null ? {} : { publishAt: row.publish_at }),
  ...(row.pinned_until === null ? {} : { pinnedUntil: row.pinned_until, ...(row.pinned_everywhere ? { pinnedEverywhere: true } : {}) }),
})

export const toHead = (row: HeadRow): TopicHead => ({
  id: row.id, title: row.title, slug: row.slug, kind: row.kind, tags: row.tags, audience: row.audience, authorId: row.author_id, authorName: row.author_name,
  createdAt: row.created_at, lastPostAt: row.last_post_at, locked: row.locked, answerable: row.answerable, lastNumber: row.last_number, postCount: row.post_count,
  ...(row.unit_id === null ? {} : { unitId: row.unit_id }), ...(row.closes_at === null ? {} : { closesAt: row.closes_at }), ...(row.closed ? { closed: true } : {}), ...actsOf(row), ...(row.heard ? { heard: true } : {}), ...(row.repliers.length > 0 ? { repliers: row.repliers } : {}),
  category: { id: row.c_id, slug: row.c_slug, name: row.c_name, nameEn: row.c_name_en, audience: row.audience },
})
