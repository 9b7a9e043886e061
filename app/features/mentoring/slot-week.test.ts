import { expect, test } from 'vitest'
import { momentOf } from '~/platform/i18n/local-time'
import { weekOf } from './slot-week'

const zone = 'Asia/Jakarta'
const now = momentOf('2026-11-23', 600, zone)
const slot = (day: string) => ({ startsAt: momentOf(day, 540, zone), endsAt: momentOf(day, 600, zone) })
const slots = [slot('2026-11-24'), slot('2026-11-29'), slot('2026-11-30'), slot('2026-12-14')]

test('weeks run from today; without one the first that has slots', () => {
  expect(weekOf(slots, { now, timeZone: zone })).toEqual({ slots: slots.slice(0, 2), week: 0, earlier: false, later: true })
  expect(weekOf(slots, { now, timeZone: zone, week: 1 })).toEqual({ slots: [slots[2]], week: 1, earlier: true, later: true })
  expect(weekOf(slots.slice(3), { now, timeZone: zone })).toMatchObject({ week: 3, earlier: false, later: false })
  expect(weekOf([], { now, timeZone: zone })).toEqual({ slots: [], week: 0, earlier: false, later: false })
})
