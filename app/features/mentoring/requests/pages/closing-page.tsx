import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, TextArea, TextInput } from '~/ui/field'
import { NoteBar } from '~/ui/marks'
import type { ClosingView } from '../../closing-views'
import type { PairPerson, PairView } from '../../pairs-views'
import { PairHead } from '../components/pair-head'

export interface ClosingPageProps extends ClosingView {
  pair: PairView
  /** whom the viewer says something about */
  abouts: PairPerson[]
  may: { close: boolean; rate: boolean }
  /** days after which it is finished without the others' forms */
  days: number
  errors: Record<string, string[]>
}

function Form({ pair, abouts, given, days, errors }: Pick<ClosingPageProps, 'pair' | 'abouts' | 'given' | 'days' | 'errors'>) {
  const t = useT('requests', 'http')
  const mistakes = (errors.form ?? []).map(key => ({ text: t(key) }))
  const optional = t('ui:form.optional')
  return (
    <>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" className="form mt-4">
        {pair.goals.map(goal => (
          <FieldGroup key={goal.id} label={goal.text} hint={t('closing.goalHint')} name={`achieved-${goal.id}`}>
            <input type="hidden" name="goalId" value={goal.id} />
            {(['YES', 'PARTLY', 'NO'] as const).map(one => <Choice key={one} type="radio" name={`achieved-${goal.id}`} value={one} defaultChecked={goal.achieved === one}>{t(`closing.achievedIs.${one}`)}</Choice>)}
            <Field label={t('closing.evidence')} id={`evidence-${goal.id}`} name="evidence" optional={optional}><TextInput defaultValue={goal.evidence} maxLength={600} /></Field>
          </FieldGroup>
        ))}
        {abouts.map(person => {
          const before = given.find(one => one.aboutId === person.id)
          return (
            <div key={person.id}>
              <input type="hidden" name="aboutId" value={person.id} />
              <FieldGroup label={t('closing.rate', { name: person.name })} hint={t('closing.rateHint', { days })} name={`rating-${person.id}`}>
                {[4, 3, 2, 1].map(one => <Choice key={one} type="radio" name={`rating-${person.id}`} value={one} defaultChecked={before?.rating === one}>{t(`closing.rating.${one}`)}</Choice>)}
              </FieldGroup>
              <Field label={t('closing.words', { name: person.name })} id={`words-${person.id}`} name="words" optional={optional} className="mt-3"><TextArea defaultValue={before?.words} rows={2} maxLength={1000} grows /></Field>
              <Field label={t('closing.testimonial')} hint={t('closing.testimonialHint', { name: person.name })} id={`testimonial-${person.id}`} name="testimonial" optional={optional} className="mt-3"><TextArea defaultValue={before?.testimonial} rows={2} maxLength={600} grows /></Field>
            </div>
          )
        })}
        <Button look="primary">{t(given.length ? 'closing.again' : 'closing.submit')}</Button>
      </form>
    </>
  )
}

function Received({ pair, received }: Pick<ClosingPageProps, 'pair' | 'received'>) {
  const t = useT('requests')
  if (received.length === 0) return <p className="muted">{t('closing.noneReceived')}</p>
  return (
    <ul className="list">
      {received.map(one => (
        <li key={one.fromId} className="py-3">
          <p><b>{one.from}</b> · {t(`closing.rating.${one.rating}`)}</p>
          {one.words ? <p className="prose whitespace-pre-line">{one.words}</p> : null}
          {one.testimonial ? (
            <>
              <blockquote className="prose mt-2 whitespace-pre-line">{one.testimonial}</blockquote>
              <form method="post" action={`/mentoring/ruang/${pair.id}/testimoni`} className="row mt-2">
                <input type="hidden" name="fromId" value={one.fromId} />
                <span className="sm muted">{t(one.shown ? 'closing.isShown' : 'closing.isHidden')}</span>
                <Button small look="quiet" name="shown" value={one.shown ? '0' : '1'}>{t(one.shown ? 'closing.hide' : 'closing.show')}</Button>
              </form>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** The end of a pair: what was reached, one's word about the other, and the certificate. */
export function ClosingPage(props: ClosingPageProps) {
  const { pair, may, given, count, of, certificate } = props
  const t = useT('requests')
  return (
    <div className="text">
      <PairHead pair={pair} title={t('closing.title')} />
      {pair.state === 'AGREEING' ? <NoteBar>{t('closing.agreeing')}</NoteBar> : null}
      {pair.state === 'ENDED' ? <NoteBar>{t('closing.ended')}</NoteBar> : null}
      {pair.state === 'RUNNING' ? (
        <>
          <p className="lede">{t('closing.running')}</p>
          {may.close ? <form method="post" action={`/mentoring/ruang/${pair.id}/tutup/mulai`} className="row mt-4"><Button look="primary">{t('closing.begin')}</Button><ButtonLink look="quiet" href={`/mentoring/ruang/${pair.id}`}>{t('ui:acts.cancel')}</ButtonLink></form> : null}
        </>
      ) : null}
      {pair.state === 'CLOSING' ? (
        <>
          <NoteBar tone={given.length ? 'leaf' : 'sea'}>{t(given.length ? 'closing.given' : 'closing.waits', { count, of })}</NoteBar>
          {may.rate ? <Form {...props} /> : null}
        </>
      ) : null}
      {pair.state === 'FINISHED' ? (
        <>
          {certificate ? (
            <section className="card"><h2>{t('closing.certificate')}</h2><p className="sm muted">{certificate.number}</p>
              <div className="row mt-3"><ButtonLink look="primary" icon="download" href={`/sertifikat/${certificate.code}/unduh`}>{t('closing.download')}</ButtonLink><ButtonLink look="quiet" href={`/sertifikat/${certificate.code}`}>{t('closing.check')}</ButtonLink></div>
            </section>
          ) : null}
          <section className="sec" aria-labelledby="capaian"><div className="sech"><h2 id="capaian">{t('closing.results')}</h2></div>
            <ul className="list">{pair.goals.map(goal => <li key={goal.id} className="py-2"><b>{goal.text}</b> · {goal.achieved ? t(`closing.achievedIs.${goal.achieved}`) : t('closing.unsaid')}{goal.evidence ? <p className="sm muted whitespace-pre-line">{goal.evidence}</p> : null}</li>)}</ul>
          </section>
          <section className="sec" aria-labelledby="kata"><div className="sech"><h2 id="kata">{t('closing.received')}</h2></div><Received {...props} /></section>
        </>
      ) : null}
    </div>
  )
}
