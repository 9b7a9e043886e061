import { formatAgo, formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import type { NoticeGroup } from '../notices.queries.server'
import { toldWords } from '../words'

/** Notices of one thing as one line; its link opens the first unread and counts as reading. */
export function NoticeRow({ group }: { group: NoticeGroup }) {
  const t = useT('notifications')
  const tongue = useTongue()
  const what = toldWords(t, group.rule, group.count, group.names)
  return (
    <li className={group.unread ? 'trow un' : 'trow'}>
      <div>
        <h2><a href={`/pemberitahuan?buka=${group.id}`}>{what}</a></h2>
        <p className="meta">
          {group.unread && <span className="new">{t('unread')}</span>}
          <span>{group.title}</span>
          <time dateTime={new Date(group.at).toISOString()} title={formatDateTime(group.at, tongue)}>{formatAgo(group.at, tongue)}</time>
        </p>
      </div>
      {group.unread && (
        <form method="post" action="/pemberitahuan" className="r">
          <input type="hidden" name="id" value={group.id} />
          <Button look="quiet" small aria-label={t('markOneOf', { what })}>{t('markOne')}</Button>
        </form>
      )}
    </li>
  )
}
