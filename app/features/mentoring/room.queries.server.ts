import { findDraft } from '~/features/discussion/drafts.server'
import { canReact, canReply } from '~/features/discussion/policy'
import { getPosts, getThread } from '~/features/discussion/posts.queries.server'
import { ms } from '~/features/discussion/sql'
import type { DraftView, PostPage } from '~/features/discussion/views'
import { filesUsedByUnscoped } from '~/features/uploads/uploads.queries.server'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import { isSilenced, type Member, type Viewer } from '~/platform/viewer'
import { mayWorkInPair } from './pairs-policy'
import { getPair } from './pairs.queries.server'
import type { PairView } from './pairs-views'
import { reachPair } from './rows/pair-reach.server'
import { listNotes, listSessions, listSteps } from './sessions.queries.server'
import { canBook } from './sessions-policy'
import type { NoteView, ReadMark, SessionView, SharedFile, StepView } from './sessions-views'

/** Posts of a page; page n holds the numbers (n-1)·20+1 … n·20. A room opens at its last page: a conversation is read from its end. */
const POSTS = 20

export interface RoomPage {
  pair: PairView
  conversation: PostPage & {
    threadId: number
    lastNumber: number
    page: number
    pages: number
    draft: DraftView | null
    /** first number the viewer has not seen */
    firstUnread: number | null
    locked: boolean
    reads: ReadMark[]
    can: { reply: boolean; react: boolean; silenced: boolean }
  } | null
  /** that runs now or comes next */
  next: SessionView | null
  /** over, and the viewer has not said whether they were there */
  unsaid: SessionView[]
  /** sessions held, and as many as were agreed on */
  held: number
  notes: NoteView[]
  steps: StepView[]
  files: SharedFile[]
  /** of what the conversation and the shared notes link to inside the portal: ids of topics and of articles */
  links: { topics: number[]; articles: number[] }
  blocked: number[]
  can: { book: boolean; work: boolean }
}

/** The room of a pair at a page of its conversation, or at the page of a post's number. @throws NotFound for everybody who is not of it */
export async function getRoom(viewer: Viewer, pairId: number, asked: { number?: number; page?: number } = {}): Promise<RoomPage> {
  const { member, pair: row } = await reachPair(viewer, pairId)
  const [pair, sessions, notes, steps, conversation, files, links] = await Promise.all([
    getPair(member, pairId), listSessions(member, pairId), listNotes(member, pairId, 6), listSteps(member, pairId), row.threadId ? readConversation(member, row.threadId, asked) : null,
    row.threadId ? filesOf(row.threadId) : [], linksOf(pairId, row.threadId ?? 0),
  ])
  const now = Date.now()
  const coming = sessions.filter(one => one.state === 'BOOKED' && one.endsAt > now)
  return {
    pair, conversation, next: coming[0] ?? null, unsaid: sessions.filter(one => one.asked), held: sessions.filter(one => one.state === 'DONE').length,
    notes, steps, files, links, blocked: [...member.blocks], can: { book: canBook(member, row), work: mayWorkInPair(member, row) },
  }
}

export interface PairHead {
  id: number
  title: string
  sessions: number
  /** the mentor first */
  people: { id: number; name: string }[]
  can: { book: boolean; work: boolean }
}

/** What the pages under a room need of it. @throws NotFound for everybody who is not of it */
export async function getPairHead(viewer: Viewer, pairId: number): Promise<PairHead> {
  const { member, pair } = await reachPair(viewer, pairId)
  const [row] = await sql<{ sessions: number; people: PairHead['people'] }>('pair-head', `select p.sessions, (select json_agg(json_build_object('id', q.id, 'name', q.name) order by q.id <> p.mentor_id, q.name) from person q
      where q.id = p.mentor_id or q.id in (select m.person_id from mentoring_member m where m.pair_id = p.id and m.state = 'IN')) as people from mentoring_pair p where p.id = $1`, [pair.id])
  return { id: pair.id, title: pair.title, sessions: row?.sessions ?? 0, people: row?.people ?? [], can: { book: canBook(member, pair), work: mayWorkInPair(member, pair) } }
}

