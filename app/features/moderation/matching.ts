import type { RuleKind } from './words'

export interface Rule {
  kind: RuleKind
  value: string
}

/** As rules compare: lower case, without marks and invisible signs, one space between words. */
export const plainWords = (text: string): string =>
  text.normalize('NFKD').replace(/[\p{M}\p{Cf}\u00ad]/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** Host names of the links in stored HTML and of what looks like one in the words. */
export function hostsIn(html: string, text: string): string[] {
  const linked = [...html.matchAll(/href="https?:\/\/([^/"?#:]+)/gi)].map(match => match[1] ?? '')
  const spoken = text.match(/\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b/gi) ?? []
  return [...new Set([...linked, ...spoken].map(host => host.toLowerCase().replace(/^www\./, '')))]
}

/** Links that lead out of the house. */
export const linksOut = (html: string): number => (html.match(/href="https?:\/\//gi) ?? []).length

const escaped = (value: string) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The first rule a text runs into, or null. WORD: whole words; PART: anywhere; LINK: the domain and whatever stands below it. */
export function matchRule(rules: readonly Rule[], given: { title?: string; text: string; html: string }): Rule | null {
  const words = plainWords(`${given.title ?? ''}\n${given.text}`)
  const hosts = hostsIn(given.html, given.text)
  return rules.find(({ kind, value }) => {
    const wanted = plainWords(value)
    if (wanted === '') return false
    if (kind === 'LINK') return hosts.some(host => host === wanted || host.endsWith(`.${wanted}`))
    if (kind === 'PART') return words.includes(wanted)
    return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(wanted)}(?![\\p{L}\\p{N}])`, 'u').test(words)
  }) ?? null
}
