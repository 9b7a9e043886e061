import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Icon } from '~/ui/icon'
import { NoteBar } from '~/ui/marks'
import type { ArticlePage } from '../article-page.queries.server'
import { articleActPath, articlePath } from '../paths'
import { Day } from './article-row'

/** Who checked it and until when that holds; plain once the day is over, and never gold where nobody but the writer looked. */
export function ApprovalLine({ page }: { page: ArticlePage }) {
  const t = useT('knowledge')
  const tongue = useTongue()
  const official = page.checkedByAnother && !page.stale && !page.obsolete
  const by = page.approvedBy
  return (
    <div className="approval">
      <span className={official ? 'text-gold flex' : 'faint flex'}><Icon name={official ? 'stamp' : 'clock'} /></span>
      <p className="sm">
        <b className={official ? 'text-gold-text' : undefined}>{t(page.checkedByAnother ? 'approval.approved' : 'approval.published')}</b>{' '}
        {by ? t('approval.by', { name: by.name, unit: by.unit ? `, ${by.unit}` : '', date: formatDate(page.approvedAt, tongue) }) : null} <span className="faint">{t('approval.revision', { number: page.revision })}</span>
        <br />
        <span className="muted">
          {page.checkBy ? <>{t(page.stale ? 'approval.overdue' : 'approval.checkBy')} <Day day={page.checkBy} />{page.stale ? t('approval.overdueText') : ''} · </> : null}
          <a className="link" href={articleActPath(page.id, 'riwayat')}>{t('history.title')}</a>
        </span>
      </p>
    </div>
  )
}

/** Headings of the text; the browser does the rest. */
export function Contents({ toc, phone }: { toc: ArticlePage['toc']; phone?: boolean }) {
  const t = useT('knowledge')
  if (toc.length < 2) return null
  const list = <ul className="toc sm">{toc.map(one => <li key={one.id} className={one.level === 3 ? 'pl-4' : undefined}><a href={`#${one.id}`}>{one.text}</a></li>)}</ul>
  if (phone) return <details className="ph mb-5"><summary className="b">{t('contents')}</summary>{list}</details>
  return <section className="pc"><h2>{t('contents')}</h2>{list}</section>
}

/** Whether it helped, and the way to say what is wrong. Two buttons of one small form; who says no may say why. */
export function Helpful({ page, said }: { page: ArticlePage; said: 'ya' | 'belum' | null }) {
  const t = useT('knowledge')
  const all = page.helpful + page.unhelpful
  return (
    <section className="card sec max-w-[42rem]" id="membantu">
      <form method="post" action={articleActPath(page.id, 'membantu')} className="row">
        <h2 className="flex-1 text-base">{t('helpful.title')}</h2>
        <button className="btn sm" name="helpful" value="ya" aria-pressed={page.mine === 'HELPFUL'}>{t('helpful.yes')}</button>
        <button className="btn sm" name="helpful" value="belum" aria-pressed={page.mine === 'UNHELPFUL'}>{t('helpful.no')}</button>
      </form>
      {said === 'ya' ? <p className="sm mt-2" role="status">{t('helpful.thanks')}</p> : null}
      {said === 'belum' ? (
        <form method="post" action={articleActPath(page.id, 'membantu')} className="form mt-3">
          <input type="hidden" name="helpful" value="belum" />
          <label className="lab" htmlFor="alasan-belum">{t('helpful.why')}</label>
          <textarea id="alasan-belum" name="text" className="in" rows={3} maxLength={1000} />
          <p><button className="btn sm">{t('helpful.send')}</button></p>
        </form>
      ) : null}
      <p className="sm muted mt-2">
        {all > 0 ? `${t('helpful.count', { helped: page.helpful, all })} ` : ''}
        {page.can.report ? <>{t('helpful.wrong')} <a className="link" href={articleActPath(page.id, 'perlu-diperbaiki')}>{t('report.act')}</a></> : null}
      </p>
    </section>
  )
}

/** What readers said to be wrong and the owner has not looked at yet. */
export function Remarks({ page }: { page: ArticlePage }) {
  const t = useT('knowledge')
  const tongue = useTongue()
  if (page.remarks.length === 0) return null
  return (
    <section className="sm">
      <NoteBar>
        <b>{t('notes.count', { count: page.remarks.length })}</b>
        {page.remarks.map(one => <p key={one.id} className="mt-1">“{one.text}” <span className="faint">{one.name}, {formatDate(one.at, tongue)}</span></p>)}
        <p className="mt-1">{t('notes.withOwner', { name: page.owner.name })}</p>
      </NoteBar>
    </section>
  )
}

/** Other articles that lead here, and the conversation it came from. */
export function Backlinks({ page, source }: { page: ArticlePage; source: { title: string; url: string } | null }) {
  const t = useT('knowledge')
  if (page.backlinks.length === 0 && !source) return null
  return (
    <section className="sec max-w-[42rem]">
      <h2>{t('backlinks')}</h2>
      <ul className="plain">
        {source ? <li><a className="link" href={source.url}>{source.title}</a> <span className="faint sm">{t('source')}</span></li> : null}
        {page.backlinks.map(one => <li key={one.id}><a className="link" href={articlePath(one)}>{one.title}</a> <span className="faint sm">{t('article')}</span></li>)}
      </ul>
    </section>
  )
}
