import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, TextArea } from '~/ui/field'
import { Breadcrumbs } from '~/ui/navigation'

export interface LeavePageProps {
  pair: { id: number; title: string }
  /** in the room, or on its waiting list */
  as: 'MENTOR' | 'LEARNER' | 'QUEUE'
  /** people whose mentoring ends with it, or goes on without the viewer */
  goesOn: boolean
  /** who stands before the viewer on the waiting list */
  before: number
  notes: { id: number; text: string; shared: boolean }[]
  value: string
  clientKey: string
  errors: Record<string, string[]>
}

/** Out with one press; the reason is for the officer alone and may be left empty. */
export function LeavePage({ pair, as, goesOn, before, notes, value, clientKey, errors }: LeavePageProps) {
  const t = useT('requests', 'http')
  const mistakes = summaryOf(errors, t)
  const title = t(as === 'QUEUE' ? 'leave.queueTitle' : 'leave.title')
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('mentoring'), href: '/mentoring' }, as === 'QUEUE' ? { label: t('list.title'), href: '/mentoring/permintaan' } : { label: pair.title, href: `/mentoring/ruang/${pair.id}` }, { label: title }]} />
      <h1>{title}</h1>
      <p className="lede mt-2">{as === 'QUEUE' ? t('leave.queue', { title: pair.title, count: before }) : t(goesOn ? 'leave.goesOn' : 'leave.ends', { title: pair.title })}</p>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" className="form mt-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        <Field label={t('leave.reason')} hint={t('leave.reasonHint')} error={errors.reason?.map(key => t(key))} optional={t('ui:form.optional')} name="reason"><TextArea defaultValue={value} rows={3} maxLength={2000} grows /></Field>
        {as === 'LEARNER' ? (
          <FieldGroup label={t('leave.next')} name="change">
            <Choice type="checkbox" name="change" value="1" hint={t('leave.changeHint')}>{t('leave.change')}</Choice>
          </FieldGroup>
        ) : null}
        {as === 'LEARNER' && notes.length ? (
          <FieldGroup label={t('leave.notes')} hint={t('leave.notesHint')} name="noteId">
            {notes.map(note => <Choice key={note.id} type="checkbox" name="noteId" value={note.id} hint={t(note.shared ? 'leave.noteShared' : 'leave.noteOwn')}>{note.text}</Choice>)}
          </FieldGroup>
        ) : null}
        <div className="row"><Button look="danger">{t(as === 'QUEUE' ? 'leave.queueSubmit' : 'leave.submit')}</Button><ButtonLink look="quiet" href={as === 'QUEUE' ? '/mentoring/permintaan' : `/mentoring/ruang/${pair.id}`}>{t('leave.stay')}</ButtonLink></div>
      </form>
      {as === 'QUEUE' ? null : <p className="sm mt-5"><a className="link" href={`/mentoring/lapor?ruang=${pair.id}`}>{t('leave.report')}</a></p>}
    </div>
  )
}
