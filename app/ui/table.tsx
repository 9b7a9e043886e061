import type { ReactNode } from 'react'
import { Icon } from './icon'

export interface Column {
  key: string
  label: ReactNode
  /** a column of checkboxes: as narrow as it can be */
  narrow?: boolean
  /** numbers stand right */
  number?: boolean
  /** a sortable column's link, and how it is sorted now */
  sort?: { href: string; now?: 'ascending' | 'descending' }
}

/**
 * A real table that scrolls sideways in a focusable region where it is too wide. Rows are `<tr>` of your own:
 * `<th scope="row">` first, `<td className="n">` for numbers, `className="sel"` on chosen rows.
 */
export function Table({ caption, captionHidden, columns, wide, pinFirst, children }: {
  caption: string
  captionHidden?: boolean
  columns: readonly Column[]
  /** keeps 42 rem, so a phone scrolls it instead of squeezing it */
  wide?: boolean
  pinFirst?: boolean
  children: ReactNode
}) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className={`tbl${wide ? ' wide' : ''}${pinFirst ? ' pin-first' : ''}`}>
        <caption className={captionHidden ? 'vh' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, number, narrow, sort }) => (
              <th key={key} scope="col" className={number ? 'n' : narrow ? 'w-8' : undefined} aria-sort={sort?.now}>
                {sort ? <a href={sort.href}>{label}{sort.now && <Icon name={sort.now === 'ascending' ? 'arrow-up' : 'arrow-down'} small />}</a> : label}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  )
}

/** The bar that appears above a table with the count of chosen rows and what can be done with them. */
export function BulkBar({ count, children }: { count: string; children: ReactNode }) {
  return <div className="bulk" role="status"><b className="b">{count}</b>{children}</div>
}
