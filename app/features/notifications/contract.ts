import type { EventName, RecordedEvent } from '~/platform/events/events.server'
import type { Tongue } from '~/platform/i18n/i18n'
import type { Viewer } from '~/platform/viewer'
import type { RuleGroup } from './groups'
import type { Targets } from './policy'

/** What people are told of one event. */
export interface Notable {
  /** audience token of the thing; who does not hold it is not told */
  audience: string
  /** path on this site */
  url: string
  /** notices of one rule with one key stand together: "thread:12" */
  groupKey: string
  /** the thing, "post:77": its notices go with it, and its subject is read again when a letter is written */
  about: string
  /** values for the words, at most a few short strings. `name` is who did it, `title` what it is about */
  params: { name: string; title: string }
  /** what a person may watch or mute of it, narrow to wide; nothing can mute what has none */
  targets?: Targets
}

export interface Told extends Notable {
  personId: number
}

interface RuleBase<Name extends EventName> {
  /** "<room>.<what>", e.g. "discussion.reply"; kept on the row. Its words are `notifications:told.<name>.one|many` */
  name: string
  event: Name
  /** what the person chooses channels for; default "direct" */
  group?: RuleGroup
  /** said for a unit or the house: blocking whoever signed it keeps it from nobody */
  official?: boolean
}

/** Tells the people it names: whom it concerns, as long as they have not muted it. */
export interface NoticeRule<Name extends EventName = EventName> extends RuleBase<Name> {
  /** only who watches the thing on ALL, not everyone who has not muted it */
  followersOnly?: boolean
  /** May name the doer: own acts are left out. Runs again when delivery is repeated */
  recipients(event: RecordedEvent<Name>): Promise<Told[]>
}

/** Tells whoever watches, however many: read and written in batches, never one by one. */
export interface WatchRule<Name extends EventName = EventName> extends RuleBase<Name> {
  /** `of`: the targets whose watchers on ALL are told, unless a narrower one of `targets` says otherwise. Null: nobody */
  watched(event: RecordedEvent<Name>): Promise<(Notable & { of: readonly string[] }) | null>
}

/** What a later fact changes about notices already given. */
export interface Amendment {
  groupKey: string
  /** only those about this thing; all of the group without it */
  about?: string
  /** new audience token; null takes the notices away */
  audience: string | null
  /** the group they stand in from now on */
  becomes?: string
}

export interface NoticeAmendments<Name extends EventName = EventName> {
  event: Name
  amend(event: RecordedEvent<Name>): Promise<Amendment[]>
}

/** Somebody did something that makes them watch a thing by themselves. A choice they made is never overwritten. */
export interface AutoWatch<Name extends EventName = EventName> {
  event: Name
  watch(event: RecordedEvent<Name>): { personId: number; target: string } | null
}

/** The thing a notice is about, as it stands now: what a letter or a push says comes from here. */
export interface Subject {
  audience: string
  title: string
  url: string
  /** who wrote it, and their id where somebody may have blocked them: it goes nowhere */
  name: string
  authorId?: number
  /** its words, plain, at most a few hundred characters; '' where there are none to show. A function where the house itself speaks */
  text: string | ((tongue: Pick<Tongue, 'locale' | 'timeZone'>) => string)
  /** milliseconds */
  at: number
  targets?: Targets
}

/** Keys are `about` words of one prefix ("post:77"). What is gone, deleted or hidden is missing from the answer. */
export type SubjectReader = (abouts: readonly string[]) => Promise<Map<string, Subject>>

/** A thing that can be watched, as its page would be called. */
export interface Watchable {
  label: string
  url: string
}

/** Keys are targets of one prefix ("category:5"). What the viewer may not know of is missing from the answer. */
export type WatchableReader = (viewer: Viewer, targets: readonly string[]) => Promise<Map<string, Watchable>>

/** What a room gives to the registry. Where one event tells a person by two rules, the first of the list wins; watch rules come last. */
export interface NoticeContribution {
  /** reads at once what the rules will ask of several facts of one name that are told together, perhaps one; facts that are none of its business cost nothing */
  prepare?: (events: readonly RecordedEvent[]) => Promise<void>
  rules?: readonly NoticeRule[]
  watchRules?: readonly WatchRule[]
  amendments?: readonly NoticeAmendments[]
  autoWatch?: readonly AutoWatch[]
  /** by prefix of `about`: `{ post }` */
  subjects?: Readonly<Record<string, SubjectReader>>
  /** by prefix of the target: `{ thread, category, tag }` */
  watchables?: Readonly<Record<string, WatchableReader>>
}
