import { describe, expect, test } from 'vitest'
import { localOf, momentOf } from '~/platform/i18n/local-time'
import { freeSlots, type FreeTime } from './slots'

// Monday 23 November 2026
const MONDAY = '2026-11-23'
const jakarta = 'Asia/Jakarta'
const free = (more: Partial<FreeTime> = {}): FreeTime => ({ timeZone: jakarta, hours: [], exceptions: [], holidays: new Set(), busy: [], ...more })
const week = (zone = jakarta) => ({ from: momentOf(MONDAY, 0, zone), to: momentOf('2026-11-30', 0, zone), minutes: 60 })
const shown = (slots: readonly { startsAt: number }[], zone = jakarta) => slots.map(slot => {
  const { day, minute } = localOf(slot.startsAt, zone)
  return `${day.slice(8)} ${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`
})
const at = (day: string, hour: number, minutes = 60, zone = jakarta) => ({ startsAt: momentOf(day, hour * 60, zone), endsAt: momentOf(day, hour * 60 + minutes, zone) })

describe('the pattern', () => {
  test('several ranges of a day are cut into lengths; a rest too short is none', () => {
    const hours = [{ weekday: 2, startMinute: 9 * 60, endMinute: 11 * 60 + 30 }, { weekday: 2, startMinute: 15 * 60, endMinute: 16 * 60 }]
    expect(shown(freeSlots(free({ hours }), week()))).toEqual(['24 09.00', '24 10.00', '24 15.00'])
    expect(shown(freeSlots(free({ hours }), { ...week(), minutes: 45 }))).toEqual(['24 09.00', '24 09.45', '24 10.30', '24 15.00'])
    expect(shown(freeSlots(free({ hours }), { ...week(), minutes: 180 }))).toEqual([])
  })

  test('ranges that overlap or touch are one', () => {
    const hours = [{ weekday: 1, startMinute: 540, endMinute: 600 }, { weekday: 1, startMinute: 600, endMinute: 660 }, { weekday: 1, startMinute: 570, endMinute: 630 }]
    expect(shown(freeSlots(free({ hours }), { ...week(), minutes: 120 }))).toEqual(['23 09.00'])
  })

  test('an evening goes on after midnight, and belongs to the day it begins', () => {
    const hours = [{ weekday: 1, startMinute: 23 * 60, endMinute: 1440 }, { weekday: 2, startMinute: 0, endMinute: 60 }]
    expect(shown(freeSlots(free({ hours }), { ...week(), minutes: 120 }))).toEqual(['23 23.00'])
    expect(shown(freeSlots(free({ hours }), week()))).toEqual(['23 23.00', '24 00.00'])
  })

  test('Sunday night to Monday morning, over the end of the year', () => {
    const hours = [{ weekday: 4, startMinute: 23 * 60, endMinute: 1440 }, { weekday: 5, startMinute: 0, endMinute: 60 }]
    const bounds = { from: momentOf('2026-12-28', 0, jakarta), to: momentOf('2027-01-04', 0, jakarta), minutes: 120 }
    expect(freeSlots(free({ hours }), bounds).map(slot => new Date(slot.startsAt).toISOString())).toEqual(['2026-12-31T16:00:00.000Z'])
  })
})

test.each([
  ['Asia/Jakarta', '2026-11-24T02:00:00.000Z'],
  ['Asia/Makassar', '2026-11-24T01:00:00.000Z'],
  ['Asia/Jayapura', '2026-11-24T00:00:00.000Z'],
])('nine o’clock on a Tuesday is by the clock of the mentor: %s', (zone, moment) => {
  const hours = [{ weekday: 2, startMinute: 540, endMinute: 600 }]
  expect(freeSlots(free({ timeZone: zone, hours }), week(zone)).map(slot => new Date(slot.startsAt).toISOString())).toEqual([moment])
})

test('early morning in the east is the day before by UTC, and still its own weekday', () => {
  const hours = [{ weekday: 1, startMinute: 30, endMinute: 90 }]
  const [slot] = freeSlots(free({ timeZone: 'Asia/Jayapura', hours }), week('Asia/Jayapura'))
  expect(new Date(slot?.startsAt ?? 0).toISOString()).toBe('2026-11-22T15:30:00.000Z')
  expect(shown([slot!], 'Asia/Jakarta')).toEqual(['22 22.30'])
})

describe('what takes slots away or adds some', () => {
  const hours = [{ weekday: 1, startMinute: 540, endMinute: 720 }, { weekday: 3, startMinute: 540, endMinute: 660 }]

  test('away, holiday and extra', () => {
    const exceptions = [
      { day: MONDAY, away: true, startMinute: null, endMinute: null }, { day: MONDAY, away: false, startMinute: 900, endMinute: 960 },
      { day: '2026-11-26', away: false, startMinute: 480, endMinute: 540 }, { day: '2026-11-27', away: false, startMinute: 480, endMinute: 540 },
    ]
    expect(shown(freeSlots(free({ hours, exceptions, holidays: new Set(['2026-11-27']) }), week()))).toEqual(['25 09.00', '25 10.00', '26 08.00'])
  })

  test('bookings, also those that only touch a part; what ends as it begins does not', () => {
    expect(shown(freeSlots(free({ hours, busy: [at(MONDAY, 10)] }), week()))).toEqual(['23 09.00', '23 11.00', '25 09.00', '25 10.00'])
    expect(shown(freeSlots(free({ hours, busy: [{ startsAt: momentOf(MONDAY, 590, jakarta), endsAt: momentOf(MONDAY, 610, jakarta) }] }), week()))).toEqual(['23 11.00', '25 09.00', '25 10.00'])
  })

  test('the bounds: from the moment on, nothing that begins at the end, and no more than asked for', () => {
    const from = momentOf(MONDAY, 570, jakarta)
    expect(shown(freeSlots(free({ hours }), { from, to: momentOf('2026-11-25', 600, jakarta), minutes: 60 }))).toEqual(['23 10.00', '23 11.00', '25 09.00'])
    expect(freeSlots(free({ hours }), week(), 2)).toHaveLength(2)
    expect(freeSlots(free({ hours }), { from, to: from, minutes: 60 })).toEqual([])
  })
})
