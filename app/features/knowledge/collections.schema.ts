import { z } from 'zod'
import { oneLine } from './articles.schema'
import { articleKinds } from './kinds'

const words = z.string().max(3_000, 'http:invalid.tooLong').default('')
const template = z.string().max(8_000, 'http:invalid.tooLong').optional()

/** The form of a collection. `parent` is a slug, '' for the top; `audience` a word as it is kept. */
export const collectionSchema = z.object({
  name: oneLine(80).pipe(z.string().min(3, 'knowledge:errors.name')), nameEn: oneLine(80).default(''),
  slug: z.string().max(60).regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, 'knowledge:errors.slug').default(''),
  description: oneLine(400).default(''), descriptionEn: oneLine(400).default(''), parent: z.string().max(60).default(''), audience: z.string().regex(/^(public|asn|unit:[1-9]\d{0,9}|group:[1-9]\d{0,9})$/, 'knowledge:errors.audience'),
  ownerUnit: z.coerce.number().int().min(0).max(2_147_483_647).catch(0), reviewMonths: z.coerce.number({ error: 'knowledge:errors.months' }).int('knowledge:errors.months').min(1, 'knowledge:errors.months').max(60, 'knowledge:errors.months').default(12),
  trustPublishes: z.string().optional().transform(value => value === '1'), kinds: z.array(z.enum(articleKinds)).default([]),
  reviewers: words, trusted: words, ...(Object.fromEntries(articleKinds.map(kind => [`template${kind}`, template])) as Record<`template${(typeof articleKinds)[number]}`, typeof template>),
})
export type CollectionInput = z.output<typeof collectionSchema>
