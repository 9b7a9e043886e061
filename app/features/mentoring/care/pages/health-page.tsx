import { Fragment } from 'react'
import { formatAgo, formatDate, formatNumber } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState, NoteBar } from '~/ui/marks'
import { Table } from '~/ui/table'
import type { ProgrammeHealth } from '../../health.queries.server'
import { offerPath, pairingPath } from '../../paths'
import { ProgrammeHead } from './programme-head'

export interface HealthPageProps {
  health: ProgrammeHealth
  pairing: { id: number; state: string; progress: number } | null
  done: string | null
}

function Nudge({ action }: { action: string }) {
  const t = useT('care')
  return <form method="post" action={action}><Button small>{t('nudge.act')}</Button></form>
}

function Figures({ figures }: { figures: ProgrammeHealth['figures'] }) {
  const t = useT('care')
  const { locale } = useTongue()
  const share = (part: number, all: number) => (all > 0 ? t('figure.of', { part, all, percent: Math.round((part / all) * 100) }) : t('figure.none'))
  const lines: [string, string][] = [
    ['figure.answered', share(figures.answered, figures.asked)], ['figure.completion', share(figures.finished, figures.finished + figures.ended)], ['figure.running', formatNumber(figures.running, locale)], ['figure.open', formatNumber(figures.open, locale)],
    ['figure.satisfaction', figures.satisfaction === null ? t('figure.tooFew') : t('figure.rating', { rating: formatNumber(figures.satisfaction, locale, 2), count: figures.ratings })],
    ['figure.hours', t('figure.hoursOf', { hours: formatNumber(figures.minutes / 60, locale, 1) })], ['figure.silentMentors', formatNumber(figures.silentMentors, locale)],
  ]
  return (
    <section className="sec" aria-labelledby="angka"><h2 id="angka" className="sech">{t('health.figures')}</h2>
      <dl className="dl mt-3">{lines.map(([key, value]) => <Fragment key={key}><dt>{t(key)}</dt><dd className="b">{value}</dd></Fragment>)}</dl>
      <p className="sm faint mt-2">{t('health.year')}</p>
    </section>
  )
}

/** How the programme does, and whom somebody should look after: each list names what can be done about it. */
export function HealthPage({ health, pairing, done }: HealthPageProps) {
  const t = useT('care', 'mentoring')
  const tongue = useTongue()
  const { figures, late, silent, load, waiting } = health
  return (
    <>
      <ProgrammeHead part="kesehatan" title={t('health.title')} lede={t('health.lede')} end={<><ButtonLink small href="/mentoring/program/ekspor.xlsx" icon="download">{t('health.sheet')}</ButtonLink><ButtonLink small href="/mentoring/program/ekspor.pdf" icon="download">{t('health.pdf')}</ButtonLink></>} />
      {done ? <NoteBar tone="leaf" role="status" className="mt-4">{t(`done.${done}`)}</NoteBar> : null}
      {figures.reports > 0 ? <NoteBar tone="red" className="mt-4" href="/mentoring/program/laporan">{t('health.reports', { count: figures.reports })}</NoteBar> : null}
      <Figures figures={figures} />
      <section className="sec" aria-labelledby="terlambat"><h2 id="terlambat" className="sech">{t('health.late')}</h2>
        {late.length === 0 ? <EmptyState title={t('health.lateNone')} heading="h3">{t('health.lateNoneText')}</EmptyState> : (
          <Table caption={t('health.late')} captionHidden wide columns={['offer', 'mentor', 'learner', 'since', 'due', 'act'].map(key => ({ key, label: t(`column.${key}`) }))}>
            <tbody>{late.map(one => (
              <tr key={one.id}><th scope="row"><a className="link" href={offerPath(one.offerId)}>{one.title}</a></th><td>{one.mentor}</td><td>{one.learner}</td><td>{formatAgo(one.at, tongue)}</td><td>{formatDate(one.dueAt, tongue)}</td>
                <td>{one.nudgedAt && tongue.now - one.nudgedAt < 86_400_000 ? t('nudge.today') : <Nudge action={`/mentoring/program/colek/permintaan/${one.id}`} />}</td></tr>
            ))}</tbody>
          </Table>
        )}
      </section>
      <section className="sec" aria-labelledby="senyap"><h2 id="senyap" className="sech">{t('health.silent')}</h2>
        {silent.length === 0 ? <EmptyState title={t('health.silentNone')} heading="h3">{t('health.silentNoneText')}</EmptyState> : (
          <Table caption={t('health.silent')} captionHidden wide columns={['pair', 'mentor', 'learners', 'lastSign', 'act'].map(key => ({ key, label: t(`column.${key}`) }))}>
            <tbody>{silent.map(one => (
              <tr key={one.id}><th scope="row">{one.title}</th><td>{one.mentor}</td><td>{one.learners.join(', ')}</td><td>{formatAgo(one.lastSignAt, tongue)}</td><td><Nudge action={`/mentoring/program/colek/pasangan/${one.id}`} /></td></tr>
            ))}</tbody>
          </Table>
        )}
      </section>
      <section className="sec" aria-labelledby="menunggu"><h2 id="menunggu" className="sech">{t('health.waiting')}</h2>
        {waiting.length === 0 ? <EmptyState title={t('health.waitingNone')} heading="h3">{t('health.waitingNoneText')}</EmptyState> : (
          <>
            <ul className="plain">{waiting.map(one => (
              <li key={one.id}><p><b className="b">{one.learner}</b> <span className="faint sm">{formatAgo(one.at, tongue)}</span></p><p className="mt-1">{one.goal}</p>
                <p className="mt-1"><a className="link sm" href={`/mentoring/permintaan/${one.id}`}>{t('health.pairOne')}</a></p></li>
            ))}</ul>
            {pairing && (pairing.state === 'RUNNING' || pairing.state === 'READY')
              ? <ButtonLink href={pairingPath(pairing.id)}>{t('pairing.look')}</ButtonLink>
              : <form method="post" action="/mentoring/program/pasangkan" className="mt-3"><Button look="primary">{t('pairing.start', { count: waiting.length })}</Button></form>}
          </>
        )}
      </section>
      <section className="sec" aria-labelledby="beban"><h2 id="beban" className="sech">{t('health.load')}</h2>
        <Table caption={t('health.load')} captionHidden columns={[{ key: 'mentor', label: t('column.mentor') }, { key: 'taken', label: t('column.taken'), number: true }, { key: 'capacity', label: t('column.capacity'), number: true }, { key: 'waiting', label: t('column.waiting'), number: true }, { key: 'act', label: t('column.act') }]}>
          <tbody>{load.map(one => (
            <tr key={one.slug}><th scope="row"><a className="link" href={`/mentoring/m/${one.slug}`}>{one.name}</a></th><td className="n">{one.taken}</td><td className="n">{one.capacity}</td><td className="n">{one.waiting}</td>
              <td>{one.paused ? t('load.paused') : <a className="link" href={offerPath(one.offerId)}>{t('load.pause')}</a>}</td></tr>
          ))}</tbody>
        </Table>
      </section>
    </>
  )
}
