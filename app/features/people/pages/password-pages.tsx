import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field, TextInput } from '~/ui/field'
import { DoorFrame } from '../components/account-frame'
import { useAnswer, type Answered } from '../components/answer'
import { PasswordField } from '../components/password-field'

export function ForgotPasswordPage({ answer }: { answer: Answered | undefined }) {
  const t = useT('people')
  const { summary, errorOf, typed } = useAnswer(answer)
  return (
    <DoorFrame title={t('forgot.title')} lede={t('forgot.lede')}>
      <form method="post" className="form">
        <ErrorSummary {...summary} />
        <Field label={t('form.login')} name="login" error={errorOf('login')}>
          <TextInput autoComplete="username" autoCapitalize="none" spellCheck={false} required maxLength={254} defaultValue={typed('login')} />
        </Field>
        <Button look="primary" wide>{t('forgot.act')}</Button>
        <p className="sm"><a className="link" href="/masuk">{t('forgot.back')}</a></p>
      </form>
    </DoorFrame>
  )
}

/** A link that was used, is too old or never was: all the same, and how to get a new one. */
export function LinkGonePage({ way }: { way: 'reset' | 'verify' | 'invitation' }) {
  const t = useT('people')
  return (
    <DoorFrame title={t('gone.title')} lede={t(`gone.${way}`)}>
      <ButtonLink href={way === 'verify' ? '/akun' : '/lupa-sandi'}>{t(way === 'verify' ? 'gone.toAccount' : 'gone.toForgot')}</ButtonLink>
    </DoorFrame>
  )
}

export function NewPasswordPage({ name, first, answer }: { name: string; first: boolean; answer: Answered | undefined }) {
  const t = useT('people')
  const { summary, errorOf } = useAnswer(answer)
  return (
    <DoorFrame title={t(first ? 'newPassword.firstTitle' : 'newPassword.title', { name })} lede={t(first ? 'newPassword.firstLede' : 'newPassword.lede')}>
      <form method="post" className="form">
        <ErrorSummary {...summary} />
        <PasswordField name="password" label={t('form.newPassword')} error={errorOf('password')} fresh />
        <Button look="primary" wide>{t('newPassword.act')}</Button>
      </form>
    </DoorFrame>
  )
}

export function VerifyPage({ email, answer }: { email: string; answer: Answered | undefined }) {
  const t = useT('people')
  const { summary } = useAnswer(answer)
  return (
    <DoorFrame title={t('verify.title')} lede={t('verify.lede', { email })}>
      <form method="post" className="form">
        <ErrorSummary {...summary} />
        <Button look="primary" wide>{t('verify.act')}</Button>
      </form>
    </DoorFrame>
  )
}

export function SignOutPage() {
  const t = useT('people')
  return (
    <DoorFrame title={t('signOut.title')} lede={t('signOut.lede')}>
      <form method="post" action="/keluar"><Button look="primary" wide>{t('ui:acts.signOut')}</Button></form>
    </DoorFrame>
  )
}
