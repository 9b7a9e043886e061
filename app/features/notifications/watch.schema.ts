import { z } from 'zod'
import { targetPattern, watchLevels } from './policy'

/** LUPA forgets the choice: what was followed by itself or by hand stands as if never chosen. */
export const watchSchema = z.object({
  target: z.string().max(60).regex(targetPattern),
  level: z.enum([...watchLevels, 'LUPA']).transform(level => (level === 'LUPA' ? null : level)),
})
