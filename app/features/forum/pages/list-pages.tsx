import { WatchMenu } from '~/features/notifications/components/watch-menu'
import type { WatchState } from '~/features/notifications/watches.queries.server'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/marks'
import { Breadcrumbs, Pager, Segments } from '~/ui/navigation'
import { TopicRows } from '../components/topic-row'
import { tagPath } from '../paths'
import type { TagView } from '../tags.queries.server'
import type { TopicList } from '../views'

function Pages({ base, list, cursor }: { base: string; list: TopicList; cursor: string | null }) {
  const t = useT('finding')
  const join = base.includes('?') ? '&' : '?'
  return (
    <Pager label={t('pages')} newer={cursor ? { label: t('newest'), href: base } : null}
      older={list.next ? { label: t('older'), href: `${base}${join}kursor=${encodeURIComponent(list.next)}` } : null} />
  )
}

/** Everything with something unread. `until` is the moment the page was made: "mark all read" goes no further. */
export function UnreadPage({ list, cursor, until }: { list: TopicList; cursor: string | null; until: number }) {
  const t = useT('finding')
  return (
    <>
      <Breadcrumbs label={t('forum:crumbs')} items={[{ label: t('forum:title'), href: '/forum' }, { label: t('unread.title') }]} />
      <div className="pagehead">
        <div><h1>{t('unread.title')}</h1><p>{t('unread.lede')}</p></div>
        {list.rows.length ? (
          <form method="post" action="/forum/dibaca">
            <input type="hidden" name="sampai" value={until} />
            <Button>{t('unread.markAll')}</Button>
          </form>
        ) : null}
      </div>
      {list.rows.length ? <TopicRows open {...list} /> : (
        <EmptyState title={t(list.next ? 'unread.further' : 'unread.empty')} acts={<ButtonLink href="/forum/baru">{t('fresh.title')}</ButtonLink>}>{t('unread.emptyText')}</EmptyState>
      )}
      <Pages base="/forum/belum-dibaca" list={list} cursor={cursor} />
    </>
  )
}

/** What was written since yesterday morning. */
export function FreshPage({ list, cursor, opened }: { list: TopicList; cursor: string | null; opened: boolean }) {
  const t = useT('finding')
  return (
    <>
      <Breadcrumbs label={t('forum:crumbs')} items={[{ label: t('forum:title'), href: '/forum' }, { label: t('fresh.title') }]} />
      <div className="pagehead"><div><h1>{t('fresh.title')}</h1><p>{t('fresh.lede')}</p></div></div>
      <Segments label={t('fresh.kinds')} items={[
        { label: t('fresh.all'), href: '/forum/baru', current: !opened }, { label: t('fresh.opened'), href: '/forum/baru?jenis=topik', current: opened },
      ]} />
      {list.rows.length ? <TopicRows open {...list} /> : (
        <div className="mt-5"><EmptyState title={t('fresh.empty')} acts={<ButtonLink href="/forum">{t('forum:allTopics')}</ButtonLink>}>{t('fresh.emptyText')}</EmptyState></div>
      )}
      <Pages base={opened ? '/forum/baru?jenis=topik' : '/forum/baru'} list={list} cursor={cursor} />
    </>
  )
}

/** The topics of a tag, what else it is called, and following it. */
export function TagPage({ tag, list, cursor, watch, mayKeep }: { tag: TagView; list: TopicList; cursor: string | null; watch: WatchState | null; mayKeep: boolean }) {
  const t = useT('finding')
  const { locale } = useTongue()
  const base = tagPath(tag.slug)
  const name = tag.competency ? (locale === 'en' && tag.competency.nameEn) || tag.competency.name : tag.slug
  return (
    <>
      <Breadcrumbs label={t('forum:crumbs')} items={[{ label: t('forum:title'), href: '/forum' }, { label: t('tag.crumb') }]} />
      <div className="pagehead">
        <div>
          <h1>{t('tag.title', { name })}</h1>
          {tag.description ? <p>{tag.description}</p> : null}
          {tag.competency ? <p className="sm muted">{t(`competency.${tag.competency.kind}`)} · {tag.competency.code}</p> : null}
          {tag.synonyms.length ? <p className="sm faint">{t('tag.also', { words: tag.synonyms.join(', ') })}</p> : null}
          <p className="sm faint"><a className="link" href={`${base}/rss.xml`}>RSS</a></p>
        </div>
        {watch ? <WatchMenu watch={watch} back={base} /> : null}
        {mayKeep ? <ButtonLink look="quiet" href={`/admin/tag/${tag.slug}`}>{t('tag.keep')}</ButtonLink> : null}
      </div>
      {list.rows.length ? <TopicRows open {...list} /> : (
        <EmptyState title={t(cursor ? 'tag.end' : 'tag.empty')} acts={<ButtonLink href={`/cari?q=${encodeURIComponent(tag.slug.replaceAll('-', ' '))}`}>{t('tag.search')}</ButtonLink>}>{t('tag.emptyText')}</EmptyState>
      )}
      <Pages base={base} list={list} cursor={cursor} />
    </>
  )
}
