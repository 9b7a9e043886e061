import { formatAgo } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { EmptyState, State } from '~/ui/marks'
import { Segments } from '~/ui/navigation'
import { useKeys } from '../components/keys'
import { ModerationFrame } from '../components/moderation-frame'
import { shelfName } from '../components/shelf-name'
import type { CaseItem, QueuePage as Props } from '../views'

function CaseRow({ row, where }: { row: CaseItem; where: string }) {
  const t = useT('moderation')
  const tongue = useTongue()
  return (
    <li className={row.claimedBy === null ? 'trow un' : 'trow'}>
      <div>
        <h2><a href={`/moderasi/${row.id}`} data-row="">{row.title}</a></h2>
        <p className="sm muted">{row.excerpt || t('queue.gone')}</p>
        <p className="meta">
          <State icon={row.origin === 'flag' ? 'flag' : row.origin === 'held' ? 'clock' : 'shield'}>{t(`origin.${row.origin}`)}</State>
          {row.flagCount > 0 ? <span>{t('queue.flags', { count: row.flagCount })}: {row.reasons.map(reason => t(`reason.${reason}`)).join(', ')}</span> : null}
          <span>{t('queue.by', { name: row.authorName })}</span>
          {where ? <span>{where}</span> : null}
          {row.claimedBy !== null ? <State icon="user">{t('queue.taken', { name: row.claimedBy })}</State> : row.mine ? <State icon="user" tone="leaf">{t('queue.mine')}</State> : null}
        </p>
      </div>
      <p className="r l">{t(`thing.${row.kind}`)}</p>
      <p className="r"><small>{formatAgo(row.openedAt, tongue)}</small></p>
    </li>
  )
}

export function QueuePage({ queue, administrator }: { queue: Props; administrator: boolean }) {
  const t = useT('moderation')
  const { locale } = useTongue()
  useKeys()
  const names = new Map(queue.shelves.map(one => [one.key, shelfName(one, locale)]))
  return (
    <ModerationFrame current="queue" title={t('title')} lede={t('queue.lede')} administrator={administrator}>
      {queue.shelves.length > 1 || queue.shelf ? (
        <Segments label={t('case.shelf')} items={[
          { label: t('queue.all'), href: '/moderasi', current: queue.shelf === '' },
          ...queue.shelves.map(one => ({ label: shelfName(one, locale), href: `/moderasi?daftar=${encodeURIComponent(one.key)}`, count: one.count, current: queue.shelf === one.key })),
        ]} />
      ) : null}
      {queue.rows.length === 0 ? <EmptyState title={t('queue.empty')} acts={<ButtonLink href="/moderasi/catatan">{t('log.title')}</ButtonLink>}>{t('queue.emptyText')}</EmptyState> : (
        <>
          <ul className="list mt-4" aria-label={t('queue.list')}>{queue.rows.map(row => <CaseRow key={row.id} row={row} where={names.get(row.shelf) ?? ''} />)}</ul>
          <p className="xs faint mt-3 js pc">{t('queue.keys')}</p>
        </>
      )}
      {queue.next ? <p className="mt-4"><ButtonLink href={`/moderasi?${new URLSearchParams({ ...(queue.shelf ? { daftar: queue.shelf } : {}), setelah: String(queue.next) })}`}>{t('queue.more')}</ButtonLink></p> : null}
    </ModerationFrame>
  )
}
