import { sql } from '~/platform/db/db.server'
import { readText } from '~/platform/db/together.server'
import { NotFound } from '~/platform/errors'
import { interned, madeOf } from '~/platform/interned'
import type { Member, Viewer } from '~/platform/viewer'
import { authorColumns, authorJoins, postColumns, threadColumns, toAuthor, toPost, toThread, type AuthorRow, type PostRow, type ThreadRow } from './rows/rows.server'
import { canEdit } from './policy'
import type { AuthorCard, LivePost, PostPage, PostView, ThreadView } from './views'

const visible = 't.audience = any($2) and t.removed_at is null'
const own = (me: string) => `(select string_agg(r.kind::text, ',') from reaction r where r.post_id = p.id and r.person_id = ${me}) as mine, exists (select 1 from bookmark b where b.person_id = ${me} and b.post_id = p.id) as saved`
const columns = (me: string | null) => `${postColumns}, ${authorColumns}, t.audience${me ? `, ${own(me)}` : ''}`

/** Few lengths, so few texts. */
const PAGE = 20
const MOST = 201

/**
 * Posts of thread `t` between two placeholders, by the index on (thread_id, number). How many that can be stands in the text: of an unknown
 * range the planner expects a share of the longest threads, and would read all people to name the authors of twenty posts.
 */
const between = (from: string, to: string, most: number) =>
  `(select x.* from post x where x.thread_id = t.id and x.number between ${from} and ${to} order by x.number limit ${most}) p`

const range = (mine: boolean, most: number) => `select ${columns(mine ? '$4' : null)}
  from thread t cross join lateral ${between('$3', mine ? '$5' : '$4', most)} ${authorJoins} where t.id = $1 and ${visible} order by p.number`

const texts = { page: range(false, PAGE), pageMember: range(true, PAGE), long: range(false, MOST), longMember: range(true, MOST) }

type Row = PostRow & AuthorRow & { audience: string }

function pageOf(rows: readonly Row[]): PostPage {
  const authors: Record<number, AuthorCard> = {}
  for (const row of rows) authors[row.author_id] ??= interned(toAuthor(row, row.audience))
  return { posts: rows.map(row => interned(toPost(row))), authors }
}

/** Posts numbered `from` to `to`, both included, at most 201, in order; deleted ones as notes. Empty where the viewer may not read. One statement. */
export async function getPosts(viewer: Viewer, threadId: number, { from, to }: { from: number; to: number }): Promise<PostPage> {
  const long = to - from >= PAGE
  const text = await readText(viewer.personId === null
    ? { name: long ? 'posts-range-long' : 'posts-range', text: long ? texts.long : texts.page, values: [threadId, viewer.audiences, from, to] }
    : { name: long ? 'posts-range-long-member' : 'posts-range-member', text: long ? texts.longMember : texts.pageMember, values: [threadId, viewer.audiences, from, viewer.personId, to] })
  const make = (json: string) => pageOf(JSON.parse(json) as Row[])
  return long ? make(text) : madeOf('posts', text, make)
}

/**
 * What came after a number, for catching up: at most `limit` posts (1–200), and the thread's highest number, so the caller knows whether to ask again.
 * @throws NotFound where the viewer may not read
 */
export async function getPostsAfter(viewer: Viewer, threadId: number, after: number, limit = 100): Promise<PostPage & { lastNumber: number; acceptedNumber: number | null }> {
  const [page, thread] = await Promise.all([
    getPosts(viewer, threadId, { from: after + 1, to: after + Math.min(200, Math.max(1, limit)) }),
    getThread(viewer, threadId),
  ])
  return { ...page, lastNumber: thread.lastNumber, acceptedNumber: thread.acceptedNumber }
}

const threadById = `select ${threadColumns} from thread t where t.id = $1 and ${visible}`

/** Null where there is none the viewer may read. What live asks before somebody joins. */
export async function findThread(viewer: Viewer, threadId: number): Promise<ThreadView | null> {
  const [row] = await sql<ThreadRow>('thread-by-id', threadById, [threadId, viewer.audiences])
  return row ? toThread(row) : null
}

/** @throws NotFound */
export async function getThread(viewer: Viewer, threadId: number): Promise<ThreadView> {
  const thread = await findThread(viewer, threadId)
  if (!thread) throw new NotFound('thread')
  return thread
}

/** Threads of the given ids the viewer may read, as a set of ids: to filter many at once. */
export async function listReadableThreadIds(viewer: Viewer, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await sql<{ id: number }>('threads-readable', `select t.id from thread t where t.id = any($1) and ${visible}`, [[...ids], viewer.audiences])
  return new Set(rows.map(row => row.id))
}

const postById = (mine: boolean) => `select ${postColumns}, ${authorColumns}, ${threadColumns}${mine ? `, ${own('$3')}` : ''}
  from post p join thread t on t.id = p.thread_id ${authorJoins} where p.id = $1 and ${visible}`

export interface PostInThread {
  thread: ThreadView
  post: PostView
  author: AuthorCard
}

/** @throws NotFound */
export async function getPost(viewer: Viewer, postId: number): Promise<PostInThread> {
  const [row] = viewer.personId === null
    ? await sql<Row & ThreadRow>('post-by-id', postById(false), [postId, viewer.audiences])
    : await sql<Row & ThreadRow>('post-by-id-member', postById(true), [postId, viewer.audiences, viewer.personId])
  if (!row) throw new NotFound('post')
  return { thread: toThread(row), post: toPost(row), author: toAuthor(row, row.audience) }
}

/** The post's tree for the editor, and its text as a way for browsers without JavaScript. @throws NotFound also where the viewer may not edit */
export async function getPostForEdit(viewer: Member, postId: number): Promise<PostInThread & { doc: unknown; revision: number }> {
  const found = await getPost(viewer, postId)
  if (!canEdit(viewer, found.thread, found.post)) throw new NotFound('post')
  const [row] = await sql<{ doc: unknown; revision: number }>('post-doc',
    'select r.doc, r.revision from post p join post_revision r on r.post_id = p.id and r.revision = p.revision where p.id = $1', [postId])
  if (!row) throw new NotFound('post')
  return { ...found, doc: row.doc, revision: row.revision }
}

/** The plain text of one standing post, for quoting it. @throws NotFound */
export async function getPostText(viewer: Viewer, threadId: number, number: number): Promise<{ text: string; authorName: string; authorId: number }> {
  const [row] = await sql<{ text: string; authorName: string; authorId: number }>('post-text',
    `select p.text, a.name as "authorName", a.id as "authorId" from thread t join post p on p.thread_id = t.id join person a on a.id = p.author_id
     where t.id = $1 and ${visible} and p.number = $3 and p.deleted_at is null`, [threadId, viewer.audiences, number])
  if (!row) throw new NotFound('post')
  return row
}

/** The post as live pushes it, the same for everybody. Null when there is none or its thread was removed. Unscoped: for live only. */
export async function findLivePostUnscoped(postId: number): Promise<LivePost | null> {
  const [row] = await sql<Row & ThreadRow>('post-live', `select ${postColumns}, ${authorColumns}, ${threadColumns}
    from post p join thread t on t.id = p.thread_id ${authorJoins} where p.id = $1 and t.removed_at is null`, [postId])
  return row ? { thread: toThread(row), post: toPost(row), author: toAuthor(row, row.audience) } : null
}

/** Unscoped: for live, search and notices only. */
export async function findThreadUnscoped(threadId: number): Promise<ThreadView | null> {
  const [row] = await sql<ThreadRow>('thread-unscoped', `select ${threadColumns} from thread t where t.id = $1`, [threadId])
  return row ? toThread(row) : null
}
