/** Closed lists of this room; their names for people are in its locales. */

export const flagReasons = ['spam', 'insult', 'privacy', 'hoax', 'offTopic', 'other'] as const
export type FlagReason = (typeof flagReasons)[number]

export const acts = ['KEEP', 'EDIT', 'HIDE', 'ASK', 'WARN', 'SILENCE', 'SUSPEND', 'APPROVE', 'REJECT'] as const
export type Act = (typeof acts)[number]

/** Acts that take something from the author: told with the reason, open to appeal. */
export const harsh: readonly Act[] = ['EDIT', 'HIDE', 'ASK', 'WARN', 'SILENCE', 'SUSPEND', 'REJECT']
/** Acts about the person, everywhere: not for moderators of one list. */
export const personal: readonly Act[] = ['SILENCE', 'SUSPEND']

/** Days a silence or a suspension may last. */
export const terms = [1, 3, 7, 14, 30, 90, 365] as const

/** The one key of each act on a case's page. */
export const keyOf: Record<Act, string> = { KEEP: 'b', EDIT: 'e', HIDE: 's', ASK: 'm', WARN: 'p', SILENCE: 'd', SUSPEND: 'g', APPROVE: 'a', REJECT: 't' }

/** What is done with a thing as a whole: told in the public log with its reason, open to undoing, no word about a person. */
export const thingActs = ['LOCK', 'PIN', 'SLOW', 'MOVE', 'UNLIST', 'LIST', 'SPLIT', 'MERGE'] as const
export type ThingAct = (typeof thingActs)[number]

export type Origin = 'flag' | 'held' | 'rule' | 'moderator'
export const ruleKinds = ['WORD', 'PART', 'LINK'] as const
export type RuleKind = (typeof ruleKinds)[number]
