import type { SubmissionResult } from '@conform-to/react'
import { useT } from '~/platform/i18n/i18n'
import type { SummaryError } from '~/ui/error-summary'

/** What `submit` sends back with a form that has mistakes. */
export interface Answered {
  result?: SubmissionResult<string[]>
}

/** Mistakes beside their fields and what was typed, as the server sent them back; passwords never come back. */
export function useAnswer(answer: Answered | undefined) {
  const t = useT('people')
  const errors = answer?.result?.error ?? {}
  const words = (keys: string[] | null | undefined) => (keys ?? []).map(key => t(key))
  const all = Object.entries(errors).flatMap(([name, keys]): SummaryError[] => words(keys).map(text => (name === '' ? { text } : { text, field: `f-${name}` })))
  return {
    summary: { title: (count: number) => t('ui:form.mistakes', { count }), errors: all },
    errorOf: (name: string) => words(errors[name]),
    typed: (name: string, before = ''): string => {
      const value = answer?.result?.initialValue?.[name]
      return typeof value === 'string' ? value : answer?.result ? '' : before
    },
    typedList: (name: string, before: readonly string[] = []): readonly string[] => {
      const value = answer?.result?.initialValue?.[name]
      return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : answer?.result ? [] : before
    },
  }
}