async function readConversation(member: Member, threadId: number, asked: { number?: number; page?: number }): Promise<RoomPage['conversation']> {
  const thread = await getThread(member, threadId)
  const pages = Math.max(1, Math.ceil(thread.lastNumber / POSTS))
  const wanted = asked.number === undefined ? (asked.page ?? pages) : Math.ceil(asked.number / POSTS)
  if (asked.number === undefined && wanted > pages) throw new NotFound('page')
  const page = Math.min(wanted, pages)
  const [posts, draft, reads] = await Promise.all([
    getPosts(member, threadId, { from: (page - 1) * POSTS + 1, to: page * POSTS }), findDraft(member, `thread:${threadId}`),
    sql<ReadMark>('pair-reads', `select r.person_id as "personId", q.name, r.number, ${ms('r.updated_at')} as at from read_position r join person q on q.id = r.person_id
      where r.thread_id = $1 and (exists (select 1 from mentoring_pair p where p.thread_id = $1 and p.mentor_id = r.person_id)
        or exists (select 1 from mentoring_pair p join mentoring_member m on m.pair_id = p.id where p.thread_id = $1 and m.person_id = r.person_id and m.state = 'IN')) order by q.name limit 60`, [threadId]),
  ])
  const mine = reads.find(one => one.personId === member.personId)?.number ?? 0
  return {
    ...posts, threadId, lastNumber: thread.lastNumber, page, pages, draft, locked: thread.locked, firstUnread: mine > 0 && mine < thread.lastNumber ? mine + 1 : null,
    reads: reads.filter(one => one.personId !== member.personId), can: { reply: canReply(member, thread), react: canReact(member, thread), silenced: isSilenced(member) },
  }
}

/** What was attached to the conversation, the newest first. Whoever calls has asked whether the room is theirs. */
async function filesOf(threadId: number): Promise<SharedFile[]> {
  const posts = await sql<{ id: number }>('pair-posts-with-files', `select id from post where thread_id = $1 and deleted_at is null and html like '%/berkas/%' order by number desc limit 60`, [threadId])
  if (posts.length === 0) return []
  const used = await filesUsedByUnscoped(posts.map(post => `post:${post.id}`))
  const files = new Map(posts.flatMap(post => used.get(`post:${post.id}`) ?? []).map(file => [file.slug, { slug: file.slug, name: file.name, size: file.size }]))
  return [...files.values()].slice(0, 40)
}

async function linksOf(pairId: number, threadId: number): Promise<RoomPage['links']> {
  const rows = await sql<{ kind: string; id: number }>('pair-links', `select distinct m[1] as kind, m[2]::int as id from (
      select p.html as words from post p where p.thread_id = $2 and p.deleted_at is null and (p.html like '%/forum/t/%' or p.html like '%/pengetahuan/a/%')
      union all select n.text from mentoring_note n where n.pair_id = $1 and n.shared and (n.text like '%/forum/t/%' or n.text like '%/pengetahuan/a/%')) w,
    regexp_matches(w.words, '/(forum/t|pengetahuan/a)/(\\d{1,9})', 'g') m limit 40`, [pairId, threadId])
  const of = (kind: string) => rows.filter(row => row.kind === kind).map(row => row.id)
  return { topics: of('forum/t'), articles: of('pengetahuan/a') }
}

/** The room whose conversation this is, for whoever is in it: old and short addresses of posts lead there. Null for everybody else. */
export async function findRoomOfThread(viewer: Viewer, threadId: number): Promise<{ pairId: number; title: string } | null> {
  const [row] = await sql<{ pairId: number; title: string }>('pair-of-thread', `select p.id as "pairId", p.title from mentoring_pair p where p.thread_id = $1 and 'group:' || p.group_id = any($2)`, [threadId, viewer.audiences])
  return row ?? null
}

/** Names of the rooms whose conversations these are, of those the viewer is in. */
export async function listRoomTitles(viewer: Viewer, threadIds: readonly number[]): Promise<Map<number, { pairId: number; title: string }>> {
  if (threadIds.length === 0) return new Map()
  const rows = await sql<{ threadId: number; pairId: number; title: string }>('pair-titles', `select p.thread_id as "threadId", p.id as "pairId", p.title from mentoring_pair p where p.thread_id = any($1) and 'group:' || p.group_id = any($2)`, [[...threadIds], viewer.audiences])
  return new Map(rows.map(row => [row.threadId, { pairId: row.pairId, title: row.title }]))
}
