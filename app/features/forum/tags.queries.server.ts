import { competencyTags, type CompetencyTag } from '~/features/competency/catalogue.server'
import { sql } from '~/platform/db/db.server'
import { Forbidden, NotFound } from '~/platform/errors'
import { isMember, type Viewer } from '~/platform/viewer'
import { canKeepCategories } from './policy'
import { tagParam } from './tags.schema'
import { cleanTag } from './topics.schema'

export interface TagView {
  slug: string
  description: string
  group: string
  synonyms: string[]
  /** where the tag stands for a competency */
  competency: CompetencyTag | null
}

interface FoundTag extends Omit<TagView, 'competency'> {
  groupId: number | null
  /** the tag this word leads to */
  leads: string | null
}

const bySlug = `select w.slug, coalesce(t.description, '') as description, t.group_id as "groupId", coalesce(g.name, '') as "group",
    array(select s.word from tag_synonym s where s.slug = w.slug order by s.word) as synonyms, (select s.slug from tag_synonym s where s.word = w.slug) as leads
  from (select $1::text as slug) w left join tag t on t.slug = w.slug left join tag_group g on g.id = t.group_id`

/** What is known of a tag, or the tag a synonym leads to. Any word may be a tag, also before it was used. @throws NotFound where it cannot be one */
export async function getTag(_viewer: Viewer, slug: string): Promise<TagView | { leads: string }> {
  if (!tagParam.safeParse(slug).success) throw new NotFound('tag')
  const [row] = await sql<FoundTag>('tag-by-slug', bySlug, [slug])
  if (row?.leads) return { leads: row.leads }
  const competency = (await competencyTags()).find(one => one.slug === slug) ?? null
  return { slug, description: row?.description ?? '', group: row?.group ?? '', synonyms: row?.synonyms ?? [], competency }
}

/** The tag a word leads to, most often itself. */
export async function canonicalTag(word: string): Promise<string> {
  const [row] = await sql<{ slug: string }>('tag-canonical', 'select slug from tag_synonym where word = $1', [word])
  return row?.slug ?? word
}

export interface TagHint {
  slug: string
  /** the word that led to it, where it is another one */
  by?: string
}

const CANDIDATES = 60
const hints = `with c as (
    (select t.slug, null::text as "by", t.topic_count from tag t where t.slug like $1 || '%' order by t.topic_count desc, t.slug limit ${CANDIDATES})
    union all
    (select s.slug, s.word, coalesce(t.topic_count, 0) from tag_synonym s left join tag t on t.slug = s.slug where s.word like $1 || '%' order by s.word limit ${CANDIDATES})
  )
  select distinct on (c.topic_count, c.slug) c.slug, c."by" from c
  where exists (select 1 from topic tp join thread th on th.id = tp.id where tp.tags @> array[c.slug] and th.audience = any($2) and th.removed_at is null and th.listed)
  order by c.topic_count desc, c.slug, c."by" nulls first limit $3`

/** Tags that begin as typed, or have a synonym that does; only ones the viewer could have met on a topic. Empty for strangers. */
export async function suggestTags(viewer: Viewer, typed: string, limit = 8): Promise<TagHint[]> {
  const begin = cleanTag(typed.slice(0, 60))
  if (!isMember(viewer) || begin === '') return []
  const rows = await sql<{ slug: string; by: string | null }>('tag-hints', hints, [begin, [...new Set(viewer.audiences)], limit])
  return rows.map(({ slug, by }) => (by ? { slug, by } : { slug }))
}

/** The tags most in use, for a list to choose from without JavaScript. */
export async function popularTags(viewer: Viewer, limit = 40): Promise<string[]> {
  if (!isMember(viewer)) return []
  const rows = await sql<{ slug: string }>('tag-popular', `select c.slug from (select slug, topic_count from tag where topic_count > 0 order by topic_count desc, slug limit 120) c
    where exists (select 1 from topic tp join thread th on th.id = tp.id where tp.tags @> array[c.slug] and th.audience = any($1) and th.removed_at is null and th.listed)
    order by c.topic_count desc, c.slug limit $2`, [[...new Set(viewer.audiences)], limit])
  return rows.map(row => row.slug)
}

export interface KeptTag {
  slug: string
  group: string
  synonyms: string[]
  topics: number
}

const PAGE = 50
const keptList = `select t.slug, coalesce(g.name, '') as "group", array(select s.word from tag_synonym s where s.slug = t.slug order by s.word) as synonyms, t.topic_count as topics
  from tag t left join tag_group g on g.id = t.group_id where t.slug > $1 and t.slug like $2 || '%' order by t.slug limit ${PAGE + 1}`

function mustKeep(viewer: Viewer): void {
  if (!isMember(viewer) || !canKeepCategories(viewer)) throw new Forbidden('officersOnly')
}

/** Every tag by name, for administrators. `after` is the list's `next`. @throws Forbidden */
export async function listKeptTags(viewer: Viewer, { begins = '', after = '' }: { begins?: string; after?: string } = {}): Promise<{ rows: KeptTag[]; next: string | null }> {
  mustKeep(viewer)
  const rows = await sql<KeptTag>('tags-kept', keptList, [after, cleanTag(begins)])
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE ? (rows[PAGE - 1]?.slug ?? null) : null }
}

export interface KeptTagGroup {
  id: number
  name: string
  onlyOne: boolean
  tags: string[]
}

/** @throws Forbidden */
export async function listTagGroups(viewer: Viewer): Promise<KeptTagGroup[]> {
  mustKeep(viewer)
  return sql<KeptTagGroup>('tag-groups', `select g.id, g.name, g.only_one as "onlyOne", array(select t.slug from tag t where t.group_id = g.id order by t.slug limit 30) as tags
    from tag_group g order by g.name limit 200`)
}

/** One tag to be kept. @throws Forbidden, NotFound for words that lead elsewhere */
export async function getKeptTag(viewer: Viewer, slug: string): Promise<{ slug: string; description: string; groupId: number | null; synonyms: string[] }> {
  mustKeep(viewer)
  const [row] = tagParam.safeParse(slug).success ? await sql<FoundTag>('tag-by-slug', bySlug, [slug]) : []
  if (!row || row.leads) throw new NotFound('tag')
  return { slug, description: row.description, groupId: row.groupId, synonyms: row.synonyms }
}
