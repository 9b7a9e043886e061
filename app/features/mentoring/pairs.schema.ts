import { z } from 'zod'
import { clientKeySchema } from '~/features/discussion/posts.schema'
import { isDay } from '~/platform/i18n/local-time'

/** Shapes of the forms of pairs. Messages are locale keys. */

export const MOST_GOALS = 8
const words = (max: number) => z.string().max(max, 'http:invalid.tooLong').default('').transform(text => text.replace(/\r\n?/g, '\n').trim())
const line = (max: number) => words(max).transform(text => text.replace(/\s+/g, ' '))
const whole = (least: number, most: number, message: string) => z.coerce.number({ error: message }).int(message).min(least, message).max(most, message)
const day = z.string().refine(isDay, 'requests:agreement.day')

const goalRow = z.object({
  id: z.string().regex(/^\d{0,9}$/, 'http:invalid.format').default('').transform(text => (text === '' ? null : Number(text))),
  text: line(300),
  measure: line(300),
  dueOn: z.union([z.literal(''), day]).default(''),
})

export const agreementSchema = z.object({
  /** rows with text; the others are empty lines of the form */
  goals: z.array(goalRow).max(MOST_GOALS, 'requests:agreement.goalsMany').transform(goals => goals.filter(goal => goal.text !== '')).refine(goals => goals.length > 0, 'requests:agreement.goalsNone'),
  rhythm: line(200).pipe(z.string().min(3, 'requests:agreement.rhythmNeeded')),
  sessions: whole(0, 24, 'requests:agreement.sessionsRange'),
  minutes: whole(0, 480, 'requests:agreement.minutesRange'),
  confidential: words(1_000),
  endsOn: day,
})
export type AgreementForm = z.output<typeof agreementSchema>

export const goalSchema = z.object({ goalId: z.string().regex(/^[1-9]\d{0,8}$/, 'http:invalid.format').transform(Number), progress: whole(0, 100, 'requests:goals.percent'), standing: line(300) })
export const leaveSchema = z.object({ reason: words(2_000), change: z.string().optional().transform(value => value === '1'), noteIds: z.array(z.string().regex(/^[1-9]\d{0,8}$/).transform(Number)).max(200), clientKey: clientKeySchema })

const reviewRow = z.object({ aboutId: z.string().regex(/^[1-9]\d{0,8}$/, 'http:invalid.format').transform(Number), rating: whole(1, 4, 'requests:closing.ratingNeeded'), words: words(1_000), testimonial: words(600) })
const resultRow = z.object({ id: z.string().regex(/^[1-9]\d{0,8}$/, 'http:invalid.format').transform(Number), achieved: z.enum(['YES', 'PARTLY', 'NO', ''], 'http:invalid.format').default(''), evidence: words(600) })
export const closingSchema = z.object({ reviews: z.array(reviewRow).min(1).max(60), results: z.array(resultRow).max(MOST_GOALS * 2) })
export type ClosingForm = z.output<typeof closingSchema>
