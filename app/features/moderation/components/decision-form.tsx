import { useRef } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, Select, TextArea } from '~/ui/field'
import type { CasePage } from '../views'
import { keyOf, personal, terms } from '../words'

export interface DecisionValues {
  act: string
  reason: string
  days: string
  hideToo: boolean
  markdown: string
  parts: string[]
}

/** Acts that can be taken with one key and nothing more to say. */
const plain = ['KEEP', 'APPROVE']

export function DecisionForm({ page, values, errors }: { page: CasePage; values: DecisionValues | null; errors: Record<string, string[]> }) {
  const t = useT('moderation')
  const reason = useRef<HTMLTextAreaElement>(null)
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  const take = (id: string) => {
    const chosen = page.templates.find(one => String(one.id) === id)
    if (chosen && reason.current) reason.current.value = chosen.text
  }
  return (
    <form method="post" action={`/moderasi/${page.id}`} className="form mt-3">
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <FieldGroup label={t('case.choose')} error={said('act')} name="act">
        {page.acts.map(act => (
          <Choice key={act} type="radio" name="act" value={act} defaultChecked={values?.act === act} data-key={keyOf[act]} {...(plain.includes(act) ? { 'data-now': '' } : {})} hint={t(act === 'HIDE' && page.kind === 'profile' ? 'actHint.HIDE_profile' : `actHint.${act}`)} count={<kbd>{keyOf[act]}</kbd>}>{t(`act.${act}`)}</Choice>
        ))}
      </FieldGroup>
      {page.templates.length > 0 ? (
        <Field label={t('case.template')} hint={t('case.templateHint')} name="template">
          <Select defaultValue="" empty={t('case.templateNone')} options={page.templates.map(one => ({ value: String(one.id), label: one.title }))} onChange={event => take(event.target.value)} />
        </Field>
      ) : null}
      <Field label={t('case.reason')} hint={t('case.reasonHint')} error={said('reason')} name="reason"><TextArea ref={reason} defaultValue={values?.reason ?? ''} maxLength={1000} rows={3} /></Field>
      {page.acts.some(act => personal.includes(act)) ? (
        <Field label={t('case.days')} error={said('days')} name="days"><Select defaultValue={values?.days ?? ''} empty={t('case.daysNone')} options={terms.map(days => ({ value: String(days), label: t('case.day', { count: days }) }))} /></Field>
      ) : null}
      {page.acts.includes('HIDE') && page.parts.length > 0 ? (
        <FieldGroup label={t('case.parts')} error={said('parts')} name="parts">
          {page.parts.map(part => <Choice key={part} name="parts" value={part} defaultChecked={values?.parts.includes(part)}>{t(`part.${part}`)}</Choice>)}
        </FieldGroup>
      ) : null}
      {page.acts.includes('HIDE') ? <Choice name="hideToo" value="1" defaultChecked={values?.hideToo}>{t(page.kind === 'profile' ? 'case.hideTooProfile' : 'case.hideToo')}</Choice> : null}
      {page.source !== null ? (
        <details className="mt-2" open={values?.act === 'EDIT' || undefined}>
          <summary className="link">{t('act.EDIT')}</summary>
          <Field label={t('case.text')} hint={t('case.textHint')} error={said('markdown')} name="markdown"><TextArea defaultValue={values?.markdown || page.source} rows={8} /></Field>
        </details>
      ) : null}
      <Button look="primary">{t('case.submit')}</Button>
    </form>
  )
}
