import type { EventName, RecordedEvent } from '~/platform/events/events.server'

/** What one person is told of one event. */
export interface Told {
  personId: number
  /** audience token of the thing; who does not hold it is not told */
  audience: string
  /** path on this site */
  url: string
  /** notices of one rule with one key stand together: "thread:12" */
  groupKey: string
  /** the thing, "post:77": its notices go with it */
  about: string
  /** values for the words, at most a few short strings. `name` is who did it, `title` what it is about */
  params: { name: string; title: string }
}

/**
 * How a room has people told of its facts. The words are `notifications:told.<name>` with `one` and `many`.
 * Where one event tells a person by two rules, the first of the list wins.
 */
export interface NoticeRule<Name extends EventName = EventName> {
  /** "<room>.<what>", e.g. "discussion.reply"; kept on the row */
  name: string
  event: Name
  /** May name the doer: own acts are left out. Runs again when delivery is repeated */
  recipients(event: RecordedEvent<Name>): Promise<Told[]>
}

/** What a later fact changes about notices already given. */
export interface Amendment {
  groupKey: string
  /** only those about this thing; all of the group without it */
  about?: string
  /** new audience token; null takes the notices away */
  audience: string | null
}

export interface NoticeAmendments<Name extends EventName = EventName> {
  event: Name
  amend(event: RecordedEvent<Name>): Promise<Amendment[]>
}

/** What a room gives to the registry. */
export interface NoticeContribution {
  rules: readonly NoticeRule[]
  amendments?: readonly NoticeAmendments[]
}
