import { useT, useTongue } from '~/platform/i18n/i18n'
import { KeptPart } from '~/ui/kept-part'
import type { CategoryView } from '../views'
import { categoryPath } from '../paths'
import { categoryName } from './topic-row'

/** The rooms of the forum, grouped by who reads them. */
export function CategoryMenu({ categories, current, filter, member, className }: {
  categories: readonly CategoryView[]; current: string | null; filter: string; member: boolean; className?: string
}) {
  const t = useT('forum')
  const { locale } = useTongue()
  const live = categories.filter(category => !category.archived)
  const groups: [string, CategoryView[]][] = [
    [t('groups.asn'), live.filter(category => category.audience === 'asn')],
    [t('groups.public'), live.filter(category => category.audience === 'public')],
    [t('groups.unit'), live.filter(category => category.audience !== 'asn' && category.audience !== 'public')],
  ]
  const unread = live.reduce((sum, category) => sum + category.unread, 0)
  return (
    <KeptPart as="nav" className={className ? `cats ${className}` : 'cats'} aria-label={t('categories')} part="category-menu" of={[categories, current, filter, member]} inside={() => <>
      {member ? <a href="/forum/belum-dibaca" aria-current={!current && filter === 'unread' ? 'page' : undefined}>{t('filter.unread')}<span className="c n">{unread || ''}</span></a> : null}
      <a href="/forum/baru">{t('fresh')}</a>
      <a href="/forum" aria-current={!current && filter !== 'unread' ? 'page' : undefined}>{t('allTopics')}</a>
      {groups.filter(([, list]) => list.length).map(([title, list]) => (
        <div key={title}>
          <h2>{title}</h2>
          {list.map(category => (
            <a key={category.id} href={categoryPath(category.slug)} aria-current={current === category.slug ? 'page' : undefined}>
              {categoryName(category, locale)}
              <span className={category.unread ? 'c n' : 'c'}>{category.unread ? t('newCount', { count: category.unread }) : ''}</span>
            </a>
          ))}
        </div>
      ))}
    </>} />
  )
}
