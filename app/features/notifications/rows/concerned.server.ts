import { blocksAmongUnscoped } from '~/features/people/blocks.server'
import { ownersOfUnscoped } from '~/features/people/pseudonyms.server'
import { viewersOfPeopleUnscoped } from '~/features/people/viewer.server'
import type { RecordedEvent } from '~/platform/events/events.server'
import { mayRead } from '~/platform/viewer'
import type { NoticeRule, Told } from '../contract'
import { isTold, type Targets, type WatchLevel } from '../policy'
import { levelsOfMany } from './watchers.server'
import type { Telling } from './write.server'

/** Somebody a rule names for one fact. */
export interface Candidate {
  event: RecordedEvent
  rule: NoticeRule
  told: Told
}

/** People named by rules: a few for each fact. */
export async function namedFor(events: readonly RecordedEvent[], rules: readonly NoticeRule[]): Promise<Candidate[]> {
  const list: Candidate[] = []
  for (const event of events) {
    for (const rule of rules) if (rule.event === event.name) for (const told of await rule.recipients(event)) list.push({ event, rule, told })
  }
  return list
}

/** How people stand to several facts that are told together. */
export interface Concern {
  /** who is behind a name of a thread; everybody else is themselves */
  real: (personId: number) => number
  /** who follows what only since one of these facts: earlier ones of them are not theirs */
  began: (since: readonly { event: RecordedEvent; personId: number; target: string }[]) => void
  /** those of the candidates who are told, each once per fact by the first rule that reaches them */
  chosen: (candidates: readonly Candidate[]) => Promise<Telling[]>
  /** asks once who of these people wants to hear nothing from whom */
  askBlocks: (personIds: readonly number[]) => Promise<void>
  /** of the followers of these targets those who are told of this fact */
  keep: (event: RecordedEvent, personIds: readonly number[], of: readonly string[], official: boolean) => number[]
  /** without those who were told of the same fact already */
  once: (tellings: readonly Telling[]) => Telling[]
}

/** How much each of them wants to hear of what they would be told, in one statement. */
async function levelsFor(list: readonly { personId: number; targets: Targets }[]): Promise<WatchLevel[]> {
  const places = new Map<string, number>()
  const all: Targets[] = []
  const asked = list.map(({ personId, targets }) => {
    const key = JSON.stringify(targets)
    const no = places.get(key) ?? all.push(targets) - 1
    places.set(key, no)
    return { no, personId }
  })
  const found = await levelsOfMany(asked, all)
  return asked.map(({ no, personId }) => (found.get(`${no} ${personId}`) ?? 'MENTIONS') as WatchLevel)
}

export async function concernedOf(events: readonly RecordedEvent[], candidates: readonly Candidate[], watching: readonly number[]): Promise<Concern> {
  const actors = [...new Set(events.flatMap(event => (event.actorId === null ? [] : [event.actorId])))]
  const owners = await ownersOfUnscoped([...new Set([...actors, ...watching, ...candidates.map(one => one.told.personId)])])
  const real = (id: number) => owners.get(id) ?? id
  const place = new Map(events.map((event, no) => [event.id, no]))
  const since = new Map<string, number>()
  /** begun by a later one of these facts: at this one it was not followed yet */
  const later = (event: RecordedEvent, personId: number, target: string) => (since.get(`${personId} ${target}`) ?? -1) > (place.get(event.id) ?? 0)
  let blocks = new Set<string>()
  const heard = new Set<string>()
  const hears = (event: Pick<RecordedEvent, 'id'>, personId: number) => {
    const key = `${event.id} ${personId}`
    if (heard.has(key)) return false
    heard.add(key)
    return true
  }
  return {
    real,
    began: list => {
      for (const { event, personId, target } of list) since.set(`${personId} ${target}`, Math.min(place.get(event.id) ?? 0, since.get(`${personId} ${target}`) ?? Infinity))
    },
    chosen: async list => {
      const asked = list.map(one => ({ ...one, personId: real(one.told.personId) })).filter(({ event, personId }) => event.actorId === null || personId !== real(event.actorId))
      if (asked.length === 0) return []
      const wanted = asked.map(({ event, personId, told }) => ({ personId, targets: (told.targets ?? []).map(rank => rank.filter(target => !later(event, personId, target))) }))
      const [levels, viewers] = await Promise.all([levelsFor(wanted), viewersOfPeopleUnscoped([...new Set(asked.map(one => one.personId))])])
      return asked.flatMap(({ event, rule, told: { personId: _shown, ...about }, personId }, no): Telling[] => {
        const viewer = viewers.get(personId)
        const { actorId } = event
        const saying = { followersOnly: rule.followersOnly ?? false, official: rule.official ?? rule.group === 'decisions' }
        const standing = { doer: false, reads: viewer !== undefined && mayRead(viewer, about.audience), blocks: actorId !== null && (viewer?.blocks.includes(actorId) ?? false), level: levels[no] ?? 'MENTIONS' }
        if (!isTold(standing, saying) || !hears(event, personId)) return []
        return [{ ...about, event, rule: rule.name, group: rule.group ?? 'direct', personIds: [personId] }]
      })
    },
    askBlocks: async personIds => { blocks = await blocksAmongUnscoped([...new Set(personIds)], actors) },
    keep: (event, personIds, of, official) => {
      const { actorId } = event
      const doer = actorId === null ? null : real(actorId)
      return personIds.filter(id => id !== doer && (official || actorId === null || !blocks.has(`${id} ${actorId}`)) && !of.some(target => later(event, id, target)))
    },
    once: tellings => tellings.map(one => ({ ...one, personIds: one.personIds.filter(id => hears(one.event, id)) })),
  }
}
