import list from './common-passwords.txt?raw'

/** Words and passwords people choose most, Indonesian and English, in lower case. */
const common: ReadonlySet<string> = new Set(list.split('\n').filter(Boolean))

export const shortestPassword = 12
export const longestPassword = 200

/** Locale key under `people:errors.password`. */
export type Weakness = 'short' | 'long' | 'common' | 'own'

const likeLetters: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' }
const unleet = (text: string) => text.replace(/[013457@$!]/g, sign => likeLetters[sign] ?? sign)
const lettersOnly = (text: string) => text.replace(/[^\p{L}]/gu, '')

function repeats(text: string): boolean {
  return /^(.{1,6}?)\1{2,}.?$/u.test(text) || new Set(text).size <= 3
}

/** Runs such as 123456789012 or abcdefghijkl, up or down. */
function isRun(text: string): boolean {
  const codes = [...text].map(sign => sign.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0))
  const plain = steps.filter(step => step === 1 || step === -1 || step === 0 || step === -9 || step === 9).length
  return steps.length > 0 && plain / steps.length >= 0.9
}

/** Two or three list words in a row are no better than one. */
function isOfCommonWords(text: string, left = 3): boolean {
  if (text.length < 3) return text.length === 0
  if (common.has(text)) return true
  if (left === 1) return false
  for (let cut = 3; cut <= text.length - 3; cut += 1) if (common.has(text.slice(0, cut)) && isOfCommonWords(text.slice(cut), left - 1)) return true
  return false
}

/** Sequences of letters and digits of a person that others know too: name, mail address, NIP. */
function partsOf(own: readonly string[]): string[] {
  return own.flatMap(text => [...text.toLowerCase().split(/[^\p{L}\d]+/u), ...(/^\d{18}$/.test(text) ? [text.slice(0, 8), text.slice(0, 4), text.slice(8, 14), text.slice(6, 8) + text.slice(4, 6) + text.slice(0, 4)] : [])])
    .filter(part => part.length >= 4).sort((a, b) => b.length - a.length)
}

/**
 * What is weak about a password, or null. Length counts, composition does not; what a guesser tries first is refused:
 * the list of common ones also with digits around or letters swapped for signs, repetitions and runs, and what is known of the person.
 * @param own name, mail address, NIP of the person
 */
export function weaknessOf(password: string, own: readonly string[] = []): Weakness | null {
  const plain = password.normalize('NFKC').toLowerCase()
  if ([...plain].length < shortestPassword) return 'short'
  if (plain.length > longestPassword) return 'long'
  const compact = plain.replace(/\s+/g, '')
  if (common.has(compact) || repeats(compact) || isRun(compact)) return 'common'
  let rest = compact
  const spelled = partsOf(own)
  for (const part of spelled) rest = rest.replaceAll(part, '')
  if (rest !== compact && lettersOnly(rest).length < 5 && rest.length < 8) return 'own'
  for (const form of [compact, unleet(compact), unleet(compact.replace(/[\W_]*(19|20)\d\d[\W_]*$/, ''))]) {
    const core = form.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    if (core.length < 4 || isOfCommonWords(core) || isOfCommonWords(lettersOnly(core))) return 'common'
  }
  return null
}
