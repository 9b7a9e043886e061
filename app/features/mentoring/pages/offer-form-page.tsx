import { useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, Select, TextArea, TextInput } from '~/ui/field'
import { Breadcrumbs } from '~/ui/navigation'
import { useSaid } from '../components/use-said'
import type { TagWord } from '../directory.queries.server'
import { forms, languages, modes, positionGroups } from '../kinds'
import { directoryPath, editOfferPath, newOfferPath, offerPath, ownOffersPath } from '../paths'

export interface OfferFormProps {
  /** null for a new one */
  id: number | null
  /** still a draft: it can be opened with the same press */
  draft: boolean
  values: Record<string, string>
  chosen: Record<string, string[]>
  competencies: readonly TagWord[]
  units: readonly { id: number; name: string; depth: number }[]
  errors: Record<string, string[]>
  clientKey: string
}

const UNIT_FIELDS = [0, 1, 2]

/** Everything an offer is, in the order a mentor thinks of it: what, for whom, how, how much. */
export function OfferFormPage({ id, draft, values, chosen, competencies, units, errors, clientKey }: OfferFormProps) {
  const { t, mistakes, said } = useSaid(errors)
  const { locale } = useTongue()
  const opt = t('ui:form.optional')
  const on = (list: string, value: string) => chosen[list]?.includes(value) ?? false
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: directoryPath }, { label: t('nav.offers'), href: ownOffersPath }, { label: t(id ? 'offerForm.edit' : 'offer.new') }]} />
      <h1>{t(id ? 'offerForm.edit' : 'offer.new')}</h1>
      <p className="lede mt-2">{t('offerForm.lede')}</p>
      <ErrorSummary title={count => t('ui:form.mistakes', { count })} errors={mistakes} />
      <form method="post" action={id ? editOfferPath(id) : newOfferPath} className="form mt-5">
        <input type="hidden" name="clientKey" value={clientKey} />
        <Field label={t('offerForm.title')} hint={t('offerForm.titleHint')} error={said('title')} name="title"><TextInput defaultValue={values.title} maxLength={120} required /></Field>
        <Field label={t('offerForm.about')} hint={t('offerForm.aboutHint')} error={said('about')} name="about"><TextArea rows={6} grows maxLength={3000} defaultValue={values.about} required /></Field>
        <Field label={t('offerForm.expects')} hint={t('offerForm.expectsHint')} error={said('expects')} optional={opt} name="expects"><TextArea rows={3} grows maxLength={1000} defaultValue={values.expects} /></Field>
        <FieldGroup label={t('offerForm.topics')} hint={t('offerForm.topicsHint')} error={said('tags')} id="f-tags">
          <div className="grid gap-x-4 md:grid-cols-2">{competencies.map(one => <Choice key={one.slug} name="competencies" value={one.slug} defaultChecked={on('competencies', one.slug)}>{(locale === 'en' && one.nameEn) || one.name}</Choice>)}</div>
        </FieldGroup>
        <Field label={t('offerForm.tags')} hint={t('offerForm.tagsHint')} optional={opt} name="tags" id="f-tags-more"><TextInput defaultValue={values.tags} maxLength={300} /></Field>

        <h2 className="sec">{t('offerForm.how')}</h2>
        <FieldGroup label={t('offerForm.form')} error={said('form')} id="f-form">{forms.map(one => <Choice key={one} type="radio" name="form" value={one} defaultChecked={values.form === one} hint={t(`formHint.${one}`)}>{t(`form.${one}`)}</Choice>)}</FieldGroup>
        <FieldGroup label={t('offerForm.mode')} error={said('mode')} id="f-mode">{modes.map(one => <Choice key={one} type="radio" name="mode" value={one} defaultChecked={values.mode === one}>{t(`mode.${one}`)}</Choice>)}</FieldGroup>
        <Field label={t('offerForm.place')} hint={t('offerForm.placeHint')} error={said('place')} optional={opt} name="place"><TextInput defaultValue={values.place} maxLength={160} /></Field>
        <Field label={t('offerForm.link')} hint={t('offerForm.linkHint')} error={said('link')} optional={opt} name="link"><TextInput type="url" defaultValue={values.link} maxLength={300} placeholder="https://" /></Field>
        <FieldGroup label={t('offerForm.languages')} error={said('languages')} id="f-languages"><div className="grid gap-x-4 md:grid-cols-2">{languages.map(one => <Choice key={one} name="languages" value={one} defaultChecked={on('languages', one)}>{t(`language.${one}`)}</Choice>)}</div></FieldGroup>

        <h2 className="sec">{t('offerForm.much')}</h2>
        <div className="grid gap-4 md:grid-cols-3">
          <Field label={t('offerForm.capacity')} error={said('capacity')} name="capacity"><TextInput inputMode="numeric" defaultValue={values.capacity} maxLength={2} required /></Field>
          <Field label={t('offerForm.sessions')} error={said('sessions')} name="sessions"><TextInput inputMode="numeric" defaultValue={values.sessions} maxLength={2} /></Field>
          <Field label={t('offerForm.minutes')} error={said('minutes')} name="minutes"><TextInput inputMode="numeric" defaultValue={values.minutes} maxLength={3} /></Field>
        </div>
        <p className="sm muted">{t('offerForm.muchHint')}</p>

        <details open={Boolean(errors.forUnits) || ['forGroups', 'forUnits'].some(list => (chosen[list]?.length ?? 0) > 0) || Boolean(values.forPositions)}>
          <summary className="b">{t('offerForm.whom')}</summary>
          <p className="sm muted mt-2">{t('offerForm.whomHint')}</p>
          <div className="form mt-3">
            <FieldGroup label={t('offerForm.groups')} id="f-forGroups">{positionGroups.map(one => <Choice key={one} name="forGroups" value={one} defaultChecked={on('forGroups', one)}>{t(`group.${one}`)}</Choice>)}</FieldGroup>
            <Field label={t('offerForm.positions')} hint={t('offerForm.positionsHint')} error={said('forPositions')} optional={opt} name="forPositions"><TextInput defaultValue={values.forPositions} maxLength={300} /></Field>
            <FieldGroup label={t('offerForm.units')} error={said('forUnits')} id="f-forUnits">
              <div className="stack">{UNIT_FIELDS.map(at => <Select key={at} name="forUnits" aria-label={t('offerForm.unitNumber', { number: at + 1 })} defaultValue={chosen.forUnits?.[at] ?? ''} empty={t('offerForm.noUnit')} options={units.map(one => ({ value: String(one.id), label: `${'– '.repeat(one.depth)}${one.name}` }))} />)}</div>
            </FieldGroup>
          </div>
        </details>
        <div className="row">
          {id && !draft ? <Button look="primary">{t('ui:acts.save')}</Button> : <><Button look="primary" name="then" value="buka">{t('offerForm.publish')}</Button><Button name="then" value="simpan">{t('offerForm.preview')}</Button></>}
          <ButtonLink look="quiet" href={id ? offerPath(id) : ownOffersPath}>{t('ui:acts.cancel')}</ButtonLink>
        </div>
      </form>
    </div>
  )
}
