import { listMovedUnscoped, MOST_MOVED, movePosts, splitThread } from '~/features/discussion/moves.server'
import { changeThread } from '~/features/discussion/threads.server'
import { copyWatches } from '~/features/notifications/watches.server'
import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member, Viewer } from '~/platform/viewer'
import './events'
import { canModerateTopic } from './policy'
import { asMember, reachTopic } from './rows/reach.server'
import { countTopic } from './rows/tag-catalogue.server'
import { slugOf } from './slug'
import { cleanReason, noteAct, reachModerated, type Acted } from './topic-acts.server'
import { titleSchema } from './topics.schema'
import type { TopicHead } from './views'

/** Most posts that are chosen for one new topic. */
export const MOST_SPLIT = 500

/** "3, 5-8, 12" as numbers, each once, in order. Null for what says no numbers. */
export function numbersIn(text: string): number[] | null {
  const found = new Set<number>()
  for (const part of text.split(/[,;\s]+/).filter(Boolean)) {
    const [, from, to] = /^#?(\d{1,9})(?:-#?(\d{1,9}))?$/.exec(part) ?? []
    const last = Number(to ?? from)
    if (!from || last < Number(from) || last - Number(from) >= MOST_SPLIT) return null
    for (let number = Number(from); number <= last; number++) found.add(number)
  }
  return found.size === 0 ? null : [...found].sort((a, b) => a - b)
}

/** A consultation is answered as it was read, so it is whole from its closing on; one that is open lets go of what went astray. */
async function mayLetGo(topic: TopicHead, numbers: readonly number[]): Promise<void> {
  if (topic.kind !== 'CONSULTATION') return
  if (topic.closed) throw new Conflict('consultationWhole')
  const decided = await sql('split-verdicts', 'select 1 from proposal_verdict where topic_id = $1 and number = any($2) limit 1', [topic.id, [...numbers]])
  if (decided.length > 0) throw new Invalid({ numbers: ['acts:errors.decidedProposal'] })
}

/** What binds people by dates and promises goes nowhere as a whole. */
function mayGoWhole(topic: TopicHead): void {
  if (topic.kind === 'CONSULTATION') throw new Conflict('consultationWhole')
  if (topic.kind === 'MEETING') throw new Conflict('meetingWhole')
}

/** A consultation takes in what belongs to it while people may still answer; only conversations without texts of their own go in. */
function mayTakeIn(into: TopicHead, topic: TopicHead): void {
  if (into.kind !== 'CONSULTATION' && into.kind !== 'MEETING') return
  if (into.closed) throw new Conflict('consultationWhole')
  if (topic.kind !== 'DISCUSSION' && topic.kind !== 'QUESTION') throw new Conflict('mergeKind')
}

export interface SplitTopic {
  topicId: number
  /** of the posts that go; number 1 stays */
  numbers: readonly number[]
  title: string
  reason?: string
}

