import { db } from '~/platform/db/db.server'
import { localOf, momentOf } from '~/platform/i18n/local-time'
import { newKey } from './discussion'

/** An offer with free time from 08.00 to 16.00 on every day of the week. Without the room's verbs: for tests of slots and sessions. */
export async function makeSlots(mentor: { personId: number }, given: { minutes?: number; timeZone?: string; form?: 'ONE_TO_ONE' | 'GROUP' | 'FLASH'; capacity?: number } = {}) {
  const timeZone = given.timeZone ?? 'Asia/Jakarta'
  await db.mentoringProfile.upsert({ where: { personId: mentor.personId }, create: { personId: mentor.personId, timeZone }, update: { timeZone } })
  await db.mentorHours.deleteMany({ where: { personId: mentor.personId } })
  await db.mentorHours.createMany({ data: [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ personId: mentor.personId, weekday, startMinute: 480, endMinute: 960 })) })
  return db.mentoringOffer.create({
    data: {
      mentorId: mentor.personId, title: 'Memimpin musyawarah warga', about: 'Berlatih memimpin pertemuan.', form: given.form ?? 'ONE_TO_ONE', mode: 'ON_SITE', place: 'Kantor Camat',
      capacity: given.capacity ?? 2, sessions: 3, minutes: given.minutes ?? 60, state: 'OPEN', clientKey: newKey(),
    },
  })
}

/** The moment of an hour on a day some days from now, by the clock of the zone; never a holiday's business. */
export function hourIn(days: number, hour: number, timeZone = 'Asia/Jakarta'): number {
  return momentOf(localOf(Date.now() + days * 86_400_000, timeZone).day, hour * 60, timeZone)
}
