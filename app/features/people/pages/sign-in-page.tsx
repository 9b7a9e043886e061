import { useT } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { Choice, Field, TextInput } from '~/ui/field'
import { Mark, SongketBand } from '~/ui/mark'
import { NoteBar } from '~/ui/marks'
import { useAnswer, type Answered } from '../components/answer'
import { PasswordField } from '../components/password-field'

export function SignInPage({ to, note, answer }: { to: string; note: 'verified' | 'signedOut' | 'needed' | null; answer: Answered | undefined }) {
  const t = useT('people')
  const { errorOf, typed } = useAnswer(answer)
  return (
    <div className="grid items-center gap-10 lg:min-h-[34rem] lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-20">
      <div className="pc max-w-[30rem]">
        <Mark className="size-18!" />
        <p className="mt-5 mb-3 text-2xl font-[680] tracking-tight text-balance">{t('signIn.welcome')}</p>
        <p className="lede">{t('signIn.waiting')}</p>
        <div className="mt-6 w-50"><SongketBand /></div>
      </div>
      <div className="card">
        <h1 className="text-xl">{t('signIn.title')}</h1>
        {note && <NoteBar tone={note === 'verified' ? 'leaf' : 'plain'} role="status" className="mt-3">{t(`signIn.note.${note}`)}</NoteBar>}
        <form method="post" action="/masuk" className="form mt-4">
          <input type="hidden" name="ke" value={to} />
          {errorOf('').map(text => <NoteBar tone="red" role="alert" key={text}>{text}</NoteBar>)}
          <Field label={t('form.login')} name="login" error={errorOf('login')}>
            <TextInput autoComplete="username" autoCapitalize="none" spellCheck={false} required maxLength={254} defaultValue={typed('login')} />
          </Field>
          <PasswordField name="password" label={t('form.password')} error={errorOf('password')} />
          <Choice name="remember" defaultChecked={typed('remember') === 'on'} hint={t('form.rememberHint')}>{t('form.remember')}</Choice>
          <Button look="primary" wide>{t('signIn.act')}</Button>
          <p className="sm"><a className="link" href="/lupa-sandi">{t('signIn.forgot')}</a></p>
        </form>
        <hr className="my-5" />
        <p className="sm muted">
          {t('signIn.who')} <a className="link" href="/daftar">{t('signIn.registerCitizen')}</a>, <a className="link" href="/daftar/mitra">{t('signIn.registerPartner')}</a>. {t('signIn.asn')}
        </p>
      </div>
    </div>
  )
}
