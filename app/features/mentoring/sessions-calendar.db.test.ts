import ICAL from 'ical.js'
import { beforeAll, expect, test } from 'vitest'
import { newKey } from '#tests/factories/discussion'
import { hourIn, makeSlots } from '#tests/factories/mentoring-sessions'
import { makePair } from '#tests/factories/pairs'
import { makeMember, viewerFor } from '#tests/factories/people'
import { calendarSecretOf, renewCalendarSecret } from '~/features/people/calendar-key.server'
import { db } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { bookSession, cancelSession, moveSession, prepareSession } from './bookings.server'
import { ownCalendar, sessionCalendar } from './sessions-calendar.server'

const ORIGIN = 'https://balai.contoh'
let mentor: Member
let learner: Member
let outside: Member
let sessionId: number
beforeAll(async () => {
  await db.holiday.deleteMany()
  const [one, two] = [await makeMember({ name: 'Mentor Kalender' }), await makeMember({ name: 'Murid; Kalender, "Dua"' })]
  outside = await makeMember({ roles: ['ADMINISTRATOR', 'HRD_OFFICER'] })
  const pairId = await makePair({ offer: await makeSlots(one), learners: [two] })
  mentor = await viewerFor({ id: one.personId })
  learner = await viewerFor({ id: two.personId })
  sessionId = (await bookSession(learner, { pairId, startsAt: hourIn(9, 9), topic: 'Membuka, tanpa slide; sungguh', agenda: 'Satu\nDua', clientKey: newKey() })).id
})

/** What a calendar reads in a file: its method, and each entry with what decides about it. */
function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return {
    method: calendar.getFirstPropertyValue('method'),
    events: calendar.getAllSubcomponents('vevent').map(component => {
      const event = new ICAL.Event(component)
      return { uid: event.uid, sequence: event.sequence, start: event.startDate.toJSDate().getTime(), end: event.endDate.toJSDate().getTime(), summary: event.summary, place: event.location, text: event.description, status: component.getFirstPropertyValue('status') }
    }),
  }
}
const file = async (viewer: Member) => parsed(await (await sessionCalendar(viewer, sessionId, ORIGIN)).text())
const feed = async (viewer: Member) => parsed(await (await ownCalendar(await calendarSecretOf(viewer), ORIGIN)).text())

/** A calendar as programs keep it: by UID, taking what is newer, dropping what was cancelled. */
class Kept {
  entries = new Map<string, ReturnType<typeof parsed>['events'][number]>()
  take({ events }: ReturnType<typeof parsed>) {
    for (const event of events) {
      const had = this.entries.get(event.uid)
      if (had && had.sequence > event.sequence) continue
      if (event.status === 'CANCELLED') this.entries.delete(event.uid)
      else this.entries.set(event.uid, event)
    }
    return [...this.entries.values()]
  }
}

test('a calendar that has the session follows its words, its time, and its end', async () => {
  const kept = new Kept()
  const first = await file(learner)
  expect(first.method).toBe('PUBLISH')
  expect(kept.take(first)).toMatchObject([{ sequence: 0, start: hourIn(9, 9), end: hourIn(9, 10), summary: 'Memimpin musyawarah warga: Membuka, tanpa slide; sungguh', place: 'Kantor Camat', status: 'CONFIRMED' }])
  expect(first.events[0]?.text).toContain('Satu\nDua')
  expect((await file(mentor)).events[0]).toMatchObject({ uid: first.events[0]?.uid })
  expect((await file(mentor)).events[0]?.text).toContain('Murid; Kalender, "Dua"')

  await prepareSession(mentor, { sessionId, topic: 'Pembuka', agenda: '', place: 'Aula' })
  await moveSession(learner, { sessionId, startsAt: hourIn(10, 14) })
  const second = await file(mentor)
  expect(kept.take(second)).toMatchObject([{ uid: first.events[0]?.uid, sequence: 2, start: hourIn(10, 14), place: 'Aula' }])
  // an old file opened again changes nothing
  expect(kept.take(first)).toMatchObject([{ sequence: 2, start: hourIn(10, 14) }])
  expect((await feed(learner)).events).toMatchObject([{ uid: first.events[0]?.uid, sequence: 2 }])

  await cancelSession(mentor, { sessionId, reason: 'Rapat' })
  const last = await file(learner)
  expect([last.method, last.events[0]?.status, last.events[0]?.sequence]).toEqual(['CANCEL', 'CANCELLED', 3])
  expect(kept.take(last)).toEqual([])
  expect((await feed(mentor)).events).toMatchObject([{ uid: first.events[0]?.uid, sequence: 3, status: 'CANCELLED' }])
})

test('files and feeds are for the people of the room; a secret is worth what its person may see', async () => {
  await expect(sessionCalendar(outside, sessionId, ORIGIN)).rejects.toThrow(NotFound)
  expect((await feed(outside)).events).toEqual([])
  await expect(ownCalendar('x'.repeat(32), ORIGIN)).rejects.toThrow(NotFound)
  const old = await calendarSecretOf(learner)
  await renewCalendarSecret(learner)
  await expect(ownCalendar(old, ORIGIN)).rejects.toThrow(NotFound)
  await db.person.update({ where: { id: learner.personId }, data: { suspendedUntil: new Date(Date.now() + 60_000) } })
  await expect(feed(learner)).rejects.toThrow(NotFound)
})
