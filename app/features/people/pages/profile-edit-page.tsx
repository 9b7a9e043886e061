import { useT } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Choice, Field, FieldGroup, Select, TextArea, TextInput } from '~/ui/field'
import { NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { useAnswer, type Answered } from '../components/answer'
import { PhotoForm } from '../components/photo-form'
import { salutations } from '../components/salutations'
import { openableFields } from '../policy'

export interface ProfileEditProps {
  name: string
  fullName: string
  salutation: string
  slug: string
  kind: 'ASN' | 'CITIZEN' | 'PARTNER'
  about: string
  expertise: string[]
  place: string
  photo: string | null
  publicFields: string[]
  position: string
  unit: string
  organisation: string
  number: string | null
  saved: boolean
}

export function ProfileEditPage({ answer, ...own }: ProfileEditProps & { answer: Answered | undefined }) {
  const t = useT('people')
  const { summary, errorOf, typed, typedList } = useAnswer(answer)
  const asn = own.kind === 'ASN'
  const open = typedList('publicFields', own.publicFields)
  const fields = openableFields.filter(field => (asn ? field !== 'place' : field !== 'position'))
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('account.title'), href: '/akun' }, { label: t('account.profile') }]} />
      <h1>{t('account.profile')}</h1>
      {own.saved && <NoteBar tone="leaf" role="status" className="mt-4">{t('profile.saved')} <a className="link" href={`/orang/${own.slug}`}>{t('account.seeProfile')}</a></NoteBar>}
      <div className="sec"><h2>{t('profile.photo')}</h2><PhotoForm kind={own.kind} name={own.name} photo={own.photo} errors={[]} /></div>
      <form method="post" action="/profil" className="sec form">
        <h2>{t('profile.about')}</h2>
        <ErrorSummary {...summary} />
        {asn ? (
          <dl className="dl">
            <dt>{t('form.name')}</dt><dd>{own.fullName}</dd>
            <dt>{t('profile.position')}</dt><dd>{own.position || '–'}</dd>
            <dt>{t('profile.unit')}</dt><dd>{own.unit || '–'}</dd>
            {own.number && <><dt>{t('profile.number')}</dt><dd>{own.number}<br /><span className="sm muted">{t('profile.numberHint')}</span></dd></>}
          </dl>
        ) : (
          <Field label={t('form.name')} name="name" hint={t('form.nameHint')} error={errorOf('name')}>
            <TextInput autoComplete="name" required maxLength={120} defaultValue={typed('name', own.name)} />
          </Field>
        )}
        {asn && <p className="sm muted">{t('profile.fromFile')}</p>}
        <Field label={t('profile.salutation')} name="salutation" hint={t('profile.salutationHint')} error={errorOf('salutation')}>
          <Select defaultValue={typed('salutation', own.salutation)} options={salutations.map(word => ({ value: word, label: word || t('profile.noSalutation') }))} />
        </Field>
        <Field label={t('profile.aboutLabel')} name="about" optional={t('ui:form.optional')} error={errorOf('about')}>
          <TextArea rows={5} maxLength={1500} grows defaultValue={typed('about', own.about)} />
        </Field>
        <Field label={t('profile.expertise')} name="expertise" hint={t('profile.expertiseHint')} optional={t('ui:form.optional')} error={errorOf('expertise')}>
          <TextInput maxLength={600} defaultValue={typed('expertise', own.expertise.join(', '))} />
        </Field>
        {!asn && (
          <Field label={t('form.place')} name="place" hint={t('form.placeHint')} optional={t('ui:form.optional')} error={errorOf('place')}>
            <TextInput maxLength={80} defaultValue={typed('place', own.place)} />
          </Field>
        )}
        <FieldGroup label={t('profile.public')} name="publicFields" hint={t('profile.publicHint')} error={errorOf('publicFields')}>
          {fields.map(field => <Choice key={field} name="publicFields" value={field} defaultChecked={open.includes(field)}>{t(`profile.field.${field}`)}</Choice>)}
        </FieldGroup>
        <Button look="primary">{t('ui:acts.save')}</Button>
      </form>
    </div>
  )
}

/** Where a picture could not be taken: the same form with the reason, and the way back. */
export function PhotoPage(own: { name: string; kind: 'ASN' | 'CITIZEN' | 'PARTNER'; photo: string | null; errors: string[] }) {
  const t = useT('people')
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('account.title'), href: '/akun' }, { label: t('account.profile'), href: '/profil' }, { label: t('profile.photo') }]} />
      <h1>{t('profile.photo')}</h1>
      <div className="mt-6"><PhotoForm {...own} errors={own.errors.map(key => t(key))} /></div>
    </div>
  )
}
