import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, TextArea } from '~/ui/field'
import { NoteBar } from '~/ui/marks'
import { flagReasons } from '../words'

export interface FlagPageProps {
  kind: string
  id: number
  title: string
  excerpt: string
  url: string
  done: 'sent' | 'repeated' | null
  values: { reason: string; note: string }
  errors: Record<string, string[]>
}

/** A report as a page of its own: the same with and without JavaScript. */
export function FlagPage({ kind, id, title, excerpt, url, done, values, errors }: FlagPageProps) {
  const t = useT('moderation')
  if (done)
    return (
      <div className="text">
        <h1>{t('flag.sent')}</h1>
        <p className="lede mt-3" role="status">{t(done === 'sent' ? 'flag.sentText' : 'flag.repeated')}</p>
        <p className="row mt-6"><ButtonLink look="primary" href={url}>{t('flag.back')}</ButtonLink><ButtonLink href="/moderasi/catatan">{t('log.title')}</ButtonLink></p>
      </div>
    )
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  return (
    <div className="text">
      <h1>{t('flag.title', { thing: t(`flag.${kind}`) })}</h1>
      <p className="lede mt-2">{t('flag.lede')}</p>
      <NoteBar className="mt-4"><b className="b">{title}</b><br /><span className="sm">{excerpt}</span></NoteBar>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" action={`/lapor/${kind}/${id}`} className="form mt-5">
        <FieldGroup label={t('flag.why')} error={said('reason')} name="reason">
          {flagReasons.map(reason => <Choice key={reason} type="radio" name="reason" value={reason} defaultChecked={values.reason === reason} hint={t(`reasonHint.${reason}`)}>{t(`reason.${reason}`)}</Choice>)}
        </FieldGroup>
        <Field label={t('flag.note')} hint={t('flag.noteHint')} optional={t('ui:form.optional')} error={said('note')} name="note"><TextArea defaultValue={values.note} maxLength={500} rows={3} /></Field>
        <div className="row"><Button look="primary">{t('flag.send')}</Button><ButtonLink look="quiet" href={url}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </div>
  )
}
