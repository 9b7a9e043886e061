import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, Select, TextArea, TextInput } from '~/ui/field'
import { EmptyState } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { categoryName } from '../components/topic-row'
import { rhythms } from '../meetings-rhythm'

export interface SeriesFormProps {
  /** null for a new one */
  series: { id: number; url: string } | null
  /** where one may be started; none when it is edited */
  categories: { slug: string; name: string; nameEn: string }[]
  /** what stands in the form */
  values: Record<string, string>
  clientKey: string
  /** locale keys by field */
  errors: Record<string, string[]>
}

/** Start or change a regular discussion. */
export function SeriesFormPage({ series, categories, values, clientKey, errors }: SeriesFormProps) {
  const t = useT('meetings', 'http')
  const { locale } = useTongue()
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  const title = t(series ? 'form.editTitle' : 'series.start')
  if (!series && categories.length === 0) return <EmptyState title={title} acts={<ButtonLink href="/forum/rutin">{t('series.browse')}</ButtonLink>}>{t('form.nowhere')}</EmptyState>
  const optional = t('ui:form.optional')
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('forum'), href: '/forum' }, { label: t('series.title'), href: '/forum/rutin' }, { label: title }]} />
      <h1>{title}</h1>
      <p className="lede mt-2">{t(series ? 'form.editLede' : 'form.lede')}</p>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" className="form mt-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        <Field label={t('form.name')} hint={t('form.nameHint')} error={said('title')} name="title"><TextInput defaultValue={values.title} maxLength={110} autoComplete="off" /></Field>
        <Field label={t('form.purpose')} hint={t('form.purposeHint')} error={said('purpose')} name="purpose"><TextArea defaultValue={values.purpose} rows={4} maxLength={2000} grows /></Field>
        {series ? null : (
          <Field label={t('form.category')} hint={t('form.categoryHint')} error={said('category')} name="category">
            <Select defaultValue={values.category} empty={t('form.choose')} options={categories.map(one => ({ value: one.slug, label: categoryName(one, locale) }))} />
          </Field>
        )}
        <FieldGroup label={t('form.rhythm')} error={said('rhythm')} name="rhythm">
          {rhythms.map(one => <Choice key={one} type="radio" name="rhythm" value={one} defaultChecked={values.rhythm === one}>{t(`rhythm.${one}`)}</Choice>)}
        </FieldGroup>
        <div className="row items-end">
          <Field label={t('form.weekday')} error={said('weekday')} name="weekday"><Select defaultValue={values.weekday} options={[1, 2, 3, 4, 5, 6, 7].map(day => ({ value: String(day), label: t(`weekday.${day}`) }))} /></Field>
          <Field label={t('form.nth')} error={said('nth')} name="nth"><Select defaultValue={values.nth} options={[1, 2, 3, 4, 5].map(nth => ({ value: String(nth), label: t(`nth.${nth}`) }))} /></Field>
        </div>
        <div className="row items-end">
          <Field label={t('form.firstDay')} error={said('firstDay')} name="firstDay"><TextInput type="date" defaultValue={values.firstDay} /></Field>
          <Field label={t('form.time')} error={said('time')} name="time"><TextInput type="time" defaultValue={values.time} /></Field>
          <Field label={t('form.duration')} error={said('duration')} name="duration"><TextInput inputMode="numeric" defaultValue={values.duration} size={5} /></Field>
        </div>
        <Field label={t('form.place')} error={said('place')} optional={optional} name="place"><TextInput defaultValue={values.place} maxLength={200} /></Field>
        <Field label={t('form.link')} hint={t('form.linkHint')} error={said('link')} optional={optional} name="link"><TextInput type="url" defaultValue={values.link} maxLength={500} placeholder="https://" /></Field>
        <Field label={t('form.agenda')} hint={t('form.agendaHint')} error={said('agenda')} optional={optional} name="agenda"><TextArea defaultValue={values.agenda} rows={4} grows /></Field>
        <Field label={t('form.hosts')} hint={t('form.hostsHint')} error={said('hosts')} optional={optional} name="hosts"><TextArea defaultValue={values.hosts} rows={2} grows /></Field>
        <div className="row">
          <Button look="primary">{t(series ? 'form.save' : 'form.submit')}</Button>
          <ButtonLink look="quiet" href={series?.url ?? '/forum/rutin'}>{t('ui:acts.cancel')}</ButtonLink>
          {series ? <><span className="sp" /><ButtonLink look="danger" href={`/rutin/${series.id}/akhiri`}>{t('end.link')}</ButtonLink></> : null}
        </div>
      </form>
    </div>
  )
}
