import type { ReactNode } from 'react'

/**
 * What happened, whether your work is safe, what to do. A recipe for every case:
 * 403 for whom the page is and who can open it · 404 perhaps renamed, search · 429 and 503 when to try again · offline the text waits on this device ·
 * 500 with its short code, so that the person and the officer speak of the same thing.
 */
export function ErrorPage({ eyebrow, title, children, acts, code, heading: Heading = 'h1' }: {
  /** "404"; left out where a number helps nobody */
  eyebrow?: string
  title: string
  children: ReactNode
  /** links and buttons: at most three */
  acts?: ReactNode
  /** only for 500: "kode rujukan 7F2A" */
  code?: string
  /** a lower level where it stands inside another page */
  heading?: 'h1' | 'h2' | 'h3'
}) {
  return (
    <div className="text py-10">
      {(eyebrow || code) && <p className="eyebrow">{[eyebrow, code].filter(Boolean).join(' · ')}</p>}
      <Heading className="mt-1">{title}</Heading>
      <div className="lede stack mt-3">{children}</div>
      {acts && <div className="row mt-6">{acts}</div>}
    </div>
  )
}
