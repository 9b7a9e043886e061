import { whoBlocksUnscoped } from '~/features/people/blocks.server'
import { ownersOfUnscoped } from '~/features/people/pseudonyms.server'
import { viewersOfPeopleUnscoped } from '~/features/people/viewer.server'
import { db } from '~/platform/db/db.server'
import type { Consumer, EventName, RecordedEvent } from '~/platform/events/events.server'
import { mayRead } from '~/platform/viewer'
import type { NoticeContribution, NoticeRule, Told, WatchRule } from './contract'
import { canAsk, subjectsOf, takeContributions } from './given.server'
import { isTold, type WatchLevel } from './policy'
import { levelsOf, nextWatchers } from './rows/watchers.server'
import { writeNotices, type Telling } from './rows/write.server'
import { watchByItself } from './watches.server'

/** Tells open pages of people that their count may have changed. */
export type Ring = (personIds: readonly number[]) => Promise<void> | void

interface Candidate {
  rule: NoticeRule
  told: Told
}

/** How much each of them wants to hear of what they would be told. One statement where all of it is about one thing. */
async function levelsFor(list: readonly Candidate[]): Promise<Map<Candidate, WatchLevel>> {
  const byTargets = new Map<string, Candidate[]>()
  for (const one of list) {
    const key = JSON.stringify(one.told.targets ?? [])
    byTargets.set(key, [...(byTargets.get(key) ?? []), one])
  }
  const found = new Map<Candidate, WatchLevel>()
  for (const same of byTargets.values()) {
    const targets = same[0]?.told.targets ?? []
    const levels = targets.length === 0 ? new Map<number, string>() : await levelsOf([...new Set(same.map(one => one.told.personId))], targets)
    for (const one of same) found.set(one, (levels.get(one.told.personId) ?? 'MENTIONS') as WatchLevel)
  }
  return found
}

/** People named by rules: a few, each by the first rule that reaches them. */
async function named(event: RecordedEvent, rules: readonly NoticeRule[]): Promise<Telling[]> {
  const list: Candidate[] = []
  for (const rule of rules) for (const told of await rule.recipients(event)) list.push({ rule, told })
  if (list.length === 0) return []
  const owners = await ownersOfUnscoped([...list.map(one => one.told.personId), ...(event.actorId === null ? [] : [event.actorId])])
  const real = (id: number) => owners.get(id) ?? id
  const { actorId } = event
  const concerned = list.map(one => ({ ...one, told: { ...one.told, personId: real(one.told.personId) } }))
  const [levels, viewers] = await Promise.all([levelsFor(concerned), viewersOfPeopleUnscoped([...new Set(concerned.map(one => one.told.personId))])])
  const chosen = new Map<number, Telling>()
  for (const one of concerned) {
    const { rule, told: { personId, ...about } } = one
    const viewer = viewers.get(personId)
    const saying = { followersOnly: rule.followersOnly ?? false, official: rule.official ?? rule.group === 'decisions' }
    const standing = { doer: actorId !== null && personId === real(actorId), reads: viewer !== undefined && mayRead(viewer, about.audience), blocks: actorId !== null && (viewer?.blocks.includes(actorId) ?? false), level: levels.get(one) ?? 'MENTIONS' }
    if (!chosen.has(personId) && isTold(standing, saying)) chosen.set(personId, { ...about, rule: rule.name, group: rule.group ?? 'direct', personIds: [personId] })
  }
  return [...chosen.values()]
}

/** @returns what they were told of, null where nobody was */
async function tellWatchers(event: RecordedEvent, rule: WatchRule, ring: Ring): Promise<string | null> {
  const found = await rule.watched(event)
  if (!found) return null
  let any = false
  const doer = event.actorId === null ? null : ((await ownersOfUnscoped([event.actorId])).get(event.actorId) ?? event.actorId)
  const { of, targets = [], ...about } = found
  let afterId: number | null = 0
  while (afterId !== null) {
    const next: { told: number[]; last: number | null } = await nextWatchers({ of, targets, audience: about.audience, afterId })
    const kept = rule.official ? new Set<number>() : await whoBlocksUnscoped(next.told, event.actorId)
    const personIds = next.told.filter(id => id !== doer && !kept.has(id))
    const made = await writeNotices(event, [{ ...about, rule: rule.name, group: rule.group ?? 'watching', personIds }])
    any ||= personIds.length > 0
    if (made.length > 0) await ring(made)
    afterId = next.last
  }
  return any ? about.about : null
}

/** Deleted while its notices were being written: whoever deleted it found none to take away, so they go now. */
async function takeBack(abouts: readonly string[], event: RecordedEvent, ring: Ring): Promise<void> {
  const asked = [...new Set(abouts)].filter(canAsk)
  if (asked.length === 0) return
  const standing = await subjectsOf(asked)
  for (const about of asked.filter(one => !standing.has(one))) {
    const gone = await db.notice.findMany({ where: { eventId: event.id, about }, select: { personId: true } })
    await db.notice.deleteMany({ where: { eventId: event.id, about } })
    if (gone.length > 0) await ring(gone.map(row => row.personId))
  }
}

async function write(event: RecordedEvent, contributions: readonly NoticeContribution[], ring: Ring): Promise<void> {
  const tellings = await named(event, contributions.flatMap(one => one.rules ?? []).filter(rule => rule.event === event.name))
  const made = await writeNotices(event, tellings)
  if (made.length > 0) await ring(made)
  const abouts = tellings.map(telling => telling.about)
  for (const rule of contributions.flatMap(one => one.watchRules ?? [])) {
    if (rule.event !== event.name) continue
    const about = await tellWatchers(event, rule, ring)
    if (about) abouts.push(about)
  }
  await takeBack(abouts, event, ring)
}

async function amend(event: RecordedEvent, contributions: readonly NoticeContribution[], ring: Ring): Promise<void> {
  for (const { event: name, amend } of contributions.flatMap(one => one.amendments ?? [])) {
    if (name !== event.name) continue
    for (const { groupKey, about, audience, becomes } of await amend(event)) {
      const where = { groupKey, ...(about ? { about } : {}) }
      const unread = await db.notice.findMany({ where: { ...where, readAt: null }, select: { personId: true }, distinct: ['personId'] })
      if (audience === null) await db.notice.deleteMany({ where })
      else await db.notice.updateMany({ where, data: { audience, ...(becomes ? { groupKey: becomes } : {}) } })
      if (unread.length > 0) await ring(unread.map(row => row.personId))
    }
  }
}

/** Writes notices from the rules of all rooms, once per person and event however often an event is delivered. */
export function noticesConsumer(contributions: readonly NoticeContribution[], ring: Ring): Consumer {
  takeContributions(contributions)
  const names = new Set<EventName>(contributions.flatMap(one =>
    [...(one.rules ?? []), ...(one.watchRules ?? []), ...(one.amendments ?? []), ...(one.autoWatch ?? [])].map(part => part.event)))
  const handle = async (event: RecordedEvent) => {
    for (const auto of contributions.flatMap(one => one.autoWatch ?? []))
      if (auto.event === event.name) await watchByItself(auto.watch(event))
    await write(event, contributions, ring)
    await amend(event, contributions, ring)
  }
  return { name: 'notices', on: Object.fromEntries([...names].map(name => [name, handle])) as Consumer['on'] }
}
