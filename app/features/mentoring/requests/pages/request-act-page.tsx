import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, TextArea } from '~/ui/field'
import { Breadcrumbs } from '~/ui/navigation'

export type WrittenAct = 'tanya' | 'jawab' | 'tolak'

/** One field: a question before deciding, its answer, or why not. */
export function RequestActPage({ act, request, question, value, errors }: { act: WrittenAct; request: { id: number; title: string; name: string }; question: string; value: string; errors: Record<string, string[]> }) {
  const t = useT('requests', 'http')
  const at = `/mentoring/permintaan/${request.id}`
  const mistakes = summaryOf(errors, t)
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('mentoring'), href: '/mentoring' }, { label: t('list.title'), href: '/mentoring/permintaan' }, { label: request.title, href: at }, { label: t(`${act}.title`) }]} />
      <h1>{t(`${act}.title`)}</h1>
      <p className="lede mt-2">{t(`${act}.lede`, { name: request.name })}</p>
      {act === 'jawab' && question ? <blockquote className="prose mt-3 whitespace-pre-line">{question}</blockquote> : null}
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" className="form mt-4">
        <Field label={t(`${act}.label`)} hint={t(`${act}.hint`)} error={errors.text?.map(key => t(key))} name="text"><TextArea defaultValue={value} rows={4} maxLength={2000} grows /></Field>
        <div className="row">
          <Button look={act === 'tolak' ? 'danger' : 'primary'}>{t(`${act}.submit`)}</Button>
          <ButtonLink look="quiet" href={at}>{t('ui:acts.cancel')}</ButtonLink>
        </div>
      </form>
    </div>
  )
}
