import type { ReactNode } from 'react'
import { Icon } from './icon'

/**
 * One line of a topic list; `title`'s heading level is 3. Purely presentational and small on purpose: a list has fifty of them.
 * `last` and its detail disappear on phones, and so do tags.
 */
export function TopicRow({ href, title, unread, meta, last, lastDetail, count, when, id, heading: Heading = 'h3' }: {
  href: string
  title: ReactNode
  unread?: boolean
  /** kind, state, category, at most three tags */
  meta: ReactNode
  last?: string
  lastDetail?: string
  /** "13 balasan" */
  count?: ReactNode
  /** "12 menit lalu", or the link to the first unread: `<a className="new" href>2 baru</a>` */
  when: ReactNode
  id?: string
  heading?: 'h2' | 'h3'
}) {
  return (
    <li className={unread ? 'trow un' : 'trow'} id={id}>
      <div>
        <Heading><a href={href}>{title}</a></Heading>
        <div className="meta">{meta}</div>
      </div>
      <div className="r l">{last}{lastDetail && <small>{lastDetail}</small>}</div>
      <div className="r">{count}<small>{when}</small></div>
    </li>
  )
}

/** One find: kind and state, title, up to two lines with `<mark>`, one line of meta. */
export function ResultRow({ href, meta, title, summary, foot }: { href: string; meta: ReactNode; title: ReactNode; summary?: ReactNode; foot?: ReactNode }) {
  return (
    <li className="hit">
      <div className="meta">{meta}</div>
      <h3><a href={href}>{title}</a></h3>
      {summary && <p className="sum">{summary}</p>}
      {foot && <p className="foot-line">{foot}</p>}
    </li>
  )
}

/** A file to fetch. `type` is its short ending ("XLSX"), `detail` its size and version in words, `act` the word of the link. */
export function FileRow({ href, name, type, detail, act }: { href: string; name: string; type: string; detail: string; act: string }) {
  return (
    <a className="file" href={href} download>
      <span className="ft" aria-hidden="true">{type.slice(0, 4).toUpperCase()}</span>
      <span><b>{name}</b><span className="faint">{detail}</span></span>
      <span className="st"><Icon name="download" small />{act}</span>
    </a>
  )
}
