import { findDraft } from '~/features/discussion/drafts.server'
import { getPosts, getPostText } from '~/features/discussion/posts.queries.server'
import { compare } from '~/features/discussion/revisions.queries.server'
import { quoteMarkdown } from '~/features/discussion/quote'
import { ms } from '~/features/discussion/sql'
import { contentOf } from '~/features/discussion/written.server'
import type { DiffPart, PostPage, RevisionRow } from '~/features/discussion/views'
import { docFromMarkdown, markdownFromDoc } from '~/editor/content.server'
import { sql } from '~/platform/db/db.server'
import { Forbidden, NotFound } from '~/platform/errors'
import type { Member, Viewer } from '~/platform/viewer'
import { canWriteMinutes } from './meetings-policy'
import type { PersonBrief } from './meetings-views'
import { asMember, reachMeeting, type ReachedMeeting } from './rows/meeting.server'

/** Posts beside the editor at once. */
export const POSTS_BESIDE = 60

export interface TaskFields {
  id: string
  text: string
  assignee: string
  dueOn: string
}

export interface MinutesForm {
  meeting: { id: number; slug: string; title: string }
  doc: unknown
  markdown: string
  draftAt: number | null
  revision: number
  decisions: string[]
  tasks: TaskFields[]
  /** whom a task can be given to: hosts, who answered, who wrote or proposed */
  people: PersonBrief[]
  posts: PostPage
  page: number
  pages: number
}

const peopleText = `select p.id, p.name, p.slug from person p where p.closed_at is null and p.id in (
    select h.person_id from series_host h where h.series_id = $2
    union select w.person_id from meeting_answer w where w.topic_id = $1 and w.reply <> 'NOT'
    union select g.author_id from agenda_point g where g.topic_id = $1
    union select k.assignee_id from meeting_task k where k.topic_id = $1
    union select x.author_id from post x where x.thread_id = $1 and x.deleted_at is null
  ) order by p.name, p.id limit 300`

/** The host's way to the minutes. @throws SignInNeeded, NotFound, Forbidden */
export async function reachMinutes(viewer: Viewer, topicId: number): Promise<{ member: Member; meeting: ReachedMeeting }> {
  const member = asMember(viewer)
  const meeting = await reachMeeting(member, topicId)
  if (!canWriteMinutes(member, meeting, Date.now())) throw new Forbidden()
  return { member, meeting }
}

/** Form, thread and people for writing the minutes. @throws as `reachMinutes` */
export async function getMinutesForm(viewer: Viewer, topicId: number, asked = 1): Promise<MinutesForm> {
  const { member, meeting } = await reachMinutes(viewer, topicId)
  const [kept] = await sql<{ doc: unknown }>('minutes-doc', 'select r.doc from minutes_revision r where r.topic_id = $1 and r.revision = $2', [topicId, meeting.minutesRevision])
  const decisions = await sql<{ text: string }>('minutes-decisions', 'select text from meeting_decision where topic_id = $1 order by position', [topicId])
  const tasks = await sql<TaskFields>('minutes-tasks', `select id::text, text, assignee_id::text as assignee, to_char(due_on, 'YYYY-MM-DD') as "dueOn" from meeting_task where topic_id = $1 and done_at is null order by due_on, id`, [topicId])
  const people = await sql<PersonBrief>('minutes-people', peopleText, [topicId, meeting.seriesId])
  const [last] = await sql<{ number: number }>('minutes-last', 'select last_number as number from thread where id = $1', [topicId])
  const pages = Math.max(1, Math.ceil((last?.number ?? 1) / POSTS_BESIDE))
  const page = Math.min(Math.max(1, asked), pages)
  const posts = await getPosts(member, topicId, { from: (page - 1) * POSTS_BESIDE + 1, to: page * POSTS_BESIDE })
  const draft = await findDraft(member, `minutes:${topicId}`)
  return {
    meeting: { id: topicId, slug: meeting.slug, title: meeting.title }, doc: draft?.doc ?? kept?.doc ?? null,
    markdown: draft ? (draft.doc ? markdownFromDoc(draft.doc) : draft.markdown) : kept ? markdownFromDoc(kept.doc) : '',
    draftAt: draft?.updatedAt ?? null, revision: meeting.minutesRevision, decisions: decisions.map(row => row.text), tasks, people, posts, page, pages,
  }
}

/**
 * What was typed so far with a post's words behind it, as a quote that leads to its number. For a form that is shown again.
 * @throws NotFound for a post that is not there or not for the viewer, Invalid beside `markdown`
 */
export async function takeOver(viewer: Viewer, topicId: number, number: number, typed: { doc?: string; markdown?: string }): Promise<{ doc: unknown; markdown: string }> {
  const post = await getPostText(viewer, topicId, number)
  const quote = quoteMarkdown({ threadId: topicId, number, name: post.authorName, text: post.text })
  const before = typed.doc ? markdownFromDoc(contentOf({ doc: typed.doc }).doc) : (typed.markdown ?? '')
  const markdown = `${before.trimEnd()}${before.trim() ? '\n\n' : ''}${quote}\n\n`
  return { doc: typed.doc ? docFromMarkdown(markdown) : null, markdown }
}

export interface MinutesHistory {
  meeting: { id: number; slug: string; title: string }
  revisions: RevisionRow[]
  from: number
  to: number
  parts: DiffPart[]
}

/** Two versions of the minutes; without numbers the newest against the one before. For who reads the meeting. @throws NotFound */
export async function getMinutesHistory(viewer: Viewer, topicId: number, { from, to }: { from?: number; to?: number } = {}): Promise<MinutesHistory> {
  const meeting = await reachMeeting(viewer, topicId)
  const revisions = await sql<RevisionRow>('minutes-revisions', `select r.revision, r.editor_id as "editorId", a.name as "editorName", ${ms('r.created_at')} as at
    from minutes_revision r join person a on a.id = r.editor_id where r.topic_id = $1 order by r.revision desc limit 200`, [topicId])
  if (revisions.length === 0) throw new NotFound('minutes')
  const after = to ?? revisions[0]?.revision ?? 1
  const before = from ?? Math.max(1, after - 1)
  const texts = await sql<{ revision: number; text: string }>('minutes-revision-texts', 'select revision, text from minutes_revision where topic_id = $1 and revision in ($2, $3)', [topicId, before, after])
  const textOf = (revision: number) => {
    const found = texts.find(row => row.revision === revision)
    if (!found) throw new NotFound('revision')
    return found.text
  }
  return { meeting: { id: topicId, slug: meeting.slug, title: meeting.title }, revisions, from: before, to: after, parts: compare(textOf(before), textOf(after)) }
}
