import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import type { Standing, Testimonial, TopicNote } from '../offer-page.queries.server'
import { answerWord, hoursWord } from './words'

/** What was, as numbers: nobody types these in. */
export function StandingTable({ standing, seats }: { standing: Standing; seats?: { free: number; of: number } }) {
  const t = useT('mentoring')
  const { locale } = useTongue()
  const over = standing.finished + standing.ended
  const rows: [string, string][] = [
    [t('standing.finished'), over > 0 ? t('standing.of', { count: standing.finished, of: over }) : t('standing.noneYet')],
    [t('standing.answers'), standing.medianHours === null ? t('standing.noneYet') : answerWord(t, standing.medianHours)],
    ...(standing.asked > 0 ? [[t('standing.answered'), t('standing.of', { count: standing.answered, of: standing.asked })] as [string, string]] : []),
    ...(seats ? [[t('standing.seats'), t('standing.of', { count: seats.free, of: seats.of })] as [string, string]] : []),
    ...(standing.minutes > 0 ? [[t('standing.hours'), t('standing.hoursGiven', { hours: hoursWord(standing.minutes, locale) })] as [string, string]] : []),
  ]
  return (
    <section>
      <h2>{t('standing.title')}</h2>
      <table className="tbl w-full"><tbody>{rows.map(([label, value]) => <tr key={label}><th scope="row">{label}</th><td className="n">{value}</td></tr>)}</tbody></table>
      <p className="xs faint mt-1.5">{t('standing.note')}</p>
    </section>
  )
}

export function Testimonials({ testimonials }: { testimonials: readonly Testimonial[] }) {
  const t = useT('mentoring')
  const tongue = useTongue()
  if (testimonials.length === 0) return null
  return (
    <section className="sec">
      <h2>{t('testimonials')}</h2>
      <ul className="stack">
        {testimonials.map(one => (
          <li key={`${one.at}${one.name}`}><blockquote className="quote max-w-[60ch]">{one.text}<cite className="mt-1.5 block">{[one.name, one.position].filter(Boolean).join(', ')} · {formatDate(one.at, tongue)}</cite></blockquote></li>
        ))}
      </ul>
    </section>
  )
}

/** Good first material, so that a session begins further on. */
export function ReadFirst({ notes }: { notes: readonly TopicNote[] }) {
  const t = useT('mentoring')
  if (notes.length === 0) return null
  return (
    <section>
      <h2>{t('readFirst')}</h2>
      <ul className="stack sm">
        {notes.map(note => (
          <li key={note.text}><p className="muted">{note.text}</p>{note.readings.map(one => <a key={one.href} className="link block" href={one.href}>{one.label}</a>)}</li>
        ))}
      </ul>
    </section>
  )
}
