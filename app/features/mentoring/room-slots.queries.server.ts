import { sql } from '~/platform/db/db.server'
import type { Viewer } from '~/platform/viewer'
import { slotsOfPair } from './bookings.server'
import { reachPair } from './rows/pair-reach.server'
import { weekOf, type SlotWeek } from './slot-week'

/** What the pair may book, a week of it; `except`: the session that is to be moved. @throws NotFound */
export async function listPairSlots(viewer: Viewer, pairId: number, { week, except }: { week?: number | undefined; except?: number } = {}): Promise<SlotWeek> {
  const { member, pair } = await reachPair(viewer, pairId)
  const [terms] = await sql<{ minutes: number }>('pair-minutes', 'select coalesce((select round(extract(epoch from s.ends_at - s.starts_at) / 60)::int from mentoring_session s where s.id = $2), p.minutes) as minutes from mentoring_pair p where p.id = $1', [pairId, except ?? null])
  const slots = await slotsOfPair(member, { ...pair, minutes: terms?.minutes ?? 60 }, except === undefined ? {} : { except })
  return weekOf(slots, { now: Date.now(), timeZone: member.timeZone, week })
}
