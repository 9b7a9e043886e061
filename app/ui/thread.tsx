import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { Icon } from './icon'

/**
 * Frame of a numbered post: avatar, head, stored HTML, files, acts. `label` is its spoken name ("Balasan 4 dari Nurhayati Chaniago").
 * `accepted` holds the ribbon of an accepted answer. The HTML must come sanitised from the database.
 */
export function Post({ id, label, fresh, ...inside }: PostInsideProps & {
  id: string
  label: string
  /** arrived by live: a short fade */
  fresh?: boolean
}) {
  return <article className={postClass(inside.accepted !== undefined, fresh)} id={id} aria-label={label}><PostInside {...inside} /></article>
}

export const postClass = (accepted: boolean, fresh = false): string => `post${accepted ? ' acc' : ''}${fresh ? ' fresh' : ''}`

export interface PostInsideProps {
  avatar: ReactNode
  who: ReactNode
  /** time and `#number` link */
  meta: ReactNode
  html?: string
  accepted?: ReactNode
  files?: ReactNode
  acts?: ReactNode
  /** instead of `html`: a form while the post is being edited */
  children?: ReactNode
}

/** What stands in the frame. */
export function PostInside({ avatar, who, meta, html, accepted, files, acts, children }: PostInsideProps) {
  return (
    <>
      {avatar}
      <div>
        {accepted && <p className="ribbon"><Icon name="circle-check" />{accepted}</p>}
        <header>{who}<div className="no">{meta}</div></header>
        {html !== undefined ? <div className="prose" dangerouslySetInnerHTML={{ __html: html }} /> : children}
        {files && <div className="files">{files}</div>}
        {acts && <div className="acts">{acts}</div>}
      </div>
    </>
  )
}

/** A post that is hidden or deleted: one line in its place, never the text, never who hid it. */
export function PostNote({ id, number, hidden, children }: { id: string; number: number; hidden?: boolean; children: ReactNode }) {
  return (
    <div className="modnote" id={id}>
      <Icon name={hidden ? 'eye-off' : 'trash-2'} />
      <p>{children}</p>
      <span className="faint">#{number}</span>
    </div>
  )
}

/** Two words with a count; pressed is mine. A submit button of its small form. */
export function Reaction({ icon, pressed, count, children, ...rest }: {
  icon: 'heart-handshake' | 'thumbs-up' | 'users'
  pressed: boolean
  count: number
  children: ReactNode
  name?: string
  value?: string
  'aria-disabled'?: boolean
}) {
  return <button {...rest} className="react" aria-pressed={pressed}><Icon name={icon} small />{children}{count > 0 && ` ${count}`}</button>
}

/** "Belum Anda baca": the line above the first unread post. */
export function NewLine({ id, children }: { id?: string; children: ReactNode }) {
  return <p className="newline" id={id}>{children}</p>
}

/** "2 balasan baru", only while the reader is above the end. A link, so it works by keyboard and leads somewhere without script. */
export function LivePill({ href, onPress, children }: { href: string; onPress?: () => void; children: ReactNode }) {
  return <a className="pill" href={href} onClick={onPress}><Icon name="arrow-down" small />{children}</a>
}

/** Keeps its height when nobody types, so nothing jumps. Not announced. */
export function TypingLine({ children }: { children?: ReactNode }) {
  return <p className="typing" aria-hidden="true">{children && <><i><b /><b /><b /></i>{children}</>}</p>
}

/**
 * Where one is in a long thread: start, a line filled to here, a tick at the accepted answer, the end.
 * Percentages are of the line's height; `href` is the address of this position. Only with script (`js`): without it pages have numbers.
 */
export function ReadRail({ label, start, end, at, now, unread, tick, href, children }: {
  label: string
  start: ReactNode
  end: ReactNode
  at: number
  /** "11 dari 13" */
  now: string
  unread?: string
  tick?: { at: number; label: string; href: string }
  href: string
  children?: ReactNode
}) {
  const bar = useRef<HTMLDivElement>(null)
  // Set from script, since the page's policy lets no style attribute come with the HTML.
  useIsomorphicLayoutEffect(() => {
    const percent = (value: number) => `${Math.max(0, Math.min(100, value))}%`
    bar.current?.style.setProperty('--at', percent(at))
    bar.current?.style.setProperty('--tick', percent(tick?.at ?? 0))
  }, [at, tick?.at])
  return (
    <div className="rail">
      <nav className="js pc" aria-label={label}>
        {start}
        <div className="bar" ref={bar}>
          <span className="rd" />
          {tick && <a className="tick" href={tick.href}><span>{tick.label}</span></a>}
          <a className="th" href={href}><span>{now}{unread && <small>{unread}</small>}</span></a>
        </div>
        {end}
      </nav>
      {children}
    </div>
  )
}

const useIsomorphicLayoutEffect = typeof window === 'undefined' ? () => {} : useLayoutEffect

export interface Step {
  label: string
  detail?: string
  state: 'done' | 'now' | 'ahead'
}

/** A ladder of states, lying on desktops and standing on phones. */
export function Steps({ items }: { items: readonly Step[] }) {
  return (
    <ol className="steps">
      {items.map(step => (
        <li key={step.label} className={step.state === 'done' ? 'done' : undefined} aria-current={step.state === 'now' ? 'step' : undefined}>
          {step.label}{step.detail && <small>{step.detail}</small>}
        </li>
      ))}
    </ol>
  )
}
