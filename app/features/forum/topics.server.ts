import { AlreadyWritten, changeThread, judgeOpening, openThread } from '~/features/discussion/threads.server'
import type { HeldOpener } from '~/features/discussion/held.server'
import { contentOf, type Content, type Written } from '~/features/discussion/written.server'
import { checked } from '~/platform/checked'
import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid } from '~/platform/errors'
import { canMask } from '~/features/discussion/policy'
import { bindPseudonym, newPseudonym, pseudonymMade } from '~/features/people/pseudonyms.server'
import { recordEvent } from '~/platform/events/events.server'
import { isSelf, isSilenced, shownAs, type Member, type Viewer } from '~/platform/viewer'
import { enqueue } from '~/platform/jobs/jobs.server'
import { besideOf, judgeBeside, putTopicBefore } from './rows/beside.server'
import { changedRepliers, checkedKind, checkedParts, keepParts, type KindGiven } from './rows/kind-fields.server'
import { checkedPlan, placeOf } from './rows/plan.server'
import { checkedPoll, insertPoll } from './rows/poll.server'
import { asMember, reachCategory, reachTopic, type ReachedCategory } from './rows/reach.server'
import { canonicalTags, countTags } from './rows/tag-catalogue.server'
import './events'
import { mayBecome } from './kinds'
import { canEditTopic, canOpenTopic, canUseKind, kindFits } from './policy'
import type { PollInput } from './polls.schema'
import { shelfOf } from './shelf'
import { slugOf } from './slug'
import { editTopicSchema } from './topics.schema'
import type { TopicKindName } from './views'

/** @throws Invalid beside kind */
function mayUse(member: Member, kind: TopicKindName, category: Pick<ReachedCategory, 'audience' | 'kinds'>): void {
  if (!canUseKind(member, kind)) throw new Invalid({ kind: [kind === 'CONSULTATION' ? 'kinds:errors.consultation' : kind === 'FEEDBACK' ? 'kinds:errors.feedback' : 'forum:errors.announcement'] })
  if (!kindFits(kind, category)) throw new Invalid({ kind: ['kinds:errors.kindHere'] })
}

export interface OpenTopic {
  /** slug of the category */
  category: string
  kind: TopicKindName
  title: string
  tags: readonly string[]
  written: Written
  /** made by the page for one press of "send"; a second arrival gives the same topic */
  clientKey: string
  /** what its kind asks for */
  given?: KindGiven
  poll?: PollInput | null
  /** appears then, within a year; until then its author's and moderators' alone */
  publishAt?: Date | null
  /** under a name of the topic, where the category allows it */
  masked?: boolean
}

export interface OpenedTopic {
  id: number
  slug: string
  repeated: boolean
  /** it waits for a moderator: `id` is that of what waits, and there is no such topic yet */
  held?: true
}

const maskedKinds: readonly TopicKindName[] = ['DISCUSSION', 'QUESTION', 'EXPERIENCE']

/** @throws Forbidden, Invalid where a name would not hold */
function checkedMask(author: Member, category: ReachedCategory, input: OpenTopic, speaks: boolean): void {
  if (!canMask(author, category.pseudonyms)) throw new Invalid({ masked: ['forum:errors.maskHere'] })
  if (speaks || !maskedKinds.includes(input.kind)) throw new Invalid({ masked: ['forum:errors.maskKind'] })
}

const byKey = (author: Member, clientKey: string) =>
  sql<{ id: number; slug: string }>('topic-by-key', 'select id, slug from topic where author_id = any($1) and client_key = $2', [[author.personId, ...author.aliases], clientKey])

/** A topic that was checked and is ready to be written, at once or when a moderator has approved it. */
interface Prepared {
  category: ReachedCategory
  title: string
  slug: string
  content: Content
  /** tags, parts of its kind, its poll: judged with the post */
  also: ReturnType<typeof besideOf>
  /** @param waited the name it waited under @returns the ids of the topic and of its opening post */
  write(tx: Tx, waited?: number | null): Promise<{ id: number; postId: number }>
}

async function prepare(author: Member, input: OpenTopic): Promise<Prepared> {
  const category = await reachCategory(author, input.category)
  if (category.archived) throw new Conflict('archived')
  if (!canOpenTopic(author, category)) throw new Forbidden(!author.verified ? 'unverified' : isSilenced(author) ? 'silenced' : 'generic')
  mayUse(author, input.kind, category)
  const { title, kind, tags: typed } = checked(editTopicSchema, input)
  const tags = await canonicalTags(typed)
  const own = await checkedKind(author, kind, category, input.given ?? {})
  const poll = input.poll ? checkedPoll(author, input.poll, own.closesAt) : null
  const plan = checkedPlan(input.publishAt ?? null)
  if (input.masked) checkedMask(author, category, input, own.voice !== null && own.voice !== undefined)
  const content = contentOf(input.written)
  const slug = slugOf(title)
  const write = async (tx: Tx, waited: number | null = null) => {
    const mask = input.masked ? (waited ?? (await newPseudonym(tx, author))) : null
    const shown = mask ?? author.personId
    const { threadId, postId } = await openThread(tx, author, {
      kind: 'topic', ...placeOf({ ...author, personId: shown }, category, plan), answerable: kind === 'QUESTION', content, clientKey: input.clientKey,
      draftPlace: `new-topic:${category.slug}`, label: kind, repliers: own.repliers, closesAt: own.closesAt, voice: own.voice, shownAs: mask,
    })
    if (mask) await bindPseudonym(tx, author, mask, threadId)
    const unitId = own.voice?.unitId ?? category.responsibleUnitId
    await tx.topic.create({ data: { id: threadId, categoryId: category.id, kind, title, slug, tags, clientKey: input.clientKey, authorId: shown, unitId, publishAt: plan } })
    // what has not appeared counts nowhere
    if (!plan) await countTags(tx, [], tags)
    if (own.parts.length > 0) await keepParts(tx, threadId, kind, own.parts, shown)
    if (own.consultation && own.closesAt) {
      await tx.consultation.create({ data: { topicId: threadId, ...own.consultation } })
      await enqueue(tx, 'close_consultation', { topicId: threadId }, { runAt: own.closesAt, key: `consultation:${threadId}` })
    }
    if (poll) await insertPoll(tx, { ...author, personId: shown }, threadId, poll)
    await tx.draft.deleteMany({ where: { personId: author.personId, place: 'new-topic' } })
    if (plan) {
      await enqueue(tx, 'publish_topic', { topicId: threadId }, { runAt: plan, key: `publish:${threadId}` })
      return { id: threadId, postId }
    }
    const [kept] = await tx.$queryRaw<{ audience: string }[]>`update category set topic_count = topic_count + 1 where id = ${category.id}::int returning audience`
    // the category went to other readers while this was being sent: what was opened must not stay with the old ones
    if (kept?.audience !== category.audience) throw new Conflict('generic')
    await recordEvent(tx, 'forum.topic.opened', { topicId: threadId, categoryId: category.id, authorId: shown }, shown)
    return { id: threadId, postId }
  }
  return { category, title, slug, content, also: besideOf({ tags, parts: own.parts, poll }), write }
}

