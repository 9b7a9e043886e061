import type { ReactNode } from 'react'
import { Icon } from './icon'
import type { IconName } from './icons/names'

/** A word on sunken ground; a link to its list where `href` is given. */
export function Tag({ href, children }: { href?: string; children: ReactNode }) {
  return href ? <a className="tag" href={href}>{children}</a> : <span className="tag">{children}</span>
}

/** What sort of thing this is: icon and word, never coloured. */
export function Kind({ icon, children }: { icon: IconName; children: ReactNode }) {
  return <span className="kind"><Icon name={icon} small />{children}</span>
}

/** `leaf` accepted or fulfilled · `official` the city has spoken · `red` overdue or broken · `neutral` the rest */
export type StateTone = 'leaf' | 'official' | 'red' | 'neutral'

const tones: Record<StateTone, string> = { leaf: 'st ok', official: 'st off', red: 'st no', neutral: 'st' }

/** How a thing stands: icon and word, coloured by meaning. */
export function State({ icon, tone = 'neutral', children }: { icon: IconName; tone?: StateTone; children: ReactNode }) {
  return <span className={tones[tone]}><Icon name={icon} small />{children}</span>
}

export type NoteTone = 'plain' | 'sea' | 'leaf' | 'official' | 'red'

const notes: Record<NoteTone, string> = { plain: 'note', sea: 'note sea', leaf: 'note ok', official: 'note off', red: 'note no' }

/** A notice in the flow of the page; with `href` the whole bar is a link. `role="status"` or `alert` where it appears by itself. */
export function NoteBar({ tone = 'plain', href, role, className, children }: {
  tone?: NoteTone; href?: string; role?: 'status' | 'alert'; className?: string; children: ReactNode
}) {
  const classes = className ? `${notes[tone]} ${className}` : notes[tone]
  return href ? <a className={classes} href={href}>{children}</a> : <div className={classes} role={role}>{children}</div>
}

/** A few cards on a page at most; a list never is a stack of them. */
export function Card({ href, className, children }: { href?: string; className?: string; children: ReactNode }) {
  const classes = className ? `card ${className}` : 'card'
  return href ? <a className={classes} href={href}>{children}</a> : <div className={classes}>{children}</div>
}

/** What would be here, and one thing to do now. */
export function EmptyState({ title, heading: Heading = 'h2', children, acts }: { title: string; heading?: 'h2' | 'h3'; children?: ReactNode; acts?: ReactNode }) {
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {acts && <div className="row">{acts}</div>}
    </div>
  )
}

/** A moment: what stands there is short, the full date is its title. `at` is ISO 8601. */
export function Time({ at, title, children }: { at: string; title: string; children: ReactNode }) {
  return <time dateTime={at} title={title}>{children}</time>
}

/** Parts of a whole, each in percent; `label` is the sentence with the numbers, which also stand in words beside the bar. */
export function Meter({ parts, label, className }: { parts: readonly number[]; label: string; className?: string }) {
  let from = 0
  return (
    <svg className={className ? `meter ${className}` : 'meter'} role="img" aria-label={label}>
      {parts.map((part, index) => {
        const start = from
        from += Math.max(0, part)
        return <rect key={index} x={`${Math.min(100, start)}%`} width={`${Math.min(100 - Math.min(100, start), Math.max(0, part))}%`} height="100%" />
      })}
    </svg>
  )
}

/** A long act: its name, how far in numbers, what is left in words, a way to stop, then the result. */
export function LongJob({ title, done, percent, note, acts }: { title: string; done: string; percent: number; note: ReactNode; acts?: ReactNode }) {
  const value = Math.round(Math.max(0, Math.min(100, percent)))
  return (
    <div className="card">
      <div className="row"><b className="b">{title}</b><span className="sp" /><span className="sm muted">{done}</span></div>
      <progress className="meter my-3" aria-label={title} aria-valuetext={done} value={value} max={100} />
      <div className="sm muted" role="status">{note}</div>
      {acts && <div className="row mt-3">{acts}</div>}
    </div>
  )
}

/** Bars in the shape of what comes; only after 300 ms of waiting. `label` is read aloud. */
export function Skeleton({ label, lines = 3, person = false }: { label: string; lines?: number; person?: boolean }) {
  return (
    <div className="stack" aria-busy="true">
      {person && <div className="person"><span className="sk round" /><span className="sk w-40" /></div>}
      {Array.from({ length: lines }, (_, line) => <span className="sk" key={line} />)}
      <span className="vh">{label}</span>
    </div>
  )
}
