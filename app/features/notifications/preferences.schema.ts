import { z } from 'zod'
import { zones } from '~/features/people/zones'
import { paces, ruleGroups, type RuleGroup } from './groups'

/** "06:30" → 390; a field left empty is null. */
const minutes = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:\d\d)?$/, 'http:invalid.format').transform(text => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5)))

const channels = z.object({ bell: z.boolean().default(false), mail: z.enum(paces), push: z.boolean().default(false) })
const groups = Object.fromEntries(ruleGroups.map(group => [group, channels])) as Record<RuleGroup, typeof channels>

export const preferencesSchema = z.object({
  channels: z.object(groups),
  quiet: z.boolean().default(false),
  quietFrom: minutes.optional(),
  quietTo: minutes.optional(),
  days: z.array(z.number().int().min(1).max(7)).min(1, 'notifications:settings.noDay'),
  digestAt: minutes,
  /** where the person lives; as it is without it */
  timeZone: z.enum(zones).optional(),
  autoWatch: z.boolean().default(false),
}).superRefine((given, context) => {
  if (!given.quiet) return
  for (const field of ['quietFrom', 'quietTo'] as const) if (given[field] === undefined) context.addIssue({ code: 'custom', path: [field], message: 'http:invalid.required' })
})

export type PreferencesInput = z.output<typeof preferencesSchema>

export const deviceSchema = z.object({ endpoint: z.string().min(10).max(1_000), p256dh: z.string().max(200), auth: z.string().max(100) })
