import { formatAgo } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/marks'
import { draftPath } from '../draft-path'
import type { DraftRow } from '../views'

export function DraftsPage({ drafts }: { drafts: (DraftRow & { about: string })[] }) {
  const t = useT('discussion')
  const tongue = useTongue()
  return (
    <div className="text">
      <h1 className="mb-5">{t('drafts.title')}</h1>
      {drafts.length === 0 ? <EmptyState title={t('drafts.empty')} acts={<ButtonLink href="/forum">{t('forum:allTopics')}</ButtonLink>}>{t('drafts.emptyText')}</EmptyState> : (
        <ul className="list">
          {drafts.map(draft => (
            <li key={draft.place} className="py-3">
              <a className="b" href={draftPath(draft.place)}>{draft.title || draft.about || t('drafts.untitled')}</a>
              <p className="sm muted">{draft.excerpt}</p>
              <div className="row xs faint mt-1">
                <span>{t(draft.place.startsWith('new-topic') ? 'drafts.newTopic' : 'drafts.reply')} · {t('drafts.saved', { time: formatAgo(draft.updatedAt, tongue) })}</span>
                <form method="post" action="/draf"><button className="link" name="place" value={draft.place}>{t('drafts.discard')}</button></form>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
