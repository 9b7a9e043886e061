import { db } from '~/platform/db/db.server'
import type { Consumer, EventName, RecordedEvent } from '~/platform/events/events.server'
import type { NoticeContribution, WatchRule } from './contract'
import { canAsk, subjectsOf, takeContributions } from './given.server'
import { concernedOf, namedFor, type Concern } from './rows/concerned.server'
import { firstWatchers, nextWatchers, type Asked } from './rows/watchers.server'
import { writeNotices, type Telling } from './rows/write.server'
import { watchByThemselves } from './watches.server'

/** Tells open pages of people that their count may have changed. */
export type Ring = (personIds: readonly number[]) => Promise<void> | void

/** How long, in ms, facts wait for others: nobody waits for a notice, and a burst of replies is told in as many statements as one of them. */
const GATHER_MS = 50

/** One event, one rule for followers, and what it says. */
interface Followed {
  event: RecordedEvent
  rule: WatchRule
  asked: Asked
  telling: Omit<Telling, 'personIds'>
}

/** What several facts of one name are told with. */
interface Facts {
  events: readonly RecordedEvent[]
  contributions: readonly NoticeContribution[]
  ring: Ring
}

async function followedBy({ events, contributions }: Facts): Promise<Followed[]> {
  const list: Followed[] = []
  for (const rule of contributions.flatMap(one => one.watchRules ?? [])) {
    for (const event of events) {
      const found = rule.event === event.name ? await rule.watched(event) : null
      if (!found) continue
      const { of, targets = [], ...about } = found
      list.push({ event, rule, asked: { of, targets, audience: about.audience }, telling: { ...about, event, rule: rule.name, group: rule.group ?? 'watching' } })
    }
  }
  return list
}

/** Whoever follows, however many: of all that is followed the first thousand each at once, then what is left, thing after thing. */
async function* tellingsOf(followed: readonly Followed[], concern: Concern): AsyncGenerator<Telling[]> {
  const first = await firstWatchers(followed.map(one => one.asked))
  const toTell = (one: Followed, people: readonly number[]): Telling =>
    ({ ...one.telling, personIds: concern.keep(one.event, people, one.asked.of, one.rule.official ?? false) })
  await concern.askBlocks(first.flatMap(({ told }) => told))
  yield followed.map((one, place) => toTell(one, first[place]?.told ?? []))
  for (const [place, one] of followed.entries()) {
    let afterId = first[place]?.last ?? null
    while (afterId !== null) {
      const next: { told: number[]; last: number | null } = await nextWatchers({ ...one.asked, afterId })
      await concern.askBlocks(next.told)
      yield [toTell(one, next.told)]
      afterId = next.last
    }
  }
}

/** Deleted while its notices were being written: whoever deleted it found none to take away, so they go now. */
async function takeBack(abouts: readonly string[], { events, ring }: Facts): Promise<void> {
  const asked = [...new Set(abouts)].filter(canAsk)
  if (asked.length === 0) return
  const standing = await subjectsOf(asked)
  for (const about of asked.filter(one => !standing.has(one))) {
    const where = { eventId: { in: events.map(event => event.id) }, about }
    const gone = await db.notice.findMany({ where, select: { personId: true } })
    await db.notice.deleteMany({ where })
    if (gone.length > 0) await ring(gone.map(row => row.personId))
  }
}

async function write(facts: Facts): Promise<void> {
  const { events, contributions, ring } = facts
  const auto = contributions.flatMap(one => one.autoWatch ?? [])
  const asks = events.flatMap(event => auto.filter(one => one.event === event.name).map(one => ({ event, asked: one.watch(event) })))
  const candidates = await namedFor(events, contributions.flatMap(one => one.rules ?? []))
  const followed = await followedBy(facts)
  const concern = await concernedOf(events, candidates, asks.flatMap(({ asked }) => (asked ? [asked.personId] : [])))
  concern.began(await watchByThemselves(asks.flatMap(({ event, asked }) => (asked ? [{ event, personId: concern.real(asked.personId), target: asked.target }] : []))))
  const tellings = await concern.chosen(candidates)
  const abouts: string[] = []
  const tell = async (these: readonly Telling[]) => {
    abouts.push(...these.filter(one => one.personIds.length > 0).map(one => one.about))
    const made = await writeNotices(these)
    if (made.length > 0) await ring(made)
  }
  if (followed.length === 0) await tell(tellings)
  else {
    let named = tellings
    for await (const these of tellingsOf(followed, concern)) {
      // whom a rule names hears by that, and not once more as one of many
      await tell([...named, ...concern.once(these)])
      named = []
    }
  }
  await takeBack(abouts, facts)
}

async function amend({ events, contributions, ring }: Facts): Promise<void> {
  for (const { event: name, amend } of contributions.flatMap(one => one.amendments ?? [])) {
    for (const event of events.filter(one => one.name === name)) {
      for (const { groupKey, about, audience, becomes } of await amend(event)) {
        const where = { groupKey, ...(about ? { about } : {}) }
        const unread = await db.notice.findMany({ where: { ...where, readAt: null }, select: { personId: true }, distinct: ['personId'] })
        if (audience === null) await db.notice.deleteMany({ where })
        else await db.notice.updateMany({ where, data: { audience, ...(becomes ? { groupKey: becomes } : {}) } })
        if (unread.length > 0) await ring(unread.map(row => row.personId))
      }
    }
  }
}

/** Writes notices from the rules of all rooms, once per person and event however often an event is delivered. */
export function noticesConsumer(contributions: readonly NoticeContribution[], ring: Ring): Consumer {
  takeContributions(contributions)
  const names = new Set<EventName>(contributions.flatMap(one =>
    [...(one.rules ?? []), ...(one.watchRules ?? []), ...(one.amendments ?? []), ...(one.autoWatch ?? [])].map(part => part.event)))
  const many = async (events: readonly RecordedEvent[]) => {
    for (const one of contributions) await one.prepare?.(events)
    await write({ events, contributions, ring })
    await amend({ events, contributions, ring })
  }
  return {
    name: 'notices', gather: GATHER_MS,
    on: Object.fromEntries([...names].map(name => [name, (event: RecordedEvent) => many([event])])) as Consumer['on'],
    // told together only where nothing is amended: what one of them takes away may be what the one before it gave
    many: Object.fromEntries([...names].filter(name => !contributions.some(one => one.amendments?.some(part => part.event === name))).map(name => [name, many])) as Consumer['many'],
  }
}
