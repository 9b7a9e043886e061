import { z } from 'zod'
import { clientKeySchema } from '~/features/discussion/posts.schema'
import { NOTE_MAX } from './notes.limits'

/** Forms of sessions, notes and steps. Messages are locale keys. */

const line = (max: number) => z.string().default('').transform(text => text.replace(/\s+/g, ' ').trim()).pipe(z.string().max(max, 'http:invalid.tooLong'))
const text = (max: number) => z.string().default('').transform(words => words.replace(/\r\n?/g, '\n').trim()).pipe(z.string().max(max, 'http:invalid.tooLong'))

/** The beginning of a slot, ISO 8601, as the slot picker sends it. */
export const slotSchema = z.string({ error: 'sessions:errors.noSlot' }).regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/, 'sessions:errors.noSlot').transform(iso => Date.parse(iso)).refine(Number.isSafeInteger, 'sessions:errors.noSlot')

export const bookSchema = z.object({ slot: slotSchema, topic: line(120), agenda: text(1_000), clientKey: clientKeySchema })
export const moveSchema = z.object({ slot: slotSchema })
export const cancelSchema = z.object({ reason: line(300).pipe(z.string().min(3, 'sessions:errors.reason')) })
export const prepareSchema = z.object({
  topic: line(120), agenda: text(1_000), place: line(200).optional(),
  link: z.string().trim().max(500, 'http:invalid.tooLong').default('').refine(link => link === '' || /^https:\/\/[^\s"<>]+$/.test(link), 'sessions:errors.link').optional(),
})
export const attendanceSchema = z.object({
  attended: z.enum(['ya', 'tidak'], 'sessions:errors.attended').transform(word => word === 'ya'),
  minutes: z.coerce.number({ error: 'sessions:errors.minutes' }).int('sessions:errors.minutes').min(0, 'sessions:errors.minutes').max(720, 'sessions:errors.minutes').default(0),
})
const noteText = z.string({ error: 'sessions:errors.note' }).trim().min(1, 'sessions:errors.note').max(NOTE_MAX, 'http:invalid.tooLong')
export const noteSchema = z.object({ text: noteText, shared: z.enum(['ya', 'tidak'], 'sessions:errors.whose').transform(word => word === 'ya'), clientKey: clientKeySchema })
export const editNoteSchema = z.object({ text: noteText, shared: z.string().optional().transform(word => word === 'ya') })
export const stepSchema = z.object({
  text: line(300).pipe(z.string().min(3, 'sessions:errors.step')),
  assignee: z.coerce.number({ error: 'sessions:errors.assignee' }).int('sessions:errors.assignee').min(1, 'sessions:errors.assignee').max(2_147_483_647, 'sessions:errors.assignee'),
  dueOn: z.string().max(10, 'sessions:errors.day').default(''),
})
export const weekParam = z.coerce.number().int().min(0).max(60).optional().catch(undefined)
