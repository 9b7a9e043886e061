import '~/features/discussion/events'
import { pool } from '~/platform/db/db.server'
import type { SearchDocument, SearchSource } from '~/platform/search/source.server'
import './events'
import { kindIcons } from './kinds'
import './meetings-events'
import { topicPath } from './paths'
import type { TopicKindName } from './views'

interface Row {
  id: number
  topic_id: number
  number: number
  title: string
  slug: string
  kind: TopicKindName
  tags: string[]
  text: string
  audience: string
  shelf: string
  category: string
  category_en: string
  author_id: number
  author_name: string
  unit_id: number | null
  answered: boolean
  created_at: Date
  updated_at: Date
}

const common = `tp.id as topic_id, tp.title, tp.slug, tp.kind::text, tp.tags, t.audience, t.shelf, c.name as category, c.name_en as category_en,
  t.accepted_number is not null as answered`
const topics = `
  select tp.id, 1 as number, ${common}, concat_ws(E'\\n', case when p.deleted_at is null then p.text end,
      (select string_agg(x.text, E'\\n' order by x.part) from topic_part x where x.topic_id = t.id and (p.deleted_at is null or x.part = 'SUMMARY')),
      (select string_agg(o.text, E'\\n' order by o.id desc) from official_answer o where o.topic_id = t.id),
      (select concat_ws(E'\\n', q.question, (select string_agg(po.label, E'\\n' order by po.position) from poll_option po where po.poll_id = q.id)) from poll q where q.topic_id = t.id and p.deleted_at is null),
      case when tp.kind = 'MEETING' then (select concat_ws(E'\\n', g.minutes_text, (select string_agg(n.text, E'\\n' order by n.position) from agenda_point n where n.topic_id = t.id and n.state = 'SHOWN')) from meeting g where g.topic_id = t.id) end) as text,
    t.author_id, a.name as author_name, a.unit_id,
    t.created_at, greatest(t.created_at, p.edited_at) as updated_at
  from topic tp join thread t on t.id = tp.id join category c on c.id = tp.category_id join person a on a.id = t.author_id
    left join post p on p.thread_id = t.id and p.number = 1
  where t.removed_at is null and t.listed`
const posts = `
  select p.id, p.number, ${common}, p.text, p.author_id, a.name as author_name, a.unit_id, p.created_at, coalesce(p.edited_at, p.created_at) as updated_at
  from post p join thread t on t.id = p.thread_id join topic tp on tp.id = t.id join category c on c.id = tp.category_id join person a on a.id = p.author_id
  where t.removed_at is null and t.listed and p.deleted_at is null and p.number > 1`

const BATCH = 500

const shared = (row: Row) => ({
  fold: `topic:${row.topic_id}`, title: row.title, body: row.text, audience: row.audience, authorId: row.author_id, authorName: row.author_name, shelf: row.shelf,
  unitId: row.unit_id, createdAt: row.created_at, updatedAt: row.updated_at,
})
const shelfName = (row: Row) => ({ shelfName: row.category, ...(row.category_en && { shelfNameEn: row.category_en }) })

const topicOf = (row: Row): SearchDocument => ({
  ...shared(row), id: `topic:${row.id}`, kind: 'topic', tags: row.tags, url: topicPath({ id: row.topic_id, slug: row.slug }),
  meta: { ...shelfName(row), label: `forum:kind.${row.kind}`, icon: kindIcons[row.kind], ...(row.answered && { answered: true }) },
})
const postOf = (row: Row): SearchDocument => ({
  ...shared(row), id: `post:${row.id}`, kind: 'post', titleOnlyShown: true, tags: [], url: topicPath({ id: row.topic_id, slug: row.slug }, row.number),
  meta: { ...shelfName(row), number: row.number },
})

function sourceOf(name: string, prefix: string, idColumn: string, readSql: string, toDocument: (row: Row) => SearchDocument, on: SearchSource['on']): SearchSource {
  return {
    name, prefix, on,
    async load(ids) {
      const { rows } = await pool.query<Row>({ name: `search-${name}`, text: `${readSql} and ${idColumn} = any($1)`, values: [ids.map(id => Number(id.slice(prefix.length)))] })
      return new Map(rows.map(row => [`${prefix}${row.id}`, toDocument(row)]))
    },
    async* all() {
      for (let after = 0; ;) {
        const { rows } = await pool.query<Row>({ name: `search-${name}-all`, text: `${readSql} and ${idColumn} > $1 order by ${idColumn} limit ${BATCH}`, values: [after] })
        if (rows.length > 0) yield rows.map(toDocument)
        const last = rows.at(-1)
        if (rows.length < BATCH || !last) return
        after = last.id
      }
    },
  }
}

