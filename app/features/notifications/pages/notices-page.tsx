import { useT } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { NoticeRow } from '../components/notice-row'
import type { NoticeList } from '../notices.queries.server'

export function NoticesPage({ list, unread, paged }: { list: NoticeList; unread: number; paged: boolean }) {
  const t = useT('notifications')
  const newest = list.groups[0]?.id
  return (
    <>
      <div className="pagehead">
        <div>
          <h1>{t('title')}</h1>
          <p>{list.groups.length > 0 && unread === 0 ? t('allRead') : t('lede')} <a className="link" href="/akun/pemberitahuan">{t('settings.heading')}</a></p>
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
        <ul className="list">{list.groups.map(group => <NoticeRow key={group.id} group={group} />)}</ul>
      )}
      <div className="row">
        {paged && <ButtonLink look="quiet" href="/pemberitahuan">{t('newest')}</ButtonLink>}
        {list.next && <ButtonLink href={`/pemberitahuan?sebelum=${list.next}`}>{t('older')}</ButtonLink>}
      </div>
    </>
  )
}
