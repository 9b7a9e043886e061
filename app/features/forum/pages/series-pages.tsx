import { WatchMenu } from '~/features/notifications/components/watch-menu'
import type { WatchState } from '~/features/notifications/watches.queries.server'
import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { EmptyState, NoteBar, State } from '~/ui/marks'
import { Breadcrumbs, Pager, Segments } from '~/ui/navigation'
import { MeetingState, useRhythm, useWhen } from '../components/meeting-words'
import { TaskList } from '../components/task-list'
import { AudienceWord, categoryName } from '../components/topic-row'
import { seriesPath } from '../meetings-paths'
import type { MeetingRow, SeriesPage as Props, SeriesRow } from '../meetings-views'
import { categoryPath, topicPath } from '../paths'

/** Every regular discussion the reader may know of. */
export function SeriesListPage({ rows, next, ended, mayStart, member }: { rows: SeriesRow[]; next: number | null; ended: boolean; mayStart: boolean; member: boolean }) {
  const t = useT('meetings')
  const tongue = useTongue()
  const rhythmOf = useRhythm()
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('forum'), href: '/forum' }, { label: t('series.title') }]} />
      <div className="pagehead">
        <div><h1>{t('series.title')}</h1><p>{t('series.lede')}</p>{member ? <p className="sm"><a className="link" href="/forum/tugas">{t('task.title')}</a></p> : null}</div>
        {mayStart ? <ButtonLink look="primary" icon="plus" href="/forum/rutin/baru">{t('series.start')}</ButtonLink> : null}
      </div>
      <Segments label={t('series.filter')} items={[{ label: t('series.running'), href: '/forum/rutin', current: !ended }, { label: t('series.ended'), href: '/forum/rutin?daftar=berakhir', current: ended }]} />
      {rows.length ? (
        <ul className="list">
          {rows.map(row => (
            <li key={row.id} className="py-3">
              <h2 className="text-base"><a href={seriesPath(row)}>{row.title}</a></h2>
              <p className="sm muted">{rhythmOf(row)} · {categoryName(row.category, tongue.locale)} · {t('hosts')} {row.hosts.join(', ')}</p>
              {row.next ? <p className="sm mt-1"><MeetingState times={row.next} now={tongue.now} /> <a className="link" href={topicPath(row.next)}>{formatDateTime(row.next.startsAt, tongue)}</a></p> : null}
            </li>
          ))}
        </ul>
      ) : (
        <div className="mt-5"><EmptyState title={t(ended ? 'series.noneEnded' : 'series.none')} acts={mayStart ? <ButtonLink href="/forum/rutin/baru">{t('series.start')}</ButtonLink> : <ButtonLink href="/forum">{t('series.toForum')}</ButtonLink>}>{t('series.noneText')}</EmptyState></div>
      )}
      <Pager label={t('series.filter')} older={next ? { label: t('older'), href: `/forum/rutin?${ended ? 'daftar=berakhir&' : ''}sebelum=${next}` } : null} />
    </div>
  )
}

function Row({ row }: { row: MeetingRow }) {
  const t = useT('meetings')
  const tongue = useTongue()
  const when = useWhen()
  return (
    <li className="py-3">
      <p><a className="b" href={topicPath(row)}>{when(row)}</a> <MeetingState times={row} now={tongue.now} /></p>
      <p className="sm muted">
        {t('answer.countCOME', { count: row.come })}
        {row.points ? <> · {t('series.points', { count: row.points })}</> : null}
        {row.decisions ? <> · {t('series.decisions', { count: row.decisions })}</> : null}
        {row.openTasks ? <> · {t('series.openTasks', { count: row.openTasks })}</> : null}
      </p>
      {row.minutes ? <p className="sm mt-1">{row.minutes}{row.minutes.length >= 220 ? '…' : ''}</p> : null}
    </li>
  )
}

