import { z } from 'zod'
import { isDay, minuteOfTime } from '~/platform/i18n/local-time'
import { clientKeySchema, writtenFields } from '~/features/discussion/posts.schema'
import { rhythms } from './meetings-rhythm'
import { POINT_LENGTH, replyNames } from './meetings-views'
import { categorySlugSchema, cleanTitle } from './topics.schema'

/** Shapes of the forms of regular discussions. Messages are locale keys. */

export const MAX_POINTS = 40
export const LINE_MAX = 300
/** decisions, and tasks, of one meeting */
export const MAX_LINES = 40
const MAX_HOSTS = 6

/** White space becomes one space; what cannot be seen is taken out. */
const line = (max: number) => z.string().default('').transform(cleanTitle).pipe(z.string().max(max, 'http:invalid.tooLong'))
const linesOf = (max: number, each: number) => z.string().max(20_000, 'http:invalid.tooLong').default('')
  .transform(text => [...new Set(text.split('\n').map(cleanTitle).filter(Boolean))])
  .pipe(z.array(z.string().max(each, 'http:invalid.tooLong')).max(max, 'meetings:errors.many'))
const whole = (least: number, most: number, message: string) => z.coerce.number({ error: message }).int(message).min(least, message).max(most, message)
const daySchema = z.string({ error: 'meetings:errors.day' }).refine(isDay, 'meetings:errors.day')
const timeSchema = z.string({ error: 'meetings:errors.time' }).transform((value, context) => {
  const minute = minuteOfTime(value)
  if (minute !== null) return minute
  context.addIssue({ code: 'custom', message: 'meetings:errors.time' })
  return z.NEVER
})

export const seriesSchema = z.object({
  title: z.string({ error: 'meetings:errors.title' }).transform(cleanTitle).pipe(z.string().min(6, 'meetings:errors.title').max(110, 'meetings:errors.titleLong').regex(/\p{L}/u, 'meetings:errors.title')),
  purpose: z.string({ error: 'meetings:errors.purpose' }).trim().min(10, 'meetings:errors.purpose').max(2_000, 'http:invalid.tooLong'),
  category: categorySlugSchema,
  rhythm: z.enum(rhythms, 'http:invalid.format'),
  weekday: whole(1, 7, 'http:invalid.format'),
  nth: whole(1, 5, 'http:invalid.format').default(1),
  firstDay: daySchema,
  time: timeSchema,
  duration: whole(10, 720, 'meetings:errors.duration'),
  place: line(200),
  link: z.string().trim().max(500, 'http:invalid.tooLong').default('').refine(link => link === '' || /^https:\/\/[^\s"<>]+$/.test(link), 'meetings:errors.link'),
  agenda: linesOf(12, POINT_LENGTH),
  hosts: linesOf(MAX_HOSTS, 120),
})
export const newSeriesSchema = seriesSchema.extend({ clientKey: clientKeySchema })
export type SeriesForm = z.output<typeof seriesSchema>

export const answerSchema = z.object({ reply: z.enum([...replyNames, 'NONE'], 'http:invalid.format') })
export const pointSchema = z.object({
  text: z.string({ error: 'meetings:errors.point' }).transform(cleanTitle).pipe(z.string().min(3, 'meetings:errors.point').max(POINT_LENGTH, 'meetings:errors.pointLong')),
  clientKey: clientKeySchema,
})
export const moveSchema = z.object({ day: daySchema, time: timeSchema, reason: line(LINE_MAX) })
export const skipSchema = z.object({ reason: line(LINE_MAX) })

export const minutesSchema = z.object({ ...writtenFields, revision: whole(0, 1_000_000, 'http:invalid.format'), clientKey: clientKeySchema })
const idText = z.string().regex(/^\d{0,9}$/, 'http:invalid.format').default('')
/** One row of the tasks: empty text takes it away. */
export const taskRowSchema = z.object({ id: idText, text: line(LINE_MAX), assignee: idText, dueOn: z.string().max(20).default('') })
export const decisionSchema = line(LINE_MAX)
