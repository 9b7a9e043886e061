export interface KnownUnit {
  id: number
  code: string
  name: string
  shortName: string
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]+/gu, ' ').trim()

function trigrams(text: string): Set<string> {
  const padded = `  ${plain(text)} `
  return new Set(Array.from({ length: padded.length - 2 }, (_one, at) => padded.slice(at, at + 3)))
}

function likeness(a: Set<string>, b: Set<string>): number {
  let shared = 0
  for (const one of a) if (b.has(one)) shared += 1
  return shared / (a.size + b.size - shared || 1)
}

export type UnitMatch = { unit: KnownUnit } | { code: 'unitUnknown' | 'unitAmbiguous' | 'unitEmpty'; near: string[] }

/** Finds units by code or name, whatever the case and signs, and names what comes near when there is none. */
export function unitMatcher(units: readonly KnownUnit[]): (code: string, name: string) => UnitMatch {
  const byCode = new Map(units.map(unit => [plain(unit.code), unit]))
  const byName = new Map<string, KnownUnit[]>()
  for (const unit of units) for (const key of new Set([plain(unit.name), plain(unit.shortName)])) if (key) byName.set(key, [...(byName.get(key) ?? []), unit])
  const grams = units.map(unit => ({ unit, grams: trigrams(unit.name) }))
  const answers = new Map<string, UnitMatch>()
  const find = (code: string, name: string): UnitMatch => {
    if (!code && !name) return { code: 'unitEmpty', near: [] }
    const coded = code ? byCode.get(plain(code)) : undefined
    if (coded) return { unit: coded }
    const named = byName.get(plain(name)) ?? (name ? [byCode.get(plain(name))].filter(unit => unit !== undefined) : (byName.get(plain(code)) ?? []))
    if (named.length === 1 && named[0]) return { unit: named[0] }
    if (named.length > 1) return { code: 'unitAmbiguous', near: named.map(unit => `${unit.name} (${unit.code})`).slice(0, 5) }
    const wanted = trigrams(name || code)
    const near = grams.map(one => ({ unit: one.unit, like: likeness(wanted, one.grams) })).filter(one => one.like > 0.2).sort((a, b) => b.like - a.like)
    return { code: 'unitUnknown', near: near.slice(0, 3).map(({ unit }) => `${unit.name} (${unit.code})`) }
  }
  return (code, name) => {
    const key = `${code}\n${name}`
    const known = answers.get(key) ?? find(code, name)
    answers.set(key, known)
    return known
  }
}
