import { WatchMenu } from '~/features/notifications/components/watch-menu'
import type { WatchState } from '~/features/notifications/watches.queries.server'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { KeptPart } from '~/ui/kept-part'
import { EmptyState } from '~/ui/marks'
import { Breadcrumbs, Pager, Segments } from '~/ui/navigation'
import { CategoryMenu } from '../components/category-menu'
import { ListNews } from '../components/list-news'
import { AudienceWord, categoryName, TopicRows } from '../components/topic-row'
import { categoryPath } from '../paths'
import type { ForumPage as Props, TopicFilter } from '../views'

const shownFilters: TopicFilter[] = ['latest', 'unanswered', 'question', 'discussion', 'experience', 'feedback', 'consultation', 'announcement', 'meeting']
/** Feedback is never asked where anybody reads, a consultation never where not everybody does. */
const shownIn = (filter: TopicFilter, audience: string | undefined, member: boolean) =>
  filter === 'feedback' ? member && audience !== 'public' : filter !== 'consultation' || audience === undefined || audience === 'public'

/** The forum's front, or one category of it. */
export function ForumPage({ page, member, cursor, watch }: { page: Props; member: boolean; cursor: string | null; watch?: WatchState | null }) {
  const t = useT('forum')
  const { locale } = useTongue()
  const { category, categories, filter, list } = page
  const base = category ? categoryPath(category.slug) : '/forum'
  const address = (changes: Record<string, string | null>) => {
    const query = new URLSearchParams()
    for (const [key, value] of Object.entries({ saring: filter === 'latest' ? null : filter, ...changes })) if (value !== null) query.set(key, value)
    return `${base}${query.size ? `?${query}` : ''}`
  }
  const mayOpen = category ? category.mayOpen : categories.some(one => one.mayOpen)
  const title = category ? categoryName(category, locale) : t('title')
  return (
    <div className="lead">
      <CategoryMenu className="stick pc" categories={categories} current={category?.slug ?? null} filter={filter} member={member} />
      <div>
        {category ? <Breadcrumbs label={t('crumbs')} items={[{ label: t('title'), href: '/forum' }, { label: title }]} /> : null}
        <div className="pagehead">
          <KeptPart as="div" part="forum-head" of={[category ?? member, filter]} inside={() => (
            <>
              <h1>{title}</h1>
              <p>{category ? (locale === 'en' && category.descriptionEn) || category.description : t('lede')}</p>
              {category ? null : <p className="sm"><a className="link" href="/forum/rutin">{t('meeting.regular')}</a>{member ? <> · <a className="link" href="/forum/tugas">{t('meeting.tasks')}</a></> : null}</p>}
              {category ? <p className="sm faint"><AudienceWord audience={category.audience} unit={category.unit} /> · <a className="link" href={`${base}/rss.xml${filter === 'latest' || filter === 'unread' ? '' : `?saring=${filter}`}`}>RSS</a></p> : null}
            </>
          )} />
          {watch ? <WatchMenu watch={watch} back={base} /> : null}
          {mayOpen
            ? <ButtonLink look="primary" icon="pen-line" href={`/forum/tulis${category ? `?kategori=${category.slug}` : ''}`}>{t('write')}</ButtonLink>
            : member ? null : <ButtonLink look="primary" href={`/masuk?ke=${encodeURIComponent(base)}`}>{t('signInToWrite')}</ButtonLink>}
        </div>
        <details className="ph card mb-3">
          <summary className="b">{t('allCategories')}</summary>
          <CategoryMenu categories={categories} current={category?.slug ?? null} filter={filter} member={member} />
        </details>
        <Segments label={t('filters')} items={shownFilters.filter(name => name === filter || shownIn(name, category?.audience, member)).map(name => ({ label: t(`filter.${name}`), href: address({ saring: name === 'latest' ? null : name }), current: filter === name }))} />
        <ListNews rows={list.rows} audiences={category ? [category.audience] : null} categoryId={category?.id ?? null} />
        {list.rows.length ? <TopicRows open rows={list.rows} categories={category ? undefined : list.categories} /> : (
          <div className="mt-5">
            <EmptyState title={t(filter === 'unread' ? 'empty.unread' : cursor ? 'empty.end' : 'empty.title')}
              acts={mayOpen && filter !== 'unread' ? <ButtonLink href={`/forum/tulis${category ? `?kategori=${category.slug}` : ''}`}>{t('write')}</ButtonLink> : <ButtonLink href="/forum">{t('allTopics')}</ButtonLink>}>
              {t(filter === 'unread' ? 'empty.unreadText' : 'empty.text')}
            </EmptyState>
          </div>
        )}
        <Pager label={t('pages')}
          newer={cursor ? { label: t('newest'), href: address({}) } : null}
          older={list.next ? { label: t('older'), href: address({ kursor: list.next }) } : null} />
        {member && filter === 'unread' && !category ? <p className="mt-4"><a className="btn sm" href="/forum/belum-dibaca">{t('allUnread')}</a></p> : null}
      </div>
    </div>
  )
}
