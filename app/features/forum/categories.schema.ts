import { z } from 'zod'
import { slowSteps } from './act-names'
import { categoryColours, topicKinds } from './views'

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
  /** kinds that may be opened; none: every kind its readers allow */
  kinds: z.union([z.enum(topicKinds), z.array(z.enum(topicKinds))]).default([]).transform(value => [...new Set([value].flat())]),
  /** id of the unit that answers for what is asked here */
  responsibleUnitId: z.coerce.number().int().min(0).max(2_147_483_647).nullable().default(null).transform(value => value || null),
  /** minutes between two posts of one person in one topic; 0: none */
  slowMinutes: z.coerce.number().int().refine(step => slowSteps.includes(step), 'forum:errors.minutes').default(0),
  /** new topics of citizens and partners wait outside the lists */
  unlistNew: z.stringbool().default(false),
  /** people may write under a name of the topic */
  pseudonyms: z.stringbool().default(false),
  /** Markdown by kind */
  templates: z.partialRecord(z.enum(topicKinds), z.string().trim().max(4_000, 'http:invalid.tooLong')).default({}),
})
export type CategoryInput = z.output<typeof categorySchema>