/** Chosen posts become a topic of their own in the same category; the first of them opens it. @throws NotFound, Forbidden, Conflict, Invalid beside numbers, title, reason */
export async function splitTopic(viewer: Viewer, input: SplitTopic): Promise<Acted> {
  const { member, topic } = await reachModerated(viewer, input.topicId)
  await mayLetGo(topic, input.numbers)
  const reason = cleanReason(input.reason)
  const title = titleSchema.safeParse(input.title)
  if (!title.success) throw new Invalid({ title: title.error.issues.map(issue => issue.message) })
  if (input.numbers.length === 0 || input.numbers.length > MOST_SPLIT) throw new Invalid({ numbers: ['forum:errors.numbers'] })
  if (input.numbers.includes(1)) throw new Invalid({ numbers: ['forum:errors.numbersFirst'] })
  const posts = await sql<{ id: number; number: number; authorId: number; deleted: boolean }>('split-posts',
    'select id, number, author_id as "authorId", deleted_at is not null as deleted from post where thread_id = $1 and number = any($2) and moved_to is null order by number', [topic.id, [...input.numbers]])
  const first = posts[0]
  if (!first || posts.length !== new Set(input.numbers).size) throw new Invalid({ numbers: ['forum:errors.numbersGone'] })
  if (first.deleted) throw new Invalid({ numbers: ['forum:errors.numbersDeleted'] })
  const slug = slugOf(title.data)
  const kind = topic.kind === 'QUESTION' ? 'QUESTION' : 'DISCUSSION'
  const id = await transaction(async tx => {
    const threadId = await splitThread(tx, topic.id, first.id, kind === 'QUESTION', kind)
    await tx.topic.create({ data: { id: threadId, categoryId: topic.category.id, kind, title: title.data, slug, tags: topic.tags, authorId: first.authorId, unitId: topic.unitId ?? null } })
    await movePosts(tx, member, { fromThreadId: topic.id, toThreadId: threadId, postIds: posts.map(post => post.id) })
    await copyWatches(tx, `thread:${topic.id}`, `thread:${threadId}`)
    await countTopic(tx, threadId, true)
    await noteAct(tx, member, topic, 'SPLIT', reason, { into: threadId })
    await recordEvent(tx, 'forum.topic.opened', { topicId: threadId, categoryId: topic.category.id, authorId: first.authorId }, member.personId)
    return threadId
  })
  return { id, slug }
}

/** All posts go behind those of another topic, which the moderator moderates too; every old address leads to them there. @throws NotFound, Forbidden, Conflict, Invalid beside into, reason */
export async function mergeTopic(viewer: Viewer, input: { topicId: number; intoId: number; reason?: string }): Promise<Acted> {
  const { member, topic } = await reachModerated(viewer, input.topicId)
  mayGoWhole(topic)
  const reason = cleanReason(input.reason)
  if (input.intoId === topic.id) throw new Invalid({ into: ['forum:errors.mergeSelf'] })
  const into = await reachTopic(member, input.intoId)
  if (!canModerateTopic(member, into)) throw new Forbidden()
  mayTakeIn(into, topic)
  if (into.publishAt !== undefined) throw new Conflict('planned')
  if (topic.lastNumber > MOST_MOVED) throw new Invalid({ into: ['forum:errors.mergeLong'] })
  await transaction(async tx => {
    const moved = await movePosts(tx, member, { fromThreadId: topic.id, toThreadId: into.id, postIds: null })
    if (moved === 0) throw new Conflict('generic')
    await copyWatches(tx, `thread:${topic.id}`, `thread:${into.id}`)
    await hideEmptied(tx, member, topic)
    await noteAct(tx, member, topic, 'MERGE', reason, { into: into.id })
  })
  return { id: into.id, slug: into.slug }
}

async function hideEmptied(tx: Tx, member: Member, topic: Pick<TopicHead, 'id' | 'category'>): Promise<void> {
  await changeThread(tx, member, topic.id, { removed: true })
  await countTopic(tx, topic.id, false)
}

/** What was split off comes back to its old numbers; what was written there since stands behind. */
export async function undoSplit(tx: Tx, member: Member, topic: TopicHead, part: TopicHead): Promise<void> {
  await movePosts(tx, member, { fromThreadId: part.id, toThreadId: topic.id, postIds: null })
  await hideEmptied(tx, member, part)
}

/** A merged topic stands by itself again, with its old numbers; what was written since stays where it was written. */
export async function undoMerge(tx: Tx, viewer: Viewer, topicId: number, into: TopicHead): Promise<void> {
  const member = asMember(viewer)
  if (into.kind === 'CONSULTATION' && into.closed) throw new Conflict('consultationWhole')
  const ids = await listMovedUnscoped(tx, topicId, into.id)
  if (ids.length === 0) throw new Conflict('generic')
  await changeThread(tx, member, topicId, { removed: false })
  await movePosts(tx, member, { fromThreadId: into.id, toThreadId: topicId, postIds: ids })
  await countTopic(tx, topicId, true)
}
