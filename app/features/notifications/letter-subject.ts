import { translator } from '~/platform/i18n/i18n'
import type { Locale } from '~/platform/viewer'
import type { Digest } from './digest'
import type { Pace } from './groups'
import { toldWords } from './words'

/** The first thing, and how many more. One thing alone says what happened. */
export function letterSubject(digest: Digest, pace: Exclude<Pace, 'OFF'>, locale: Locale): string {
  const t = translator(locale, 'mail')
  const [first] = digest.threads
  if (!first) return ''
  const more = digest.threads.length + digest.also.length + digest.rest - 1
  if (pace === 'NOW' && more === 0) return t('subject.one', { what: toldWords(translator(locale, 'notifications'), first.why, first.whyCount, first.names), title: first.title })
  if (pace === 'NOW') return t('subject.NOW', { title: first.title, more })
  return t(`subject.${pace}${more > 0 ? 'More' : ''}`, { title: first.title, more })
}
