import { z } from 'zod'
import { clientKeySchema, writtenFields } from '~/features/discussion/posts.schema'
import { articleKinds, serviceFields } from './kinds'

/** Shapes of this room's forms and search params. Messages are locale keys. */

export const TITLE_MAX = 150
export const SUMMARY_MAX = 300
const MAX_TAGS = 6

const unseen = /[\p{Cs}\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu
/** What cannot be seen is taken out, white space becomes one space. */
export const oneLine = (max: number) => z.string().max(max * 4, 'http:invalid.tooLong').transform(text => text.normalize('NFC').replace(unseen, ' ').replace(/\s+/g, ' ').trim()).pipe(z.string().max(max, 'http:invalid.tooLong'))
const lines = (max: number) => z.string().max(max, 'http:invalid.tooLong').transform(text => text.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n]/gu, '').trim())

const id = z.coerce.number().int().min(1).max(2_147_483_647)
export const tagsSchema = z.union([z.string(), z.array(z.string())]).default([])
  .transform(value => [...new Set((typeof value === 'string' ? value.split(/[,;\n#]/) : value).map(tag => tag.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')).filter(tag => tag !== ''))])
  .pipe(z.array(z.string().min(2, 'knowledge:errors.tag').max(30, 'knowledge:errors.tag')).max(MAX_TAGS, 'knowledge:errors.tags'))

const service = Object.fromEntries(serviceFields.map(name => [name, lines(4_000).optional()])) as Record<(typeof serviceFields)[number], z.ZodOptional<ReturnType<typeof lines>>>

export const articleSchema = z.object({
  title: oneLine(TITLE_MAX).pipe(z.string().min(6, 'knowledge:errors.title').regex(/\p{L}/u, 'knowledge:errors.title')),
  summary: oneLine(SUMMARY_MAX).default(''), tags: tagsSchema, why: oneLine(300).default(''), ...service, ...writtenFields, clientKey: clientKeySchema,
})
export const newArticleSchema = articleSchema.extend({
  collection: z.string().regex(/^[a-z0-9-]{1,60}$/, 'knowledge:errors.collection'), kind: z.enum(articleKinds, 'knowledge:errors.kind'), source: id.optional().catch(undefined), request: id.optional().catch(undefined),
})
export const importSchema = newArticleSchema.pick({ collection: true, kind: true, clientKey: true })
export const saveArticleSchema = articleSchema.extend({ base: z.coerce.number().int().min(0).max(2_147_483_647), shared: id.optional().catch(undefined), then: z.enum(['simpan', 'kirim']).default('simpan').catch('simpan') })

export const sendSchema = z.object({ reviewer: id.optional().catch(undefined), revision: id })
export const decisionSchema = z.object({ decision: z.enum(['sahkan', 'kembalikan']), revision: id, reason: lines(2_000).default('') })
export const keepSchema = z.object({
  collection: z.string().max(60), audience: z.string().max(40).default(''), owner: oneLine(120).default(''), checkBy: z.string().max(20).default(''),
  obsolete: z.string().optional().transform(value => value === '1'), successor: oneLine(300).default(''),
})
export const noteSchema = z.object({ text: lines(1_000).pipe(z.string().min(5, 'knowledge:errors.note')) })
export const helpfulSchema = z.object({ helpful: z.enum(['ya', 'belum']), text: lines(1_000).default('') })
export const closeNoteSchema = z.object({ answer: lines(1_000).default('') })

export const cursorParam = z.string().regex(/^-?\d{1,16}\.\d{1,10}$/).nullable().default(null).catch(null)
export const compareParams = z.object({ from: id.optional().catch(undefined), to: id.optional().catch(undefined) })
