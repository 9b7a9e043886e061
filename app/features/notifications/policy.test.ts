import { describe, expect, test } from 'vitest'
import { digestMoment, heldUntil, isTold, levelFor, localTime, mayLeave, targetPattern, tells, type Concerned, type Leaving, type Saying, type Calm, type DigestClock, type WatchLevel } from './policy'

const targets = [['thread:1'], ['tag:ktp', 'tag:kk'], ['category:5'], ['person:9']]

describe('which level holds, and who is told', () => {
  const table: [no: number, chosen: Record<string, WatchLevel>, level: WatchLevel, concerned: boolean, follower: boolean][] = [
    [1, {}, 'MENTIONS', true, false],
    [2, { 'thread:1': 'ALL' }, 'ALL', true, true],
    [3, { 'thread:1': 'MENTIONS' }, 'MENTIONS', true, false],
    [4, { 'thread:1': 'MUTE' }, 'MUTE', false, false],
    [5, { 'thread:1': 'MUTE', 'tag:ktp': 'ALL', 'category:5': 'ALL', 'person:9': 'ALL' }, 'MUTE', false, false],
    [6, { 'thread:1': 'ALL', 'tag:ktp': 'MUTE', 'category:5': 'MUTE', 'person:9': 'MUTE' }, 'ALL', true, true],
    [7, { 'thread:1': 'MENTIONS', 'category:5': 'MUTE' }, 'MENTIONS', true, false],
    [8, { 'tag:ktp': 'MUTE', 'category:5': 'ALL' }, 'MUTE', false, false],
    [9, { 'tag:kk': 'ALL', 'category:5': 'MUTE' }, 'ALL', true, true],
    [10, { 'tag:ktp': 'MUTE', 'tag:kk': 'ALL' }, 'ALL', true, true],
    [11, { 'tag:ktp': 'MUTE', 'tag:kk': 'MENTIONS' }, 'MENTIONS', true, false],
    [12, { 'category:5': 'ALL', 'person:9': 'MUTE' }, 'ALL', true, true],
    [13, { 'category:5': 'MUTE', 'person:9': 'ALL' }, 'MUTE', false, false],
    [14, { 'person:9': 'ALL' }, 'ALL', true, true],
    [15, { 'person:9': 'MUTE' }, 'MUTE', false, false],
    [16, { 'category:6': 'MUTE', 'tag:lain': 'ALL', 'thread:2': 'MUTE' }, 'MENTIONS', true, false],
  ]
  test.each(table)('%i: %j', (_no, chosen, level, concerned, follower) => {
    const found = levelFor(targets, new Map(Object.entries(chosen)))
    expect([found, tells(found, false), tells(found, true)]).toEqual([level, concerned, follower])
  })
})

describe('who is told when something happens', () => {
  const reader: Concerned = { doer: false, reads: true, blocks: false, level: 'MENTIONS' }
  const table: [no: number, what: string, one: Partial<Concerned>, rule: Partial<Saying>, told: boolean][] = [
    [1, 'somebody replies to me', {}, {}, true],
    [2, 'I reply to myself, or under my name of the topic', { doer: true }, {}, false],
    [3, 'I answer officially a consultation I follow', { doer: true, level: 'ALL' }, { official: true }, false],
    [4, 'I am mentioned where I may not read', { reads: false }, {}, false],
    [5, 'I follow what went to other readers', { reads: false, level: 'ALL' }, { followersOnly: true }, false],
    [6, 'I muted the topic and am mentioned in it', { level: 'MUTE' }, {}, false],
    [7, 'I follow all of it', { level: 'ALL' }, { followersOnly: true }, true],
    [8, 'my topic moves and I do not follow it', {}, { followersOnly: true }, false],
    [9, 'I muted it and it is for followers', { level: 'MUTE' }, { followersOnly: true }, false],
    [10, 'whom I block mentions me', { blocks: true }, {}, false],
    [11, 'whom I block writes in what I follow', { blocks: true, level: 'ALL' }, { followersOnly: true }, false],
    [12, 'a moderator I block decides about me', { blocks: true }, { official: true }, true],
    [13, 'whom I block signs an official answer', { blocks: true }, { official: true }, true],
    [14, 'an official answer in what I muted', { level: 'MUTE' }, { official: true }, false],
    [15, 'a decision about me where I read no more', { reads: false }, { official: true }, false],
  ]
  test.each(table)('%i: %s', (_no, _what, one, rule, told) => {
    expect(isTold({ ...reader, ...one }, { followersOnly: false, official: false, ...rule })).toBe(told)
  })
})

describe('what still leaves the house, perhaps days later', () => {
  const subject = { reads: true, blocked: false, level: 'ALL' as const }
  const table: [no: number, what: string, one: Partial<Leaving>, leaves: boolean][] = [
    [1, 'it stands as it did', {}, true],
    [2, 'mail or push was switched off for such notices', { wanted: false }, false],
    [3, 'the notice is for others now', { reads: false }, false],
    [4, 'the thing went to other readers', { subject: { ...subject, reads: false } }, false],
    [5, 'the post was deleted, or hidden by a moderator', { subject: 'gone' }, false],
    [6, 'whoever wrote it was blocked meanwhile', { subject: { ...subject, blocked: true } }, false],
    [7, 'the topic was muted meanwhile', { subject: { ...subject, level: 'MUTE' } }, false],
    [8, 'it is followed no longer, only mentions are wanted', { subject: { ...subject, level: 'MENTIONS' } }, true],
    [9, 'nothing can be asked about it', { subject: null }, true],
    [10, 'nothing can be asked, and it is for others now', { subject: null, reads: false }, false],
    [11, 'a decision that was undone meanwhile', { subject: 'gone' }, false],
  ]
  test.each(table)('%i: %s', (_no, _what, one, leaves) => {
    expect(mayLeave({ wanted: true, reads: true, subject, ...one })).toBe(leaves)
  })
})

