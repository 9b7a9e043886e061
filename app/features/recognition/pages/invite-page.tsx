import { formatAgo } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState, NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import type { Answerer, OwnInvitation } from '../invitations.server'

export interface InviteProps {
  threadId: number
  title: string
  url: string
  suggested: Answerer[]
  left: number
  /** name looked up; '' when these are the suggested ones */
  query: string
  note: boolean
  errors: string[]
}

export function InvitePage({ threadId, title, url, suggested, left, query, note, errors }: InviteProps) {
  const t = useT('recognition')
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: title, href: url }, { label: t('invite.title') }]} />
      <div className="pagehead"><div><h1>{t('invite.title')}</h1><p>{t('invite.lede')}</p></div></div>
      {note ? <NoteBar tone="leaf" role="status" className="mb-4">{t('invite.done')}</NoteBar> : null}
      {errors.length ? <NoteBar tone="red" role="alert" className="mb-4">{errors.map(key => t(key)).join(' ')}</NoteBar> : null}
      {left === 0 ? <NoteBar>{t('errors.enough')}</NoteBar> : (
        <>
          {suggested.length ? (
            <ul className="list">
              {suggested.map(person => (
                <li key={person.id} className="py-3 row">
                  <span>
                    <a className="b link" href={`/orang/${person.slug}`}>{person.name}</a>
                    {person.accepted || person.thanks ? <><br /><span className="sm muted">{t(person.accepted ? 'invite.accepted' : 'invite.thanked')}</span></> : null}
                  </span>
                  <span className="sp" />
                  <form method="post" action={`/utas/${threadId}/undang`}><Button small name="orang" value={person.id} aria-label={t('invite.actOf', { name: person.name })}>{t('invite.act')}</Button></form>
                </li>
              ))}
            </ul>
          ) : <EmptyState title={t(query ? 'invite.noneFound' : 'invite.none')}>{t('invite.noneText')}</EmptyState>}
          <form className="row mt-5" role="search">
            <label className="vh" htmlFor="f-nama">{t('invite.find')}</label>
            <input className="in" id="f-nama" name="nama" defaultValue={query} placeholder={t('invite.find')} maxLength={60} />
            <Button>{t('invite.findAct')}</Button>
          </form>
          <p className="sm faint mt-3">{t('invite.bounds')}</p>
        </>
      )}
      <p className="mt-5"><ButtonLink look="quiet" href={url}>{t('invite.back')}</ButtonLink></p>
    </div>
  )
}

export function InvitationsPage({ rows }: { rows: (OwnInvitation & { title: string; url: string })[] }) {
  const t = useT('recognition')
  const tongue = useTongue()
  return (
    <div className="text">
      <div className="pagehead"><div><h1>{t('asked.title')}</h1><p>{t('asked.lede')}</p></div></div>
      {rows.length ? (
        <ul className="list">
          {rows.map(row => (
            <li key={row.id} className="py-3 row">
              <span><a className="b" href={row.url}>{row.title}</a><br /><span className="sm muted">{t('asked.by', { name: row.byName, time: formatAgo(row.at, tongue) })}</span></span>
              <span className="sp" />
              <ButtonLink small look="primary" href={`/utas/${row.threadId}/balas`}>{t('asked.answer')}</ButtonLink>
              <form method="post" action={`/ajakan/${row.id}/tolak`}><Button small look="quiet" aria-label={t('asked.declineOf', { title: row.title })}>{t('asked.decline')}</Button></form>
            </li>
          ))}
        </ul>
      ) : <EmptyState title={t('asked.empty')} acts={<ButtonLink href="/forum?saring=unanswered">{t('asked.browse')}</ButtonLink>}>{t('asked.emptyText')}</EmptyState>}
    </div>
  )
}
