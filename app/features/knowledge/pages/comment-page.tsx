import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field, TextArea } from '~/ui/field'
import { Breadcrumbs } from '~/ui/navigation'
import { articleActPath, articlePath } from '../paths'

/** A comment that could not be sent, with what was typed; also a page of its own to write one. */
export function CommentFormPage({ article, markdown, clientKey, errors }: { article: { id: number; slug: string; title: string }; markdown: string; clientKey: string; errors: readonly string[] }) {
  const t = useT('readers')
  const k = useT('knowledge')
  const mistakes = errors.map(key => ({ text: t(key), field: 'f-markdown' }))
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: k('title'), href: '/pengetahuan' }, { label: article.title, href: articlePath(article) }, { label: t('comments.page') }]} />
      <h1>{t('comments.page')}</h1>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" action={articleActPath(article.id, 'komentar')} className="form mt-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        <Field label={t('comments.field')} hint={t('comments.hint')} error={errors.map(key => t(key))} name="markdown"><TextArea rows={6} grows maxLength={20000} defaultValue={markdown} /></Field>
        <div className="row"><Button look="primary">{t('comments.send')}</Button><ButtonLink look="quiet" href={articlePath(article)}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </div>
  )
}
