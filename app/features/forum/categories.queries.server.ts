import { sql } from '~/platform/db/db.server'
import { readText } from '~/platform/db/together.server'
import { Forbidden, NotFound } from '~/platform/errors'
import { interned, madeOf } from '~/platform/interned'
import type { Viewer } from '~/platform/viewer'
import { canKeepCategories, canOpenTopic } from './policy'
import type { CategoryView, TopicKindName } from './views'

/** Topics of a category that are looked at for "new", newest first: the count says "60" where it may be more. */
export const UNREAD_WINDOW = 60

interface Row {
  id: number
  slug: string
  name: string
  name_en: string
  description: string
  description_en: string
  colour: string
  audience: string
  open_audience: string
  masks: boolean
  topic_count: number
  kinds: TopicKindName[]
  responsible_unit_id: number | null
  archived: boolean
  unit: string | null
  unread: number | null
}

const unread = `left join lateral (
    select count(*)::int as unread from (
      select t.id, t.last_number from thread t where t.shelf = 'category:' || c.id and t.removed_at is null and t.listed
        and t.last_post_at > (select me.read_before from person me where me.id = $2) order by t.last_post_at desc, t.id desc limit ${UNREAD_WINDOW}
    ) w left join lateral (select rp.number from read_position rp where rp.person_id = $2 and rp.thread_id = w.id limit 1) r on true where coalesce(r.number, 0) < w.last_number
  ) n on true`

/** `array_position` for `= any`: the same to the eye, but its guess does not depend on the viewer, so that the plan is made once and kept. */
const select = (member: boolean, where: string) => `select c.id, c.slug, c.name, c.name_en, c.description, c.description_en, c.colour, c.audience, c.open_audience, c.topic_count, c.kinds::text[], c.responsible_unit_id, c.pseudonyms as masks,
    c.archived_at is not null as archived, coalesce(nullif(u.short_name, ''), u.name) as unit${member ? ', n.unread' : ', 0 as unread'}
  from category c
  left join org_unit u on u.id = substring(c.audience from '^unit:([0-9]{1,9})$')::int
  ${member ? unread : ''}
  where array_position($1::text[], c.audience) is not null and ${where} order by c.sort_order, c.id`

const texts = {
  list: select(false, 'c.archived_at is null'), listMember: select(true, 'c.archived_at is null'),
  one: select(false, 'c.slug = $2'), oneMember: select(true, 'c.slug = $3'),
}

function toView(viewer: Viewer, row: Row): CategoryView {
  const openAudience = row.open_audience
  return {
    id: row.id, slug: row.slug, name: row.name, nameEn: row.name_en, description: row.description, descriptionEn: row.description_en, colour: row.colour,
    audience: row.audience, openAudience, topicCount: row.topic_count, kinds: row.kinds, responsibleUnitId: row.responsible_unit_id, archived: row.archived, masks: row.masks, unit: row.unit ?? '', unread: row.unread ?? 0,
    mayOpen: canOpenTopic(viewer, { audience: row.audience, openAudience, archived: row.archived }),
  }
}

/** Those the viewer may read, in their order, without archived ones. One statement. */
export async function listCategories(viewer: Viewer): Promise<readonly CategoryView[]> {
  const views = (json: string) => (JSON.parse(json) as Row[]).map(row => interned(toView(viewer, row)))
  // all strangers may do the same; what a member may do is looked at each time
  if (viewer.personId === null) return madeOf('categories', await readText({ name: 'categories', text: texts.list, values: [viewer.audiences] }), views)
  return views(await readText({ name: 'categories-member', text: texts.listMember, values: [viewer.audiences, viewer.personId] }))
}

/** Archived ones too. @throws NotFound also where the viewer may not know of it */
export async function getCategory(viewer: Viewer, slug: string): Promise<CategoryView> {
  const [row] = viewer.personId === null
    ? await sql<Row>('category', texts.one, [viewer.audiences, slug])
    : await sql<Row>('category-member', texts.oneMember, [viewer.audiences, viewer.personId, slug])
  if (!row) throw new NotFound('category')
  return toView(viewer, row)
}

export interface KeptCategoryRow {
  id: number
  slug: string
  name: string
  nameEn: string
  description: string
  descriptionEn: string
  colour: string
  sortOrder: number
  audience: string
  openAudience: string
  topicCount: number
  archived: boolean
  kinds: TopicKindName[]
  responsibleUnitId: number | null
  slowMinutes: number
  unlistNew: boolean
  pseudonyms: boolean
}

/** All of them, for whoever keeps them. @throws Forbidden unless administrator */
export async function listKeptCategories(viewer: Viewer): Promise<KeptCategoryRow[]> {
  if (!canKeepCategories(viewer)) throw new Forbidden()
  return sql<KeptCategoryRow>('categories-kept', `select id, slug, name, name_en as "nameEn", description, description_en as "descriptionEn", colour, sort_order as "sortOrder", audience,
    open_audience as "openAudience", topic_count as "topicCount", archived_at is not null as archived, kinds::text[], responsible_unit_id as "responsibleUnitId",
    slow_minutes as "slowMinutes", unlist_new as "unlistNew", pseudonyms from category order by archived_at is not null, sort_order, id`)
}

/** Markdown that stands in the text of a kind before anybody writes. Only what the viewer may read. */
export async function listTemplates(viewer: Viewer): Promise<{ category: string; kind: TopicKindName; template: string }[]> {
  return sql('topic-forms', `select c.slug as category, f.kind::text, f.template from topic_form f join category c on c.id = f.category_id where c.audience = any($1) and f.template <> ''`, [viewer.audiences])
}

/** For whoever keeps the category. @throws Forbidden unless administrator */
export async function listKeptTemplates(viewer: Viewer, categoryId: number): Promise<Partial<Record<TopicKindName, string>>> {
  if (!canKeepCategories(viewer)) throw new Forbidden()
  const rows = await sql<{ kind: TopicKindName; template: string }>('topic-forms-kept', 'select kind::text, template from topic_form where category_id = $1', [categoryId])
  return Object.fromEntries(rows.map(row => [row.kind, row.template]))
}
