import { z } from 'zod'
import { clientKeySchema, writtenFields } from '~/features/discussion/posts.schema'
import { oneLine } from './articles.schema'

const lines = (max: number) => z.string().max(max, 'http:invalid.tooLong').transform(text => text.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n]/gu, '').trim())

export const commentSchema = z.object({ ...writtenFields, clientKey: clientKeySchema })
export const requestSchema = z.object({
  title: oneLine(150).pipe(z.string().min(6, 'readers:errors.title').regex(/\p{L}/u, 'readers:errors.title')), why: lines(1_000).default(''), collection: z.string().regex(/^[a-z0-9-]{1,60}$/, 'readers:errors.collection'), clientKey: clientKeySchema,
})
export const closeRequestSchema = z.object({ note: lines(300).default('') })
