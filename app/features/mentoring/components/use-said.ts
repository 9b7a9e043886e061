import { useT } from '~/platform/i18n/i18n'
import { summaryOf } from '~/ui/error-summary'

/** Mistakes beside their fields and in the summary above the form. */
export function useSaid(errors: Record<string, string[]>) {
  const t = useT('mentoring', 'http')
  const mistakes = summaryOf(errors, t)
  return { t, mistakes, said: (field: string) => errors[field]?.map(key => t(key)) }
}
