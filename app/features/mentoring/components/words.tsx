import { dayNumber, formatDate, formatNumber, formatTime } from '~/platform/i18n/format'
import { useT, useTongue, type T, type Tongue } from '~/platform/i18n/i18n'
import { Icon } from '~/ui/icon'
import { Tag } from '~/ui/marks'
import type { TagWord } from '../directory.queries.server'
import type { FormName, ModeName } from '../kinds'
import type { Reason } from '../match'

/** "Rabu 25 November, 15.00" on the reader's clock. */
export const slotWord = (t: T, at: number, tongue: Tongue): string =>
  `${t(`weekday.${(dayNumber(at, tongue.timeZone) + 4) % 7}`)} ${formatDate(at, tongue).replace(/ \d{4}$/, '')}, ${formatTime(at, tongue)}`

/** "dalam 5 jam", "dalam 2 hari": computed from what was, never typed in. */
export const answerWord = (t: T, hours: number): string => (hours < 20 ? t('answers.hours', { count: Math.max(1, Math.round(hours)) }) : t('answers.days', { count: Math.max(1, Math.round(hours / 24)) }))

/** "analisis-data" is "Analisis data" where it is a competency, else the tag as a word. */
export function tagWord(slug: string, names: readonly TagWord[], locale: string): string {
  const known = names.find(one => one.slug === slug)
  if (known) return (locale === 'en' && known.nameEn) || known.name
  const plain = slug.replaceAll('-', ' ')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

export function reasonWord(t: T, locale: string, names: readonly TagWord[], reason: Reason): string {
  const { key, values } = reason
  if (key === 'tags') return t('reason.tags', { tags: String(values.tags).split(',').map(tag => tagWord(tag, names, locale)).join(', ') })
  if (key === 'response') return t('reason.response', { time: answerWord(t, Number(values.hours)) })
  if (key === 'language') return t('reason.language', { language: t(`language.${String(values.language)}`) })
  return t(`reason.${key}`, values)
}

/** Why it fits, as ticks in words. */
export function Reasons({ reasons, competencies, stacked = false }: { reasons: readonly Reason[]; competencies: readonly TagWord[]; stacked?: boolean }) {
  const t = useT('mentoring')
  const { locale } = useTongue()
  if (reasons.length === 0) return null
  return (
    <ul className={`sm text-sea-text ${stacked ? 'stack [--g:0.5rem]' : 'my-2 flex flex-wrap gap-x-4 gap-y-1'}`}>
      {reasons.map(reason => <li key={reason.key} className="flex items-center gap-1.5"><Icon name="check" small /><span>{reasonWord(t, locale, competencies, reason)}</span></li>)}
    </ul>
  )
}

/** "3 sesi, daring · 2 tempat lagi" */
export function offerFacts(t: T, offer: { form: FormName; mode: ModeName; sessions: number; capacity: number; taken: number }): string {
  const what = offer.form === 'ONE_TO_ONE' ? t('facts.sessions', { count: offer.sessions }) : offer.sessions > 1 ? `${t(`form.${offer.form}`)}, ${t('facts.sessions', { count: offer.sessions })}` : t(`form.${offer.form}`)
  const where = offer.form === 'WRITTEN' ? '' : `, ${t(`modeIn.${offer.mode}`)}`
  const left = offer.capacity - offer.taken
  return `${what}${where} · ${left <= 0 ? t('facts.noSeat') : t(offer.form === 'GROUP' ? 'facts.seats' : 'facts.places', { count: left, of: offer.capacity })}`
}

export function TagList({ tags, competencies, links = true }: { tags: readonly string[]; competencies: readonly TagWord[]; links?: boolean }) {
  const { locale } = useTongue()
  return <p className="row">{tags.map(tag => <Tag key={tag} href={links ? `/mentoring?tag=${tag}` : undefined}>{tagWord(tag, competencies, locale)}</Tag>)}</p>
}

/** Plain text in paragraphs. */
export function Paragraphs({ text }: { text: string }) {
  return <div className="prose">{text.split(/\n{2,}/).map((part, at) => <p key={at} className="whitespace-pre-line">{part}</p>)}</div>
}

export const hoursWord = (minutes: number, locale: Tongue['locale']): string => formatNumber(minutes / 60, locale, 1)
