import type { ReactNode } from 'react'
import { KeptPart } from './kept-part'

export interface Crumb {
  label: string
  /** left out for the page itself or a plain word */
  href?: string
}

export function Breadcrumbs({ label, items }: { label: string; items: readonly Crumb[] }) {
  return (
    <KeptPart as="nav" aria-label={label} part="crumbs" of={items} inside={() => (
      <ol className="crumbs">
        {items.map(item => <li key={item.label}>{item.href ? <a href={item.href}>{item.label}</a> : item.label}</li>)}
      </ol>
    )} />
  )
}

export interface Segment {
  label: string
  href: string
  count?: number | string
  current?: boolean
}

/** Tabs that are links, each with its own address. */
export function Segments({ label, items }: { label: string; items: readonly Segment[] }) {
  return (
    <KeptPart as="nav" className="seg" aria-label={label} part="segments" of={items} inside={() => items.map(item => (
      <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
        {item.label}{item.count !== undefined && <> <span className="c">{item.count}</span></>}
      </a>
    ))} />
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
  const steps = pagesAround(current, total).map(page => (page === null ? null : { page, href: hrefOf(page) }))
  return (
    <KeptPart as="nav" className="pages" aria-label={label} part="pages" of={[word, current, steps]} inside={() => (
      <>
        <span className="label">{word}</span>
        {steps.map((step, index) => step === null
          ? <i key={`gap-${index}`}>…</i>
          : step.page === current
            ? <b key={step.page} aria-current="page">{step.page}</b>
            : <a key={step.page} href={step.href} rel={step.page === current + 1 ? 'next' : step.page === current - 1 ? 'prev' : undefined}>{step.page}</a>)}
      </>
    )} />
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
