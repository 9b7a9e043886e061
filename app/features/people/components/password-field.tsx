import { useT } from '~/platform/i18n/i18n'
import { Field, PasswordInput } from '~/ui/field'

/** A new password (with what it must be) or the present one. */
export function PasswordField({ name, label, error, fresh }: { name: 'password' | 'current'; label: string; error: string[]; fresh?: boolean }) {
  const t = useT('people')
  return (
    <Field label={label} name={name} error={error} hint={fresh ? t('form.passwordHint') : undefined}>
      <PasswordInput show={t('ui:acts.show')} hide={t('ui:acts.hide')} autoComplete={fresh ? 'new-password' : 'current-password'} required minLength={fresh ? 12 : undefined} maxLength={200} />
    </Field>
  )
}
