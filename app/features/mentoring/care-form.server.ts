import { ZodError } from 'zod'
import { Invalid, TooMany } from '~/platform/errors'

/** The text fields of a form; a field that comes several times is a list. */
export function typed(form: FormData): Record<string, string> {
  return Object.fromEntries([...form.entries()].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}

/** Mistakes by field as words' keys; empty for errors that belong to the error page. */
export function careErrors(error: unknown): Record<string, string[]> {
  if (error instanceof TooMany) return { form: ['http:errors.tooMany'] }
  if (error instanceof Invalid) return error.fields
  if (!(error instanceof ZodError)) return {}
  const errors: Record<string, string[]> = {}
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? 'form')
    errors[field] = [...(errors[field] ?? []), issue.message]
  }
  return errors
}

/** "Pengelolaan keuangan, Arsip" as slugs, at most six. */
export const tagsOf = (text: string): string[] =>
  [...new Set(text.split(/[,;\n]/).map(tag => tag.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')).filter(tag => tag.length > 1 && tag.length <= 60))].slice(0, 6)
