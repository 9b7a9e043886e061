import { canAccept, canMask, canModerate, canReact, canReply } from '~/features/discussion/policy'
import { getPosts } from '~/features/discussion/posts.queries.server'
import { ms } from '~/features/discussion/sql'
import { heldColumn } from '~/features/discussion/held.queries.server'
import { moderatesAll } from '~/features/moderation/policy'
import type { DraftView, HeldView, PostPage } from '~/features/discussion/views'
import { canAskToUnmask } from '~/features/people/unmasking'
import { findVoice } from '~/features/people/voices.server'
import { readRows } from '~/platform/db/together.server'
import { NotFound } from '~/platform/errors'
import { isSilenced, type Viewer } from '~/platform/viewer'
import { canAnswerOfficially, canEditTopic, canListTopic, canMakePoll, canVote } from './policy'
import { guessRelated, relatedColumn, relatedOf } from './related.queries.server'
import { hasMoreColumn, readMoreUnscoped } from './rows/topic-more.server'
import { shelfOf } from './shelf'
import { headColumns, headTables, toHead, type HeadRow } from './rows/topic-head.server'
import type { TopicLink, TopicPage } from './views'

/** Posts of a page; page n holds the numbers (n-1)·20+1 … n·20. */
export const POSTS_PER_PAGE = 20

interface Row extends HeadRow {
  accepted_number: number | null
  accepted_at: number | null
  accepted_by: string | null
  accepted_author_id: number | null
  accepted_author: string | null
  accepted_text: string | null
  read_number?: number | null
  is_new?: boolean | null
  draft?: DraftView | null
  has_more: boolean
  held?: HeldView[] | null
  related: TopicLink[] | null
}

const accepted = `t.accepted_number, ${ms('t.accepted_at')} as accepted_at, ab.name as accepted_by, ap.author_id as accepted_author_id, aa.name as accepted_author, left(ap.text, 240) as accepted_text`
const acceptedJoins = `left join post ap on ap.thread_id = t.id and ap.number = t.accepted_number left join person aa on aa.id = ap.author_id left join person ab on ab.id = t.accepted_by_id`
const where = 'where t.id = $1 and t.audience = any($2) and t.removed_at is null'

const forStrangers = `select ${headColumns}, ${accepted}, ${hasMoreColumn}, ${relatedColumn('$3')} from ${headTables} ${acceptedJoins} ${where}`
const forMembers = `select ${headColumns}, ${accepted}, ${hasMoreColumn}, ${relatedColumn('$6')}, r.number as read_number, t.last_post_at > me.read_before as is_new, ${heldColumn('$3', '$4', '$5')},
    case when d.id is not null then jsonb_build_object('place', d.place, 'title', d.title, 'doc', d.doc, 'markdown', d.markdown, 'fields', d.fields, 'updatedAt', ${ms('d.updated_at')}) end as draft
  from ${headTables} ${acceptedJoins}
    left join person me on me.id = $3 left join read_position r on r.person_id = $3 and r.thread_id = t.id
    left join draft d on d.person_id = $3 and d.place = 'thread:' || t.id
  ${where}`

const pageOf = (number: number) => Math.ceil(number / POSTS_PER_PAGE)
const rangeOf = (page: number) => ({ from: (page - 1) * POSTS_PER_PAGE + 1, to: page * POSTS_PER_PAGE })

/**
 * A topic at a page, or at the page of a post's number: its head and its posts in one journey, the same work at any number of any thread; one
 * more for kinds with parts of their own and polls, and one for tagged topics that are not among the newest 3,000. A number beyond the last post shows the last page; a page beyond the last is not there.
 * @throws NotFound also where the viewer may not know of it
 */
export async function getTopicPage(viewer: Viewer, topicId: number, asked: { number?: number; page?: number } = {}): Promise<TopicPage> {
  const wanted = asked.number === undefined ? (asked.page ?? 1) : pageOf(asked.number)
  const guessed = await guessRelated(viewer, topicId)
  const [[row], there] = await Promise.all([
    viewer.personId === null
      ? readRows<Row>('topic-page', forStrangers, [topicId, viewer.audiences, guessed])
      : readRows<Row>('topic-page-member', forMembers, [topicId, viewer.audiences, viewer.personId, moderatesAll(viewer), viewer.moderates, guessed]),
    getPosts(viewer, topicId, rangeOf(wanted)),
  ])
  if (!row) throw new NotFound('topic')
  const topic = toHead(row)
  const pages = Math.max(1, pageOf(topic.lastNumber))
  if (asked.number === undefined && wanted > pages) throw new NotFound('page')
  const page = Math.min(wanted, pages)
  const [posts, related, more] = await Promise.all([
    page === wanted ? there : getPosts(viewer, topicId, rangeOf(page)),
    relatedOf(viewer, topic, guessed, row.related),
    row.has_more ? readMoreUnscoped(topicId, viewer.personId) : null,
  ])
  const thread = { audience: topic.audience, shelf: shelfOf(topic.category.id), authorId: topic.authorId, answerable: topic.answerable, locked: topic.locked, repliers: topic.repliers, removed: false }
  const unit = more?.consultation ? { id: more.consultation.unitId, path: more.consultation.path } : null
  const voice = topic.locked ? null : await findVoice(viewer, topic.unitId ?? null)
  return {
    topic, ...posts, page, pages, ...(more ? { more } : {}), ...(voice ? { voice } : {}),
    number: asked.number === undefined ? null : Math.min(asked.number, topic.lastNumber),
    accepted: row.accepted_number === null || row.accepted_author_id === null ? null : {
      number: row.accepted_number, authorId: row.accepted_author_id, authorName: row.accepted_author ?? '', excerpt: row.accepted_text ?? '', byName: row.accepted_by ?? '', at: row.accepted_at ?? 0,
    },
    read: viewer.personId === null ? null : readState(row),
    draft: row.draft ?? null,
    ...(related.length ? { related } : {}), ...(row.held ? { held: row.held } : {}), ...(viewer.blocks.length > 0 ? { blocked: [...viewer.blocks] } : {}),
    ...ownNames(viewer, posts.authors),
    can: {
      ...(isSilenced(viewer) ? { silenced: true } : {}), reply: canReply(viewer, thread), accept: canAccept(viewer, thread), moderate: canModerate(viewer, thread), edit: canEditTopic(viewer, topic), react: canReact(viewer, thread),
      ...(unit && canAnswerOfficially(viewer, topic, unit) ? { official: true } : {}), ...(page === 1 && !more?.poll && canMakePoll(viewer, topic) ? { poll: true } : {}),
      ...(topic.masks && canMask(viewer, true) && canReply(viewer, thread) ? { mask: true as const } : {}), ...(topic.masks && canAskToUnmask(viewer, null) ? { unmask: true as const } : {}),
      ...(topic.unlisted && canListTopic(viewer, topic) ? { list: true as const } : {}),
      ...(more?.poll && canVote(viewer, topic, more.poll) ? { vote: true } : {}),
    },
  }
}

/** Only to whoever writes under them: what of this page is theirs. */
function ownNames(viewer: Viewer, authors: PostPage['authors']): { aliases?: number[] } {
  const aliases = viewer.aliases.filter(id => authors[id])
  return aliases.length > 0 ? { aliases } : {}
}

function readState(row: Row): NonNullable<TopicPage['read']> {
  const number = row.read_number ?? 0
  const any = (row.read_number !== null || row.is_new === true) && number < row.last_number
  return { number, firstUnread: any ? number + 1 : null }
}
