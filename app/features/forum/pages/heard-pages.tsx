import { formatAgo, formatDate, formatNumber } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { Field, TextInput } from '~/ui/field'
import { EmptyState, Kind, State } from '~/ui/marks'
import { Breadcrumbs, Pager, Segments } from '~/ui/navigation'
import { Table } from '~/ui/table'
import { kindIcons } from '../kinds'
import { topicPath } from '../paths'
import type { AnswerTime, HeardRow, UnitHeard, UnitTime } from '../heard.queries.server'

export const heardPath = (code: string) => `/forum/unit/${encodeURIComponent(code)}`

/** "3,5 jam", "2,1 hari": of a median, in one unit. */
export function useSpan(): (minutes: number) => string {
  const t = useT('kinds')
  const { locale } = useTongue()
  return minutes => {
    if (minutes < 90) return t('heard.minutes', { count: Math.max(1, minutes) })
    const hours = minutes / 60
    return hours < 48 ? t('heard.hours', { amount: formatNumber(hours, locale, 1) }) : t('heard.days', { amount: formatNumber(hours / 24, locale, 1) })
  }
}

export function AnswerTimeLine({ time }: { time: AnswerTime | null }) {
  const t = useT('kinds')
  const span = useSpan()
  if (!time || time.medianMinutes === null) return <>{t('heard.tooFew', { count: time?.topics ?? 0 })}</>
  return <><b>{t('heard.median', { span: span(time.medianMinutes) })}</b> · {t('heard.volume', { topics: time.topics, answered: time.answered })}</>
}

/** Beside a unit's name elsewhere: its figure, and the way to what waits for it. */
export function UnitHeardLine({ code, time }: { code: string; time: AnswerTime | null }) {
  const t = useT('kinds')
  return <p className="sm muted"><AnswerTimeLine time={time} /> · <a className="link" href={heardPath(code)}>{t('heard.link')}</a></p>
}

/** How long units take to a first answer, with how much they are asked beside it. */
export function AnswerTimesPage({ units }: { units: UnitTime[] }) {
  const t = useT('kinds')
  const span = useSpan()
  return (
    <div className="text">
      <Breadcrumbs label={t('forum:crumbs')} items={[{ label: t('forum:title'), href: '/forum' }, { label: t('heard.title') }]} />
      <div className="pagehead"><div><h1>{t('heard.title')}</h1><p>{t('heard.lede')}</p></div></div>
      {units.length ? (
        <Table caption={t('heard.caption')} captionHidden columns={[{ key: 'unit', label: t('heard.unit') }, { key: 'topics', label: t('heard.topics'), number: true }, { key: 'answered', label: t('heard.answered'), number: true }, { key: 'median', label: t('heard.firstAnswer'), number: true }]}>
          <tbody>{units.map(unit => (
            <tr key={unit.code}>
              <th scope="row"><a className="link" href={heardPath(unit.code)}>{unit.name}</a></th>
              <td className="n">{unit.topics}</td><td className="n">{unit.answered}</td>
              <td className="n">{unit.medianMinutes === null ? <span className="faint">{t('heard.notShown')}</span> : span(unit.medianMinutes)}</td>
            </tr>
          ))}</tbody>
        </Table>
      ) : <EmptyState title={t('heard.none')}>{t('heard.noneText')}</EmptyState>}
      <p className="sm muted mt-5">{t('heard.how')}</p>
    </div>
  )
}

function Row({ row }: { row: HeardRow }) {
  const t = useT('kinds')
  const tongue = useTongue()
  const span = useSpan()
  const waits = Math.floor((tongue.now - row.openedAt) / 60_000)
  return (
    <li className="trow">
      <div>
        <h3><a href={topicPath(row)}>{row.title}</a></h3>
        <p className="meta">
          <Kind icon={kindIcons[row.kind]}>{t(`forum:kind.${row.kind}`)}</Kind>
          {row.official ? <State icon="stamp" tone="official">{t(`forum:official.state.${row.official}`)}</State> : row.answeredAt === null ? <State icon="clock">{t('heard.waitingFor', { span: span(waits > 2 * 1_440 ? Math.floor(waits / 1_440) * 1_440 : waits) })}</State> : <State icon="circle-check" tone="leaf">{t('heard.answeredOn', { date: formatDate(row.answeredAt, tongue) })}</State>}
          <span>{(tongue.locale === 'en' && row.categoryEn) || row.category}</span>
          <span>{t(`heard.reason.${row.reason}`)}</span>
        </p>
      </div>
      <p className="r l">{row.author}</p>
      <p className="r"><span>{formatAgo(row.openedAt, tongue)}</span><small>{t('forum:replies', { count: row.replies })}</small></p>
    </li>
  )
}

/** The public topics that concern a unit; what waits longest first. */
export function UnitHeardPage({ page, cursor, typed, error }: { page: UnitHeard; cursor: string | null; typed?: string; error?: string[] }) {
  const t = useT('kinds')
  const base = heardPath(page.unit.code)
  const all = page.filter === 'all'
  const address = (more: Record<string, string>) => `${base}${all || Object.keys(more).length ? `?${new URLSearchParams({ ...(all ? { saring: 'semua' } : {}), ...more })}` : ''}`
  return (
    <div className="two">
      <div>
        <Breadcrumbs label={t('forum:crumbs')} items={[{ label: t('forum:title'), href: '/forum' }, { label: t('heard.title'), href: '/forum/unit' }, { label: page.unit.name }]} />
        <div className="pagehead"><div><h1>{page.unit.name}</h1><p><AnswerTimeLine time={page.time} /></p></div></div>
        <Segments label={t('forum:filters')} items={[{ label: t('heard.unanswered'), href: base, current: !all }, { label: t('heard.all'), href: `${base}?saring=semua`, current: all }]} />
        {page.rows.length ? <ul className="list open">{page.rows.map(row => <Row key={row.id} row={row} />)}</ul> : (
          <div className="mt-5"><EmptyState title={t(all ? 'heard.empty' : 'heard.emptyUnanswered')} acts={<ButtonLink href={all ? '/forum' : `${base}?saring=semua`}>{t(all ? 'forum:allTopics' : 'heard.all')}</ButtonLink>}>{t(all ? 'heard.emptyText' : 'heard.emptyUnansweredText')}</EmptyState></div>
        )}
        <Pager label={t('forum:pages')} newer={cursor ? { label: t('forum:newest'), href: address({}) } : null} older={page.next ? { label: t('heard.more'), href: address({ kursor: page.next }) } : null} />
      </div>
      <aside className="side">
        <section>
          <h2>{t('heard.tags')}</h2>
          {page.tags.length ? <p className="row">{page.tags.map(tag => <a key={tag} className="tag" href={`/cari?q=${encodeURIComponent(tag)}`}>{tag}</a>)}</p> : <p className="sm muted">{t('heard.noTags')}</p>}
          {page.mine ? (
            <form method="post" action={`${base}/tag`} className="form mt-3">
              <Field label={t('heard.follow')} hint={t('heard.followHint')} error={error?.map(key => t(key))} name="tags"><TextInput defaultValue={typed ?? page.tags.join(', ')} autoComplete="off" /></Field>
              <div><Button small>{t('heard.followSave')}</Button></div>
            </form>
          ) : null}
        </section>
        <section><h2>{t('heard.about')}</h2><p className="sm muted">{t('heard.how')}</p><p className="sm muted mt-2">{t('heard.mentionHow', { code: page.unit.code })}</p></section>
      </aside>
    </div>
  )
}
