import { changeThread } from '~/features/discussion/threads.server'
import { REASON_MAX, recordAct, undoStanding } from '~/features/moderation/acts.server'
import { moderatesAll } from '~/features/moderation/policy'
import type { ThingAct } from '~/features/moderation/words'
import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member, Viewer } from '~/platform/viewer'
import { slowSteps } from './act-names'
import './events'
import { canListTopic, canModerateTopic } from './policy'
import { asMember, reachCategory, reachTopic } from './rows/reach.server'
import { relocate } from './rows/relocate.server'
import { shelfOf } from './shelf'
import type { TopicHead } from './views'

/** What moderators do with a whole topic. Each act has its reason, stands in the public log and can be undone (`topic-undo.server.ts`). */

export interface Acted {
  id: number
  slug: string
}

interface Asked {
  topicId: number
  /** for everybody who reads the log; at most REASON_MAX letters */
  reason?: string
}

const PIN_DAYS = 366

export function cleanReason(reason: string | undefined): string {
  const clean = (reason ?? '').replace(/[\p{Cc}\p{Cs}]/gu, ' ').replace(/\s+/g, ' ').trim()
  if (clean.length > REASON_MAX) throw new Invalid({ reason: ['forum:errors.reasonLong'] })
  return clean
}

/** @throws NotFound, Forbidden, Conflict for a topic that has not appeared yet */
export async function reachModerated(viewer: Viewer, topicId: number): Promise<{ member: Member; topic: TopicHead }> {
  const member = asMember(viewer)
  const topic = await reachTopic(member, topicId)
  if (!canModerateTopic(member, topic)) throw new Forbidden()
  if (topic.publishAt !== undefined) throw new Conflict('planned')
  return { member, topic }
}

export const noteAct = (tx: Tx, by: Member, topic: TopicHead, act: ThingAct, reason: string, detail: Record<string, unknown> = {}): Promise<number> =>
  recordAct(tx, by, { kind: 'topic', thingId: topic.id, act, shelf: shelfOf(topic.category.id), audience: topic.audience, reason, detail })

/** Nobody replies any more; everything stays readable. @throws NotFound, Forbidden, Conflict, Invalid beside reason */
export async function lockTopic(viewer: Viewer, input: Asked): Promise<Acted> {
  const { member, topic } = await reachModerated(viewer, input.topicId)
  const reason = cleanReason(input.reason)
  if (!topic.locked)
    await transaction(async tx => {
      await changeThread(tx, member, topic.id, { locked: true })
      await noteAct(tx, member, topic, 'LOCK', reason)
      await recordEvent(tx, 'forum.topic.locked', { topicId: topic.id, categoryId: topic.category.id, locked: true }, member.personId)
    })
  return { id: topic.id, slug: topic.slug }
}

/** @throws NotFound, Forbidden, Conflict */
export async function unlockTopic(viewer: Viewer, input: Asked): Promise<Acted> {
  const { member, topic } = await reachModerated(viewer, input.topicId)
  if (topic.locked) await transaction(tx => unlock(tx, member, topic))
  return { id: topic.id, slug: topic.slug }
}

export async function unlock(tx: Tx, member: Member, topic: TopicHead): Promise<void> {
  await changeThread(tx, member, topic.id, { locked: false })
  await undoStanding(tx, member, { kind: 'topic', thingId: topic.id, act: 'LOCK' })
  await recordEvent(tx, 'forum.topic.locked', { topicId: topic.id, categoryId: topic.category.id, locked: false }, member.personId)
}

/** Into another category the moderator may read; the topic takes over its readers. @throws NotFound, Forbidden, Conflict "archived", "kindDoesNotFit", Invalid beside reason */
export async function moveTopic(viewer: Viewer, input: Asked & { category: string }): Promise<Acted> {
  const { member, topic } = await reachModerated(viewer, input.topicId)
  const category = await reachCategory(member, input.category)
  const reason = cleanReason(input.reason)
  if (category.archived) throw new Conflict('archived')
  if (category.id !== topic.category.id)
    await transaction(async tx => {
      await relocate(tx, member, topic, category)
      await noteAct(tx, member, { ...topic, audience: category.audience === 'public' ? topic.audience : category.audience }, 'MOVE', reason, { from: topic.category.slug, to: category.slug })
    })
  return { id: topic.id, slug: topic.slug }
}

