import { describe, expect, test } from 'vitest'
import { isDay, localOf, minuteOfTime, momentOf, timeOfMinute, weekdayOfDay } from '~/platform/i18n/local-time'
import { nextDays, nextStarts, type Rhythm } from './meetings-rhythm'

const weekly: Rhythm = { rhythm: 'WEEKLY', weekday: 3, nth: 1, firstDay: '2026-01-01', startMinute: 540, timeZone: 'Asia/Jakarta' }
const monthly = (nth: number, weekday: number): Rhythm => ({ ...weekly, rhythm: 'MONTHLY', nth, weekday })

describe('days', () => {
  const table: [name: string, rhythm: Rhythm, from: string, days: string[]][] = [
    ['1 every week, from a day of the rhythm', weekly, '2026-11-25', ['2026-11-25', '2026-12-02', '2026-12-09']],
    ['2 every week, from the day after', weekly, '2026-11-26', ['2026-12-02', '2026-12-09', '2026-12-16']],
    ['3 over the end of the year', weekly, '2026-12-28', ['2026-12-30', '2027-01-06', '2027-01-13']],
    ['4 over a leap day', { ...weekly, weekday: 2 }, '2028-02-23', ['2028-02-29', '2028-03-07', '2028-03-14']],
    ['5 no day before the first', { ...weekly, firstDay: '2027-03-01' }, '2026-11-01', ['2027-03-03', '2027-03-10', '2027-03-17']],
    ['6 every two weeks counts from the first', { ...weekly, rhythm: 'BIWEEKLY', firstDay: '2026-11-04' }, '2026-11-05', ['2026-11-18', '2026-12-02', '2026-12-16']],
    ['7 every two weeks keeps its parity over a year', { ...weekly, rhythm: 'BIWEEKLY', firstDay: '2026-11-04' }, '2027-11-01', ['2027-11-03', '2027-11-17', '2027-12-01']],
    ['8 every two weeks from a first day of another weekday', { ...weekly, rhythm: 'BIWEEKLY', firstDay: '2026-11-05' }, '2026-11-05', ['2026-11-11', '2026-11-25', '2026-12-09']],
    ['9 first Monday, when the month begins with one', monthly(1, 1), '2026-05-30', ['2026-06-01', '2026-07-06', '2026-08-03']],
    ['10 first Monday is over: the next month', monthly(1, 1), '2026-06-02', ['2026-07-06', '2026-08-03', '2026-09-07']],
    ['11 second Tuesday', monthly(2, 2), '2026-12-01', ['2026-12-08', '2027-01-12', '2027-02-09']],
    ['12 fourth Sunday in a month with five', monthly(4, 7), '2026-11-01', ['2026-11-22', '2026-12-27', '2027-01-24']],
    ['13 last Friday, four or five of them', monthly(5, 5), '2026-10-01', ['2026-10-30', '2026-11-27', '2026-12-25']],
    ['14 last Sunday of a February of 28 days', monthly(5, 7), '2027-02-01', ['2027-02-28', '2027-03-28', '2027-04-25']],
    ['15 last Tuesday is the leap day', monthly(5, 2), '2028-02-02', ['2028-02-29', '2028-03-28', '2028-04-25']],
    ['16 last Thursday on the last of the month itself', monthly(5, 4), '2026-12-31', ['2026-12-31', '2027-01-28', '2027-02-25']],
  ]
  test.each(table)('%s', (_name, rhythm, from, days) => {
    expect(nextDays(rhythm, from, 3)).toEqual(days)
    for (const day of days) expect(weekdayOfDay(day)).toBe(rhythm.weekday)
  })

  test('the calendar decides what a day is', () => {
    expect(['2028-02-29', '2026-12-31'].map(isDay)).toEqual([true, true])
    expect(['2027-02-29', '2026-13-01', '2026-1-1', '', 'besok', '2026-11-31'].map(isDay)).toEqual([false, false, false, false, false, false])
  })
})

describe('moments', () => {
  test('are by the clock of the series', () => {
    expect(new Date(momentOf('2026-11-25', 540, 'Asia/Jakarta')).toISOString()).toBe('2026-11-25T02:00:00.000Z')
    expect(new Date(momentOf('2026-11-25', 30, 'Asia/Jayapura')).toISOString()).toBe('2026-11-24T15:30:00.000Z')
    expect(localOf(Date.parse('2026-11-24T17:30:00Z'), 'Asia/Jakarta')).toEqual({ day: '2026-11-25', minute: 30 })
  })

  test('keep the hour where the clock is put forward and back', () => {
    expect(new Date(momentOf('2026-03-28', 600, 'Europe/Amsterdam')).toISOString()).toBe('2026-03-28T09:00:00.000Z')
    expect(new Date(momentOf('2026-03-29', 600, 'Europe/Amsterdam')).toISOString()).toBe('2026-03-29T08:00:00.000Z')
    expect(new Date(momentOf('2026-10-25', 600, 'Europe/Amsterdam')).toISOString()).toBe('2026-10-25T09:00:00.000Z')
  })

  test('one that began a minute ago is not next', () => {
    const start = Date.parse('2026-11-25T02:00:00Z')
    expect(nextStarts(weekly, start - 60_000, 2)).toEqual([start, start + 7 * 86_400_000])
    expect(nextStarts(weekly, start + 60_000, 2)).toEqual([start + 7 * 86_400_000, start + 14 * 86_400_000])
    // still Tuesday in UTC, already Wednesday in Jakarta
    expect(nextStarts({ ...weekly, startMinute: 60 }, Date.parse('2026-11-24T17:30:00Z'), 1)).toEqual([Date.parse('2026-11-24T18:00:00Z')])
  })

  test('times of a form', () => {
    expect(['09:30', '9:30', '24:00', '13.05', 'x'].map(minuteOfTime)).toEqual([570, null, null, 785, null])
    expect([0, 570, 1439].map(timeOfMinute)).toEqual(['00:00', '09:30', '23:59'])
  })
})
