import { formatMoment } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { NoteBar, State } from '~/ui/marks'
import type { HeldView } from '../views'

/** What waits for a moderator in this thread: nobody but its author and moderators is given it. */
export function HeldList({ held, moderate }: { held: readonly HeldView[]; moderate: boolean }) {
  const t = useT('discussion')
  const tongue = useTongue()
  if (held.length === 0) return null
  return (
    <section id="menunggu" aria-label={t('held.title')}>
      {held.map(one => (
        <NoteBar key={one.id} tone="sea" className="mb-4">
          <p><State icon="clock">{t('held.waiting')}</State> <span className="xs faint">{one.mine ? '' : `${one.name} · `}{formatMoment(one.at, tongue)}</span></p>
          <div className="prose mt-2" dangerouslySetInnerHTML={{ __html: one.html }} />
          {one.mine ? <p className="sm muted mt-2">{t('held.own')}</p> : moderate ? (
            <form method="post" action={`/moderasi/hal/held/${one.id}`} className="mt-2"><button className="btn sm">{t('held.review')}</button></form>
          ) : null}
        </NoteBar>
      ))}
    </section>
  )
}
