import { ZodError } from 'zod'
import { fieldErrors } from '~/platform/checked'
import { Invalid, TooMany } from '~/platform/errors'

/** Mistakes by field as words' keys; empty for errors that belong to the error page. */
export function careErrors(error: unknown): Record<string, string[]> {
  if (error instanceof TooMany) return { form: ['http:errors.tooMany'] }
  if (error instanceof Invalid) return error.fields
  return error instanceof ZodError ? fieldErrors(error) : {}
}

/** "Pengelolaan keuangan, Arsip" as slugs, at most six. */
export const tagsOf = (text: string): string[] =>
  [...new Set(text.split(/[,;\n]/).map(tag => tag.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')).filter(tag => tag.length > 1 && tag.length <= 60))].slice(0, 6)
