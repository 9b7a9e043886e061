/** How text becomes words, the same when writing the index, asking it and marking what was found. */

/** Lower case, without diacritics and compatibility forms; the words of `text` in order, with where they stand in it. */
export function* wordsIn(text: string): Generator<{ word: string; start: number; end: number }> {
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    const word = foldWord(match[0])
    if (word) yield { word, start: match.index, end: match.index + match[0].length }
  }
}

/** Most words need nothing done to them. */
const FOLDED = /^[a-z0-9]+$/

/** The words alone, for texts of which nobody asks where they stand. */
export function wordList(text: string): string[] {
  const found: string[] = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
  return found.map(foldWord).filter(word => word !== '')
}

export function foldWord(word: string): string {
  if (FOLDED.test(word)) return word
  return word.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
}

/** Words joined by blanks: what the index parses, so that its parser sees neither addresses, paths nor signed numbers. */
export function plain(text: string): string {
  const words: string[] = []
  for (const { word } of wordsIn(text)) if (word.length <= 200) words.push(word)
  return words.join(' ')
}

/** Worth keeping for prefixes and spelling: letters in it, 3 to 40 long. */
export const isVocabulary = (word: string): boolean => word.length >= 3 && word.length <= 40 && /\p{L}/u.test(word)

/** Words that say nothing about what is looked for. */
const empty = new Set(`yang di ke dari dan atau dengan untuk pada dalam adalah itu ini ada oleh juga akan agar bagi para sudah telah belum
  apa apakah bagaimana gimana kenapa mengapa kapan dimana mana siapa berapa saya kami kita anda aku tolong mohon ya kah pun lah
  tentang mengenai jika kalau bila supaya bisa dapat boleh harus ingin mau hendak saja sih dong nya
  the a an of to in for on is are how what when where who why can do does i my we our please about with and or`.split(/\s+/))
/** Words of natural questions, dropped as long as two others stay. */
const asking = new Set('cara caranya langkah mengurus urus pengurusan mengajukan mendapatkan memperoleh membuat bikin ngurus get make'.split(' '))

export const isEmptyWord = (word: string): boolean => empty.has(word)
export const isAskingWord = (word: string): boolean => asking.has(word)

/** Edits between two words, a swap of neighbours counting as one; stops counting above `most`. */
export function distance(a: string, b: string, most = 3): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    before = last
    last = row
  }
  return last[b.length]!
}

/** Typing mistakes a word of this length may hold: none up to 2 letters, one up to 6, then two. */
export const allowedEdits = (word: string): number => (word.length < 3 || /^\d+$/.test(word) ? 0 : word.length < 7 ? 1 : 2)
