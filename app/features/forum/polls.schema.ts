import { z } from 'zod'

export const POLL_OPTIONS_MAX = 10

const line = (max: number) => z.string().max(max * 4, 'http:invalid.tooLong').transform(text => text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ').replace(/\s+/g, ' ').trim()).pipe(z.string().max(max, 'http:invalid.tooLong'))
const ticked = z.union([z.literal('1'), z.literal('on'), z.boolean()]).optional().transform(value => Boolean(value))

/** One line for each answer. */
const optionsSchema = z.union([z.string().max(4_000, 'http:invalid.tooLong').transform(text => text.split(/\r?\n/)), z.array(z.string())])
  .transform(lines => [...new Set(lines.map(text => text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ').replace(/\s+/g, ' ').trim()).filter(Boolean))])
  .pipe(z.array(z.string().max(120, 'kinds:errors.poll.optionLong')).min(2, 'kinds:errors.poll.optionsFew').max(POLL_OPTIONS_MAX, 'kinds:errors.poll.optionsMany'))

/** A poll as its form has it. An empty question means no poll. */
export const pollSchema = z.object({
  pollQuestion: line(200).pipe(z.string().min(3, 'kinds:errors.poll.question')),
  pollOptions: optionsSchema,
  /** 1: one answer */
  pollMax: z.coerce.number({ error: 'kinds:errors.poll.max' }).int('kinds:errors.poll.max').min(1, 'kinds:errors.poll.max').max(POLL_OPTIONS_MAX, 'kinds:errors.poll.max').default(1),
  /** the last day to vote, "2026-12-05"; empty: open as long as the topic is */
  pollClosesOn: z.string().max(20).default(''),
  pollAnonymous: ticked,
  pollAfterVote: ticked,
}).refine(poll => poll.pollMax <= poll.pollOptions.length, { path: ['pollMax'], message: 'kinds:errors.poll.max' })
export type PollInput = z.input<typeof pollSchema>

export const pollFieldNames = ['pollQuestion', 'pollOptions', 'pollMax', 'pollClosesOn', 'pollAnonymous', 'pollAfterVote'] as const

/** The poll of a larger form, or null where its question was left empty. */
export function pollOf(form: Record<string, unknown>): PollInput | null {
  if (String(form.pollQuestion ?? '').trim() === '') return null
  return Object.fromEntries(pollFieldNames.flatMap(name => (form[name] === undefined || (name === 'pollMax' && form[name] === '') ? [] : [[name, form[name]]]))) as PollInput
}
