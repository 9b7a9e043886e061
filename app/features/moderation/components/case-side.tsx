import type { ReactNode } from 'react'
import { formatAgo, formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { State } from '~/ui/marks'
import type { CasePage } from '../views'

/** Who wrote it and what was decided about them before, other cases, and what moderators tell each other. */
export function CaseSide({ page, children }: { page: CasePage; children: ReactNode }) {
  const t = useT('moderation')
  const tongue = useTongue()
  const { author } = page
  return (
    <aside className="side">
      <section>
        <h2>{t('case.author')}</h2>
        <p><a className="b" href={`/orang/${author.slug}`}>{author.name}</a></p>
        <p className="sm muted">{t(`ui:kinds.${author.kind === 'ASN' ? 'asn' : author.kind === 'PARTNER' ? 'partner' : 'citizen'}`)} · {t('case.since', { date: formatDate(author.since, tongue) })}</p>
        <p className="sm muted">{author.decisions > 0 ? t('case.record', { count: author.decisions }) : t('case.recordNone')}</p>
        {author.silencedUntil > tongue.now ? <State icon="bell-off" tone="red">{t('case.silenced', { time: formatDateTime(author.silencedUntil, tongue) })}</State> : null}
        {author.suspendedUntil > tongue.now ? <State icon="lock" tone="red">{t('case.suspended', { time: formatDateTime(author.suspendedUntil, tongue) })}</State> : null}
      </section>
      {page.related.length > 0 ? (
        <section>
          <h2>{t('case.related')}</h2>
          <ul className="plain sm">
            {page.related.map(one => (
              <li key={one.id}><a href={`/moderasi/${one.id}`}>{one.title}</a><div className="xs faint">{one.closed ? one.acts.map(act => t(`done.${act}`)).join(', ') || t('case.undone') : t('case.relatedOpen')} · {formatAgo(one.openedAt, tongue)}</div></li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2>{t('case.notes')}</h2>
        {page.notes.length === 0 ? <p className="sm muted">{t('case.noNotes')}</p> : (
          <ul className="plain sm">{page.notes.map(note => <li key={note.id}><p className="whitespace-pre-line">{note.text}</p><div className="xs faint">{note.name} · {formatAgo(note.at, tongue)}</div></li>)}</ul>
        )}
        {children}
      </section>
    </aside>
  )
}
