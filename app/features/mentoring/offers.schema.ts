import { z } from 'zod'
import { clientKeySchema } from '~/features/discussion/posts.schema'
import { emailText } from '~/features/people/accounts.schema'
import { zones } from '~/features/people/zones'
import { forms, languages, modes, positionGroups, sorts } from './kinds'

/** Shapes of forms and search params of offers and profiles. Messages are locale keys. */

export const TITLE_MAX = 120
export const ABOUT_MAX = 3_000

const unseen = /[\p{Cs}\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu
/** What cannot be seen is taken out, white space becomes one space. */
export const oneLine = (max: number) => z.string().max(max * 4, 'http:invalid.tooLong').transform(text => text.normalize('NFC').replace(unseen, ' ').replace(/\s+/g, ' ').trim()).pipe(z.string().max(max, 'http:invalid.tooLong'))
export const lines = (max: number) => z.string().max(max * 2, 'http:invalid.tooLong').transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[^\P{C}\n]/gu, '').replace(/\n{3,}/g, '\n\n').trim()).pipe(z.string().max(max, 'http:invalid.tooLong'))
const id = z.coerce.number().int().min(1).max(2_147_483_647)
const listOf = <T extends z.ZodType>(one: T) => z.preprocess((value: unknown): unknown[] => (value === undefined || value === '' ? [] : Array.isArray(value) ? value.filter((each: unknown) => each !== '') : [value]), z.array(one))

/** What somebody typed as tags, parted by commas, as slugs. */
export const tagsOf = (most: number) => z.string().max(400, 'http:invalid.tooLong').default('')
  .transform(value => [...new Set(value.split(/[,;\n#]/).map(tag => tag.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')).filter(tag => tag !== ''))])
  .pipe(z.array(z.string().min(2, 'mentoring:errors.tag').max(40, 'mentoring:errors.tag')).max(most, 'mentoring:errors.tags'))

const whole = (min: number, max: number, message: string) => z.string().trim().regex(/^\d{1,4}$/, message).transform(Number).pipe(z.number().min(min, message).max(max, message))
export const dayField = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'mentoring:errors.day').refine(day => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day), 'mentoring:errors.day')

export const offerSchema = z.object({
  title: oneLine(TITLE_MAX).pipe(z.string().min(8, 'mentoring:errors.title').regex(/\p{L}/u, 'mentoring:errors.title')),
  about: lines(ABOUT_MAX).pipe(z.string().min(40, 'mentoring:errors.about')),
  expects: lines(1_000).default(''),
  form: z.enum(forms, 'mentoring:errors.form'),
  mode: z.enum(modes, 'mentoring:errors.mode'),
  place: oneLine(160).default(''),
  link: z.string().trim().max(300, 'http:invalid.tooLong').default('').refine(link => link === '' || (/^https:\/\/[^\s"<>]+$/.test(link) && URL.canParse(link)), 'mentoring:errors.link'),
  languages: listOf(z.enum(languages)).pipe(z.array(z.enum(languages)).min(1, 'mentoring:errors.languages')),
  competencies: listOf(z.string().regex(/^[a-z0-9-]{2,40}$/)),
  tags: tagsOf(6),
  forGroups: listOf(z.enum(positionGroups)),
  forUnits: listOf(id),
  forPositions: z.string().max(400, 'http:invalid.tooLong').default('').transform(value => [...new Set(value.split(/[,;\n]/).map(one => one.replace(unseen, ' ').replace(/\s+/g, ' ').trim()).filter(one => one !== ''))].slice(0, 10)),
  capacity: whole(1, 60, 'mentoring:errors.capacity'),
  sessions: z.string().trim().default(''),
  minutes: z.string().trim().default(''),
  then: z.enum(['buka', 'simpan']).default('simpan').catch('simpan'),
  clientKey: clientKeySchema,
})

export const pauseSchema = z.object({ until: z.union([z.literal(''), dayField]).default('') })

export const directoryParams = z.object({
  q: z.string().trim().max(200).default('').catch(''),
  tag: z.string().regex(/^[a-z0-9-]{2,40}$/).nullable().default(null).catch(null),
  bentuk: z.array(z.enum(forms)).max(10).default([]).catch([]),
  tempat: z.enum(modes).nullable().default(null).catch(null),
  bahasa: z.enum(languages).nullable().default(null).catch(null),
  unit: id.nullable().default(null).catch(null),
  kosong: z.literal('1').nullable().default(null).catch(null),
  slot: z.literal('1').nullable().default(null).catch(null),
  urut: z.enum(sorts).default('cocok').catch('cocok'),
  kursor: z.string().regex(/^[01]_-?\d+(\.\d+)?_\d{1,10}$/).nullable().default(null).catch(null),
})

export const profileSchema = z.object({
  showPosition: z.string().optional().transform(value => value === '1'),
  showHistory: z.string().optional().transform(value => value === '1'),
  publicName: z.string().optional().transform(value => value === '1'),
  learnerAbout: lines(1_500).default(''),
  languages: listOf(z.enum(languages)).pipe(z.array(z.enum(languages)).min(1, 'mentoring:errors.languages')),
  timeZone: z.enum(zones, 'mentoring:errors.zone'),
  competencies: listOf(z.string().regex(/^[a-z0-9-]{2,40}$/)),
  wants: tagsOf(8),
})

export const guestSchema = z.object({ email: emailText, name: oneLine(120).default(''), organisation: oneLine(120).default('') })
