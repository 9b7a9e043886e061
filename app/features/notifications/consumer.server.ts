import { viewersOfPeopleUnscoped } from '~/features/people/viewer.server'
import { db, sql } from '~/platform/db/db.server'
import type { Consumer, EventName, RecordedEvent } from '~/platform/events/events.server'
import { mayRead, type Member } from '~/platform/viewer'
import type { NoticeContribution, NoticeRule, Told } from './contract'

/** Tells open pages of a person that their count may have changed. `known`: who of them has been read already. */
export type Ring = (personIds: readonly number[], known?: ReadonlyMap<number, Member>) => Promise<void> | void

const insert = `insert into notice (person_id, event_id, rule, group_key, about, audience, url, params, created_at)
  select x.person_id, $1, x.rule, x.group_key, x.about, x.audience, x.url, x.params, $2
  from jsonb_to_recordset($3::jsonb) as x(person_id int, rule text, group_key text, about text, audience text, url text, params jsonb)
  on conflict (person_id, event_id, rule) do nothing returning person_id`

async function write(event: RecordedEvent, rules: readonly NoticeRule[], ring: Ring): Promise<void> {
  const chosen = new Map<number, Told & { rule: string }>()
  for (const rule of rules)
    for (const told of await rule.recipients(event))
      if (told.personId !== event.actorId && !chosen.has(told.personId)) chosen.set(told.personId, { ...told, rule: rule.name })
  if (chosen.size === 0) return
  const viewers = await viewersOfPeopleUnscoped([...chosen.keys()])
  const rows = [...chosen.values()].filter(told => {
    const viewer = viewers.get(told.personId)
    return viewer && mayRead(viewer, told.audience)
  })
  if (rows.length === 0) return
  const made = await sql<{ person_id: number }>('notices-insert', insert, [event.id, event.createdAt, JSON.stringify(rows.map(told => ({
    person_id: told.personId, rule: told.rule, group_key: told.groupKey, about: told.about, audience: told.audience, url: told.url, params: told.params,
  })))])
  if (made.length > 0) await ring(made.map(row => row.person_id), viewers)
}

async function amend(event: RecordedEvent, given: NoticeContribution, ring: Ring): Promise<void> {
  for (const { event: name, amend } of given.amendments ?? []) {
    if (name !== event.name) continue
    for (const { groupKey, about, audience } of await amend(event)) {
      const where = { groupKey, ...(about ? { about } : {}) }
      const unread = await db.notice.findMany({ where: { ...where, readAt: null }, select: { personId: true }, distinct: ['personId'] })
      if (audience === null) await db.notice.deleteMany({ where })
      else await db.notice.updateMany({ where, data: { audience } })
      if (unread.length > 0) await ring(unread.map(row => row.personId))
    }
  }
}

/** Writes notices from the rules of all rooms, once per person, event and rule however often an event is delivered. */
export function noticesConsumer(contributions: readonly NoticeContribution[], ring: Ring): Consumer {
  const rules = contributions.flatMap(given => given.rules)
  const names = new Set<EventName>([...rules.map(rule => rule.event), ...contributions.flatMap(given => (given.amendments ?? []).map(one => one.event))])
  const handle = async (event: RecordedEvent) => {
    await write(event, rules.filter(rule => rule.event === event.name), ring)
    for (const given of contributions) await amend(event, given, ring)
  }
  return { name: 'notices', on: Object.fromEntries([...names].map(name => [name, handle])) as Consumer['on'] }
}