/** On top of its category until the end of a day; of the whole forum too when `everywhere`, which is for announcements and moderators of the house. @throws NotFound, Forbidden, Conflict, Invalid */
export async function pinTopic(viewer: Viewer, input: Asked & { until: Date; everywhere?: boolean }): Promise<Acted> {
  const { member, topic } = await reachModerated(viewer, input.topicId)
  const reason = cleanReason(input.reason)
  const left = input.until.getTime() - Date.now()
  if (!(left > 0 && left < PIN_DAYS * 86_400_000)) throw new Invalid({ until: ['forum:errors.pinUntil'] })
  const everywhere = input.everywhere ?? false
  if (everywhere && (topic.kind !== 'ANNOUNCEMENT' || !moderatesAll(member))) throw new Invalid({ everywhere: ['forum:errors.pinEverywhere'] })
  await transaction(async tx => {
    await setPin(tx, member, topic, input.until, everywhere)
    await noteAct(tx, member, topic, 'PIN', reason, { before: topic.pinnedUntil ?? null, everywhereBefore: topic.pinnedEverywhere ?? false })
  })
  return { id: topic.id, slug: topic.slug }
}

export async function setPin(tx: Tx, member: Member, topic: TopicHead, until: Date | null, everywhere: boolean): Promise<void> {
  await tx.topic.update({ where: { id: topic.id }, data: { pinnedUntil: until, pinnedEverywhere: everywhere && until !== null } })
  await recordEvent(tx, 'forum.topic.edited', { topicId: topic.id, categoryId: topic.category.id }, member.personId)
}

/** One post per person in so many minutes; 0 ends it. @throws NotFound, Forbidden, Conflict, Invalid beside minutes */
export async function slowTopic(viewer: Viewer, input: Asked & { minutes: number }): Promise<Acted> {
  const { member, topic } = await reachModerated(viewer, input.topicId)
  const reason = cleanReason(input.reason)
  if (!slowSteps.includes(input.minutes)) throw new Invalid({ minutes: ['forum:errors.minutes'] })
  const [own] = await sql<{ minutes: number }>('topic-slow', 'select slow_minutes as minutes from thread where id = $1', [topic.id])
  if (own && own.minutes !== input.minutes)
    await transaction(async tx => {
      await changeThread(tx, member, topic.id, { slowMinutes: input.minutes })
      await noteAct(tx, member, topic, 'SLOW', reason, { before: own.minutes, minutes: input.minutes })
    })
  return { id: topic.id, slug: topic.slug }
}

/** Out of lists, feeds, search and the map of the site; its address and its writers stay. @throws NotFound, Forbidden, Conflict, Invalid beside reason */
export async function unlistTopic(viewer: Viewer, input: Asked): Promise<Acted> {
  const { member, topic } = await reachModerated(viewer, input.topicId)
  const reason = cleanReason(input.reason)
  if (!topic.unlisted)
    await transaction(async tx => {
      await changeThread(tx, member, topic.id, { listed: false })
      await noteAct(tx, member, topic, 'UNLIST', reason)
    })
  return { id: topic.id, slug: topic.slug }
}

/** An official has seen it: from now on it stands in the lists, and followers of the category hear of it. @throws NotFound, Forbidden, Conflict */
export async function listTopic(viewer: Viewer, input: Asked): Promise<Acted> {
  const member = asMember(viewer)
  const topic = await reachTopic(member, input.topicId)
  if (!canListTopic(member, topic)) throw new Forbidden()
  if (topic.publishAt !== undefined) throw new Conflict('planned')
  const reason = cleanReason(input.reason)
  if (topic.unlisted)
    await transaction(async tx => {
      await showInLists(tx, member, topic)
      const again = await undoStanding(tx, member, { kind: 'topic', thingId: topic.id, act: 'UNLIST' })
      if (!again) await noteAct(tx, member, topic, 'LIST', reason)
    })
  return { id: topic.id, slug: topic.slug }
}

export async function showInLists(tx: Tx, member: Member, topic: TopicHead): Promise<void> {
  await changeThread(tx, member, topic.id, { listed: true })
  const first = await tx.post.findFirst({ where: { threadId: topic.id, number: 1, deletedAt: null }, select: { id: true } })
  if (first) await recordEvent(tx, 'discussion.thread.listed', { threadId: topic.id, postId: first.id, number: 1 }, topic.authorId)
}
