import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, TextInput } from '~/ui/field'
import { useWhen } from '../components/meeting-words'
import { meetingPath } from '../meetings-paths'
import { POINT_LENGTH, type MeetingTimes } from '../meetings-views'
import { topicPath } from '../paths'

export interface MeetingActProps {
  meeting: MeetingTimes & { id: number; slug: string; title: string }
  values: Record<string, string>
  errors: Record<string, string[]>
}

/** Another time for one meeting. Whoever answered is told. */
export function MoveMeetingPage({ meeting, values, errors }: MeetingActProps) {
  const t = useT('meetings', 'http')
  const when = useWhen()
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  return (
    <div className="text">
      <h1>{t('move.title')}</h1>
      <p className="mt-2"><b>{meeting.title}</b><br />{when(meeting)}</p>
      <p className="muted mt-2">{t('move.text')}</p>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" className="form mt-5">
        <div className="row items-end">
          <Field label={t('move.day')} error={said('day')} name="day"><TextInput type="date" defaultValue={values.day} /></Field>
          <Field label={t('form.time')} error={said('time')} name="time"><TextInput type="time" defaultValue={values.time} /></Field>
        </div>
        <Field label={t('move.reason')} error={said('reason')} optional={t('ui:form.optional')} name="reason"><TextInput defaultValue={values.reason} maxLength={300} /></Field>
        <div className="row"><Button look="primary">{t('move.submit')}</Button><ButtonLink look="quiet" href={topicPath(meeting)}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </div>
  )
}

/** Not this time. Asks once: people have it in their calendars. */
export function SkipMeetingPage({ meeting, values, errors }: MeetingActProps) {
  const t = useT('meetings', 'http')
  const when = useWhen()
  return (
    <div className="text">
      <h1>{t('skip.title')}</h1>
      <p className="mt-2"><b>{meeting.title}</b><br />{when(meeting)}</p>
      <p className="muted mt-2">{t('skip.text')}</p>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={summaryOf(errors, t)} />
      <form method="post" className="form mt-5">
        <Field label={t('move.reason')} error={errors.reason?.map(key => t(key))} optional={t('ui:form.optional')} name="reason"><TextInput defaultValue={values.reason} maxLength={300} /></Field>
        <div className="row"><Button look="danger">{t('skip.submit')}</Button><ButtonLink look="quiet" href={topicPath(meeting)}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </div>
  )
}

/** Where a point comes back with a mistake beside it; a good one never shows this page. */
export function ProposePointPage({ meeting, values, errors, clientKey }: MeetingActProps & { clientKey: string }) {
  const t = useT('meetings', 'http')
  return (
    <div className="text">
      <h1>{t('agenda.add')}</h1>
      <p className="mt-2"><b>{meeting.title}</b></p>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={summaryOf(errors, t)} />
      <form method="post" action={meetingPath(meeting.id, 'agenda')} className="form mt-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        <Field label={t('agenda.add')} hint={t('agenda.hint')} error={errors.text?.map(key => t(key))} name="text"><TextInput defaultValue={values.text} maxLength={POINT_LENGTH} autoComplete="off" /></Field>
        <div className="row"><Button look="primary">{t('agenda.send')}</Button><ButtonLink look="quiet" href={topicPath(meeting)}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </div>
  )
}
