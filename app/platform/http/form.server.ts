import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { Submission } from '@conform-to/react'
import { z } from 'zod'
import { outageOf } from '~/platform/db/outage.server'
import { Conflict, Forbidden, Invalid, TooMany, type FieldErrors } from '~/platform/errors'
import { refusalKey } from '~/platform/i18n/reasons'
import { log } from '~/platform/log/log.server'

/**
 * Messages of schemas are locale keys with their namespace ("people:errors.weak"); pages translate them beside the field.
 * Whatever a schema leaves unsaid falls to these.
 */
z.config({
  customError: issue => {
    if (issue.input === undefined || issue.input === '') return 'http:invalid.required'
    if (issue.code === 'too_small') return 'http:invalid.tooShort'
    if (issue.code === 'too_big') return 'http:invalid.tooLong'
    return 'http:invalid.format'
  },
})

/** Reads a body of at most 1 MB of text fields. NUL bytes never reach the database. */
export async function readForm(request: Request): Promise<FormData> {
  let form: FormData
  try {
    form = await request.formData()
  } catch {
    throw new Invalid('http:invalid.body')
  }
  for (const [key, value] of [...form.entries()]) if (typeof value === 'string' && value.includes('\0')) form.set(key, value.replaceAll('\0', ''))
  return form
}

/**
 * What of an error is said beside the form it came from, with what was typed: mistakes, a right or a state that is gone meanwhile, being
 * too quick, a database that is away.
 * @throws every other error again
 */
export function refusalOf(error: unknown): [errors: FieldErrors, init: ResponseInit] {
  if (error instanceof Invalid) return [error.fields, { status: 422 }]
  if (error instanceof Conflict || error instanceof Forbidden) return [{ form: [refusalKey(error)] }, { status: error.status }]
  if (error instanceof TooMany) return [{ form: ['http:errors.tooMany'] }, { status: 429, headers: { 'Retry-After': String(error.retryAfter) } }]
  const outage = outageOf(error)
  if (!outage) throw error
  log.warn({ err: (error as Error).message }, 'the database is away')
  return [{ form: ['http:errors.unavailable'] }, { status: 503, headers: { 'Retry-After': String(outage.retryAfter) } }]
}

/**
 * Runs what a form asked for; what `refusalOf` knows becomes an answer beside its fields. @param typed what was typed, as the page takes it
 * @returns `run`'s result (usually a redirect), or `typed` with `errors` and the status. @throws what belongs to no form
 */
export async function keepTyped<T extends object, R>(typed: T, run: () => Promise<R>) {
  try {
    return await run()
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return data({ ...typed, errors }, init)
  }
}

/** What was typed is given back with the mistakes, passwords never. */
const hideFields = ['password', 'current']

/**
 * Parses, runs the verb, and turns what `refusalOf` knows into an answer beside the fields with what was typed kept.
 * @returns `run`'s result (usually a redirect), or a 403/409/422/429/503 with `{ result }` for Conform's `lastResult`
 */
export async function submit<S extends z.ZodType, R>(form: FormData, schema: S, run: (value: z.output<S>) => Promise<R>) {
  const submission = parseWithZod(form, { schema }) as Submission<Record<string, unknown>, string[], z.output<S>>
  if (submission.status !== 'success') return data({ result: submission.reply({ hideFields }) }, { status: 422 })
  try {
    return await run(submission.value)
  } catch (error) {
    const [{ form: formErrors = [], ...fieldErrors }, init] = refusalOf(error)
    return data({ result: submission.reply({ formErrors, fieldErrors, hideFields }) }, init)
  }
}

/** Text fields by name, as they were typed; of several with one name the last. Files are left out. */
export const textsOf = (form: FormData): Record<string, string> => Object.fromEntries([...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
