import { useT, useTongue } from '~/platform/i18n/i18n'
import { State } from '~/ui/marks'
import { Avatar } from '~/ui/person'
import type { OfferRow, TagWord } from '../directory.queries.server'
import { mentorPath, offerPath } from '../paths'
import { answerWord, offerFacts, Reasons, slotWord } from './words'

/** Offer first, then the person, why it fits, what is computed; the next free time is the link. Full is said. */
export function MentorRow({ row, competencies, heading: Heading = 'h2' }: { row: OfferRow; competencies: readonly TagWord[]; heading?: 'h2' | 'h3' }) {
  const t = useT('mentoring')
  const tongue = useTongue()
  const { mentor } = row
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-4 py-5">
      <Avatar name={mentor.name} photo={mentor.photo} />
      <div>
        <Heading className="text-[1.0625rem]"><a className="hover:underline" href={offerPath(row.id)}>{row.title}</a></Heading>
        <p className="sm muted"><a className="hover:underline" href={mentorPath(mentor.slug)}>{mentor.name}</a>{mentor.position && ` · ${mentor.position}`}{mentor.unit && !mentor.position.includes(mentor.unit) && `, ${mentor.unit}`}</p>
        <Reasons reasons={row.reasons.filter(reason => reason.key !== 'response')} competencies={competencies} />
        <div className="row sm faint mt-1 gap-x-4 gap-y-0.5">
          <span>{offerFacts(t, row)}</span>
          {row.medianHours !== null && <span>{t('answers.usually', { time: answerWord(t, row.medianHours) })}</span>}
          <span className="sp" />
          {row.full ? <State icon="users">{t('full.word')}</State> : row.nextFreeAt !== null ? <a className="link b" href={`${offerPath(row.id)}#waktu`}>{slotWord(t, row.nextFreeAt, tongue)}</a> : <a className="link" href={offerPath(row.id)}>{t('see')}</a>}
        </div>
      </div>
    </li>
  )
}