/** One series: the next meeting, what every meeting is about, what was, and what is still to do. */
export function SeriesPage({ page, watch, calendar, paged }: { page: Props; watch: WatchState | null; calendar: string | null; paged: boolean }) {
  const t = useT('meetings')
  const tongue = useTongue()
  const rhythmOf = useRhythm()
  const { series, next, past, older, tasks, keep } = page
  const address = seriesPath(series)
  return (
    <>
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('forum'), href: '/forum' }, { label: t('series.title'), href: '/forum/rutin' }, { label: categoryName(series.category, tongue.locale), href: categoryPath(series.category.slug) }]} />
      <div className="pagehead">
        <div>
          <h1>{series.title}</h1>
          <p>{rhythmOf(series)} · {t('minutesLong', { count: series.duration })}</p>
          <p className="sm faint"><AudienceWord audience={series.category.audience} /></p>
        </div>
        {watch ? <WatchMenu watch={watch} back={address} /> : null}
        {keep ? <ButtonLink icon="pencil" href={`/rutin/${series.id}/ubah`}>{t('series.edit')}</ButtonLink> : null}
      </div>
      {series.ended ? <NoteBar className="mb-4">{t('series.endedNote')}</NoteBar> : null}
      <div className="two">
        <div>
          <p className="prose whitespace-pre-line">{series.purpose}</p>
          <section className="sec" aria-labelledby="berikutnya">
            <div className="sech"><h2 id="berikutnya">{t('series.next')}</h2></div>
            {next.length ? <ul className="list">{next.map(row => <Row key={row.id} row={row} />)}</ul> : <p className="muted sm">{t('series.noNext')}</p>}
          </section>
          <section className="sec" aria-labelledby="tugas">
            <div className="sech"><h2 id="tugas">{t('series.tasks')}</h2></div>
            {tasks.length ? <TaskList tasks={tasks} back={`${address}#tugas`} named /> : <p className="muted sm">{t('series.noTasks')}</p>}
          </section>
          <section className="sec" aria-labelledby="lalu">
            <div className="sech"><h2 id="lalu">{t('series.past')}</h2></div>
            {past.length ? <ul className="list">{past.map(row => <Row key={row.id} row={row} />)}</ul> : <p className="muted sm">{t('series.noPast')}</p>}
            <Pager label={t('series.past')} newer={paged ? { label: t('newest'), href: address } : null} older={older ? { label: t('older'), href: `${address}?kursor=${older}` } : null} />
          </section>
        </div>
        <aside className="side">
          <section>
            <h2>{t('series.facts')}</h2>
            <ul className="plain sm">
              <li><b>{t('hosts')}</b> {series.hosts.map((host, at) => <span key={host.id}>{at ? ', ' : ''}<a href={`/orang/${host.slug}`}>{host.name}</a></span>)}</li>
              {series.place ? <li><Icon name="map-pin" small /> {series.place}</li> : null}
              {series.link ? <li><Icon name="link" small /> <a className="link" href={series.link} rel="noopener noreferrer nofollow">{t('join')}</a></li> : null}
              <li>{t('series.since', { day: formatDate(`${series.firstDay}T12:00:00Z`, { ...tongue, timeZone: 'UTC' }) })}</li>
            </ul>
          </section>
          {series.agenda.length ? <section><h2>{t('agenda.title')}</h2><div className="prose sm"><ol>{series.agenda.map(point => <li key={point}>{point}</li>)}</ol></div></section> : null}
          {calendar ? (
            <section>
              <h2>{t('calendar.title')}</h2>
              <p className="sm muted">{t('calendar.text')}</p>
              <p className="sm mt-2"><a className="link break-all" href={calendar}>{t('calendar.feed')}</a></p>
              <form method="post" action={`/rutin/${series.id}/kunci`} className="mt-2"><Button small look="quiet">{t('calendar.renew')}</Button></form>
            </section>
          ) : null}
        </aside>
      </div>
    </>
  )
}

/** Asks once: others lose their meetings. */
export function EndSeriesPage({ series }: { series: { id: number; slug: string; title: string } }) {
  const t = useT('meetings')
  return (
    <div className="text">
      <h1>{t('end.title', { title: series.title })}</h1>
      <p className="mt-3">{t('end.text')}</p>
      <p className="mt-2"><State icon="info">{t('end.keeps')}</State></p>
      <form method="post" action={`/rutin/${series.id}/akhiri`} className="row mt-5">
        <Button look="danger">{t('end.submit')}</Button>
        <ButtonLink look="quiet" href={seriesPath(series)}>{t('ui:acts.cancel')}</ButtonLink>
      </form>
    </div>
  )
}
