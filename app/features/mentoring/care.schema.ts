import { z } from 'zod'

const text = (max: number) => z.string().trim().min(1).max(max, 'http:invalid.tooLong')
const key = z.string().trim().min(8).max(64)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine(value => !Number.isNaN(Date.parse(value)))
const ids = z.union([z.string(), z.array(z.string())]).optional().transform(value => (value === undefined ? [] : [value].flat()).map(Number).filter(Number.isInteger))

export const reportSchema = z.object({
  pairId: z.coerce.number().int().positive().optional(), requestId: z.coerce.number().int().positive().optional(), aboutId: z.coerce.number().int().positive('care:report.whom'),
  text: text(5_000), leave: z.literal('1').optional(), block: z.literal('1').optional(), clientKey: key,
})
export const outcomeSchema = z.object({ outcome: text(3_000) })

export const waveSchema = z.object({
  title: text(120), criteria: z.string().trim().max(3_000).default(''), opensOn: day, closesOn: day, pairingOn: day, midCheckOn: day, endsOn: day, clientKey: key,
}).superRefine((wave, context) => {
  const days = ['opensOn', 'closesOn', 'pairingOn', 'midCheckOn', 'endsOn'] as const
  days.slice(1).forEach((name, at) => {
    const before = days[at]
    if (before && wave[name] < wave[before]) context.addIssue({ code: 'custom', path: [name], message: 'care:wave.order' })
  })
})
export const applySchema = z.object({
  goal: text(2_000), situation: z.string().trim().max(2_000).default(''), tags: z.string().trim().max(200).default(''), wishedForm: z.enum(['', 'ONE_TO_ONE', 'GROUP', 'FLASH', 'SHADOWING', 'WRITTEN']).default(''), clientKey: key,
})
export const audiences = ['APPLICANTS', 'PAIRED', 'WITHOUT', 'MENTORS', 'ALL'] as const
export const messageSchema = z.object({ toWhom: z.enum(audiences), text: text(3_000), clientKey: key })

export const pairingSchema = z.object({ waveId: z.coerce.number().int().positive().optional() })
/** the pairs an officer left ticked */
export const applyPairingSchema = z.object({ take: ids })

export const topicNoteSchema = z.object({ tag: text(60), text: text(3_000), links: z.string().trim().max(2_000).default('') })
