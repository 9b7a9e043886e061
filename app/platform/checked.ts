import type { z } from 'zod'
import { Invalid, type FieldErrors } from './errors'

/** The messages of a schema by field, each once; "form" for what belongs to none. */
export function fieldErrors({ issues }: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] }): FieldErrors {
  const errors: FieldErrors = {}
  for (const { path, message } of issues) {
    const list = (errors[String(path[0] ?? 'form')] ??= [])
    if (!list.includes(message)) list.push(message)
  }
  return errors
}

/** What verbs take is shaped again where it is used, so that whoever calls cannot pass by the bounds. @throws Invalid with the messages by field */
export function checked<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new Invalid(fieldErrors(parsed.error))
}
