import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'

/** What was searched in vain, as a list of what to write next. */
export function GapsPage({ gaps }: { gaps: readonly { words: string; count: number; at: number }[] }) {
  const t = useT('readers')
  const k = useT('knowledge')
  const tongue = useTongue()
  const q = encodeURIComponent
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: k('title'), href: '/pengetahuan' }, { label: t('gaps.title') }]} />
      <div className="pagehead"><div><h1>{t('gaps.title')}</h1><p>{t('gaps.lede')}</p></div></div>
      {gaps.length === 0 ? <EmptyState title={t('gaps.none')} acts={<ButtonLink href="/pengetahuan/permintaan">{t('requests.title')}</ButtonLink>}>{t('gaps.noneText')}</EmptyState> : (
        <ul className="list">
          {gaps.map(gap => (
            <li key={gap.words} className="row py-3">
              <span className="min-w-0 flex-1 basis-56"><b>{gap.words}</b><br /><span className="sm muted">{t('gaps.times', { count: gap.count })} · {t('gaps.last')} {formatDate(gap.at, tongue)} · <a className="link" href={`/cari?q=${q(gap.words)}`}>{t('gaps.act')}</a></span></span>
              <ButtonLink small icon="pen-line" href={`/pengetahuan/tulis?judul=${q(gap.words)}`}>{t('gaps.write')}</ButtonLink>
              <ButtonLink small look="quiet" href={`/pengetahuan/permintaan/baru?judul=${q(gap.words)}`}>{t('gaps.request')}</ButtonLink>
              <form method="post" action="/pengetahuan/dicari"><Button small look="quiet" name="kata" value={gap.words} aria-label={t('gaps.dismissOf', { words: gap.words })}>{t('gaps.dismiss')}</Button></form>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
