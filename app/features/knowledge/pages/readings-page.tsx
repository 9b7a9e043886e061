import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Breadcrumbs } from '~/ui/navigation'
import { articlePath } from '../paths'

export interface ReadingsPageProps {
  article: { id: number; slug: string; title: string }
  total: number
  thanks: number
  helpful: number
  unhelpful: number
  days: readonly { day: string; reads: number }[]
}

/** Bars of thirty days, drawn on the server; the table below them is the truth. */
function Bars({ days, title }: { days: ReadingsPageProps['days']; title: string }) {
  const most = Math.max(1, ...days.map(one => one.reads))
  return (
    <svg viewBox="0 0 600 120" width="100%" role="img" aria-label={title} className="max-w-[42rem]">
      <line x1="0" y1="119.5" x2="600" y2="119.5" className="stroke-line" />
      {days.map((one, at) => {
        const height = one.reads === 0 ? 0 : Math.max(2, Math.round((one.reads / most) * 110))
        return <rect key={one.day} x={at * 20 + 3} y={119 - height} width="14" height={height} className="fill-s-1" />
      })}
    </svg>
  )
}

/** How often a page was read, by day. Never by whom. */
export function ReadingsPage({ article, total, thanks, helpful, unhelpful, days }: ReadingsPageProps) {
  const t = useT('readers')
  const k = useT('knowledge')
  const tongue = useTongue()
  const number = (value: number) => formatNumber(value, tongue.locale)
  const month = days.reduce((sum, one) => sum + one.reads, 0)
  const finding = month > 0 ? t('readings.finding', { count: month }) : t('readings.none')
  const facts = [[t('readings.total'), number(total)], [t('readings.month'), number(month)], [t('readings.thanks'), number(thanks)], [t('readings.helpful'), t('readings.ofAll', { helped: helpful, all: helpful + unhelpful })]]
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: k('title'), href: '/pengetahuan' }, { label: article.title, href: articlePath(article) }, { label: t('readings.title') }]} />
      <div className="pagehead"><div><h1>{t('readings.title')}</h1><p>{t('readings.lede')}</p></div></div>
      <dl className="row gap-8 mb-6">{facts.map(([name, value]) => <div key={name}><dt className="sm muted">{name}</dt><dd className="text-xl b">{value}</dd></div>)}</dl>
      <h2 className="text-base mb-2">{finding}</h2>
      <Bars days={days} title={finding} />
      <table className="tbl sm mt-6">
        <caption className="vh">{t('readings.table')}</caption>
        <thead><tr><th scope="col">{t('readings.day')}</th><th scope="col" className="num">{t('readings.reads')}</th></tr></thead>
        <tbody>{[...days].reverse().filter((one, at) => at < 7 || one.reads > 0).map(one => <tr key={one.day}><th scope="row">{formatDate(`${one.day}T12:00:00Z`, tongue)}</th><td className="num">{number(one.reads)}</td></tr>)}</tbody>
      </table>
    </div>
  )
}
