import type { ReactNode } from 'react'
import { formatBytes, formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Kind, State } from '~/ui/marks'
import { formatIcons, materialPath, partOf, type Format } from '../formats'
import type { MaterialRow } from '../materials.queries.server'
import { collectionPath } from '../paths'
import { nameIn } from './article-row'

/** What it is, how large, how many pages: "PDF, 1,8 MB, 12 halaman". */
export function FileFacts({ format, size, pages }: { format: Format; size: number; pages: number }) {
  const t = useT('knowledge')
  const { locale } = useTongue()
  const facts = [t(`material.format.${format}`), ...(size > 0 ? [formatBytes(size, locale)] : []), ...(pages > 1 ? [t(`material.pages.${partOf(format)}`, { count: pages })] : [])]
  return <Kind icon={formatIcons[format]}>{facts.join(', ')}</Kind>
}

/** Files of a list, each a line; `act` stands at its end instead of the day. */
export function MaterialRows({ rows, shelf = true, act }: { rows: readonly MaterialRow[]; shelf?: boolean; act?: (row: MaterialRow) => ReactNode }) {
  const t = useT('knowledge')
  const tongue = useTongue()
  return (
    <ul className="list open">
      {rows.map(row => (
        <li key={row.id} className="trow">
          <div>
            <h3><a href={materialPath(row)}>{row.title}</a></h3>
            {row.description ? <p className="sm muted mt-1 max-w-[60ch] line-clamp-2">{row.description}</p> : null}
            <p className="meta">
              <FileFacts format={row.format} size={row.size} pages={row.pages} />
              {row.shown === null ? <State icon="clock">{t('material.version.waiting')}</State> : null}
              {shelf ? <a className="link" href={collectionPath(row.collectionSlug)}>{nameIn(tongue.locale, { name: row.collection, nameEn: row.collectionEn })}</a> : null}
            </p>
          </div>
          <p className="r l">{row.owner}</p>
          <div className="r">{act?.(row) ?? <span>{formatDate(row.at, tongue)}</span>}</div>
        </li>
      ))}
    </ul>
  )
}
