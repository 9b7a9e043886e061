import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound, SignInNeeded } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeCategory } from '#tests/factories/forum'
import { makeSeries, seriesForm, setStart } from '#tests/factories/meetings'
import { makeMember } from '#tests/factories/people'
import { calendarSecretOf, renewCalendarSecret } from '~/features/people/calendar-key.server'
import { meetingCalendar, seriesCalendar } from './meetings-calendar.server'
import { turnMeetings } from './meetings-clock.server'
import { AHEAD, planAll, planSeries } from './meetings-plan.server'
import { findMeeting, listRunning } from './meetings.queries.server'
import { answerMeeting, moveMeeting, proposePoint, shiftPoint, skipMeeting, withdrawPoint } from './meetings.server'
import { getSeriesPage, listSeries } from './series.queries.server'
import { createSeries, editSeries, endSeries } from './series.server'

let host: Member
let other: Member
let citizen: Member
let open: Awaited<ReturnType<typeof makeCategory>>
let inside: Awaited<ReturnType<typeof makeCategory>>

beforeAll(async () => {
  host = await makeMember({ name: 'Pemandu Satu' })
  other = await makeMember({ name: 'Rekan Pemandu' })
  citizen = await makeMember({ kind: 'CITIZEN' })
  open = await makeCategory()
  inside = await makeCategory({ audience: 'asn' })
})

const events = (name: string, topicId: number) => db.event.count({ where: { name, payload: { path: ['topicId'], equals: topicId } } })

describe('a series', () => {
  test('opens with its next four meetings, each a topic with its thread; one press makes one', async () => {
    const form = seriesForm(open.slug)
    const made = await Promise.all(Array.from({ length: 4 }, () => createSeries(host, form)))
    expect(new Set(made.map(one => one.id)).size).toBe(1)
    const id = made[0]?.id ?? 0
    const meetings = await db.meeting.findMany({ where: { seriesId: id }, orderBy: { startsAt: 'asc' } })
    expect(meetings).toHaveLength(AHEAD)
    for (const meeting of meetings) {
      expect(meeting.startsAt.toISOString()).toMatch(/T02:00:00/)
      expect(meeting.endsAt.getTime() - meeting.startsAt.getTime()).toBe(3_600_000)
      expect(await db.thread.findUnique({ where: { id: meeting.topicId } })).toMatchObject({ kind: 'topic', label: 'MEETING', audience: 'public', lastNumber: 1, authorId: host.personId })
      expect(await db.topic.findUnique({ where: { id: meeting.topicId } })).toMatchObject({ kind: 'MEETING', categoryId: open.id, title: expect.stringMatching(/^Forum loket hari Rabu, \d/) as string })
      expect(await events('forum.meeting.planned', meeting.topicId)).toBe(1)
    }
  })

  test('is planned by many at once, and no meeting is made twice', async () => {
    const { id } = await makeSeries({ host, category: open })
    await db.meeting.updateMany({ where: { seriesId: id }, data: { skippedAt: new Date() } })
    await Promise.all([planSeries(id), planSeries(id), planAll(), planSeries(id), planAll()])
    const rows = await db.meeting.findMany({ where: { seriesId: id } })
    expect(rows).toHaveLength(AHEAD * 2)
    expect(new Set(rows.map(row => row.slot.getTime())).size).toBe(AHEAD * 2)
    expect(await planSeries(id)).toEqual([])
    const count = await db.topic.count({ where: { categoryId: open.id } })
    expect((await db.category.findUniqueOrThrow({ where: { id: open.id } })).topicCount).toBe(count)
  })

  test('is refused with a reason beside the field', async () => {
    const attempt = (more: Record<string, string>) => createSeries(host, seriesForm(open.slug, more))
    for (const [more, field] of [[{ title: 'ab' }, 'title'], [{ purpose: '' }, 'purpose'], [{ time: '25:00' }, 'time'], [{ firstDay: '2026-02-30' }, 'firstDay'], [{ duration: '5' }, 'duration'],
      [{ link: 'javascript:alert(1)' }, 'link'], [{ hosts: 'Tidak Ada Orangnya' }, 'hosts'], [{ hosts: citizen.slug }, 'hosts'], [{ weekday: '8' }, 'weekday']] as const)
      await expect(attempt(more)).rejects.toMatchObject({ fields: { [field]: [expect.any(String)] } })
    await expect(createSeries(citizen, seriesForm(open.slug))).rejects.toThrow(Forbidden)
    await expect(createSeries(citizen, seriesForm(inside.slug))).rejects.toThrow(NotFound)
    await expect(createSeries(stranger(), seriesForm(open.slug))).rejects.toThrow(SignInNeeded)
  })

  test('changes its days: meetings move along in their order, with their answers', async () => {
    const series = await makeSeries({ host, category: open, hosts: other.slug })
    const [first, second] = series.meetings as [number, number]
    await answerMeeting(citizen, { topicId: first, reply: 'COME' })
    await editSeries(other, series.id, seriesForm(open.slug, { hosts: other.slug, weekday: '4', time: '13:30' }))
    const rows = await db.meeting.findMany({ where: { seriesId: series.id }, orderBy: { startsAt: 'asc' } })
    expect(rows.map(row => row.topicId)).toEqual(series.meetings)
    for (const row of rows) {
      expect(row.startsAt.toISOString()).toMatch(/T06:30:00/)
      expect(row.startsAt.getUTCDay()).toBe(4)
      expect(row.slot).toEqual(row.startsAt)
    }
    expect(rows[0]).toMatchObject({ comeCount: 1 })
    expect(await events('forum.meeting.moved', second)).toBe(1)
    // the days one further on are days of the old rhythm: nothing stands in the way
    await editSeries(host, series.id, seriesForm(open.slug, { hosts: other.slug, weekday: '4', time: '13:30', firstDay: new Date(rows[1]!.slot).toISOString().slice(0, 10) }))
    expect((await db.meeting.findMany({ where: { seriesId: series.id }, orderBy: { startsAt: 'asc' } })).map(row => row.startsAt.getTime()).slice(0, 3)).toEqual(rows.slice(1).map(row => row.startsAt.getTime()))
    await expect(editSeries(citizen, series.id, seriesForm(open.slug))).rejects.toThrow(Forbidden)
  })

  test('ends once: what is ahead is skipped, nobody plans any more', async () => {
    const series = await makeSeries({ host, category: inside })
    await expect(endSeries(other, { seriesId: series.id })).rejects.toThrow(Forbidden)
    await expect(endSeries(citizen, { seriesId: series.id })).rejects.toThrow(NotFound)
    await Promise.all([endSeries(host, { seriesId: series.id }), endSeries(host, { seriesId: series.id })])
    expect(await db.meeting.count({ where: { seriesId: series.id, skippedAt: null } })).toBe(0)
    expect(await events('forum.meeting.skipped', series.meetings[0] ?? 0)).toBe(1)
    expect(await planSeries(series.id)).toEqual([])
    await expect(editSeries(host, series.id, seriesForm(inside.slug))).rejects.toThrow(Forbidden)
    expect((await listSeries(other, { ended: true })).rows.map(row => row.id)).toContain(series.id)
    expect((await listSeries(citizen, { ended: true })).rows.map(row => row.id)).not.toContain(series.id)
  })
})

