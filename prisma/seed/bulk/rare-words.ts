import type { Chance } from '../random'
import { articles } from '../knowledge/articles'

const syllables = 'ba be bu da de du ga gu ha hu ja ju ka ke ku la le lo ma me mo na ne no pa pe po ra re ri sa se si ta te ti wa ya yo lang ting bung dar gar han jar kan lim man nang pang rang sim tam'.split(' ')
const endings = ['', '', 'n', 'ng', 'r', 's', 't', 'h', 'an', 'i']
const NAMES = 60_000

/** A made-up name: few of them often, very many hardly ever, as names and misspellings are in real texts. */
function nameOf(random: Chance): string {
  let number = Math.floor(NAMES * random.next() ** 3)
  const take = <T>(list: readonly T[]) => {
    const one = list[number % list.length] as T
    number = Math.floor(number / list.length)
    return one
  }
  const [ending, first, second] = [take(endings), take(syllables), take(syllables)]
  const third = number > 0 ? take(syllables) : 'la'
  const word = `${first}${second}${third}${ending}`
  return `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`
}

/** Sentences people wrote for the demonstration: their words are those of real articles. */
const written: readonly string[] = articles.flatMap(article => article.text.replace(/\[\[([^\]]+)\]\]/g, '$1').split(/[.\n|]+/)).map(line => line.replace(/^[\s#>*\d-]+|[*_`:[\]()]/g, '').trim()).filter(line => line.length > 25 && line.length < 200)

/** One letter in a hundred words is missing. */
function mistyped(random: Chance, sentence: string): string {
  if (random.below(9) > 0) return sentence
  const at = 3 + random.below(Math.max(1, sentence.length - 6))
  return sentence.slice(0, at) + sentence.slice(at + 1)
}

/** A sentence with words that are rare in the whole, without its full stop. */
export function rareSentence(random: Chance): string {
  switch (random.below(6)) {
    case 0: return `Nomor ${100 + random.below(900)}.${1 + random.below(99)}/${1 + random.below(4_000)}/${2015 + random.below(12)} ditandatangani oleh ${nameOf(random)} ${nameOf(random)}`
    case 1: return `Catatan ${nameOf(random)} dari kelompok ${nameOf(random)} dilampirkan untuk ${nameOf(random).toLowerCase()}`
    case 2: return `Kegiatan di ${nameOf(random)} dipimpin ${nameOf(random)} bersama ${nameOf(random)}`
    default: return mistyped(random, random.pick(written))
  }
}
