import type { ReactNode } from 'react'

export interface Crumb {
  label: string
  /** left out for the page itself or a plain word */
  href?: string
}

export function Breadcrumbs({ label, items }: { label: string; items: readonly Crumb[] }) {
  return (
    <nav aria-label={label}>
      <ol className="crumbs">
        {items.map(item => <li key={item.label}>{item.href ? <a href={item.href}>{item.label}</a> : item.label}</li>)}
      </ol>
    </nav>
  )
}

export interface Segment {
  label: ReactNode
  href: string
  count?: number | string
  current?: boolean
}

/** Tabs that are links, each with its own address. `end` stands at the far side of the line. */
export function Segments({ label, items, end }: { label: string; items: readonly Segment[]; end?: ReactNode }) {
  return (
    <nav className="seg" aria-label={label}>
      {items.map(item => (
        <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.label}{item.count !== undefined && <> <span className="c">{item.count}</span></>}
        </a>
      ))}
      {end && <span className="end">{end}</span>}
    </nav>
  )
}

/** "Halaman 1 2 … 12" for things with numbered pages. */
export function Pagination({ label, word, current, total, hrefOf }: {
  /** name of the region for people who listen */
  label: string
  /** "Halaman" */
  word: string
  current: number
  total: number
  hrefOf: (page: number) => string
}) {
  if (total < 2) return null
  return (
    <nav className="pages" aria-label={label}>
      <span className="label">{word}</span>
      {pagesAround(current, total).map((page, index) => page === null
        ? <i key={`gap-${index}`}>…</i>
        : page === current
          ? <b key={page} aria-current="page">{page}</b>
          : <a key={page} href={hrefOf(page)} rel={page === current + 1 ? 'next' : page === current - 1 ? 'prev' : undefined}>{page}</a>)}
    </nav>
  )
}

/** First, last, the current one with a neighbour on each side; null where numbers are left out. A gap never hides just one number. */
export function pagesAround(current: number, total: number): (number | null)[] {
  const shown = [...new Set([1, current - 1, current, current + 1, total])].filter(page => page >= 1 && page <= total).sort((a, b) => a - b)
  const pages: (number | null)[] = []
  let before = 0
  for (const page of shown) {
    if (page === before + 2) pages.push(before + 1)
    else if (page > before + 1) pages.push(null)
    pages.push(page)
    before = page
  }
  return pages
}

/** Newer and older for lists that page by key. */
export function Pager({ label, newer, older, children }: { label: string; newer?: Segment | null; older?: Segment | null; children?: ReactNode }) {
  if (!newer && !older && !children) return null
  return (
    <nav className="row mt-4" aria-label={label}>
      {newer && <a className="btn sm" href={newer.href} rel="prev">{newer.label}</a>}
      {older && <a className="btn sm" href={older.href} rel="next">{older.label}</a>}
      {children && <span className="sm faint">{children}</span>}
    </nav>
  )
}