describe('a meeting', () => {
  test('is answered, changed and taken back; counts are those of the rows, however often it is pressed', async () => {
    const { meetings } = await makeSeries({ host, category: open })
    const topicId = meetings[0] ?? 0
    await Promise.all(Array.from({ length: 4 }, () => answerMeeting(citizen, { topicId, reply: 'COME' })))
    await Promise.all([answerMeeting(citizen, { topicId, reply: 'MAYBE' }), answerMeeting(other, { topicId, reply: 'COME' }), answerMeeting(host, { topicId, reply: 'NOT' })])
    expect(await db.meeting.findUnique({ where: { topicId } })).toMatchObject({ comeCount: 1, maybeCount: 1, notCount: 1 })
    await answerMeeting(citizen, { topicId, reply: null })
    expect(await findMeeting(citizen, topicId)).toMatchObject({ counts: { COME: 1, MAYBE: 0, NOT: 1 }, mine: null, people: null })
    expect((await findMeeting(other, topicId))?.people?.map(person => [person.id, person.reply])).toEqual([[other.personId, 'COME'], [host.personId, 'NOT']])
    expect(await findMeeting(stranger(), topicId)).toMatchObject({ link: '', people: null, can: { answer: false, propose: false, steer: false, minutes: false } })
    await setStart(topicId, -120)
    await expect(answerMeeting(citizen, { topicId, reply: 'COME' })).rejects.toThrow(Conflict)
  })

  test('takes points until it begins, in the order the host gives them', async () => {
    const { meetings } = await makeSeries({ host, category: open })
    const topicId = meetings[0] ?? 0
    const clientKey = newKey()
    await Promise.all(Array.from({ length: 4 }, () => proposePoint(citizen, { topicId, text: 'Antrean lansia', clientKey })))
    await proposePoint(other, { topicId, text: 'Jadwal cadangan', clientKey: newKey() })
    const [first, second] = (await findMeeting(host, topicId))?.points ?? []
    expect([first?.text, second?.text]).toEqual(['Antrean lansia', 'Jadwal cadangan'])
    await shiftPoint(host, { pointId: second?.id ?? 0, by: -1 })
    await shiftPoint(host, { pointId: second?.id ?? 0, by: -1 })
    expect((await findMeeting(host, topicId))?.points.map(point => point.text)).toEqual(['Jadwal cadangan', 'Antrean lansia'])
    await expect(shiftPoint(citizen, { pointId: first?.id ?? 0, by: 1 })).rejects.toThrow(Forbidden)
    await expect(withdrawPoint(citizen, { pointId: second?.id ?? 0 })).rejects.toThrow(Forbidden)
    await withdrawPoint(citizen, { pointId: first?.id ?? 0 })
    await setStart(topicId, -1)
    await expect(proposePoint(citizen, { topicId, text: 'Terlambat', clientKey: newKey() })).rejects.toThrow(Conflict)
    await expect(withdrawPoint(other, { pointId: second?.id ?? 0 })).rejects.toThrow(Forbidden)
  })

  test('moves with its title, and is not moved into the past', async () => {
    const { meetings } = await makeSeries({ host, category: open })
    const topicId = meetings[0] ?? 0
    await expect(moveMeeting(host, { topicId, day: '2020-01-01', minute: 540, reason: '' })).rejects.toThrow(Invalid)
    const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
    await moveMeeting(host, { topicId, day, minute: 600, reason: 'Aula dipakai' })
    expect(await db.meeting.findUnique({ where: { topicId } })).toMatchObject({ startsAt: new Date(`${day}T03:00:00Z`), reason: 'Aula dipakai', dayToldAt: null })
    expect(await events('forum.meeting.moved', topicId)).toBe(1)
    await expect(moveMeeting(other, { topicId, day, minute: 630, reason: '' })).rejects.toThrow(Forbidden)
  })

  test('is skipped once, keeps its slot, and another one is made', async () => {
    const series = await makeSeries({ host, category: open })
    const topicId = series.meetings[0] ?? 0
    await Promise.all([skipMeeting(host, { topicId, reason: 'Libur' }), skipMeeting(host, { topicId, reason: 'Libur' })])
    expect(await events('forum.meeting.skipped', topicId)).toBe(1)
    expect(await db.meeting.count({ where: { seriesId: series.id } })).toBe(AHEAD + 1)
    expect((await getSeriesPage(host, series.id)).next.filter(row => row.skipped)).toHaveLength(1)
  })

  test('is told of a day before, shortly before, when it begins and when it is over: once each, however often the clock is asked', async () => {
    const series = await makeSeries({ host, category: open })
    const [tomorrow, soon, now, over] = series.meetings as [number, number, number, number]
    await setStart(tomorrow, 20 * 60)
    await setStart(soon, 10)
    await setStart(now, -5)
    await setStart(over, -90)
    await Promise.all([turnMeetings(), turnMeetings(), turnMeetings()])
    await turnMeetings()
    expect(await Promise.all([events('forum.meeting.near', tomorrow), events('forum.meeting.near', soon), events('forum.meeting.turned', now), events('forum.meeting.turned', over)])).toEqual([1, 1, 1, 1])
    expect(await db.event.findMany({ where: { name: 'forum.meeting.near', payload: { path: ['topicId'], equals: soon } }, select: { payload: true } })).toMatchObject([{ payload: { when: 'SOON' } }])
    // the end of one made the next
    expect(await db.meeting.count({ where: { seriesId: series.id, startsAt: { gt: new Date() }, skippedAt: null } })).toBe(AHEAD)
    expect((await listRunning(host)).map(one => one.id)).toContain(now)
    expect((await listRunning(host)).map(one => one.id)).not.toContain(over)
  })
})

