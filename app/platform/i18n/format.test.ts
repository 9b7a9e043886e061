import { describe, expect, test } from 'vitest'
import { dayNumber, formatAgo, formatDate, formatMoment, formatTime, hourOf } from './format'

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']
const start = Date.UTC(2025, 11, 28, 3, 7)
/** every 37 hours and a bit for two years: all months, days, hours and both changes of summer time */
const moments = Array.from({ length: 480 }, (_, at) => start + at * 133_260_000)

describe.each(['id', 'en'] as const)('dates in %s', locale => {
  const tag = locale === 'id' ? 'id-ID' : 'en-GB'
  test.each(zones)('are those of Intl in %s', timeZone => {
    const tongue = { locale, timeZone, now: 0 }
    const date = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone })
    const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
    expect(moments.map(at => formatDate(at, tongue))).toEqual(moments.map(at => date.format(at)))
    expect(moments.map(at => formatTime(at, tongue))).toEqual(moments.map(at => time.format(at)))
    const short = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone })
    expect(moments.map(at => formatAgo(at, { ...tongue, now: Date.UTC(2031, 5, 5) }))).toEqual(moments.map(at => short.format(at)))
    const weekday = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone })
    expect(moments.map(at => formatMoment(at, { ...tongue, now: at + 2.5 * 86_400_000 }).split(',')[0])).toEqual(moments.map(at => weekday.format(at)))
  })
})

test('the day changes at midnight of the reader', () => {
  const at = Date.UTC(2026, 10, 21, 16, 59, 59)
  expect([dayNumber(at + 1_000, 'Asia/Jakarta') - dayNumber(at, 'Asia/Jakarta'), dayNumber(at + 1_000, 'Asia/Makassar') - dayNumber(at, 'Asia/Makassar')]).toEqual([1, 0])
  expect([hourOf(at, 'Asia/Jakarta'), hourOf(at + 1_000, 'Asia/Jakarta'), hourOf(at, 'Asia/Jayapura')]).toEqual([23, 0, 1])
})
