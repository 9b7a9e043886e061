/** How much somebody wants to hear: everything, replies to them and mentions, nothing. */
export const watchLevels = ['ALL', 'MENTIONS', 'MUTE'] as const
export type WatchLevel = (typeof watchLevels)[number]

/** Targets of one thing from narrow to wide; those of one rank stand together: [["thread:12"], ["tag:ktp", "tag:kk"], ["category:5"], ["person:9"]]. */
export type Targets = readonly (readonly string[])[]

/**
 * The narrowest target with a level decides: thread over tag over category over person. Among targets of one rank (tags) the
 * level that tells more wins: who follows one tag wants its topics, whatever else they carry. Nothing chosen: replies and mentions.
 */
export function levelFor(targets: Targets, levels: ReadonlyMap<string, WatchLevel>): WatchLevel {
  for (const rank of targets) {
    const found = rank.map(target => levels.get(target)).filter(level => level !== undefined)
    const told = watchLevels.find(level => found.includes(level))
    if (told) return told
  }
  return 'MENTIONS'
}

/** Whether a person at this level is told by a rule for everybody concerned, or by one for followers only. */
export const tells = (level: WatchLevel, followersOnly: boolean): boolean => (followersOnly ? level === 'ALL' : level !== 'MUTE')

/** How one person stands to one fact when it is told. */
export interface Concerned {
  /** they did it themselves, under whatever name */
  doer: boolean
  /** holds the audience word of the thing */
  reads: boolean
  /** keeps whoever did it away */
  blocks: boolean
  level: WatchLevel
}

/** What a rule says of itself: for followers only; said for a unit or the house, or about the person. */
export interface Saying {
  followersOnly: boolean
  official: boolean
}

/** Whether somebody is told: never of their own acts nor of what they may not read; blocking keeps people away, not decisions and official words. */
export const isTold = (one: Concerned, rule: Saying): boolean => !one.doer && one.reads && (rule.official || !one.blocks) && tells(one.level, rule.followersOnly)

/** The same notice when it is about to leave the house by a channel, perhaps days later. */
export interface Leaving {
  /** the channel is still switched on for such notices */
  wanted: boolean
  /** holds the audience word of the notice */
  reads: boolean
  /** the thing as it stands now; null where nothing can be asked about it */
  subject: null | 'gone' | { reads: boolean; blocked: boolean; level: WatchLevel }
}

/** Nothing after the right to read has gone, nothing about what was deleted or hidden, nothing that was muted or switched off meanwhile. */
export const mayLeave = ({ wanted, reads, subject }: Leaving): boolean =>
  wanted && reads && subject !== 'gone' && (subject === null || (subject.reads && !subject.blocked && tells(subject.level, false)))

/** When a person may be disturbed by mail at once and by push, in their own zone. */
export interface Calm {
  /** minutes since midnight, both or none */
  quietFrom: number | null
  quietTo: number | null
  /** 1 Monday … 7 Sunday */
  days: readonly number[]
}

export interface DigestClock {
  days: readonly number[]
  /** minutes since midnight */
  digestAt: number
  /** local days "2026-11-22" of the last ones */
  dailyOn: string | null
  weeklyOn: string | null
}

const MINUTE = 60_000
const DAY = 1_440
const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let made = clocks.get(timeZone)
  if (!made) {
    const options = { weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
    try {
      made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone })
    } catch {
      made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'Asia/Jakarta' })
    }
    clocks.set(timeZone, made)
  }
  return made
}

/** Day of the week (1 Monday), minutes since midnight and the date there. */
export function localTime(at: number, timeZone: string): { weekday: number; minutes: number; date: string } {
  const parts = Object.fromEntries(clockOf(timeZone).formatToParts(at).map(part => [part.type, part.value]))
  return { weekday: names.indexOf(parts.weekday ?? '') + 1, minutes: Number(parts.hour) * 60 + Number(parts.minute), date: `${parts.year}-${parts.month}-${parts.day}` }
}

function isQuiet(minutes: number, { quietFrom: from, quietTo: to }: Calm): boolean {
  if (from === null || to === null || from === to) return false
  return from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to
}

/** When what came at `now` may go out: null for at once, else the first moment outside quiet hours on one of the person's days. */
export function heldUntil(calm: Calm, timeZone: string, now: number): number | null {
  let at = now
  for (let step = 0; step < 24; step++) {
    const { weekday, minutes } = localTime(at, timeZone)
    const wait = calm.days.length > 0 && !calm.days.includes(weekday) ? DAY - minutes
      : isQuiet(minutes, calm) ? ((calm.quietTo ?? 0) - minutes + DAY) % DAY : 0
    if (wait === 0) return at === now ? null : at
    at = Math.floor(at / MINUTE) * MINUTE + wait * MINUTE
  }
  return at
}

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000

/**
 * The moment a digest of today or of this week became due, null while none is. Daily: on the person's days at their hour, once a day. Weekly: on the
 * first of their days of a week that begins on Monday. A portal that was off then sends later, with what had come until that moment.
 */
export function digestMoment(pace: 'DAILY' | 'WEEKLY', clock: DigestClock, timeZone: string, now: number): number | null {
  const { weekday, minutes, date } = localTime(now, timeZone)
  const comes = (day: number) => clock.days.length === 0 || clock.days.includes(day)
  if (minutes < clock.digestAt || !comes(weekday)) return null
  const monday = dayNumber(date) - (weekday - 1)
  if (pace === 'DAILY' ? clock.dailyOn !== null && clock.dailyOn >= date : clock.weeklyOn !== null && dayNumber(clock.weeklyOn) >= monday) return null
  const first = pace === 'DAILY' ? weekday : ([1, 2, 3, 4, 5, 6, 7].find(comes) ?? weekday)
  return Math.floor(now / MINUTE) * MINUTE - ((weekday - first) * DAY + minutes - clock.digestAt) * MINUTE
}

/** How the targets of a watch may be written. The room that owns the thing decides whether it is there. */
export const targetPattern = /^(thread:[1-9]\d{0,9}|category:[1-9]\d{0,9}|person:[1-9]\d{0,9}|series:[1-9]\d{0,9}|article:[1-9]\d{0,9}|collection:[1-9]\d{0,9}|tag:[\p{L}\p{N}][\p{L}\p{N} -]{0,39})$/u
export const kindOfTarget = (target: string): string => target.slice(0, target.indexOf(':'))
