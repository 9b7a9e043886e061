import { z } from 'zod'
import { cleanTag } from './topics.schema'

/** A tag as it stands in addresses. */
export const tagParam = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).min(2).max(30)

/** Words separated by commas or lines, as tags are written. */
const words = z.string().max(2_000, 'http:invalid.tooLong').default('')
  .transform(value => [...new Set(value.split(/[,;\n]/).map(cleanTag).filter(word => word !== ''))])
  .pipe(z.array(z.string().max(60, 'forum:errors.tagLong')).max(30, 'finding:errors.synonymsMany'))

export const keepTagSchema = z.object({
  description: z.string().trim().max(300, 'http:invalid.tooLong').default(''),
  groupId: z.preprocess(value => (value === '' ? null : value), z.coerce.number().int().min(1).max(2_147_483_647).nullable().default(null)),
  synonyms: words,
})
export type KeepTag = z.output<typeof keepTagSchema>

export const tagGroupSchema = z.object({
  id: z.preprocess(value => (value === '' ? null : value), z.coerce.number().int().min(1).max(2_147_483_647).nullable().default(null)),
  name: z.string().trim().min(2, 'finding:errors.groupName').max(60, 'http:invalid.tooLong'),
  onlyOne: z.preprocess(value => value === 'on' || value === '1' || value === true, z.boolean()),
})
export type KeepTagGroup = z.output<typeof tagGroupSchema>
