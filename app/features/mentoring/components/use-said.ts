import { useT } from '~/platform/i18n/i18n'

/** Mistakes beside their fields and in the summary above the form. */
export function useSaid(errors: Record<string, string[]>) {
  const t = useT('mentoring', 'http')
  const mistakes = Object.entries(errors).flatMap(([field, keys]) => keys.map(key => ({ text: t(key), field: field === 'form' ? undefined : `f-${field}` })))
  return { t, mistakes, said: (field: string) => errors[field]?.map(key => t(key)) }
}
