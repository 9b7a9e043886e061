/** What a person chooses channels for. Every rule belongs to one. */
export const ruleGroups = ['direct', 'watching', 'fresh', 'reminders', 'decisions'] as const
export type RuleGroup = (typeof ruleGroups)[number]

/** How fast a mail follows: not at all, at once, in the digest of the day or of the week. */
export const paces = ['OFF', 'NOW', 'DAILY', 'WEEKLY'] as const
export type Pace = (typeof paces)[number]
export type DigestPace = Extract<Pace, 'DAILY' | 'WEEKLY'>

export interface Channels {
  bell: boolean
  mail: Pace
  /** on the devices where the person switched it on */
  push: boolean
}

/** What holds until the person chooses otherwise: at once only where somebody waits for this very person. */
export const defaults: Record<RuleGroup, Channels> = {
  direct: { bell: true, mail: 'NOW', push: true },
  watching: { bell: true, mail: 'DAILY', push: false },
  fresh: { bell: true, mail: 'DAILY', push: false },
  reminders: { bell: true, mail: 'NOW', push: true },
  decisions: { bell: true, mail: 'NOW', push: true },
}

export const isGroup = (value: string): value is RuleGroup => (ruleGroups as readonly string[]).includes(value)
export const isPace = (value: string): value is Pace => (paces as readonly string[]).includes(value)
