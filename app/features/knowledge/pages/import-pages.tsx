import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Field, FileInput, Select } from '~/ui/field'
import { EmptyState, NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { nameIn } from '../components/article-row'
import { articleKinds } from '../kinds'
import { articleActPath } from '../paths'

interface Props {
  collections: readonly { slug: string; name: string; nameEn: string; depth: number }[]
  values: Readonly<Record<string, string>>
  errors: Record<string, string[]>
  clientKey: string
}

/** A file that becomes a draft. */
export function ImportPage({ collections, values, errors, clientKey }: Props) {
  const t = useT('knowledge', 'http', 'uploads')
  const { locale } = useTongue()
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  if (collections.length === 0) return <EmptyState title={t('import.title')} acts={<ButtonLink href="/pengetahuan">{t('title')}</ButtonLink>}>{t('new.none')}</EmptyState>
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/pengetahuan' }, { label: t('import.title') }]} />
      <h1>{t('import.title')}</h1>
      <p className="lede mt-2">{t('import.lede')}</p>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" action="/pengetahuan/impor" encType="multipart/form-data" className="form mt-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        <Field label={t('import.file')} hint={t('import.fileHint')} error={said('file')} name="file"><FileInput accept=".docx,.md,.markdown,.zip,.html,.htm" /></Field>
        <Field label={t('new.collection')} error={said('collection')} name="collection">
          <Select defaultValue={values.collection ?? ''} empty={t('new.chooseCollection')} options={collections.map(one => ({ value: one.slug, label: `${'– '.repeat(one.depth)}${nameIn(locale, one)}` }))} />
        </Field>
        <Field label={t('new.kind')} error={said('kind')} name="kind"><Select defaultValue={values.kind ?? 'HOW_TO'} options={articleKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))} /></Field>
        <div className="row"><Button look="primary">{t('import.send')}</Button><ButtonLink look="quiet" href="/pengetahuan">{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </div>
  )
}

/** What became of the file, and what did not come along. */
export function ImportReportPage({ article, lost }: { article: { id: number; title: string }; lost: readonly (readonly [string, number])[] }) {
  const t = useT('knowledge')
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/pengetahuan' }, { label: article.title, href: articleActPath(article.id, 'tinjauan') }, { label: t('import.report') }]} />
      <h1>{t('import.report')}</h1>
      <p className="lede mt-2">{t('import.made', { title: article.title })}</p>
      {lost.length > 0 ? (
        <section className="sec" aria-labelledby="hilang">
          <h2 id="hilang" className="sech">{t('import.lostTitle')}</h2>
          <ul className="plain">{lost.map(([name, count]) => <li key={name}>{t(`import.lost.${name}`, { count })}</li>)}</ul>
        </section>
      ) : <NoteBar tone="leaf" className="mt-5">{t('import.whole')}</NoteBar>}
      <div className="row mt-6"><ButtonLink look="primary" icon="pencil" href={articleActPath(article.id, 'ubah')}>{t('import.edit')}</ButtonLink><ButtonLink href={articleActPath(article.id, 'tinjauan')}>{t('import.see')}</ButtonLink></div>
    </div>
  )
}
