import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, Select, TextArea, TextInput } from '~/ui/field'
import { Breadcrumbs } from '~/ui/navigation'
import { nameIn } from '../components/article-row'
import type { CollectionForm } from '../collections.queries.server'
import { articleKinds, type ArticleKindName } from '../kinds'
import { articleActPath, articlePath, collectionPath } from '../paths'

interface Choices {
  audiences: readonly { value: string; label: string }[]
}

const useSaid = (errors: Record<string, string[]>) => {
  const t = useT('knowledge', 'http')
  const mistakes = summaryOf(errors, t)
  return { t, mistakes, said: (field: string) => errors[field]?.map(key => t(key)) }
}

export interface KeepPageProps extends Choices {
  article: { id: number; slug: string; title: string; approved: number | null; binned: boolean }
  values: Record<string, string>
  collections: readonly { slug: string; name: string; nameEn: string; depth: number }[]
  errors: Record<string, string[]>
}

/** Place, readers, owner, next check, obsolete, and the bin. */
export function KeepPage({ article, values, collections, audiences, errors }: KeepPageProps) {
  const { t, mistakes, said } = useSaid(errors)
  const { locale } = useTongue()
  const back = article.approved === null ? articleActPath(article.id, 'tinjauan') : articlePath(article)
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/pengetahuan' }, { label: article.title, href: back }, { label: t('keep.act') }]} />
      <h1>{t('keep.title')}</h1>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" action={articleActPath(article.id, 'kelola')} className="form mt-5">
        <Field label={t('keep.collection')} error={said('collection')} name="collection"><Select defaultValue={values.collection} options={collections.map(one => ({ value: one.slug, label: `${'– '.repeat(one.depth)}${nameIn(locale, one)}` }))} /></Field>
        <Field label={t('keep.audience')} hint={t('keep.audienceHint')} error={said('audience')} name="audience"><Select defaultValue={values.audience} empty={t('keep.audienceSame')} options={audiences} /></Field>
        <Field label={t('keep.owner')} hint={t('keep.ownerHint')} error={said('owner')} name="owner"><TextInput defaultValue={values.owner} maxLength={120} /></Field>
        <Field label={t('keep.checkBy')} hint={t('keep.checkByHint')} error={said('checkBy')} optional={t('ui:form.optional')} name="checkBy"><TextInput type="date" defaultValue={values.checkBy} /></Field>
        <FieldGroup label={t('obsolete.field')} name="obsolete"><Choice name="obsolete" value="1" defaultChecked={values.obsolete === '1'} hint={t('obsolete.hint')}>{t('obsolete.choose')}</Choice></FieldGroup>
        <Field label={t('obsolete.successorField')} hint={t('obsolete.successorHint')} error={said('successor')} optional={t('ui:form.optional')} name="successor"><TextInput defaultValue={values.successor} maxLength={300} /></Field>
        <div className="row"><Button look="primary">{t('ui:acts.save')}</Button><ButtonLink look="quiet" href={back}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
      <section className="sec">
        <h2>{t('bin.act')}</h2>
        <p className="muted">{t('bin.actText')}</p>
        <form method="post" action={articleActPath(article.id, 'buang')} className="mt-3"><Button look="danger" icon="trash-2">{t('bin.act')}</Button></form>
      </section>
    </div>
  )
}

export interface CollectionFormPageProps extends Choices {
  form: CollectionForm
  units: readonly { value: string; label: string }[]
  templates: Readonly<Record<ArticleKindName, string>>
  errors: Record<string, string[]>
}

