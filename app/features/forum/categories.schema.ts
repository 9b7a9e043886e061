import { z } from 'zod'
import { categoryColours } from './views'

export const audienceSchema = z.string().regex(/^(public|asn|(unit|group):[1-9]\d{0,9})$/, 'forum:errors.audience')

const line = (max: number) => z.string().trim().max(max, 'http:invalid.tooLong')

export const categorySchema = z.object({
  name: line(60).min(2, 'forum:errors.nameNeeded'),
  nameEn: line(60).default(''),
  slug: z.string().trim().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'forum:errors.slug').max(60, 'forum:errors.slug').optional(),
  description: line(300).default(''),
  descriptionEn: line(300).default(''),
  colour: z.enum(categoryColours).default('s-1'),
  sortOrder: z.coerce.number().int().min(-1000).max(1000).default(0),
  /** who may read */
  audience: audienceSchema,
  /** who may open topics, among those who may read */
  openAudience: audienceSchema,
})
export type CategoryInput = z.output<typeof categorySchema>
