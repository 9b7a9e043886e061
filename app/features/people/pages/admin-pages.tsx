import { formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field, Select, TextInput } from '~/ui/field'
import { EmptyState, NoteBar } from '~/ui/marks'
import { AdminFrame } from '../components/admin-frame'
import { useAnswer, type Answered } from '../components/answer'
import type { UnitNode } from '../units.queries.server'

export interface InvitePageProps {
  units: { id: number; name: string; code: string }[]
  waiting: number
  note: { invited: number } | null
  administrator: boolean
}

export function InvitePage({ units, waiting, note, administrator, answer }: InvitePageProps & { answer: Answered | undefined }) {
  const t = useT('people')
  const { summary, errorOf, typed } = useAnswer(answer)
  return (
    <AdminFrame current="invite" administrator={administrator} title={t('admin.invite.title')} lede={t('admin.invite.lede')}>
      <div className="text">
        {note && <NoteBar tone="leaf" role="status" className="mb-4">{t('admin.invite.sent', { count: note.invited })}</NoteBar>}
        {waiting > 0 && (
          <form method="post" action="/admin/undangan/semua" className="card row mb-6"><span>{t('admin.invite.waiting', { count: waiting })}</span><span className="sp" /><Button>{t('admin.invite.all')}</Button></form>
        )}
        <form method="post" className="form">
          <ErrorSummary {...summary} />
          <Field label={t('form.name')} name="name" hint={t('admin.invite.nameHint')} error={errorOf('name')}><TextInput required maxLength={120} defaultValue={typed('name')} /></Field>
          <Field label={t('profile.number')} name="number" hint={t('admin.invite.numberHint')} error={errorOf('number')}><TextInput required inputMode="numeric" maxLength={40} autoComplete="off" defaultValue={typed('number')} /></Field>
          <Field label={t('form.email')} name="email" error={errorOf('email')}><TextInput type="email" required maxLength={254} autoComplete="off" defaultValue={typed('email')} /></Field>
          <Field label={t('profile.unit')} name="unitId" error={errorOf('unitId')}><Select required empty={t('ui:form.choose')} defaultValue={typed('unitId')} options={units.map(unit => ({ value: String(unit.id), label: unit.name }))} /></Field>
          <Field label={t('profile.position')} name="position" error={errorOf('position')}><TextInput required maxLength={120} defaultValue={typed('position')} /></Field>
          <Button look="primary">{t('admin.invite.send')}</Button>
        </form>
      </div>
    </AdminFrame>
  )
}

export function AdminUnitsPage({ units, administrator }: { units: UnitNode[]; administrator: boolean }) {
  const t = useT('people')
  const headless = units.filter(unit => !unit.head).length
  return (
    <AdminFrame current="units" administrator={administrator} title={t('admin.units.title')} lede={t('admin.units.lede', { count: headless })}>
      <ul className="list text">
        {units.map(unit => (
          <li key={unit.id} className={`row py-2 ${['', 'pl-5', 'pl-10', 'pl-15', 'pl-20'][Math.min(unit.depth, 4)] ?? ''}`}>
            <span><a className="link" href={`/admin/unit/${unit.id}`}>{unit.name}</a><br /><span className="sm muted">{unit.head ? t('unit.headIs', { name: unit.head.name }) : t('unit.noHead')}</span></span>
          </li>
        ))}
      </ul>
    </AdminFrame>
  )
}

export function UnitHeadPage({ unit, choices, headId, saved, administrator, answer }: {
  unit: { id: number; name: string }; choices: { id: number; name: string; position: string }[]; headId: number | null; saved: boolean; administrator: boolean; answer: Answered | undefined
}) {
  const t = useT('people')
  const { summary, errorOf, typed } = useAnswer(answer)
  return (
    <AdminFrame current="units" administrator={administrator} title={unit.name} lede={t('admin.units.headLede')} back={{ label: t('admin.units.title'), href: '/admin/unit' }}>
      <form method="post" className="form text">
        {saved && <NoteBar tone="leaf" role="status">{t('admin.units.saved')}</NoteBar>}
        <ErrorSummary {...summary} />
        <Field label={t('unit.head')} name="personId" hint={t('admin.units.headHint')} error={errorOf('personId')}>
          <Select defaultValue={typed('personId', headId ? String(headId) : '')} empty={t('unit.noHead')} options={choices.map(one => ({ value: String(one.id), label: one.position ? `${one.name} · ${one.position}` : one.name }))} />
        </Field>
        <Button look="primary">{t('ui:acts.save')}</Button>
      </form>
    </AdminFrame>
  )
}

export interface MailRow {
  id: string
  to: string
  subject: string
  at: string | Date
}

export function MailListPage({ mails, keeps }: { mails: MailRow[]; keeps: boolean }) {
  const t = useT('people')
  const tongue = useTongue()
  return (
    <AdminFrame current="mail" administrator title={t('admin.mail.title')} lede={t(keeps ? 'admin.mail.lede' : 'admin.mail.leaves')}>
      {mails.length === 0 ? <EmptyState title={t('admin.mail.none')}>{t('admin.mail.noneText')}</EmptyState> : (
        <ul className="list text">
          {mails.map(mail => (
            <li key={mail.id} className="py-2"><a className="b" href={`/admin/surat/${mail.id}`}>{mail.subject}</a><div className="sm muted">{mail.to} · {formatDateTime(mail.at, tongue)}</div></li>
          ))}
        </ul>
      )}
    </AdminFrame>
  )
}

/** The text of a mail with its addresses as links. */
function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/[^\s\]]+)/).map((part, at) => (at % 2 ? <a className="link break-all" href={part} key={at}>{part}</a> : part))
}

export function MailPage({ mail }: { mail: MailRow & { text: string } }) {
  const t = useT('people')
  const tongue = useTongue()
  return (
    <AdminFrame current="mail" administrator title={mail.subject} lede={`${mail.to} · ${formatDateTime(mail.at, tongue)}`} back={{ label: t('admin.mail.title'), href: '/admin/surat' }}>
      <div className="text card whitespace-pre-wrap"><Linked text={mail.text} /></div>
    </AdminFrame>
  )
}
