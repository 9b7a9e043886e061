import type { Tx } from '~/platform/db/db.server'
import { freeTimeOf } from './rows/free-time.server'
import { settingDefaults } from './settings'
import { allNumbers } from './settings.server'
import { freeSlots, type Slot } from './slots'

export interface SlotsAsked {
  /** milliseconds; never earlier than the hours of notice, never later than the weeks ahead of the settings */
  from?: number
  to?: number
  /** length of one slot */
  minutes: number
  /** whose own hold, not sent yet, stays in the list */
  heldBy?: number | null
  /** the session that is to be moved */
  except?: number | null
  /** mentors book their own time without notice */
  noNotice?: boolean
}

const HOUR = 3_600_000
const WEEK = 168 * HOUR

type Numbers = Pick<Awaited<ReturnType<typeof allNumbers>>, 'slots.weeksAhead' | 'slots.noticeHours'>

async function numbersWithin(tx: Tx): Promise<Numbers> {
  const rows = await tx.$queryRaw<{ key: string; value: number }[]>`select key, value from mentoring_setting where key in ('slots.weeksAhead', 'slots.noticeHours')`
  return { ...settingDefaults, ...Object.fromEntries(rows.map(row => [row.key, row.value])) }
}

async function boundsOf({ from, to, noNotice }: Pick<SlotsAsked, 'from' | 'to' | 'noNotice'>, tx?: Tx): Promise<{ from: number; to: number }> {
  const numbers: Numbers = await (tx ? numbersWithin(tx) : allNumbers())
  const now = Date.now()
  const last = now + numbers['slots.weeksAhead'] * WEEK
  return { from: Math.max(from ?? 0, now + (noNotice ? 0 : numbers['slots.noticeHours'] * HOUR)), to: Math.min(to ?? last, last) }
}

/** What a mentor can be booked for, in order: the pattern with its exceptions, without holidays and without what is booked or held. `tx`: as it stands within a transaction. */
export async function listFreeSlots(mentorId: number, asked: SlotsAsked, tx?: Tx): Promise<Slot[]> {
  const bounds = await boundsOf(asked, tx)
  if (bounds.to <= bounds.from) return []
  const free = (await freeTimeOf([mentorId], { ...bounds, heldBy: asked.heldBy ?? null, except: asked.except ?? null }, tx)).get(mentorId)
  return free ? freeSlots(free, { ...bounds, minutes: asked.minutes }) : []
}

/** The next free slot of each mentor who has one, in one statement. `minutes`: the length, one for all or by mentor. */
export async function nextFreeSlots(mentorIds: readonly number[], minutes: number | ReadonlyMap<number, number>): Promise<Map<number, Slot>> {
  if (mentorIds.length === 0) return new Map()
  const bounds = await boundsOf({})
  const found = new Map<number, Slot>()
  for (const [id, free] of await freeTimeOf(mentorIds, bounds)) {
    const [slot] = freeSlots(free, { ...bounds, minutes: typeof minutes === 'number' ? minutes : (minutes.get(id) ?? 60) }, 1)
    if (slot) found.set(id, slot)
  }
  return found
}

/** How many slots each mentor has free within the next `days`, at most ten counted. */
export async function countFreeSlots(mentorIds: readonly number[], { minutes, days }: { minutes: number; days: number }): Promise<Map<number, number>> {
  if (mentorIds.length === 0) return new Map()
  const bounds = await boundsOf({ to: Date.now() + days * 24 * HOUR })
  return new Map([...(await freeTimeOf(mentorIds, bounds))].map(([id, free]) => [id, freeSlots(free, { ...bounds, minutes }, 10).length]))
}
