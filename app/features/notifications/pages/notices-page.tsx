import { formatAgo, formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import type { NoticeGroup, NoticeList } from '../notices.queries.server'

function Names({ names }: { names: readonly string[] }): string {
  const t = useT('notifications')
  const [first = '', second = '', ...more] = names
  if (!second) return first
  return more.length > 0 ? t('andOthers', { first, second }) : t('and', { first, last: second })
}

function Group({ group }: { group: NoticeGroup }) {
  const t = useT('notifications')
  const tongue = useTongue()
  const what = t(`told.${group.rule}.${group.count > 1 ? 'many' : 'one'}`, { count: group.count, name: Names({ names: group.names }) })
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

export function NoticesPage({ list, unread, paged }: { list: NoticeList; unread: number; paged: boolean }) {
  const t = useT('notifications')
  const newest = list.groups[0]?.id
  return (
    <>
      <div className="pagehead">
        <div>
          <h1>{t('title')}</h1>
          <p>{list.groups.length > 0 && unread === 0 ? t('allRead') : t('lede')}</p>
        </div>
        {unread > 0 && newest && (
          <form method="post" action="/pemberitahuan">
            {!paged && <input type="hidden" name="upTo" value={newest} />}
            <Button name="all" value="1">{t('markAll')}</Button>
          </form>
        )}
      </div>
      {list.groups.length === 0 ? (
        <div className="empty">
          <h2>{t('empty.title')}</h2>
          <p>{t('empty.text')}</p>
          <div className="row"><ButtonLink href="/forum">{t('empty.act')}</ButtonLink></div>
        </div>
      ) : (
        <ul className="list">{list.groups.map(group => <Group key={`${group.id}`} group={group} />)}</ul>
      )}
      <div className="row">
        {paged && <ButtonLink look="quiet" href="/pemberitahuan">{t('newest')}</ButtonLink>}
        {list.next && <ButtonLink href={`/pemberitahuan?sebelum=${list.next}`}>{t('older')}</ButtonLink>}
      </div>
    </>
  )
}
