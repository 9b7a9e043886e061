import { z } from 'zod'
import { NOTE_MAX } from './views'

/** Left out: as it is. Empty: taken away. */
export const bookmarkSchema = z.object({
  note: z.string().trim().max(NOTE_MAX, 'bookmarks:errors.noteLong').optional(),
  remindOn: z.union([z.literal(''), z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'bookmarks:errors.day')]).optional(),
})
export type BookmarkInput = z.output<typeof bookmarkSchema>
