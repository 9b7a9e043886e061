import { sql, type Tx } from '~/platform/db/db.server'
import { Invalid } from '~/platform/errors'

interface Row {
  slug: string
  group: number | null
}

const resolve = `select coalesce(s.slug, w.word) as slug, case when g.only_one then g.id end as "group"
  from unnest($1::text[]) with ordinality as w(word, place) left join tag_synonym s on s.word = w.word
    left join tag t on t.slug = coalesce(s.slug, w.word) left join tag_group g on g.id = t.group_id
  order by w.place`

/** Tags as the catalogue knows them: a synonym becomes its tag, each stands once. @throws Invalid beside tags where a group allows only one of them */
export async function canonicalTags(tags: readonly string[]): Promise<string[]> {
  if (tags.length === 0) return []
  const rows = await sql<Row>('tags-canonical', resolve, [[...tags]])
  const groups = new Map<string, number>()
  for (const { slug, group } of rows) if (group !== null) groups.set(slug, group)
  if (new Set(groups.values()).size < groups.size) throw new Invalid({ tags: ['finding:errors.onlyOne'] })
  return [...new Set(rows.map(row => row.slug))]
}

/** Keeps how many topics carry each tag; the rows are taken in one order, so that two writers never wait for each other in a circle. */
export async function countTags(tx: Tx, before: readonly string[], after: readonly string[]): Promise<void> {
  const changes = [...after.filter(tag => !before.includes(tag)).map(tag => [tag, 1] as const), ...before.filter(tag => !after.includes(tag)).map(tag => [tag, -1] as const)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
  if (changes.length === 0) return
  await tx.$executeRaw`
    insert into tag (slug, topic_count) select w.slug, greatest(w.by, 0) from unnest(${changes.map(([tag]) => tag)}::text[], ${changes.map(([, by]) => by)}::int[]) as w(slug, by)
    on conflict (slug) do update set topic_count = greatest(0, tag.topic_count + (case when tag.slug = any(${before}::text[]) then -1 else 1 end))`
}

/** A topic went from all lists, or came back (`on`): what counts topics by category and by tag follows. */
export async function countTopic(tx: Tx, topicId: number, on: boolean): Promise<void> {
  const by = on ? 1 : -1
  const [topic] = await tx.$queryRaw<{ tags: string[] }[]>`
    update category c set topic_count = topic_count + ${by}::int from topic tp where tp.id = ${topicId}::int and c.id = tp.category_id returning tp.tags`
  if (topic) await countTags(tx, on ? [] : topic.tags, on ? topic.tags : [])
}
