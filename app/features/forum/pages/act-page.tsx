import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { Choice, Field, Select, TextArea, TextInput } from '~/ui/field'
import { Breadcrumbs } from '~/ui/navigation'
import { slowSteps, type ActName } from '../act-names'
import { categoryName } from '../components/topic-row'
import type { CategoryBadge, TopicKindName } from '../views'

export interface ActPageProps {
  act: ActName
  topic: { id: number; title: string; kind: TopicKindName; url: string; lastNumber: number }
  /** where it may go */
  categories: Pick<CategoryBadge, 'slug' | 'name' | 'nameEn'>[]
  /** the viewer moderates the whole house */
  everywhere: boolean
  values: Partial<Record<'reason' | 'until' | 'everywhere' | 'minutes' | 'category' | 'numbers' | 'title' | 'into', string>>
  errors: Record<string, string[]>
}

/** One act on a whole topic: what it does, what it needs to know, why. */
export function ActPage({ act, topic, categories, everywhere, values, errors }: ActPageProps) {
  const t = useT('forum', 'acts')
  const { locale } = useTongue()
  const said = (field: string) => errors[field]?.map(key => t(key))
  const mistakes = summaryOf(errors, t)
  return (
    <div className="text">
      <Breadcrumbs label={t('crumbs')} items={[{ label: t('title'), href: '/forum' }, { label: topic.title, href: topic.url }]} />
      <h1>{t(`acts:${act}.title`)}</h1>
      <p className="lede mt-2">{t(`acts:${act}.text`)}</p>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" action={`/topik/${topic.id}/${act}`} className="form mt-5">
        {act === 'sematkan' ? <>
          <Field label={t('acts:until')} hint={t('acts:untilHint')} error={said('until')} name="until"><TextInput type="date" defaultValue={values.until} /></Field>
          {everywhere && topic.kind === 'ANNOUNCEMENT' ? <Choice name="everywhere" value="1" defaultChecked={values.everywhere === '1'} hint={t('acts:everywhereHint')}>{t('acts:everywhere')}</Choice> : null}
        </> : null}
        {act === 'jeda' ? <Field label={t('acts:minutes')} error={said('minutes')} name="minutes"><Select defaultValue={values.minutes} options={slowSteps.map(step => ({ value: String(step), label: step === 0 ? t('acts:slowOff') : t('acts:slowEach', { count: step }) }))} /></Field> : null}
        {act === 'pindah' ? <Field label={t('acts:category')} hint={t('acts:categoryHint')} error={said('category')} name="category"><Select defaultValue={values.category} empty={t('new.chooseCategory')} options={categories.map(one => ({ value: one.slug, label: categoryName(one, locale) }))} /></Field> : null}
        {act === 'pecah' ? <>
          <Field label={t('acts:numbers')} hint={t('acts:numbersHint', { last: topic.lastNumber })} error={said('numbers')} name="numbers"><TextInput defaultValue={values.numbers} inputMode="text" autoComplete="off" /></Field>
          <Field label={t('acts:newTitle')} error={said('title')} name="title"><TextInput defaultValue={values.title} maxLength={150} autoComplete="off" /></Field>
        </> : null}
        {act === 'gabung' ? <Field label={t('acts:into')} hint={t('acts:intoHint')} error={said('into')} name="into"><TextInput defaultValue={values.into} autoComplete="off" /></Field> : null}
        {act === 'tampilkan' || act === 'buka' ? null : <Field label={t('acts:reason')} hint={t('acts:reasonHint')} error={said('reason')} name="reason"><TextArea defaultValue={values.reason} rows={3} maxLength={500} /></Field>}
        <div className="row"><Button look="primary">{t(`acts:${act}.do`)}</Button><ButtonLink look="quiet" href={topic.url}>{t('ui:acts.cancel')}</ButtonLink></div>
      </form>
    </div>
  )
}
