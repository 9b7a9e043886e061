import { z } from 'zod'

/** A line of words that mean the same; without an id a new one. */
export const synonymsSchema = z.object({
  id: z.coerce.number().int().min(1).max(2_147_483_647).nullish().transform(value => value ?? null),
  words: z.string().trim().min(1).max(2_000),
})
