import { z } from 'zod'
import { clientKeySchema, writtenFields } from '~/features/discussion/posts.schema'
import { topicFilters, topicKinds } from './views'

/** Shapes of the forum's forms, params and search params. Messages are locale keys. */

export const TITLE_MIN = 6
export const TITLE_MAX = 150
export const MAX_TAGS = 5

/** What cannot be seen is taken out, white space becomes one space. */
export function cleanTitle(title: string): string {
  return title.normalize('NFC').replace(/[\p{Cs}\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu, ' ').replace(/\s+/g, ' ').trim()
}

export const titleSchema = z.string({ error: 'forum:errors.titleNeeded' }).transform(cleanTitle).pipe(
  z.string().min(1, 'forum:errors.titleNeeded').min(TITLE_MIN, 'forum:errors.titleShort').max(TITLE_MAX, 'forum:errors.titleLong')
    .regex(/\p{L}/u, 'forum:errors.titleWords'))

export const cleanTag = (tag: string): string =>
  tag.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')

/** "KTP-el, antrean" or a list of them. */
export const tagsSchema = z.union([z.string(), z.array(z.string())]).default([])
  .transform(value => [...new Set((typeof value === 'string' ? value.split(/[,;\n#]/) : value).map(cleanTag).filter(tag => tag !== ''))])
  .pipe(z.array(z.string().min(2, 'forum:errors.tagShort').max(30, 'forum:errors.tagLong')).max(MAX_TAGS, 'forum:errors.tagsMany'))

export const categorySlugSchema = z.string({ error: 'forum:errors.categoryNeeded' }).regex(/^[a-z0-9-]{1,60}$/, 'forum:errors.categoryNeeded')

const typed = z.string().max(20_000, 'kinds:errors.partLong').optional()
/** What the kinds ask for beside title and text. Whether it is needed, the verb says: it knows the kind. */
const kindFields = {
  situation: typed, outcome: typed, repeat: typed, asked: typed,
  answerers: z.enum(['readers', 'unit', 'people']).optional().catch(undefined),
  people: z.string().max(2_000, 'http:invalid.tooLong').optional(),
  unitId: z.coerce.number().int().min(0).max(2_147_483_647).optional().catch(undefined).transform(value => value || undefined),
  closesOn: z.string().max(20).optional(),
  promisedDays: z.coerce.number().int().min(1).max(60).optional().catch(undefined),
}

const about = { title: titleSchema, kind: z.enum(topicKinds).default('DISCUSSION'), tags: tagsSchema }
export const openTopicSchema = z.object({ ...about, ...writtenFields, ...kindFields, category: categorySlugSchema, clientKey: clientKeySchema, publishAt: z.string().max(40).default(''), samaran: z.string().optional().transform(value => value === '1') })
export const editTopicSchema = z.object({ ...about, situation: typed, outcome: typed, repeat: typed, asked: typed, answerers: kindFields.answerers, people: kindFields.people })
export const moveTopicSchema = z.object({ category: categorySlugSchema })

/** Whatever does not fit is as if it were not there: an address is never an error page for a wrong filter. */
export const listParams = z.object({
  filter: z.enum(topicFilters).default('latest').catch('latest'),
  cursor: z.string().regex(/^-?\d{1,16}\.\d{1,10}$/).nullable().default(null).catch(null),
})
export const pageParam = z.coerce.number().int().min(1).max(10_000_000).optional().catch(undefined)
