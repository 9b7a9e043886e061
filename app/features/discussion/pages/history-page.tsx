import { formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import type { RevisionDiff } from '../views'

/** Every version of a post, and what changed between two of them, in words. */
export function HistoryPage({ diff, url }: { diff: RevisionDiff; url: string }) {
  const t = useT('discussion')
  const tongue = useTongue()
  return (
    <div className="two">
      <div>
        <h1>{t('history.title', { number: diff.post.number })}</h1>
        <p className="muted mt-2">{diff.from === diff.to ? t('history.version', { number: diff.to }) : t('history.compare', { from: diff.from, to: diff.to })}</p>
        <p className="sm faint">{t('history.legend')}</p>
        <div className="prose mt-5 whitespace-pre-wrap">
          {diff.parts.map((part, index) => part.change === 'added' ? <ins key={index}>{part.text}</ins> : part.change === 'removed' ? <del key={index}>{part.text}</del> : <span key={index}>{part.text}</span>)}
        </div>
        <p className="mt-6"><ButtonLink href={url}>{t('history.back')}</ButtonLink></p>
      </div>
      <aside className="side">
        <section>
          <h2>{t('history.versions')}</h2>
          <ul className="plain sm">
            {diff.revisions.map(row => (
              <li key={row.revision}>
                <a className="b" href={`/pos/${diff.post.id}/riwayat?dari=${Math.max(1, row.revision - 1)}&ke=${row.revision}`} aria-current={row.revision === diff.to ? 'true' : undefined}>{t('history.version', { number: row.revision })}</a>
                <div className="faint">{t('history.by', { name: row.editorName, time: formatDateTime(row.at, tongue) })}</div>
              </li>
            ))}
          </ul>
        </section>
      </aside>
    </div>
  )
}
