import { serviceFields, type ArticleKindName, type ServiceInfo } from './kinds'

/** Fields of service information out of what was typed. */
export const serviceOf = (values: Partial<Record<string, unknown>>): ServiceInfo => Object.fromEntries(serviceFields.flatMap(name => (typeof values[name] === 'string' && values[name] ? [[name, values[name]]] : [])))

/** The house's own templates (":SOP") and those of collections ("slug:SOP"). */
export const templatesOf = (house: (kind: ArticleKindName) => string, kinds: readonly ArticleKindName[], own: readonly { collection: string; kind: ArticleKindName; template: string }[]): Record<string, string> =>
  Object.fromEntries([...kinds.map(kind => [`:${kind}`, house(kind)] as const), ...own.map(one => [`${one.collection}:${one.kind}`, one.template] as const)])
