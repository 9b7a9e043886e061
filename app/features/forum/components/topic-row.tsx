import { memo } from 'react'
import { formatAgo, formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Icon } from '~/ui/icon'
import { Kind, State } from '~/ui/marks'
import type { CategoryBadge, TopicKindName, TopicRow } from '../views'
import { topicPath } from '../paths'

export const kindIcons: Record<TopicKindName, 'circle-help' | 'notebook-pen' | 'megaphone' | 'messages-square'> = {
  QUESTION: 'circle-help', EXPERIENCE: 'notebook-pen', ANNOUNCEMENT: 'megaphone', DISCUSSION: 'messages-square',
}

export function categoryName(category: Pick<CategoryBadge, 'name' | 'nameEn'>, locale: string): string {
  return locale === 'en' && category.nameEn ? category.nameEn : category.name
}

/** One topic in a list: what it is, who wrote last, what is new for the reader. */
export const TopicRowItem = memo(function TopicRowItem({ row, category }: { row: TopicRow; category?: CategoryBadge | undefined }) {
  const t = useT('forum')
  const tongue = useTongue()
  const path = topicPath(row)
  const when = formatAgo(row.at, tongue)
  return (
    <li className={row.unread ? 'trow un' : 'trow'} data-topic={row.id}>
      <div>
        <h3><a href={path}>{row.title}</a></h3>
        <p className="meta">
          <Kind icon={kindIcons[row.kind]}>{t(`kind.${row.kind}`)}</Kind>
          {row.answered ? <State icon="circle-check" tone="leaf">{t('state.answered')}</State> : null}
          {row.locked ? <State icon="lock">{t('state.locked')}</State> : null}
          {category ? <span>{categoryName(category, tongue.locale)}</span> : null}
          {row.tags.slice(0, 3).map(tag => <a key={tag} className="tag" href={`/cari?q=${encodeURIComponent(tag)}`}>{tag}</a>)}
        </p>
      </div>
      <p className="r l">{row.last.name}<small>{row.last.kind === 'ASN' ? row.last.unit : t(`personKind.${row.last.kind}`)}</small></p>
      <p className="r">
        <span>{t('replies', { count: row.replies })}</span>
        <small>
          {row.unread
            ? <a className="new" href={`${path}/${row.firstUnread ?? row.lastNumber}#p${row.firstUnread ?? row.lastNumber}`} title={when}>{t('newCount', { count: row.unread })}</a>
            : <time dateTime={new Date(row.at).toISOString()} title={formatDateTime(row.at, tongue)}>{when}</time>}
        </small>
      </p>
    </li>
  )
})

export function AudienceWord({ audience, unit }: { audience: string; unit?: string }) {
  const t = useT('forum')
  if (audience === 'public') return <><Icon name="globe" small /> {t('audience.public')}</>
  if (audience === 'asn') return <><Icon name="lock" small /> {t('audience.asn')}</>
  return <><Icon name="lock" small /> {unit ? t('audience.unitNamed', { unit }) : t('audience.unit')}</>
}
