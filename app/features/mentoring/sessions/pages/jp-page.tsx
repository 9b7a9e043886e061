import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { EmptyState } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { useDayWords, zoneWord } from '../../components/session-words'
import type { LearnerJp } from '../../jp.queries.server'
import { jpTotal, ruleOn } from '../../jp'
import { sessionPath } from '../../paths'

/** What a learner's sessions are in JP, and how each figure came about, sentence by sentence. */
export function JpPage({ jp }: { jp: LearnerJp }) {
  const t = useT('sessions')
  const tongue = useTongue()
  const words = useDayWords()
  const figure = (value: number) => formatNumber(value, tongue.locale, 1)
  const month = (key: string) => formatDate(`${key}-15T12:00:00Z`, { ...tongue, timeZone: 'UTC' }).split(' ').slice(1).join(' ')
  const rule = ruleOn(jp.rules, 'MENTORING', new Date(tongue.now).toISOString().slice(0, 10))
  return (
    <div className="text">
      <Breadcrumbs label={t('crumbs')} items={[{ label: t('mentoring'), href: '/mentoring' }]} />
      <h1>{t('jp.title')}</h1>
      <p className="lede mt-2">{t('jp.lede')}</p>
      {rule ? <p className="note mt-4">{t('jp.rule', { jp: figure(rule.jpPerUnit), cap: rule.capPerMonth === null ? '–' : figure(rule.capPerMonth), zone: zoneWord(jp.timeZone) })} {t('jp.basis', { basis: rule.legalBasis })} {rule.verified ? '' : t('jp.unverified')}</p> : null}
      {jp.months.length === 0 ? <EmptyState title={t('jp.none')}>{t('jp.noneText')}</EmptyState> : <p className="mt-4"><b className="b">{t('jp.total', { jp: figure(jpTotal(jp.months)) })}</b></p>}
      {jp.months.map(one => (
        <section key={one.month} className="sec">
          <h2>{t('jp.month', { month: month(one.month), jp: figure(one.jp) })}</h2>
          <ol className="list">
            {one.lines.map(line => (
              <li key={line.session.id} className="py-2">
                <a className="link" href={sessionPath(line.session.id)}>{words.weekday(line.day)}, {words.long(line.day)}</a> · {jp.pairs[line.session.id]?.title}
                <br /><span className="sm muted">{t(`jp.line.${line.reason}`, { minutes: line.session.minutes, jp: figure(line.jp), cap: one.cap === null ? '' : figure(one.cap) })}</span>
              </li>
            ))}
          </ol>
          <p className="sm mt-2">{t('jp.sum', { parts: one.lines.map(line => figure(line.jp)).join(' + '), jp: figure(one.jp), count: one.lines.length })}</p>
        </section>
      ))}
      <p className="sm muted mt-5">{t('jp.verify')}</p>
    </div>
  )
}
