import { AdminFrame } from '~/features/people/components/admin-frame'
import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, Select, TextArea, TextInput } from '~/ui/field'
import { State } from '~/ui/marks'
import { AudienceWord } from '../components/topic-row'
import type { KeptCategoryRow } from '../categories.queries.server'
import { slowSteps } from '../act-names'
import { categoryPath } from '../paths'
import { categoryColours, topicKinds, type TopicKindName } from '../views'

/** Every category, for whoever keeps them. */
export function CategoriesPage({ categories }: { categories: KeptCategoryRow[] }) {
  const t = useT('forum', 'kinds', 'acts')
  return (
    <AdminFrame current="categories" administrator title={t('shelves:title')} lede={t('shelves:lede')} act={<ButtonLink look="primary" icon="plus" href="/admin/kategori/baru">{t('shelves:new')}</ButtonLink>}>
      <ul className="list">
        {categories.map(category => (
          <li key={category.id} className="py-3">
            <div className="row">
              <a className="b link" href={`/admin/kategori/${category.id}`}>{category.name}</a>
              <span className="xs faint"><AudienceWord audience={category.audience} /></span>
              {category.archived ? <State icon="lock">{t('shelves:archived')}</State> : null}
              <span className="sp" />
              <a className="sm link" href={categoryPath(category.slug)}>{t('shelves:topics', { count: category.topicCount })}</a>
            </div>
            <p className="sm muted">{category.description}</p>
          </li>
        ))}
      </ul>
    </AdminFrame>
  )
}

export interface CategoryFormProps {
  /** null for a new one */
  id: number | null
  archived: boolean
  values: Record<'name' | 'nameEn' | 'slug' | 'description' | 'descriptionEn' | 'colour' | 'sortOrder' | 'audience' | 'openAudience' | 'responsibleUnitId' | 'slowMinutes' | 'unlistNew' | 'pseudonyms', string>
  /** kinds that may be opened; none: all that fit */
  kinds: readonly TopicKindName[]
  /** Markdown by kind */
  templates: Partial<Record<TopicKindName, string>>
  units: { id: number; name: string }[]
  errors: Record<string, string[]>
}

export function CategoryFormPage({ id, archived, values, units, kinds, templates, errors }: CategoryFormProps) {
  const t = useT('forum', 'kinds', 'acts')
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  const audiences = [{ value: 'public', label: t('audience.public') }, { value: 'asn', label: t('audience.asn') }, ...units.map(unit => ({ value: `unit:${unit.id}`, label: t('audience.unitNamed', { unit: unit.name }) }))]
  return (
    <AdminFrame current="categories" administrator title={id ? values.name : t('shelves:new')}>
      <div className="text">
        <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
        <form method="post" className="form">
          <Field label={t('shelves:name')} error={said('name')} name="name"><TextInput defaultValue={values.name} maxLength={60} /></Field>
          <Field label={t('shelves:nameEn')} optional={t('ui:form.optional')} error={said('nameEn')} name="nameEn"><TextInput defaultValue={values.nameEn} maxLength={60} lang="en" /></Field>
          <Field label={t('shelves:slug')} hint={t('shelves:slugHint')} optional={t('ui:form.optional')} error={said('slug')} name="slug"><TextInput defaultValue={values.slug} maxLength={60} autoCapitalize="none" /></Field>
          <Field label={t('shelves:description')} error={said('description')} name="description"><TextArea defaultValue={values.description} maxLength={300} rows={3} /></Field>
          <Field label={t('shelves:descriptionEn')} optional={t('ui:form.optional')} error={said('descriptionEn')} name="descriptionEn"><TextArea defaultValue={values.descriptionEn} maxLength={300} rows={3} lang="en" /></Field>
          <Field label={t('shelves:audience')} hint={t('shelves:audienceHint')} error={said('audience')} name="audience"><Select defaultValue={values.audience} options={audiences} /></Field>
          <Field label={t('shelves:openAudience')} error={said('openAudience')} name="openAudience"><Select defaultValue={values.openAudience} options={audiences} /></Field>
          <Field label={t('kinds:keep.responsible')} hint={t('kinds:keep.responsibleHint')} optional={t('ui:form.optional')} error={said('responsibleUnitId')} name="responsibleUnitId"><Select defaultValue={values.responsibleUnitId} empty={t('kinds:keep.noUnit')} options={units.map(unit => ({ value: String(unit.id), label: unit.name }))} /></Field>
          <FieldGroup label={t('kinds:keep.kinds')} hint={t('kinds:keep.kindsHint')} error={said('kinds')} name="kinds">
            {topicKinds.map(kind => <Choice key={kind} name="kinds" value={kind} defaultChecked={kinds.includes(kind)}>{t(`kind.${kind}`)}</Choice>)}
          </FieldGroup>
          <Field label={t('acts:keepSlow')} error={said('slowMinutes')} name="slowMinutes"><Select defaultValue={values.slowMinutes} options={slowSteps.map(step => ({ value: String(step), label: step === 0 ? t('acts:slowOff') : t('acts:slowEach', { count: step }) }))} /></Field>
          <Choice name="unlistNew" value="1" defaultChecked={values.unlistNew === '1'}>{t('acts:keepUnlist')}</Choice>
          <Choice name="pseudonyms" value="1" defaultChecked={values.pseudonyms === '1'} hint={t('acts:keepPseudonymsHint')}>{t('acts:keepPseudonyms')}</Choice>
          <details>
            <summary className="b">{t('kinds:keep.templates')}</summary>
            <p className="hint mt-2">{t('kinds:keep.templatesHint')}</p>
            {topicKinds.map(kind => <Field key={kind} className="mt-4" label={t(`kind.${kind}`)} optional={t('ui:form.optional')} error={said('templates')} name={`template_${kind}`}><TextArea defaultValue={templates[kind] ?? ''} rows={4} maxLength={4000} grows /></Field>)}
          </details>
          <Field label={t('shelves:colour')} name="colour"><Select defaultValue={values.colour} options={categoryColours.map((value, index) => ({ value, label: t('shelves:colourN', { number: index + 1 }) }))} /></Field>
          <Field label={t('shelves:sortOrder')} hint={t('shelves:sortHint')} error={said('sortOrder')} name="sortOrder"><TextInput inputMode="numeric" defaultValue={values.sortOrder} /></Field>
          <div className="row"><Button look="primary" name="act" value="save">{t('edit.save')}</Button><ButtonLink look="quiet" href="/admin/kategori">{t('ui:acts.cancel')}</ButtonLink></div>
        </form>
        {id ? (
          <form method="post" action={`/admin/kategori/${id}/arsip`} className="sec">
            <p className="sm muted mb-3">{t(archived ? 'shelves:unarchiveText' : 'shelves:archiveText')}</p>
            <Button look={archived ? 'plain' : 'danger'} name="arsip" value={archived ? '0' : '1'}>{t(archived ? 'shelves:unarchive' : 'shelves:archive')}</Button>
          </form>
        ) : null}
      </div>
    </AdminFrame>
  )
}
