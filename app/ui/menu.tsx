import { useEffect, useRef, type ReactNode } from 'react'

/**
 * A `<details>` that opens a list of links and small forms (class `mi` on each). Works without JavaScript;
 * with it Esc closes and gives focus back, and a press or focus elsewhere closes.
 */
export function Menu({ summary, label, summaryClass = 'ib', side = 'end', up, children }: {
  summary: ReactNode
  /** name of the button when its content has no words */
  label?: string
  summaryClass?: string
  /** `near`: on phones it opens at the start of whatever holds it (which is `relative`), wider screens as `end` */
  side?: 'start' | 'end' | 'near'
  /** opens upwards, for places near the foot of a page */
  up?: boolean
  children: ReactNode
}) {
  const details = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const element = details.current
    if (!element) return
    const close = () => { element.open = false }
    const elsewhere = (event: Event) => {
      if (element.open && event.target instanceof Node && !element.contains(event.target)) close()
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element.open) return
      event.stopPropagation()
      close()
      element.querySelector('summary')?.focus()
    }
    // A chosen link leads to another page inside the same document: the menu must not stay open over it.
    const chosen = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('a')) close()
    }
    document.addEventListener('pointerdown', elsewhere)
    document.addEventListener('focusin', elsewhere)
    element.addEventListener('keydown', escape)
    element.addEventListener('click', chosen)
    return () => {
      document.removeEventListener('pointerdown', elsewhere)
      document.removeEventListener('focusin', elsewhere)
      element.removeEventListener('keydown', escape)
      element.removeEventListener('click', chosen)
    }
  }, [])

  return (
    <details className={side === 'near' ? 'menu near' : 'menu'} ref={details}>
      <summary className={summaryClass} aria-label={label} title={label}>{summary}</summary>
      <div className={`pop${side === 'end' ? '' : ` ${side}`}${up ? ' up' : ''}`}>{children}</div>
    </details>
  )
}
