import { formatAgo, formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field, TextInput } from '~/ui/field'
import { Icon } from '~/ui/icon'
import { NoteBar, Time } from '~/ui/marks'
import { AccountFrame } from '../components/account-frame'
import { useAnswer, type Answered } from '../components/answer'
import { deviceOf } from '../device'
import { PasswordField } from '../components/password-field'

export interface AccountProps {
  name: string
  slug: string
  email: string | null
  verified: boolean
  number: string | null
  sessions: number
  mayClose: boolean
  note: 'verified' | 'password' | 'emailSent' | 'resent' | null
}

export function AccountPage({ name, slug, email, verified, number, sessions, mayClose, note }: AccountProps) {
  const t = useT('people', 'feeds', 'shortcuts')
  const rows = [
    { href: '/profil', title: t('account.profile'), text: t('account.profileText') },
    { href: '/akun/surel', title: t('account.email'), text: email ?? t('account.noEmail') },
    { href: '/akun/sandi', title: t('account.password'), text: t('account.passwordText') },
    { href: '/akun/sesi', title: t('account.sessions'), text: t('account.sessionsText', { count: sessions }) },
    { href: '/akun/pemberitahuan', title: t('account.notices'), text: t('account.noticesText') },
    { href: '/akun/umpan', title: t('feeds:title'), text: t('feeds:accountText') },
    { href: '/pintasan', title: t('shortcuts:title'), text: t('shortcuts:lede') },
    { href: '/akun/ikuti', title: t('account.watches'), text: t('account.watchesText') },
    { href: '/akun/blokir', title: t('blocks.title'), text: t('blocks.text') },
    { href: '/banding', title: t('account.decisions'), text: t('account.decisionsText') },
    ...(mayClose ? [{ href: '/akun/tutup', title: t('account.close'), text: t('account.closeText') }] : []),
  ]
  return (
    <div className="text">
      <div className="pagehead"><div><h1>{t('account.title')}</h1><p>{name}{number && <> · <span className="nw">{t('profile.number')} {number}</span></>}</p></div><ButtonLink href={`/orang/${slug}`}>{t('account.seeProfile')}</ButtonLink></div>
      {note && <NoteBar tone="leaf" role="status">{t(`account.note.${note}`)}</NoteBar>}
      {!verified && (
        <NoteBar tone="sea" className="mt-3">
          <form method="post" action="/akun" className="row"><span>{t('account.unverified', { email: email ?? '' })}</span><Button small>{t('account.resend')}</Button></form>
        </NoteBar>
      )}
      <ul className="list mt-4">
        {rows.map(row => (
          <li key={row.href} className="py-3">
            <a href={row.href} className="row flex-nowrap"><span><b className="b">{row.title}</b><br /><span className="sm muted">{row.text}</span></span><span className="sp" /><Icon name="chevron-right" /></a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export interface SessionRow {
  id: number
  userAgent: string
  address: string
  createdAt: string | Date
  seenAt: string | Date
  remember: boolean
  current: boolean
}

export function SessionsPage({ sessions, ended }: { sessions: SessionRow[]; ended: boolean }) {
  const t = useT('people')
  const tongue = useTongue()
  return (
    <AccountFrame title={t('account.sessions')} lede={t('sessions.lede')}>
      {ended && <NoteBar tone="leaf" role="status" className="mb-4">{t('sessions.ended')}</NoteBar>}
      <ul className="list">
        {sessions.map(session => {
          const device = deviceOf(session.userAgent) || t('sessions.unknownDevice')
          return (
            <li key={session.id} className="py-3">
              <form method="post" className="row">
                <input type="hidden" name="sessionId" value={session.id} />
                <span>
                  <b className="b">{device}</b>{session.current && <> · {t('sessions.current')}</>}<br />
                  <span className="sm muted">
                    {t('sessions.seen')} <Time at={new Date(session.seenAt).toISOString()} title={formatDateTime(session.seenAt, tongue)}>{formatAgo(session.seenAt, tongue)}</Time>
                    {session.address && <> · {t('sessions.network', { address: session.address })}</>} · {t('sessions.since', { at: formatDateTime(session.createdAt, tongue) })}
                  </span>
                </span>
                <span className="sp" />
                <Button small aria-label={t('sessions.revokeOf', { device })}>{t(session.current ? 'ui:acts.signOut' : 'sessions.revoke')}</Button>
              </form>
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 && <form method="post" className="mt-4"><Button look="danger" name="sessionId" value="others">{t('sessions.revokeOthers')}</Button></form>}
    </AccountFrame>
  )
}

export function ChangePasswordPage({ answer }: { answer: Answered | undefined }) {
  const t = useT('people')
  const { summary, errorOf } = useAnswer(answer)
  return (
    <AccountFrame title={t('account.password')} lede={t('password.lede')}>
      <form method="post" className="form max-w-[26rem]">
        <ErrorSummary {...summary} />
        <PasswordField name="current" label={t('form.currentPassword')} error={errorOf('current')} />
        <PasswordField name="password" label={t('form.newPassword')} error={errorOf('password')} fresh />
        <Button look="primary">{t('password.act')}</Button>
      </form>
    </AccountFrame>
  )
}

export function ChangeEmailPage({ email, answer }: { email: string | null; answer: Answered | undefined }) {
  const t = useT('people')
  const { summary, errorOf, typed } = useAnswer(answer)
  return (
    <AccountFrame title={t('account.email')} lede={email ? t('email.lede', { email }) : t('email.none')}>
      <form method="post" className="form max-w-[26rem]">
        <ErrorSummary {...summary} />
        <Field label={t('form.newEmail')} name="email" hint={t('email.hint')} error={errorOf('email')}>
          <TextInput type="email" autoComplete="email" required maxLength={254} defaultValue={typed('email')} />
        </Field>
        <PasswordField name="current" label={t('form.currentPassword')} error={errorOf('current')} />
        <Button look="primary">{t('email.act')}</Button>
      </form>
    </AccountFrame>
  )
}

export function CloseAccountPage({ answer }: { answer: Answered | undefined }) {
  const t = useT('people')
  const { summary, errorOf } = useAnswer(answer)
  return (
    <AccountFrame title={t('account.close')} lede={t('close.lede')}>
      <form method="post" className="form max-w-[26rem]">
        <ErrorSummary {...summary} />
        <PasswordField name="current" label={t('form.currentPassword')} error={errorOf('current')} />
        <div className="row"><ButtonLink href="/akun">{t('ui:acts.cancel')}</ButtonLink><Button look="destroy">{t('close.act')}</Button></div>
      </form>
    </AccountFrame>
  )
}
