import { z } from 'zod'
import { clientKeySchema } from '~/features/discussion/posts.schema'
import { oneLine, tagsSchema } from './articles.schema'

/** Forms of files and videos. Messages are locale keys. */

const text = (max: number) => z.string().max(max, 'http:invalid.tooLong').transform(value => value.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n]/gu, '').trim())
const video = z.string().trim().max(500, 'http:invalid.tooLong').default('').refine(value => value === '' || (/^https:\/\/[^\s/]+\.[^\s/]+/.test(value) && URL.canParse(value)), 'knowledge:material.errors.address')
const upload = z.string().regex(/^[\w-]{22}$/).or(z.literal('')).default('').catch('')

const facts = {
  title: oneLine(150).pipe(z.string().min(4, 'knowledge:material.errors.title').regex(/\p{L}/u, 'knowledge:material.errors.title')),
  description: text(1_000).default(''), tags: tagsSchema, licence: oneLine(30).default(''), source: oneLine(300).default(''),
  collection: z.string().regex(/^[a-z0-9-]{1,60}$/, 'knowledge:errors.collection'), audience: z.string().max(40).default(''),
}
const content = { upload, video, clientKey: clientKeySchema, anyway: z.string().optional().transform(value => value === '1') }

export const newMaterialSchema = z.object({ ...facts, ...content })
export const editMaterialSchema = z.object(facts)
export const newVersionSchema = z.object({ ...content, note: oneLine(300).default('') })
