import type { ReactNode } from 'react'
import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Kind, State } from '~/ui/marks'
import { articleIcons, type ArticleKindName } from '../kinds'
import type { ArticleRow } from '../lists.queries.server'
import { articleActPath, articlePath, collectionPath } from '../paths'

/** A name in the reader's language, where there is one. */
export const nameIn = (locale: string, one: { name: string; nameEn: string }): string => (locale === 'en' && one.nameEn) || one.name

export function ArticleKind({ kind }: { kind: ArticleKindName }) {
  const t = useT('knowledge')
  return <Kind icon={articleIcons[kind]}>{t(`kind.${kind}`)}</Kind>
}

/** Who reads it, in words. */
export function ReadersWord({ audience }: { audience: string }) {
  const t = useT('knowledge')
  return <>{t(audience === 'public' ? 'reads.public' : audience === 'asn' ? 'reads.asn' : audience.startsWith('unit:') ? 'reads.unit' : 'reads.group')}</>
}

/** "2026-12-05" as a date: a day without a time zone. */
export function Day({ day }: { day: string }) {
  const tongue = useTongue()
  return <time dateTime={day}>{formatDate(`${day}T12:00:00Z`, { ...tongue, timeZone: 'UTC' })}</time>
}

/** One article of a list. `work` leads to what is being written instead of what is read; `act` stands at the end of the line. */
export function ArticleRowItem({ row, work, shelf = true, act }: { row: ArticleRow; work?: boolean; shelf?: boolean; act?: ReactNode }) {
  const t = useT('knowledge')
  const tongue = useTongue()
  return (
    <li className="trow">
      <div>
        <h3><a href={work || row.approved === null ? articleActPath(row.id, 'tinjauan') : articlePath(row)}>{row.title}</a></h3>
        {row.summary && !work ? <p className="sm muted mt-1 max-w-[60ch]">{row.summary}</p> : null}
        <p className="meta">
          <ArticleKind kind={row.kind} />
          {row.work !== 'NONE' && work ? <State icon={row.work === 'REVIEW' ? 'clock' : row.work === 'RETURNED' ? 'reply' : 'pencil'} tone={row.work === 'RETURNED' ? 'red' : 'neutral'}>{t(`work.${row.work}`)}</State> : null}
          {row.stale && !row.obsolete ? <State icon="clock" tone="red">{t('stale.word')}</State> : null}
          {row.obsolete ? <State icon="circle-x">{t('obsolete.word')}</State> : null}
          {row.openNotes > 0 && work !== undefined ? <span>{t('notes.count', { count: row.openNotes })}</span> : null}
          {shelf ? <a className="link" href={collectionPath(row.collectionSlug)}>{nameIn(tongue.locale, { name: row.collection, nameEn: row.collectionEn })}</a> : null}
        </p>
      </div>
      <p className="r l">{row.owner}</p>
      <div className="r">{act ?? <span>{formatDate(row.at, tongue)}</span>}</div>
    </li>
  )
}

export function ArticleRows({ rows, work, shelf }: { rows: readonly ArticleRow[]; work?: boolean; shelf?: boolean }) {
  return <ul className="list open">{rows.map(row => <ArticleRowItem key={row.id} row={row} work={work} shelf={shelf} />)}</ul>
}
