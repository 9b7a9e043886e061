import { formatAgo, formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { EmptyState, State } from '~/ui/marks'
import { Breadcrumbs, Pager, Segments } from '~/ui/navigation'
import { RoomNav } from '../../components/room-nav'
import type { PairListRow } from '../../pairs-views'
import type { RequestRowView } from '../../requests-views'
import { Clock } from '../components/clock'

export type RequestTab = 'learner' | 'mentor' | 'needs'

export interface RequestListProps {
  tab: RequestTab
  counts: { learner: number; mentor: number; needs: number | null }
  open: RequestRowView[]
  done: RequestRowView[]
  next: number | null
  /** pairs that go on; on the learner's and the mentor's own list */
  pairs: PairListRow[]
  /** of the viewer */
  self: { id: number; name: string }
  paged: boolean
}

const address: Record<RequestTab, string> = { learner: '/mentoring/permintaan', mentor: '/mentoring/permintaan?daftar=masuk', needs: '/mentoring/permintaan?daftar=carikan' }

function Row({ row, tab, self }: { row: RequestRowView; tab: RequestTab; self: string }) {
  const t = useT('requests')
  const tongue = useTongue()
  return (
    <li className="py-3">
      <p><a className="b" href={`/mentoring/permintaan/${row.id}`}>{row.title ?? t('need.name')}</a></p>
      <p className="sm muted">{row.other ? [row.other.name, row.other.position, row.other.unit].filter(Boolean).join(' · ') : t('need.waits')} · {formatAgo(row.createdAt, tongue)}</p>
      <p className="sm mt-1">{row.goal}</p>
      <p className="sm mt-1">
        <Clock state={row.state} role={tab === 'learner' ? 'LEARNER' : tab === 'mentor' ? 'MENTOR' : 'OFFICER'} mentor={tab === 'mentor' ? self : tab === 'learner' ? (row.other?.name ?? null) : null} learner={tab === 'learner' ? self : (row.other?.name ?? '')} dueAt={row.dueAt} />
        {row.nudged && row.state !== 'ACCEPTED' ? <> · <State icon="bell">{t('list.nudged')}</State></> : null}
      </p>
    </li>
  )
}

function PairRow({ pair, self }: { pair: PairListRow; self: number }) {
  const t = useT('requests')
  const tongue = useTongue()
  const others = pair.mentorId === self ? pair.learners : [pair.mentor]
  const day = formatDate(`${pair.endsOn}T12:00:00Z`, { ...tongue, timeZone: 'UTC' })
  return (
    <li className="py-3">
      <p><a className="b" href={pair.waiting ? `/mentoring/ruang/${pair.id}/keluar` : `/mentoring/ruang/${pair.id}`}>{pair.title}</a></p>
      <p className="sm muted">{t('list.with', { names: others.join(', ') })} · {pair.waiting ? t('list.queued') : t(`pairState.${pair.state}`)} · {t('list.until', { day })}</p>
    </li>
  )
}

/** My requests, those asked of me, and for officers those who look for somebody; and the pairs that came of them. */
export function RequestListPage({ tab, counts, open, done, next, pairs, self, paged }: RequestListProps) {
  const t = useT('requests')
  const tabs = (['learner', 'mentor', ...(counts.needs === null ? [] : ['needs' as const])] as RequestTab[]).map(one => ({ label: t(`list.${one}`), href: address[one], count: counts[one] ?? 0, current: tab === one }))
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('mentoring'), href: '/mentoring' }, { label: t('list.title') }]} />
      <div className="pagehead"><div><h1>{t('list.title')}</h1><p>{t('list.lede')}</p></div>{tab === 'learner' ? <ButtonLink icon="search" href="/mentoring/carikan">{t('need.link')}</ButtonLink> : null}</div>
      <RoomNav current="requests" />
      <Segments label={t('list.filter')} items={tabs} />
      {paged ? null : (
        <section className="sec" aria-labelledby="terbuka">
          <div className="sech"><h2 id="terbuka">{t('list.open')}</h2></div>
          {open.length ? <ul className="list">{open.map(row => <Row key={row.id} row={row} tab={tab} self={self.name} />)}</ul>
            : <EmptyState heading="h3" title={t(`list.none.${tab}`)} acts={tab === 'learner' ? <ButtonLink look="primary" href="/mentoring">{t('others.directory')}</ButtonLink> : undefined}>{t(`list.noneText.${tab}`)}</EmptyState>}
        </section>
      )}
      {pairs.length && !paged ? (
        <section className="sec" aria-labelledby="pasangan">
          <div className="sech"><h2 id="pasangan">{t('list.pairs')}</h2></div>
          <ul className="list">{pairs.map(pair => <PairRow key={pair.id} pair={pair} self={self.id} />)}</ul>
        </section>
      ) : null}
      {done.length ? (
        <section className="sec" aria-labelledby="selesai">
          <div className="sech"><h2 id="selesai">{t('list.done')}</h2></div>
          <ul className="list">{done.map(row => <Row key={row.id} row={row} tab={tab} self={self.name} />)}</ul>
        </section>
      ) : null}
      <Pager label={t('list.done')} newer={paged ? { label: t('list.newest'), href: address[tab] } : null} older={next ? { label: t('list.older'), href: `${address[tab]}${tab === 'learner' ? '?' : '&'}sebelum=${next}` } : null} />
    </div>
  )
}
