import { z } from 'zod'
import { clientKeySchema } from '~/features/discussion/posts.schema'
import { AROUND, QUOTE_MAX } from './anchor'

const id = z.coerce.number().int().min(1).max(2_147_483_647)
const text = z.string().max(2_000, 'http:invalid.tooLong').transform(value => value.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n]/gu, '').trim()).pipe(z.string().min(2, 'review:errors.text'))
const around = z.string().max(AROUND * 4).default('').transform(value => value.replaceAll('\0', ''))

/** `quote` was marked in the text; without it `bagian` is the number of a paragraph. */
export const reviewCommentSchema = z.object({
  revision: id, text, clientKey: clientKeySchema, quote: z.string().max(QUOTE_MAX * 4).default('').transform(value => value.replaceAll('\0', '').trim()), prefix: around, suffix: around,
  bagian: z.coerce.number().int().min(0).max(5_000).optional().catch(undefined),
})
export const reviewAnswerSchema = z.object({ text, clientKey: clientKeySchema })
