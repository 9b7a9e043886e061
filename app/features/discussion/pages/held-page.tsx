import { formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { EmptyState, NoteBar, State } from '~/ui/marks'
import type { OwnHeld } from '../held.queries.server'

const looks = { WAITING: { icon: 'clock', tone: 'neutral' }, APPROVED: { icon: 'circle-check', tone: 'leaf' }, REJECTED: { icon: 'circle-x', tone: 'red' } } as const

/** What of the reader's own waits for a moderator, and what became of it. */
export function HeldPage({ held, fresh }: { held: OwnHeld[]; fresh: boolean }) {
  const t = useT('discussion')
  const tongue = useTongue()
  return (
    <div className="text">
      <h1>{t('held.page')}</h1>
      <p className="lede mt-2">{t('held.lede')}</p>
      {fresh ? <NoteBar tone="sea" role="status" className="mt-4">{t('held.sent')}</NoteBar> : null}
      {held.length === 0 ? <EmptyState title={t('held.empty')} acts={<ButtonLink href="/forum">{t('forum:allTopics')}</ButtonLink>}>{t('held.emptyText')}</EmptyState> : (
        <ul className="list mt-5">
          {held.map(one => (
            <li key={one.id} className="py-4">
              <p className="row"><State {...looks[one.state]}>{t(`held.state.${one.state}`)}</State><span className="xs faint">{formatDateTime(one.at, tongue)}{one.name ? ` · ${t('held.as', { name: one.name })}` : ''}</span></p>
              {one.title ? <h2 className="mt-1 text-base">{one.title}</h2> : null}
              <div className="prose mt-1" dangerouslySetInnerHTML={{ __html: one.html }} />
              {one.reason ? <p className="sm mt-2">{t('deleted.reason', { reason: one.reason })} <a className="link" href="/banding">{t('deleted.appeal')}</a></p> : null}
              {one.url ? <p className="sm mt-2"><a className="link" href={one.url}>{t('held.see')}</a></p> : null}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
