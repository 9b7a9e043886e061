import type { RuleGroup } from './groups'

/** One notice as a letter tells it: what stands there now, not what stood there when it was written. */
export interface Line {
  rule: string
  group: RuleGroup
  groupKey: string
  title: string
  url: string
  name: string
  text: string
  /** milliseconds */
  at: number
}

export interface DigestThread {
  key: string
  title: string
  /** of its earliest line: reading begins there */
  url: string
  /** rule of the line that matters most, and how many of the lines came by it */
  why: string
  whyCount: number
  names: string[]
  /** newest first, at most `LINES` */
  lines: { name: string; text: string; at: number }[]
  /** lines beyond those */
  more: number
  count: number
}

export interface Digest {
  threads: DigestThread[]
  /** moved too, by name only */
  also: { title: string; url: string; count: number }[]
  /** topics beyond those */
  rest: number
  /** lines in all */
  total: number
}

const THREADS = 5
const LINES = 3
const ALSO = 10
const WORDS = 280
/** A decision is told whole: whom it concerns may not be able to look it up. */
const DECISION_WORDS = 1_400

/** What waits for this very person stands before what merely moved. */
const weight: Record<RuleGroup, number> = { decisions: 0, reminders: 0, direct: 0, watching: 1, fresh: 2 }

/** The first words, cut between two of them. */
export function excerptOf(text: string, most = WORDS): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= most) return plain
  const cut = plain.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 40)).replace(/[\s,;:.–-]+$/, '')}…`
}

/** Grouped by what it is about: first what concerns the person, then the newest; within a group the newest first. */
export function composeDigest(lines: readonly Line[]): Digest {
  const groups = new Map<string, Line[]>()
  for (const line of [...lines].sort((a, b) => b.at - a.at)) groups.set(line.groupKey, [...(groups.get(line.groupKey) ?? []), line])
  const sorted = [...groups.values()].sort((a, b) =>
    Math.min(...a.map(line => weight[line.group])) - Math.min(...b.map(line => weight[line.group])) || (b[0]?.at ?? 0) - (a[0]?.at ?? 0))
  const threads = sorted.slice(0, THREADS).map((all): DigestThread => {
    const heavy = [...all].sort((a, b) => weight[a.group] - weight[b.group])
    const main = heavy[0] as Line
    const same = all.filter(line => line.rule === main.rule)
    const shown = heavy.slice(0, LINES).sort((a, b) => b.at - a.at)
    return {
      key: main.groupKey, title: main.title, url: (all.at(-1) as Line).url, why: main.rule, whyCount: same.length, names: [...new Set(same.map(line => line.name))].slice(0, 3),
      lines: shown.map(({ name, text, at, group }) => ({ name, text: excerptOf(text, group === 'decisions' ? DECISION_WORDS : WORDS), at })), more: all.length - shown.length, count: all.length,
    }
  })
  const others = sorted.slice(THREADS)
  return {
    threads, also: others.slice(0, ALSO).map(all => ({ title: all[0]?.title ?? '', url: all.at(-1)?.url ?? '/', count: all.length })),
    rest: Math.max(0, others.length - ALSO), total: lines.length,
  }
}