/**
 * `held`: it waits for a moderator and is no topic yet.
 * @throws NotFound for a hidden category, Forbidden, Conflict "archived", Invalid beside title, kind, tags, markdown and the fields of its kind and of the poll, TooMany
 */
export async function openTopic(viewer: Viewer, input: OpenTopic): Promise<OpenedTopic> {
  const author = asMember(viewer)
  const [earlier] = await byKey(author, input.clientKey)
  if (earlier) return { ...earlier, repeated: true }
  const { category, title, slug, content, also, write } = await prepare(author, input)
  const held = await judgeOpening(author, { masked: input.masked ?? false, kind: 'topic', shelf: shelfOf(category.id), audience: category.audience, title, content, also, opening: input, clientKey: input.clientKey, draftPlaces: [`new-topic:${category.slug}`, 'new-topic'] })
  if (held) return { id: held.id, slug, repeated: held.repeated, held: true }
  try {
    const { id } = await transaction(tx => write(tx))
    if (input.masked) await pseudonymMade(author)
    return { id, slug, repeated: false }
  } catch (error) {
    if (!(error instanceof AlreadyWritten)) throw error
    const [made] = await byKey(author, input.clientKey)
    if (!made) throw new Conflict('generic')
    return { ...made, repeated: true }
  }
}

/** What was held back is opened as its author wrote it, with the rights they have now. */
export const openHeldTopic: HeldOpener = async (tx, author, { opening, content, mask }) => {
  const given = opening as Omit<OpenTopic, 'publishAt'> & { publishAt?: string | null }
  // its time may have come while it waited
  const later = given.publishAt && Date.parse(given.publishAt) > Date.now() ? new Date(given.publishAt) : null
  const { write } = await prepare(author, { ...given, publishAt: later, written: { doc: content.doc } })
  return write(tx, mask)
}

export interface EditTopic {
  topicId: number
  title: string
  kind: TopicKindName
  tags: readonly string[]
  /** the texts of its kind and, of a request for feedback, who may answer; without them they stay */
  given?: KindGiven
}

/** A new title gives a new address; the old one leads there by the topic's number. @throws NotFound, Forbidden, Conflict "locked", Invalid */
export async function editTopic(viewer: Viewer, input: EditTopic): Promise<{ id: number; slug: string }> {
  const member = asMember(viewer)
  const topic = await reachTopic(member, input.topicId)
  if (!canEditTopic(member, topic)) throw topic.locked && isSelf(member, topic.authorId) ? new Conflict('locked') : new Forbidden()
  if (input.kind !== topic.kind) {
    if (!mayBecome(topic.kind, input.kind)) throw new Invalid({ kind: ['kinds:errors.kindStays'] })
    mayUse(member, input.kind, await reachCategory(member, topic.category.slug))
  }
  const { title, kind, tags: typed } = checked(editTopicSchema, input)
  const tags = await canonicalTags(typed)
  const parts = input.given && kind !== 'CONSULTATION' ? checkedParts(kind, input.given) : null
  const repliers = input.given && kind === 'FEEDBACK' ? await changedRepliers(topic, input.given) : null
  const slug = slugOf(title)
  if (title === topic.title && kind === topic.kind && tags.join() === topic.tags.join() && !parts?.length && !repliers) return { id: topic.id, slug: topic.slug }
  const as = { ...member, personId: shownAs(member, topic.authorId) }
  const hold = await judgeBeside(member, topic, { title, tags, parts })
  await transaction(async tx => {
    await putTopicBefore(tx, { ...topic, title }, hold)
    if (kind !== topic.kind) await changeThread(tx, as, topic.id, { label: kind, ...((kind === 'QUESTION') === topic.answerable ? {} : { answerable: kind === 'QUESTION' }) })
    if (parts) await keepParts(tx, topic.id, kind, parts, as.personId)
    if (repliers) await changeThread(tx, as, topic.id, { repliers })
    await tx.topic.update({ where: { id: topic.id }, data: { title, slug, kind, tags } })
    if (topic.publishAt === undefined) await countTags(tx, topic.tags, tags)
    await recordEvent(tx, 'forum.topic.edited', { topicId: topic.id, categoryId: topic.category.id }, as.personId)
  })
  return { id: topic.id, slug }
}
