import { localOf } from '~/platform/i18n/local-time'

/** Minutes to JP by the rules in force (domain 3.2). Pure. */

export interface JpRuleView {
  form: string
  /** SESSION and ACTIVITY count one by one, DAY once a day, MINUTES every 45 */
  unit: string
  jpPerUnit: number
  minMinutes: number
  capPerDay: number | null
  capPerMonth: number | null
  capPerYear: number | null
  legalBasis: string
  verified: boolean
  /** "2026-01-01"; to: the last day it holds, or null */
  validFrom: string
  validTo: string | null
}

/** A session both confirmed. */
export interface CountedSession {
  id: number
  startsAt: number
  /** the smaller of what the two said */
  minutes: number
}

export type JpReason = 'counted' | 'dayCap' | 'monthCap' | 'yearCap' | 'tooShort' | 'sameDay' | 'noRule'

export interface JpLine {
  session: CountedSession
  /** by the clock of the learner: "2026-03-31" */
  day: string
  jp: number
  /** why it counts as it does; a cap that leaves a part of it still is the cap */
  reason: JpReason
}

export interface JpMonth {
  /** "2026-03" */
  month: string
  lines: JpLine[]
  jp: number
  cap: number | null
}

const JP_MINUTES = 45

const ruleFor = (rules: readonly JpRuleView[], form: string, day: string): JpRuleView | undefined =>
  rules.filter(rule => rule.form === form && rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo)).toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0]

function worthOf(rule: JpRuleView, minutes: number): number {
  return rule.unit === 'MINUTES' ? Math.floor(minutes / JP_MINUTES) * rule.jpPerUnit : rule.jpPerUnit
}

/**
 * Sessions of one learner in one form, month by month, newest month first. Months, days and years are by the clock of the learner's zone; what a
 * cap leaves of a session is given, the rest is lost.
 */
export function jpByMonth(sessions: readonly CountedSession[], { rules, form, timeZone }: { rules: readonly JpRuleView[]; form: string; timeZone: string }): JpMonth[] {
  const given = new Map<string, number>()
  const of = (key: string) => given.get(key) ?? 0
  const seen = new Set<string>()
  const months = new Map<string, JpMonth>()
  for (const session of sessions.toSorted((a, b) => a.startsAt - b.startsAt || a.id - b.id)) {
    const { day } = localOf(session.startsAt, timeZone)
    const month = day.slice(0, 7)
    const year = day.slice(0, 4)
    const rule = ruleFor(rules, form, day)
    const line: JpLine = { session, day, jp: 0, reason: 'noRule' }
    if (rule) {
      const caps = [['dayCap', rule.capPerDay, day], ['monthCap', rule.capPerMonth, month], ['yearCap', rule.capPerYear, year]] as const
      const worth = session.minutes < Math.max(rule.minMinutes, rule.unit === 'MINUTES' ? JP_MINUTES : 1) ? 0 : worthOf(rule, session.minutes)
      const tight = caps.flatMap(([reason, cap, key]) => (cap === null ? [] : [{ reason, left: Math.max(0, cap - of(key)) }])).toSorted((a, b) => a.left - b.left)[0]
      if (worth === 0) line.reason = 'tooShort'
      else if (rule.unit === 'DAY' && seen.has(day)) line.reason = 'sameDay'
      else {
        line.jp = Math.min(worth, tight?.left ?? worth)
        line.reason = tight && line.jp < worth ? tight.reason : 'counted'
        seen.add(day)
        for (const key of [day, month, year]) given.set(key, of(key) + line.jp)
      }
    }
    const kept = months.get(month) ?? { month, lines: [], jp: 0, cap: rule?.capPerMonth ?? null }
    kept.lines.push(line)
    kept.jp += line.jp
    months.set(month, kept)
  }
  return [...months.values()].toSorted((a, b) => b.month.localeCompare(a.month))
}

/** JP of all months together. */
export const jpTotal = (months: readonly JpMonth[]): number => months.reduce((sum, month) => sum + month.jp, 0)

/** The rule of a form that holds on a day, to be named beside the figures. */
export const ruleOn = ruleFor