const wib = 'Asia/Jakarta'
const at = (text: string) => Date.parse(`${text}+07:00`)
const every = [1, 2, 3, 4, 5, 6, 7]
const night: Calm = { quietFrom: 21 * 60, quietTo: 6 * 60, days: every }
const office: Calm = { quietFrom: 17 * 60, quietTo: 7 * 60 + 30, days: [1, 2, 3, 4, 5] }

describe('how long mail at once and push are held', () => {
  // 22 November 2026 is a Sunday
  const table: [no: number, calm: Calm, now: string, until: string | null, zone?: string][] = [
    [1, night, '2026-11-23T12:00:00', null],
    [2, night, '2026-11-23T20:59:59', null],
    [3, night, '2026-11-23T21:00:00', '2026-11-24T06:00:00'],
    [4, night, '2026-11-24T05:59:30', '2026-11-24T06:00:00'],
    [5, night, '2026-11-24T06:00:00', null],
    [6, { ...night, quietFrom: null, quietTo: null }, '2026-11-24T02:00:00', null],
    [7, { ...night, quietFrom: 300, quietTo: 300 }, '2026-11-24T05:00:00', null],
    [8, { ...night, quietFrom: 12 * 60, quietTo: 13 * 60 }, '2026-11-24T12:30:00', '2026-11-24T13:00:00'],
    [9, office, '2026-11-20T16:59:00', null],
    [10, office, '2026-11-20T17:00:00', '2026-11-23T07:30:00'],
    [11, office, '2026-11-22T10:00:00', '2026-11-23T07:30:00'],
    [12, office, '2026-11-23T07:30:00', null],
    [13, { ...office, days: [] }, '2026-11-22T10:00:00', null],
    [14, { quietFrom: null, quietTo: null, days: [3] }, '2026-11-19T00:00:00', '2026-11-25T00:00:00'],
    [15, night, '2026-11-23T19:30:00', '2026-11-24T04:00:00', 'Asia/Jayapura'],
    [16, night, '2026-11-23T19:30:00', null, 'Antah/Berantah'],
  ]
  test.each(table)('%i', (_no, calm, now, until, zone = wib) => {
    expect(heldUntil(calm, zone, at(now))).toBe(until === null ? null : at(until))
  })
})

describe('when a digest is due', () => {
  const clock = (more: Partial<DigestClock> = {}): DigestClock => ({ days: every, digestAt: 390, dailyOn: null, weeklyOn: null, ...more })
  const table: [no: number, pace: 'DAILY' | 'WEEKLY', clock: DigestClock, now: string, due: string | null, zone?: string][] = [
    [1, 'DAILY', clock(), '2026-11-23T06:29:00', null],
    [2, 'DAILY', clock(), '2026-11-23T06:30:00', '2026-11-23T06:30:00'],
    [3, 'DAILY', clock({ dailyOn: '2026-11-23' }), '2026-11-23T23:00:00', null],
    [4, 'DAILY', clock({ dailyOn: '2026-11-22' }), '2026-11-23T23:00:00', '2026-11-23T06:30:00'],
    [5, 'DAILY', clock({ days: [1, 2, 3, 4, 5] }), '2026-11-22T08:00:00', null],
    [6, 'DAILY', clock({ days: [1, 2, 3, 4, 5], dailyOn: '2026-11-20' }), '2026-11-23T08:00:00', '2026-11-23T06:30:00'],
    [7, 'WEEKLY', clock({ weeklyOn: '2026-11-16' }), '2026-11-22T08:00:00', null],
    [8, 'WEEKLY', clock({ weeklyOn: '2026-11-16' }), '2026-11-23T08:00:00', '2026-11-23T06:30:00'],
    [9, 'WEEKLY', clock({ weeklyOn: '2026-11-23' }), '2026-11-29T08:00:00', null],
    [10, 'WEEKLY', clock({ weeklyOn: '2026-11-17', days: [2, 4] }), '2026-11-23T08:00:00', null],
    [11, 'WEEKLY', clock({ weeklyOn: '2026-11-17', days: [2, 4] }), '2026-11-24T08:00:00', '2026-11-24T06:30:00'],
    [12, 'WEEKLY', clock({ weeklyOn: '2026-11-22' }), '2026-11-23T08:00:00', '2026-11-23T06:30:00'],
    [13, 'WEEKLY', clock(), '2026-11-25T08:00:00', '2026-11-23T06:30:00'],
    [14, 'DAILY', clock(), '2026-11-23T04:30:00', '2026-11-23T04:30:00', 'Asia/Jayapura'],
  ]
  test.each(table)('%i', (_no, pace, given, now, due, zone = wib) => {
    expect(digestMoment(pace, given, zone, at(now))).toBe(due === null ? null : at(due))
  })
})

test('days begin where the person lives', () => {
  expect(localTime(at('2026-11-22T22:30:00'), 'Asia/Jayapura')).toEqual({ weekday: 1, minutes: 30, date: '2026-11-23' })
})

test('a target is one of four kinds and nothing else', () => {
  for (const good of ['thread:12', 'category:5', 'tag:ktp', 'tag:kartu keluarga', 'person:9']) expect(targetPattern.test(good), good).toBe(true)
  for (const bad of ['thread:0', 'thread:12a', 'tag:', 'tag:<b>', 'user:5', 'thread:99999999999', '', 'tag: x', `tag:${'x'.repeat(60)}`]) expect(targetPattern.test(bad), bad).toBe(false)
})
