import { isAskingWord, isEmptyWord, wordsIn } from './words'

/** A query as both engines understand it. */
export interface ParsedQuery {
  /** single words to be found, in order, without those that say nothing */
  words: string[]
  /** quoted parts, each a list of words that must stand side by side */
  phrases: string[][]
  /** the text ends inside a word */
  openEnd: boolean
}

const MOST_CHARACTERS = 300
const MOST_WORDS = 10

/** Takes any text; what cannot be searched is left out. */
export function parseQuery(text: string): ParsedQuery {
  const given = text.slice(0, MOST_CHARACTERS).replace(/[“”„«»]/g, '"')
  const phrases: string[][] = []
  const rest = given.replace(/"([^"]*)"/g, (_, quoted: string) => {
    const words = [...wordsIn(quoted)].map(found => found.word).slice(0, MOST_WORDS)
    if (words.length > 0 && phrases.length < 4) phrases.push(words)
    return ' '
  })
  const all = [...new Set([...wordsIn(rest)].map(found => found.word))]
  const telling = all.filter(word => !isEmptyWord(word))
  const wanted = telling.filter(word => !isAskingWord(word))
  const words = (wanted.length >= 2 || (wanted.length > 0 && phrases.length > 0) ? wanted : telling.length > 0 || phrases.length > 0 ? telling : all).slice(0, MOST_WORDS)
  const last = words.at(-1)
  return { words, phrases, openEnd: last !== undefined && [...wordsIn(rest)].at(-1)?.word === last && /[\p{L}\p{N}\p{M}]$/u.test(rest) }
}

/** Words and phrases as a person would type them. */
export function printQuery({ words, phrases }: Pick<ParsedQuery, 'words' | 'phrases'>): string {
  return [...words, ...phrases.map(phrase => `"${phrase.join(' ')}"`)].join(' ')
}
