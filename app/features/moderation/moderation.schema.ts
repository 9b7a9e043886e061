import { z } from 'zod'
import { acts, flagReasons } from './words'

/** Shapes of this room's forms and search params. Messages are locale keys. */

export const flagSchema = z.object({ reason: z.enum(flagReasons, 'moderation:errors.reason'), note: z.string().max(2_000).default('') })

export const decideSchema = z.object({
  act: z.enum(acts, 'moderation:errors.act'),
  reason: z.string().max(4_000).default(''),
  template: z.coerce.number().int().min(0).max(2_147_483_647).catch(0).default(0),
  days: z.coerce.number().int().min(0).max(366).catch(0).default(0),
  hideToo: z.string().optional().transform(value => value === '1'),
  parts: z.array(z.string().max(20)).max(10).optional(),
  markdown: z.string().max(200_000).optional(),
})

const id = z.coerce.number().int().min(1).max(2_147_483_647)
export const shelfParam = z.string().regex(/^[a-z]{1,20}:\d{1,10}$/).catch('')
export const idAfter = id.catch(0)
/** milliseconds; 0 begins at the newest */
export const momentBefore = z.coerce.number().min(0).max(8.64e15).catch(0)
