import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, TextArea, TextInput } from '~/ui/field'
import { NoteBar, State } from '~/ui/marks'
import type { AgreementView, PairView } from '../../pairs-views'
import { PairHead } from '../components/pair-head'

export interface AgreementPageProps {
  pair: PairView
  /** of the viewer */
  self: number
  may: { propose: boolean; confirm: boolean }
  values: { goals: { id: string; text: string; measure: string; dueOn: string }[]; rhythm: string; sessions: string; minutes: string; confidential: string; endsOn: string }
  /** newest revision when the page was made */
  base: number
  revisions: { revision: number; proposer: string; at: number; holdsAt: number | null }[]
  /** locale keys by field */
  errors: Record<string, string[]>
}

export const useDay = () => {
  const tongue = useTongue()
  return (day: string) => formatDate(`${day}T12:00:00Z`, { ...tongue, timeZone: 'UTC' })
}

function Words({ agreement, pair }: { agreement: AgreementView; pair: PairView }) {
  const t = useT('requests')
  const dayOf = useDay()
  const names = new Map([pair.mentor, ...pair.learners].map(one => [one.id, one.name]))
  const missing = [...names].filter(([id]) => !agreement.confirmedBy.includes(id)).map(([, name]) => name)
  return (
    <>
      <ol className="prose">{agreement.goals.map(goal => <li key={goal.text}><b>{goal.text}</b>{goal.measure ? <> · {goal.measure}</> : null}{goal.dueOn ? <> · {t('agreement.by', { day: dayOf(goal.dueOn) })}</> : null}</li>)}</ol>
      <ul className="plain sm mt-3">
        <li><b>{t('agreement.rhythm')}</b> {agreement.rhythm}</li>
        <li><b>{t('agreement.sessions')}</b> {t('agreement.sessionsOf', { count: agreement.sessions, minutes: agreement.minutes })}</li>
        <li><b>{t('agreement.endsOn')}</b> {dayOf(agreement.endsOn)}</li>
        {agreement.confidential ? <li><b>{t('agreement.confidential')}</b> <span className="whitespace-pre-line">{agreement.confidential}</span></li> : null}
      </ul>
      <p className="sm mt-3">{agreement.holdsAt ? <State icon="circle-check" tone="leaf">{t('agreement.confirmedAll')}</State> : <State icon="clock">{t('agreement.waitsFor', { names: missing.join(', ') })}</State>}</p>
    </>
  )
}

/** What they agreed, what is proposed, and a form for other words. It holds once everybody confirmed it. */
export function AgreementPage({ pair, self, may, values, base, revisions, errors }: AgreementPageProps) {
  const t = useT('requests', 'http')
  const tongue = useTongue()
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  const { held, proposed } = pair
  return (
    <div className="text">
      <PairHead pair={pair} title={t('agreement.title')} />
      {!held && !proposed ? <NoteBar tone="sea">{t('agreement.none')}</NoteBar> : null}
      {proposed ? (
        <section className="sec" aria-labelledby="usulan">
          <div className="sech"><h2 id="usulan">{t(held ? 'agreement.changed' : 'agreement.proposed')}</h2></div>
          <Words agreement={proposed} pair={pair} />
          {may.confirm && !proposed.confirmedBy.includes(self) ? (
            <form method="post" action={`/mentoring/ruang/${pair.id}/kesepakatan/setuju`} className="mt-4"><input type="hidden" name="revision" value={proposed.revision} /><Button look="primary" icon="check">{t('agreement.confirm')}</Button></form>
          ) : null}
        </section>
      ) : null}
      {held ? <section className="sec" aria-labelledby="berlaku"><div className="sech"><h2 id="berlaku">{t('agreement.held')}</h2></div><Words agreement={held} pair={pair} /></section> : null}
      {may.propose ? (
        <details className="sec" open={(!held && !proposed) || mistakes.length > 0}>
          <summary className="b">{t(held || proposed ? 'agreement.change' : 'agreement.write')}</summary>
          <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
          <form method="post" className="form mt-4">
            <input type="hidden" name="base" value={base} />
            <fieldset id="f-goals" tabIndex={-1} className={said('goals') ? 'field bad' : 'field'}>
              <legend className="lab">{t('agreement.goals')}</legend>
              <span className="hint">{t('agreement.goalsHint')}</span>
              {said('goals')?.map(text => <p className="err" key={text}>{text}</p>)}
              {values.goals.map((goal, at) => (
                <div key={at} className="mt-3">
                  <input type="hidden" name="goalId" value={goal.id} />
                  <Field label={t('agreement.goalOf', { n: at + 1 })} id={`goal-${at}`} name="goalText"><TextInput defaultValue={goal.text} maxLength={300} /></Field>
                  <div className="row items-end">
                    <Field label={t('agreement.measure')} id={`measure-${at}`} name="goalMeasure" className="flex-1"><TextInput defaultValue={goal.measure} maxLength={300} /></Field>
                    <Field label={t('agreement.dueOn')} id={`due-${at}`} name="goalDueOn"><TextInput type="date" defaultValue={goal.dueOn} /></Field>
                  </div>
                </div>
              ))}
            </fieldset>
            <Field label={t('agreement.rhythm')} hint={t('agreement.rhythmHint')} error={said('rhythm')} name="rhythm"><TextInput defaultValue={values.rhythm} maxLength={200} /></Field>
            <div className="row items-end">
              <Field label={t('agreement.sessions')} error={said('sessions')} name="sessions"><TextInput inputMode="numeric" defaultValue={values.sessions} size={4} /></Field>
              <Field label={t('agreement.minutes')} error={said('minutes')} name="minutes"><TextInput inputMode="numeric" defaultValue={values.minutes} size={4} /></Field>
              <Field label={t('agreement.endsOn')} error={said('endsOn')} name="endsOn"><TextInput type="date" defaultValue={values.endsOn} /></Field>
            </div>
            <Field label={t('agreement.confidential')} hint={t('agreement.confidentialHint')} error={said('confidential')} optional={t('ui:form.optional')} name="confidential"><TextArea defaultValue={values.confidential} rows={3} maxLength={1000} grows /></Field>
            <div className="row"><Button look={proposed ? 'plain' : 'primary'}>{t('agreement.propose')}</Button><ButtonLink look="quiet" href={`/mentoring/ruang/${pair.id}`}>{t('ui:acts.cancel')}</ButtonLink></div>
          </form>
        </details>
      ) : null}
      {revisions.length > 1 ? (
        <section className="sec" aria-labelledby="riwayat">
          <div className="sech"><h2 id="riwayat">{t('agreement.history')}</h2></div>
          <ul className="plain sm">{revisions.map(one => <li key={one.revision}>{t('agreement.revision', { n: one.revision, name: one.proposer })} · {formatDateTime(one.at, tongue)}{one.holdsAt ? <> · {t('agreement.heldSince', { when: formatDate(one.holdsAt, tongue) })}</> : null}</li>)}</ul>
        </section>
      ) : null}
    </div>
  )
}
