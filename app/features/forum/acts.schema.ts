import { z } from 'zod'
import { endOfDay, momentOf } from './dates'
import { categorySlugSchema } from './topics.schema'

/** Shapes of the forms about a whole topic. Dates are read in the person's own zone. Messages are locale keys. */

const reason = z.string({ error: 'forum:errors.reasonNeeded' }).trim().min(3, 'forum:errors.reasonNeeded').max(500, 'forum:errors.reasonLong')

export const reasonSchema = z.object({ reason })
export const pinSchema = (timeZone: string) => z.object({
  reason, everywhere: z.string().optional().transform(value => value === '1'),
  until: z.string().default('').transform((day, context) => endOfDay(day, timeZone) ?? (context.addIssue({ code: 'custom', message: 'forum:errors.pinUntil' }), z.NEVER)),
})
export const slowSchema = z.object({ reason, minutes: z.coerce.number().int().catch(-1) })
export const moveSchema = z.object({ reason, category: categorySlugSchema })
export const splitSchema = z.object({ reason, numbers: z.string().max(2_000).default(''), title: z.string().max(400).default('') })
/** "123" or the address of a topic; 0 for anything else */
export const mergeSchema = z.object({
  reason, into: z.string().default('').transform(text => Number(/^#?(\d{1,9})$/.exec(text.trim())?.[1] ?? /\/forum\/t\/(\d{1,9})(?:\/|$)/.exec(text)?.[1] ?? 0)),
})
export const replanSchema = (timeZone: string) => z.object({
  publishAt: z.string().default('').transform((moment, context) => momentOf(moment, timeZone) ?? (context.addIssue({ code: 'custom', message: 'forum:errors.planFormat' }), z.NEVER)),
})
