import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, Select, TextArea, TextInput } from '~/ui/field'
import { NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { forms, type FormName } from '../../kinds'

export interface RequestFormProps {
  /** null: "find someone for me" */
  offer: { id: number; title: string; mentor: string; form: FormName; full: boolean } | null
  /** days within which the mentor answers */
  days: number
  needId: number | null
  values: Record<string, string>
  clientKey: string
  /** locale keys by field */
  errors: Record<string, string[]>
  /** the choice of the first session's time */
  slots?: ReactNode
}

/** Ask a mentor, or ask to be found one. */
export function RequestFormPage({ offer, days, needId, values, clientKey, errors, slots }: RequestFormProps) {
  const t = useT('requests', 'http', 'sessions', 'mentoring')
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  const optional = t('ui:form.optional')
  const title = offer ? t('form.title', { name: offer.mentor }) : t('need.title')
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('mentoring'), href: '/mentoring' }, ...(offer ? [{ label: offer.title, href: `/mentoring/penawaran/${offer.id}` }] : []), { label: title }]} />
      <h1>{title}</h1>
      <p className="lede mt-2">{offer ? t('form.lede', { name: offer.mentor, days }) : t('need.lede')}</p>
      {offer?.full ? <NoteBar className="mt-3">{t('form.queue')}</NoteBar> : null}
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" className="form mt-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        {needId ? <input type="hidden" name="needId" value={needId} /> : null}
        <Field label={t('form.goal')} hint={t('form.goalHint')} error={said('goal')} name="goal"><TextArea defaultValue={values.goal} rows={3} maxLength={2000} grows /></Field>
        <Field label={t('form.situation')} hint={t('form.situationHint')} error={said('situation')} optional={optional} name="situation"><TextArea defaultValue={values.situation} rows={3} maxLength={2000} grows /></Field>
        <Field label={t('form.tried')} hint={t('form.triedHint')} error={said('tried')} optional={optional} name="tried"><TextArea defaultValue={values.tried} rows={2} maxLength={2000} grows /></Field>
        {offer ? null : <Field label={t('need.tags')} hint={t('need.tagsHint')} error={said('tags')} optional={optional} name="tags"><TextInput defaultValue={values.tags} maxLength={300} autoComplete="off" /></Field>}
        <Field label={t('form.wishedForm')} error={said('wishedForm')} optional={optional} name="wishedForm">
          <Select defaultValue={values.wishedForm} empty={t('form.anyForm')} options={forms.map(form => ({ value: form, label: t(`formName.${form}`) }))} />
        </Field>
        <Field label={t('form.wishedTimes')} hint={t('form.wishedTimesHint')} error={said('wishedTimes')} optional={optional} name="wishedTimes"><TextInput defaultValue={values.wishedTimes} maxLength={500} /></Field>
        {slots}
        <div className="row">
          <Button look="primary">{t(offer ? 'form.submit' : 'need.submit')}</Button>
          <ButtonLink look="quiet" href={offer ? `/mentoring/penawaran/${offer.id}` : '/mentoring'}>{t('ui:acts.cancel')}</ButtonLink>
        </div>
      </form>
    </div>
  )
}
