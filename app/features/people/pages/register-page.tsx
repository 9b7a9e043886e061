import { useT } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field, TextInput } from '~/ui/field'
import { Segments } from '~/ui/navigation'
import { DoorFrame } from '../components/account-frame'
import { useAnswer, type Answered } from '../components/answer'
import { PasswordField } from '../components/password-field'

/** Where the answer after registering is the same for everyone: the mail says the rest. */
export function MailSentPage({ title, text, back }: { title: string; text: string; back: { href: string; label: string } }) {
  return (
    <DoorFrame title={title} lede={text}>
      <p className="sm"><a className="link" href={back.href}>{back.label}</a></p>
    </DoorFrame>
  )
}

export function RegisterPage({ as, organisations = [], answer }: { as: 'citizen' | 'partner'; organisations?: string[]; answer: Answered | undefined }) {
  const t = useT('people')
  const { summary, errorOf, typed } = useAnswer(answer)
  return (
    <DoorFrame title={t('register.title')} lede={t(`register.${as}.lede`)}>
      <Segments label={t('register.as')} items={[
        { label: t('register.citizen.tab'), href: '/daftar', current: as === 'citizen' },
        { label: t('register.partner.tab'), href: '/daftar/mitra', current: as === 'partner' },
      ]} />
      <form method="post" className="form mt-5">
        <ErrorSummary {...summary} />
        <Field label={t('form.name')} name="name" hint={t('form.nameHint')} error={errorOf('name')}>
          <TextInput autoComplete="name" required maxLength={120} defaultValue={typed('name')} />
        </Field>
        {as === 'partner' && (
          <Field label={t('form.organisation')} name="organisation" hint={t('form.organisationHint')} error={errorOf('organisation')}>
            <TextInput autoComplete="organization" list="organisations" required maxLength={120} defaultValue={typed('organisation')} />
          </Field>
        )}
        {as === 'partner' && <datalist id="organisations">{organisations.map(name => <option key={name} value={name} />)}</datalist>}
        <Field label={t('form.email')} name="email" hint={t('form.emailHint')} error={errorOf('email')}>
          <TextInput type="email" autoComplete="email" required maxLength={254} defaultValue={typed('email')} />
        </Field>
        <PasswordField name="password" label={t('form.newPassword')} error={errorOf('password')} fresh />
        {as === 'citizen' && (
          <Field label={t('form.place')} name="place" hint={t('form.placeHint')} optional={t('ui:form.optional')} error={errorOf('place')}>
            <TextInput maxLength={80} defaultValue={typed('place')} />
          </Field>
        )}
        <p className="sm muted">{t('register.privacy')} <a className="link" href="/privasi">{t('register.privacyLink')}</a></p>
        <Button look="primary" wide>{t(`register.${as}.act`)}</Button>
        <p className="sm">{t('register.known')} <a className="link" href="/masuk">{t('signIn.title')}</a></p>
      </form>
    </DoorFrame>
  )
}