/** Everything a collection is; with arrows for its place among its siblings. */
export function CollectionFormPage({ form, units, audiences, templates, errors }: CollectionFormPageProps) {
  const { t, mistakes, said } = useSaid(errors)
  const { values, slug } = form
  const action = slug ? `${collectionPath(slug)}/atur` : '/pengetahuan/koleksi-baru'
  const opt = t('ui:form.optional')
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/pengetahuan' }, ...form.crumbs.map(one => ({ label: one.name, href: collectionPath(one.slug) })), { label: t(slug ? 'collection.settings' : 'collection.new') }]} />
      <h1>{t(slug ? 'collection.settingsOf' : 'collection.new', { name: values.name ?? '' })}</h1>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      {slug ? (
        <form method="post" action={`${collectionPath(slug)}/urutan`} className="row mt-4">
          <span className="sm muted">{t('collection.order')}</span>
          <button className="btn sm" name="ke" value="naik">{t('collection.up')}</button><button className="btn sm" name="ke" value="turun">{t('collection.down')}</button>
        </form>
      ) : null}
      <form method="post" action={action} className="form mt-5">
        <Field label={t('collection.name')} error={said('name')} name="name"><TextInput defaultValue={values.name} maxLength={80} /></Field>
        <Field label={t('collection.nameEn')} error={said('nameEn')} optional={opt} name="nameEn"><TextInput defaultValue={values.nameEn} maxLength={80} /></Field>
        <Field label={t('collection.slug')} hint={t('collection.slugHint')} error={said('slug')} optional={opt} name="slug"><TextInput defaultValue={values.slug} maxLength={60} /></Field>
        <Field label={t('collection.description')} error={said('description')} optional={opt} name="description"><TextArea rows={2} grows maxLength={400} defaultValue={values.description} /></Field>
        <Field label={t('collection.descriptionEn')} error={said('descriptionEn')} optional={opt} name="descriptionEn"><TextArea rows={2} grows maxLength={400} defaultValue={values.descriptionEn} /></Field>
        <Field label={t('collection.parent')} error={said('parent')} name="parent"><Select defaultValue={values.parent} empty={t('collection.top')} options={form.parents.map(one => ({ value: one.slug, label: `${'– '.repeat(one.depth)}${one.name}` }))} /></Field>
        <Field label={t('collection.audience')} hint={t('collection.audienceHint')} error={said('audience')} name="audience"><Select defaultValue={values.audience} options={audiences} /></Field>
        <Field label={t('collection.ownerUnit')} hint={t('collection.ownerUnitHint')} error={said('ownerUnit')} name="ownerUnit"><Select defaultValue={values.ownerUnit} empty={t('collection.noUnit')} options={units} /></Field>
        <Field label={t('collection.reviewMonths')} error={said('reviewMonths')} name="reviewMonths"><TextInput inputMode="numeric" defaultValue={values.reviewMonths} maxLength={2} /></Field>
        <Field label={t('collection.reviewers')} hint={t('collection.peopleHint')} error={said('reviewers')} optional={opt} name="reviewers"><TextArea rows={3} grows maxLength={3000} defaultValue={values.reviewers} /></Field>
        <FieldGroup label={t('collection.light')} name="trustPublishes"><Choice name="trustPublishes" value="1" defaultChecked={values.trustPublishes === '1'}>{t('collection.trustPublishes')}</Choice></FieldGroup>
        <Field label={t('collection.trusted')} hint={t('collection.peopleHint')} error={said('trusted')} optional={opt} name="trusted"><TextArea rows={3} grows maxLength={3000} defaultValue={values.trusted} /></Field>
        <FieldGroup label={t('collection.kinds')} hint={t('collection.kindsHint')} error={said('kinds')} name="kinds">{articleKinds.map(kind => <Choice key={kind} name="kinds" value={kind} defaultChecked={form.kinds.includes(kind)}>{t(`kind.${kind}`)}</Choice>)}</FieldGroup>
        <details>
          <summary className="b">{t('collection.templates')}</summary>
          <p className="sm muted mt-2">{t('collection.templatesHint')}</p>
          <div className="form mt-3">{articleKinds.map(kind => <Field key={kind} label={t(`kind.${kind}`)} optional={opt} name={`template${kind}`}><TextArea rows={4} maxLength={8000} defaultValue={values[`template${kind}`]} placeholder={templates[kind]} /></Field>)}</div>
        </details>
        <div className="row"><Button look="primary">{t('ui:acts.save')}</Button><ButtonLink look="quiet" href={slug ? collectionPath(slug) : '/pengetahuan'}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </div>
  )
}

/** What is wrong, in the reader's words, to the owner of the page. */
export function ReportPage({ article, text, errors }: { article: { id: number; slug: string; title: string; owner: string }; text: string; errors: Record<string, string[]> }) {
  const { t, mistakes, said } = useSaid(errors)
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: '/pengetahuan' }, { label: article.title, href: articlePath(article) }, { label: t('report.act') }]} />
      <h1>{t('report.title')}</h1>
      <p className="lede mt-2">{t('report.lede', { name: article.owner })}</p>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" action={articleActPath(article.id, 'perlu-diperbaiki')} className="form mt-5">
        <Field label={t('report.text')} hint={t('report.hint')} error={said('text')} name="text"><TextArea rows={5} maxLength={1000} defaultValue={text} /></Field>
        <div className="row"><Button look="primary">{t('report.send')}</Button><ButtonLink look="quiet" href={articlePath(article)}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </div>
  )
}