async function* idsWhere(name: string, text: string, value: number, prefix: string): AsyncGenerator<string> {
  for (let after = 0; ;) {
    const { rows } = await pool.query<{ id: number }>({ name, text: `${text} limit 1000`, values: [value, after] })
    for (const row of rows) yield `${prefix}${row.id}`
    const last = rows.at(-1)
    if (rows.length < 1_000 || !last) return
    after = last.id
  }
}
const postsOfTopic = (topicId: number) => idsWhere('search-posts-of', 'select id from post where thread_id = $1 and number > 1 and id > $2 order by id', topicId, 'post:')
const postsOfCategory = (categoryId: number) =>
  idsWhere('search-posts-of-category', 'select p.id from topic tp join post p on p.thread_id = tp.id and p.number > 1 where tp.category_id = $1 and p.id > $2 order by p.id', categoryId, 'post:')
const topicsOfCategory = (categoryId: number) => idsWhere('search-topics-of-category', 'select id from topic where category_id = $1 and id > $2 order by id', categoryId, 'topic:')

/** Posts that left a thread: by the notes they left there. */
const movedFrom = (threadId: number) => idsWhere('search-posts-moved', 'select moved_to as id from post where thread_id = $1 and moved_to > $2 order by moved_to', threadId, 'post:')

/** A thread of another room has no topic of its number: it is then loaded in vain and taken out of an index it is not in. */
const openingPost = ({ payload }: { payload: { threadId: number; number: number } }) => (payload.number === 1 ? [`topic:${payload.threadId}`] : [])
const otherPost = ({ payload }: { payload: { postId: number; number: number } }) => (payload.number > 1 ? [`post:${payload.postId}`] : [])
const thread = ({ payload }: { payload: { threadId: number } }) => [`topic:${payload.threadId}`]

/** Topics with their opening post and tags. */
export const topicSearch: SearchSource = sourceOf('topics', 'topic:', 'tp.id', topics, topicOf, {
  'forum.topic.opened': ({ payload }) => [`topic:${payload.topicId}`],
  'forum.topic.edited': ({ payload }) => [`topic:${payload.topicId}`],
  'forum.topic.moved': ({ payload }) => [`topic:${payload.topicId}`],
  'forum.topic.changed': ({ payload }) => [`topic:${payload.topicId}`],
  'forum.official.answered': ({ payload }) => [`topic:${payload.topicId}`],
  'forum.meeting.changed': ({ payload }) => [`topic:${payload.topicId}`],
  'forum.minutes.saved': ({ payload }) => [`topic:${payload.topicId}`],
  'forum.category.changed': ({ payload }) => topicsOfCategory(payload.categoryId),
  'discussion.post.created': openingPost,
  'discussion.post.edited': openingPost,
  'discussion.post.deleted': openingPost,
  'discussion.post.restored': openingPost,
  'discussion.answer.accepted': thread,
  'discussion.answer.unaccepted': thread,
  'discussion.thread.changed': thread,
  'discussion.posts.moved': ({ payload }) => [`topic:${payload.fromThreadId}`, `topic:${payload.toThreadId}`],
})

/** Every other post that can be read, under the title of its topic. */
export const postSearch: SearchSource = sourceOf('posts', 'post:', 'p.id', posts, postOf, {
  'forum.topic.edited': ({ payload }) => postsOfTopic(payload.topicId),
  'forum.topic.moved': ({ payload }) => postsOfTopic(payload.topicId),
  'forum.category.changed': ({ payload }) => postsOfCategory(payload.categoryId),
  'discussion.post.created': otherPost,
  'discussion.post.edited': otherPost,
  'discussion.post.deleted': otherPost,
  'discussion.post.restored': otherPost,
  'discussion.posts.moved': ({ payload }) => movedFrom(payload.fromThreadId),
  'discussion.thread.changed': ({ payload }) => postsOfTopic(payload.threadId),
})
