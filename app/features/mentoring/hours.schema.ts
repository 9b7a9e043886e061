import { z } from 'zod'
import { zones } from '~/features/people/zones'
import { isDay, minuteOfTime, numberOfDay } from '~/platform/i18n/local-time'
import { parseRanges, type MinuteRange } from './hours'

/** Forms of free time. Messages are locale keys. */

/** Days of one absence. */
const LONGEST = 62

const ranges = z.string().max(200, 'http:invalid.tooLong').default('').transform((text, context): MinuteRange[] => {
  const found = parseRanges(text)
  if (found) return found
  context.addIssue({ code: 'custom', message: 'sessions:errors.ranges' })
  return z.NEVER
})
const day = z.string({ error: 'sessions:errors.day' }).refine(isDay, 'sessions:errors.day')

export const hoursSchema = z.object({ timeZone: z.enum(zones, 'http:invalid.format'), d1: ranges, d2: ranges, d3: ranges, d4: ranges, d5: ranges, d6: ranges, d7: ranges })
export type HoursForm = z.output<typeof hoursSchema>

const optionalTime = z.string().default('').transform((text, context) => {
  if (text === '') return null
  const minute = text === '24:00' || text === '24.00' ? 1440 : minuteOfTime(text)
  if (minute === null) context.addIssue({ code: 'custom', message: 'sessions:errors.time' })
  return minute
})

export const exceptionSchema = z.object({ away: z.enum(['ya', 'tidak'], 'http:invalid.format'), day, until: z.string().default('').refine(text => text === '' || isDay(text), 'sessions:errors.day'), from: optionalTime, to: optionalTime, note: z.string().trim().max(120, 'http:invalid.tooLong').default('') })
  .superRefine((given, context) => {
    const until = given.until || given.day
    if (isDay(given.day) && isDay(until) && (until < given.day || numberOfDay(until) - numberOfDay(given.day) > LONGEST)) context.addIssue({ code: 'custom', path: ['until'], message: 'sessions:errors.until' })
    if (given.away === 'tidak' && (given.from === null || given.to === null || given.to - given.from < 15)) context.addIssue({ code: 'custom', path: ['to'], message: 'sessions:errors.extra' })
  })
export type ExceptionForm = z.output<typeof exceptionSchema>

export const holidaySchema = z.object({ day, name: z.string({ error: 'sessions:errors.holiday' }).trim().min(3, 'sessions:errors.holiday').max(80, 'http:invalid.tooLong') })
