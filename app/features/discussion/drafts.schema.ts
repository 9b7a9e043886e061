import { z } from 'zod'

/** characters of an unsent tree; a full post of 64 kB is about half of it */
const MAX_DOC = 600_000

/** Where something is being written: the noun and what it belongs to. "thread:12", "post:77", "new-topic:layanan". */
export const placeSchema = z.string().regex(/^[a-z][a-z-]{0,30}(:[a-z0-9-]{1,80})?$/, 'http:invalid.format')

export const draftSchema = z.object({
  place: placeSchema,
  title: z.string().max(300).default(''),
  doc: z.string().max(MAX_DOC).optional(),
  markdown: z.string().max(70_000).default(''),
  fields: z.record(z.string().max(40), z.string().max(10_000)).default({}).refine(fields => Object.keys(fields).length <= 20, 'http:invalid.tooLong'),
})
export type DraftInput = z.input<typeof draftSchema>
