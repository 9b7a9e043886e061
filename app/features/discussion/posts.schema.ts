import { z } from 'zod'
import { reactionNames } from './views'

/** Shapes of forms and params, for browser and server alike. Messages are locale keys. */

const id = z.coerce.number().int().min(1).max(2_147_483_647)

/** Made once by the page for one press of "send". */
export const clientKeySchema = z.string().regex(/^[\w-]{8,64}$/, 'http:invalid.format')

/** The composer's two ways of writing; what stands in them is judged by the editor's own door. */
export const writtenFields = {
  doc: z.string().max(4_000_000, 'editor:errors.tooLong').optional(),
  markdown: z.string().max(200_000, 'editor:errors.tooLong').optional(),
}

export const replySchema = z.object({ ...writtenFields, samaran: z.string().optional().transform(value => value === '1'), replyTo: id.optional(), clientKey: clientKeySchema, voice: id.optional() })
export const editPostSchema = z.object({ ...writtenFields, revision: id })
export const reactionSchema = z.object({ kind: z.enum(reactionNames), on: z.enum(['1', '0']).default('1') })
export const answerSchema = z.object({ number: id })
export const readSchema = z.object({ number: id })
export const revisionParams = z.object({ from: id.optional().catch(undefined), to: id.optional().catch(undefined) })
