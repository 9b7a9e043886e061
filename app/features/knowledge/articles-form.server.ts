import { serviceFields, type ArticleKindName, type ServiceInfo } from './kinds'

type Errors = Record<string, string[]>

/** Mistakes of a schema by field, as pages show them. */
export function errorsOf(issues: readonly { path: readonly PropertyKey[]; message: string }[]): Errors {
  const errors: Errors = {}
  for (const issue of issues) (errors[String(issue.path[0] ?? 'form')] ??= []).push(issue.message)
  return errors
}

/** Everything typed as text, for a form that is shown again. */
export const typedOf = (form: FormData): Record<string, string> => Object.fromEntries([...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

/** Fields of service information out of what was typed. */
export const serviceOf = (values: Partial<Record<string, unknown>>): ServiceInfo => Object.fromEntries(serviceFields.flatMap(name => (typeof values[name] === 'string' && values[name] ? [[name, values[name]]] : [])))

/** The house's own templates (":SOP") and those of collections ("slug:SOP"). */
export const templatesOf = (house: (kind: ArticleKindName) => string, kinds: readonly ArticleKindName[], own: readonly { collection: string; kind: ArticleKindName; template: string }[]): Record<string, string> =>
  Object.fromEntries([...kinds.map(kind => [`:${kind}`, house(kind)] as const), ...own.map(one => [`${one.collection}:${one.kind}`, one.template] as const)])
