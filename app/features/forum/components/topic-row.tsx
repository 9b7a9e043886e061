import { memo } from 'react'
import { formatAgo, formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Icon } from '~/ui/icon'
import { KeptPart } from '~/ui/kept-part'
import { Kind, State } from '~/ui/marks'
import { kindIcons } from '../kinds'
import type { CategoryBadge, TopicRow } from '../views'
import { tagPath, topicPath } from '../paths'

export function categoryName(category: Pick<CategoryBadge, 'name' | 'nameEn'>, locale: string): string {
  return locale === 'en' && category.nameEn ? category.nameEn : category.name
}

/** What the passing time changes in a row, and nothing else. */
function clockOf(row: TopicRow, when: string, now: number): unknown {
  return row.meeting ? [when, Math.floor(now / 60_000)] : row.closesAt === undefined ? when : [when, Math.ceil((row.closesAt - now) / 86_400_000)]
}

/** One topic in a list: what it is, who wrote last, what is new for the reader. */
const TopicRowItem = memo(function TopicRowItem({ row, category }: { row: TopicRow; category?: CategoryBadge | undefined }) {
  const tongue = useTongue()
  const when = formatAgo(row.at, tongue)
  return (
    <KeptPart
      as="li" className={row.unread ? 'trow un' : 'trow'} data-topic={row.id}
      part="topic-row" of={[row, category, clockOf(row, when, tongue.now)]} inside={() => <RowContent row={row} category={category} when={when} />}
    />
  )
})

/** Topics under each other; `categories` names those they stand in, where they are not all of one. */
export function TopicRows({ rows, categories, open }: { rows: readonly TopicRow[]; categories?: Readonly<Record<number, CategoryBadge>> | undefined; open?: boolean }) {
  const tongue = useTongue()
  const clocks = rows.map(row => clockOf(row, formatAgo(row.at, tongue), tongue.now))
  return (
    <KeptPart as="ul" className={open ? 'list open' : 'list'} part="topic-rows" of={[rows, categories, clocks]}
      inside={() => rows.map(row => <TopicRowItem key={row.id} row={row} category={categories?.[row.categoryId]} />)} />
  )
}

function RowContent({ row, category, when }: { row: TopicRow; category: CategoryBadge | undefined; when: string }) {
  const t = useT('forum')
  const tongue = useTongue()
  const path = topicPath(row)
  return (
    <>
      <div>
        <h3><a href={path}>{row.title}</a></h3>
        <p className="meta">
          <Kind icon={kindIcons[row.kind]}>{t(`kind.${row.kind}`)}</Kind>
          {row.answered ? <State icon="circle-check" tone="leaf">{t('state.answered')}</State> : null}
          <KindState row={row} />
          {row.pinned === undefined ? null : <State icon="pin">{t('act.pinnedUntil', { date: formatDate(row.pinned, tongue) })}</State>}
          {row.locked ? <State icon="lock">{t('state.locked')}</State> : null}
          {category ? <span>{categoryName(category, tongue.locale)}</span> : null}
          {row.tags.slice(0, 3).map(tag => <a key={tag} className="tag" href={tagPath(tag)}>{tag}</a>)}
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
    </>
  )
}

/** What a kind shows of itself in a list: the city's answer, how long it is open, how many have the same question, whom it asks. */
export function KindState({ row }: { row: Pick<TopicRow, 'kind' | 'official' | 'heard' | 'closesAt' | 'meToo' | 'askedOf' | 'answered' | 'meeting'> }) {
  const t = useT('forum')
  const tongue = useTongue()
  const { meeting } = row
  const left = row.closesAt === undefined ? 0 : Math.ceil((row.closesAt - tongue.now) / 86_400_000)
  return (
    <>
      {row.official ? <State icon="stamp" tone="official">{t(`official.state.${row.official}`)}</State> : row.heard && !row.answered ? <State icon="stamp" tone="official">{t('official.heard')}</State> : null}
      {row.closesAt === undefined ? null : left > 0
        ? <State icon="clock">{t('consultation.left', { count: left })}</State>
        : <State icon="lock">{t('consultation.closedOn', { date: formatDate(row.closesAt, tongue) })}</State>}
      {!meeting ? null : meeting.skipped ? <State icon="circle-x" tone="red">{t('meeting.skipped')}</State>
        : tongue.now >= meeting.endsAt ? null
          : tongue.now >= meeting.startsAt ? <span className="live">{t('meeting.now')}</span> : <State icon="calendar">{formatDateTime(meeting.startsAt, tongue)}</State>}
      {row.meToo && row.meToo > 1 ? <State icon="users">{t('meTooCount', { count: row.meToo })}</State> : null}
      {row.askedOf === undefined ? null : <State icon="lock">{row.askedOf > 0 ? t('feedback.forPeople', { count: row.askedOf }) : t('feedback.forUnit')}</State>}
    </>
  )
}

export function AudienceWord({ audience, unit }: { audience: string; unit?: string }) {
  const t = useT('forum')
  if (audience === 'public') return <><Icon name="globe" small /> {t('audience.public')}</>
  if (audience === 'asn') return <><Icon name="lock" small /> {t('audience.asn')}</>
  if (audience.startsWith('user:')) return <><Icon name="lock" small /> {t('act.onlyYou')}</>
  return <><Icon name="lock" small /> {unit ? t('audience.unitNamed', { unit }) : t('audience.unit')}</>
}
