import { formatNumber } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import type { RoleName } from '~/platform/viewer'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field, Select, TextInput } from '~/ui/field'
import { EmptyState, NoteBar } from '~/ui/marks'
import { Pager } from '~/ui/navigation'
import { Table } from '~/ui/table'
import { AdminFrame } from '../components/admin-frame'
import { useAnswer, type Answered } from '../components/answer'
import type { ListedPerson } from '../people.queries.server'

type Listed = Omit<ListedPerson, 'closedAt'> & { closedAt: string | Date | null }

export interface PeopleListProps {
  people: Listed[]
  total: number
  older: string | null
  filter: { words: string; kind: string; state: string }
  administrator: boolean
}

const kindKey = { ASN: 'asn', CITIZEN: 'citizen', PARTNER: 'partner' } as const

export function PeopleListPage({ people, total, older, filter, administrator }: PeopleListProps) {
  const t = useT('people')
  const { locale } = useTongue()
  return (
    <AdminFrame current="people" administrator={administrator} title={t('admin.people.title')} lede={t('admin.people.count', { count: total, shown: formatNumber(total, locale) })} act={<ButtonLink href="/admin/undangan">{t('admin.invite.act')}</ButtonLink>}>
      <form method="get" className="row items-end mb-4">
        <Field label={t('admin.people.words')} name="q"><TextInput type="search" defaultValue={filter.words} maxLength={100} /></Field>
        <Field label={t('admin.people.kind')} name="jenis"><Select defaultValue={filter.kind} empty={t('admin.people.all')} options={(['ASN', 'CITIZEN', 'PARTNER'] as const).map(value => ({ value, label: t(`ui:kinds.${kindKey[value]}`) }))} /></Field>
        <Field label={t('admin.people.state')} name="keadaan"><Select defaultValue={filter.state} empty={t('admin.people.all')} options={(['open', 'waiting', 'closed'] as const).map(value => ({ value, label: t(`admin.people.states.${value}`) }))} /></Field>
        <Button>{t('ui:acts.filter')}</Button>
      </form>
      {people.length === 0 ? <EmptyState title={t('admin.people.none')} acts={<ButtonLink href="/admin/orang">{t('admin.people.showAll')}</ButtonLink>} /> : (
        <Table caption={t('admin.people.title')} captionHidden wide columns={[
          { key: 'name', label: t('form.name') }, { key: 'kind', label: t('admin.people.kind') }, { key: 'number', label: t('profile.number') },
          { key: 'unit', label: t('profile.unit') }, { key: 'state', label: t('admin.people.state') },
        ]}>
          <tbody>
            {people.map(person => (
              <tr key={person.id}>
                <th scope="row"><a className="link" href={`/admin/orang/${person.id}`}>{person.name}</a>{person.roles.length > 0 && <div className="sm muted">{person.roles.map(role => t(`role.${role}.name`)).join(', ')}</div>}</th>
                <td>{t(`ui:kinds.${kindKey[person.kind]}`)}</td><td className="nw">{person.number ?? '–'}</td>
                <td>{person.unit || person.organisation || '–'}{person.position && <div className="sm muted">{person.position}</div>}</td>
                <td>{t(`admin.people.states.${person.closedAt ? 'closed' : person.kind === 'ASN' && !person.hasPassword ? 'waiting' : 'open'}`)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pager label={t('ui:pages.label')} older={older ? { label: t('list.next'), href: older } : null} />
    </AdminFrame>
  )
}

export interface ManagedPersonProps {
  person: { id: number; name: string; slug: string; kind: 'ASN' | 'CITIZEN' | 'PARTNER'; email: string | null; number: string | null; position: string; unit: string; closed: boolean; hasPassword: boolean; roles: RoleName[] }
  roles: readonly RoleName[]
  may: { grant: boolean; close: boolean; invite: boolean }
  note: string | null
  administrator: boolean
}

export function ManagedPersonPage({ person, roles, may, note, administrator, answer }: ManagedPersonProps & { answer?: Answered | undefined }) {
  const t = useT('people')
  const { summary, errorOf, typed } = useAnswer(answer)
  return (
    <AdminFrame current="people" administrator={administrator} title={person.name} lede={[t(`ui:kinds.${kindKey[person.kind]}`), person.position, person.unit].filter(Boolean).join(' · ')} act={<ButtonLink href={`/orang/${person.slug}`}>{t('account.seeProfile')}</ButtonLink>} back={{ label: t('admin.people.title'), href: '/admin/orang' }}>
      {note && <NoteBar tone="leaf" role="status">{t(`admin.note.${note}`)}</NoteBar>}
      <div className="text">
        <ErrorSummary {...summary} />
        <dl className="dl mt-4">
          <dt>{t('profile.email')}</dt><dd>{person.email ?? t('account.noEmail')}</dd>
          {person.number && <><dt>{t('profile.number')}</dt><dd>{person.number}</dd></>}
          <dt>{t('admin.people.state')}</dt><dd>{t(`admin.people.states.${person.closed ? 'closed' : person.kind === 'ASN' && !person.hasPassword ? 'waiting' : 'open'}`)}</dd>
        </dl>
        {may.invite && (
          <form method="post" action={`/admin/orang/${person.id}/undangan`} className="sec form">
            <h2>{t('admin.invite.one')}</h2>
            <Field label={t('form.email')} name="email" hint={t('admin.invite.oneHint')} error={errorOf('email')}><TextInput type="email" maxLength={254} defaultValue={typed('email', person.email ?? '')} /></Field>
            <Button look="primary">{t('admin.invite.send')}</Button>
          </form>
        )}
        {may.grant && !person.closed && (
          <section className="sec">
            <h2>{t('admin.roles.title')}</h2><p className="sm muted">{t('admin.roles.lede')}</p>
            <ul className="list mt-2">
              {roles.map(role => {
                const held = person.roles.includes(role)
                return (
                  <li key={role} className="py-2">
                    <form method="post" action={`/admin/orang/${person.id}/peran`} className="row">
                      <input type="hidden" name="role" value={role} />{!held && <input type="hidden" name="give" value="1" />}
                      <span><b className="b">{t(`role.${role}.name`)}</b>{held && <> · {t('admin.roles.held')}</>}<br /><span className="sm muted">{t(`role.${role}.text`)}</span></span>
                      <span className="sp" /><Button small look={held ? 'danger' : 'plain'} aria-label={t(held ? 'admin.roles.takeOf' : 'admin.roles.giveOf', { role: t(`role.${role}.name`) })}>{t(held ? 'admin.roles.take' : 'admin.roles.give')}</Button>
                    </form>
                  </li>
                )
              })}
            </ul>
          </section>
        )}
        {may.close && (
          <form method="post" action={`/admin/orang/${person.id}/penutupan`} className="sec form">
            <h2>{t(person.closed ? 'admin.reopen.title' : 'admin.close.title')}</h2><p className="muted">{t(person.closed ? 'admin.reopen.text' : 'admin.close.text')}</p>
            <Button look={person.closed ? 'plain' : 'danger'} name="open" value={person.closed ? '1' : ''}>{t(person.closed ? 'admin.reopen.act' : 'admin.close.act')}</Button>
          </form>
        )}
      </div>
    </AdminFrame>
  )
}
