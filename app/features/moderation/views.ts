import type { ShelfName } from './contract'
import type { Act, FlagReason, Origin, ThingAct } from './words'

/** What this room's pages receive. Times are milliseconds since 1970, UTC. */

export interface CaseItem {
  id: number
  kind: string
  title: string
  shelf: string
  origin: Origin
  flagCount: number
  openedAt: number
  /** who has taken it, while that holds */
  claimedBy: string | null
  mine: boolean
  authorName: string
  /** first words of the thing; '' when it is gone */
  excerpt: string
  reasons: FlagReason[]
}

export interface QueuePage {
  rows: CaseItem[]
  shelves: (ShelfName & { count: number })[]
  shelf: string
  /** id to go on after; null on the last page */
  next: number | null
  appeals: number
}

export interface DecisionView {
  id: number
  act: Act
  reason: string
  at: number
  until: number | null
  byName: string
  undone: boolean
  /** the viewer may take it back */
  mayUndo: boolean
}

export interface CasePage {
  id: number
  kind: string
  title: string
  shelf: string
  shelfName: { name: string; nameEn: string } | null
  audience: string
  origin: Origin
  /** the words of the rule it ran into */
  detail: string
  openedAt: number
  closed: boolean
  claim: { name: string; until: number; mine: boolean } | null
  thing: { html: string; text: string; url: string; at: number; state: 'standing' | 'hidden' | 'gone' | 'held'; moveUrl: string | null; image: string | null } | null
  /** Markdown of the thing, where it may be rewritten */
  source: string | null
  author: { id: number; name: string; slug: string; kind: 'ASN' | 'CITIZEN' | 'PARTNER'; since: number; silencedUntil: number; suspendedUntil: number; decisions: number }
  flags: { id: number; name: string; slug: string; reason: FlagReason; note: string; at: number }[]
  notes: { id: number; name: string; text: string; at: number }[]
  decisions: DecisionView[]
  /** other cases of the same author, newest first */
  related: { id: number; title: string; openedAt: number; closed: boolean; acts: Act[] }[]
  acts: Act[]
  /** what can be hidden of it by itself */
  parts: string[]
  mayTake: boolean
  /** the viewer's own, under whatever name */
  own: boolean
  next: number | null
  previous: number | null
  templates: { id: number; title: string; text: string }[]
}

export interface LogRow {
  id: number
  act: Act | ThingAct
  kind: string
  shelf: string
  shelfName: string
  shelfNameEn: string
  reason: string
  at: number
  undone: boolean
}

export interface OwnDecision {
  id: number
  act: Act
  kind: string
  title: string
  reason: string
  at: number
  until: number | null
  undone: boolean
  mayAppeal: boolean
  appeal: { text: string; at: number; upheld: boolean | null; answer: string } | null
  /** days left to object */
  daysLeft: number
  url: string | null
  text: string
}

export interface AppealItem extends OwnDecision {
  authorName: string
  byName: string
  shelf: string
  mayJudge: boolean
  html: string
}
