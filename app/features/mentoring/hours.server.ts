import { db, transaction } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import { addDays, localOf } from '~/platform/i18n/local-time'
import type { Viewer } from '~/platform/viewer'
import { reachDirectory } from './directory.queries.server'
import type { ExceptionForm, HoursForm } from './hours.schema'
import { isOfficer } from './offers-policy'
import { forgetHolidays } from './rows/free-time.server'
import { asMember } from './rows/pair-reach.server'
import { touchStanding } from './standing.server'

const MOST_EXCEPTIONS = 200
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** The weekly pattern and the clock it goes by, in the place of what was there. Sessions booked already stay. @throws SignInNeeded, Forbidden for whoever cannot be a mentor */
export async function setHours(viewer: Viewer, form: HoursForm): Promise<void> {
  const member = asMember(viewer)
  await reachDirectory(member)
  const { timeZone, ...days } = form
  const rows = Object.values(days).flatMap((ranges, at) => ranges.map(range => ({ personId: member.personId, weekday: at + 1, ...range })))
  await transaction(async tx => {
    await tx.mentoringProfile.upsert({ where: { personId: member.personId }, create: { personId: member.personId, timeZone }, update: { timeZone } })
    await tx.$executeRaw`select 1 from mentoring_profile where person_id = ${member.personId}::int for update`
    await tx.mentorHours.deleteMany({ where: { personId: member.personId } })
    await tx.mentorHours.createMany({ data: rows })
    await touchStanding(tx, member.personId)
  })
}

/** Days away, or a time besides the pattern. @throws Invalid beside `day` for what is past, or too many */
export async function addException(viewer: Viewer, form: ExceptionForm): Promise<void> {
  const member = asMember(viewer)
  await reachDirectory(member)
  const profile = await db.mentoringProfile.findUnique({ where: { personId: member.personId }, select: { timeZone: true } })
  const until = form.until || form.day
  if (until < localOf(Date.now(), profile?.timeZone ?? member.timeZone).day) throw new Invalid({ day: ['sessions:errors.past'] })
  const away = form.away === 'ya'
  const days: string[] = []
  for (let day = form.day; day <= until; day = addDays(day, 1)) days.push(day)
  await transaction(async tx => {
    if ((await tx.mentorException.count({ where: { personId: member.personId, day: { gte: new Date() } } })) + days.length > MOST_EXCEPTIONS) throw new Invalid({ day: ['sessions:errors.many'] })
    // the same said again, by a second press or for days that overlap, stands once
    await tx.mentorException.deleteMany({ where: { personId: member.personId, day: { in: days.map(dateOf) }, away, ...(away ? {} : { startMinute: form.from, endMinute: form.to }) } })
    await tx.mentorException.createMany({ data: days.map(day => ({ personId: member.personId, day: dateOf(day), away, startMinute: away ? null : form.from, endMinute: away ? null : form.to, note: form.note })) })
    await touchStanding(tx, member.personId)
  })
}

/** Taken back; doing it twice changes nothing. */
export async function removeException(viewer: Viewer, { id }: { id: number }): Promise<void> {
  await db.mentorException.deleteMany({ where: { id, personId: asMember(viewer).personId } })
}

/** A day on which nobody is booked, for everybody. For officers of the programme. @throws Forbidden */
export async function setHoliday(viewer: Viewer, { day, name }: { day: string; name: string }): Promise<void> {
  if (!isOfficer(asMember(viewer))) throw new Forbidden('officersOnly')
  await db.holiday.upsert({ where: { day: dateOf(day) }, create: { day: dateOf(day), name }, update: { name } })
  forgetHolidays()
}

/** @throws Forbidden, NotFound */
export async function removeHoliday(viewer: Viewer, { day }: { day: string }): Promise<void> {
  if (!isOfficer(asMember(viewer))) throw new Forbidden('officersOnly')
  const gone = await db.holiday.deleteMany({ where: { day: dateOf(day) } })
  forgetHolidays()
  if (gone.count === 0) throw new NotFound('holiday')
}
