import { z } from 'zod'
import { clientKeySchema } from '~/features/discussion/posts.schema'
import { forms } from './kinds'

/** Shapes of the forms of requests and pairs. Messages are locale keys. */

/** People's words: line ends as typed, nothing around them. */
const words = (max: number) => z.string().max(max, 'http:invalid.tooLong').default('').transform(text => text.replace(/\r\n?/g, '\n').trim())
const needed = (least: number, max: number, message: string) => words(max).pipe(z.string().min(least, message))
const idText = z.string().regex(/^\d{0,9}$/, 'http:invalid.format').default('').transform(text => (text === '' ? null : Number(text)))

const needFields = {
  goal: needed(20, 2_000, 'requests:errors.goal'),
  situation: words(2_000),
  tried: words(2_000),
  wishedForm: z.union([z.enum(forms, 'http:invalid.format'), z.literal('')]).default('').transform(form => form || null),
  wishedTimes: words(500),
  clientKey: clientKeySchema,
}

export const requestSchema = z.object({
  ...needFields,
  /** start of a free slot, milliseconds or ISO 8601; empty: agreed later */
  slot: z.string().max(40, 'http:invalid.format').default('').transform((text, context) => {
    if (text === '') return null
    const at = /^\d{13}$/.test(text) ? Number(text) : Date.parse(text)
    if (Number.isFinite(at)) return at
    context.addIssue({ code: 'custom', message: 'requests:errors.slot' })
    return z.NEVER
  }),
  needId: idText,
})
export type RequestForm = z.output<typeof requestSchema>

export const needSchema = z.object({
  ...needFields,
  tags: z.string().max(500, 'http:invalid.tooLong').default('').transform(text => [...new Set(text.toLowerCase().split(/[,\n]/).map(tag => tag.trim().replace(/\s+/g, '-').replace(/[^\p{L}\p{N}-]/gu, '')).filter(Boolean))])
    .pipe(z.array(z.string().max(40, 'http:invalid.tooLong')).max(6, 'requests:errors.tags')),
})
export type NeedForm = z.output<typeof needSchema>

export const questionSchema = z.object({ text: needed(5, 2_000, 'requests:errors.question') })
export const answerSchema = z.object({ text: needed(2, 2_000, 'requests:errors.answer') })
export const declineSchema = z.object({ text: needed(10, 1_000, 'requests:errors.reason') })
export const pairNeedSchema = z.object({ offerId: z.string().regex(/^[1-9]\d{0,8}$/, 'requests:errors.offer').transform(Number) })