describe('a calendar', () => {
  test('holds the meeting for who may read it, the room for who is signed in', async () => {
    const series = await makeSeries({ host, category: inside })
    const topicId = series.meetings[0] ?? 0
    const file = await (await meetingCalendar(host, topicId, 'https://balai.example')).text()
    expect(file).toContain('BEGIN:VEVENT')
    expect(file.replace(/\r\n /g, '')).toContain('https://rapat.example/loket')
    await expect(meetingCalendar(citizen, topicId, 'https://balai.example')).rejects.toThrow(NotFound)
    const public_ = await makeSeries({ host, category: open })
    expect((await (await meetingCalendar(stranger(), public_.meetings[0] ?? 0, 'https://balai.example')).text()).replace(/\r\n /g, '')).not.toContain('rapat.example')
  })

  test('by secret ends with the right, with the account, and with another secret', async () => {
    const series = await makeSeries({ host, category: inside })
    const secret = await calendarSecretOf(other)
    expect(await calendarSecretOf(other)).toBe(secret)
    const ask = (key: string) => seriesCalendar(key, series.id, 'https://balai.example')
    expect((await (await ask(secret)).text()).match(/BEGIN:VEVENT/g)).toHaveLength(AHEAD)
    for (const wrong of ['', 'x'.repeat(32), `${secret}a`, await calendarSecretOf(citizen)]) await expect(ask(wrong)).rejects.toThrow(NotFound)
    await renewCalendarSecret(other)
    await expect(ask(secret)).rejects.toThrow(NotFound)
    const now = await calendarSecretOf(other)
    await db.person.update({ where: { id: other.personId }, data: { suspendedUntil: new Date(Date.now() + 3_600_000) } })
    await expect(ask(now)).rejects.toThrow(NotFound)
    await db.person.update({ where: { id: other.personId }, data: { suspendedUntil: null } })
  })
})
