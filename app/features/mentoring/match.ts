import type { SettingKey } from './settings'

/**
 * The formula of `docs/mentoring-match.md`, for one learner and one offer. `rows/ranked.server.ts` computes the same in SQL for whole lists;
 * a test holds the two together.
 */
export const parts = ['tags', 'position', 'unit', 'capacity', 'response', 'language', 'past', 'fairness'] as const
export type PartName = (typeof parts)[number]
/** each from 0 to 1 */
export type Parts = Record<PartName, number>
export type Weights = Record<PartName, number>

export interface Learner {
  /** of what is needed now; of the profile where nothing was said */
  tags: readonly string[]
  /** of the goal's text, in small letters */
  words: readonly string[]
  languages: readonly string[]
  position: string
  /** level of the position */
  group: string | null
  /** units from the root to one's own */
  path: readonly number[]
}

export interface Offered {
  id: number
  title: string
  tags: readonly string[]
  languages: readonly string[]
  position: string
  group: string | null
  path: readonly number[]
  capacity: number
  taken: number
  /** of the mentor, over all offers that run: learners there is room for, learners now, requests that wait */
  room: number
  learners: number
  waiting: number
  /** requests of the last twelve months whose clock is over, and those answered in time */
  asked: number
  answered: number
  medianHours: number | null
  /** pairs begun in the last twelve months */
  begun: number
  /** finished one with this very learner; other people of the learner's unit who did */
  withMe: boolean
  fromMyUnit: number
}

export const weightsOf = (numbers: Readonly<Record<SettingKey, number>>): Weights =>
  Object.fromEntries(parts.map(part => [part, Math.max(0, numbers[`match.${part}`])])) as Weights

/** "Pranata Komputer Ahli Muda" and "… Ahli Pertama" are one family; so are all lurah, all camat, all heads of a Puskesmas. */
export function familyOf(position: string): string {
  const name = position.toLowerCase()
  return /^(lurah|camat|sekretaris|kepala \S+)(?=\s|$)/.exec(name)?.[1] ?? name.replace(/\s+(ahli\s+)?(pertama|muda|madya|utama|terampil|mahir|penyelia|pemula)$/, '')
}

export function sameFamily(mine: string, theirs: string): boolean {
  const family = familyOf(mine)
  return family !== '' && `${theirs.toLowerCase()} `.startsWith(`${family} `)
}

const clamp = (value: number) => Math.min(1, Math.max(0, value))

/** Words of a goal that may meet a title or a tag: small, four letters or more, at most twelve. */
export function wordsOf(text: string): string[] {
  const words = text.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return [...new Set(words.filter(word => !common.has(word)))].slice(0, 12)
}
const common = new Set(['saya', 'yang', 'untuk', 'dengan', 'pada', 'dari', 'agar', 'bisa', 'dapat', 'ingin', 'mampu', 'tidak', 'lebih', 'akan', 'sudah', 'belum', 'dalam', 'kami', 'kita', 'atau', 'oleh', 'karena', 'menjadi', 'tentang', 'with', 'that', 'this', 'from', 'have', 'want', 'able', 'more', 'about', 'would'])

export function partsOf(learner: Learner, offer: Offered): Parts {
  const shared = learner.tags.filter(tag => offer.tags.includes(tag)).length
  const text = `${offer.title} ${offer.tags.join(' ')}`.toLowerCase()
  const hits = learner.words.filter(word => text.includes(word)).length
  const near = learner.path.length > 1 ? (offer.path.filter(id => learner.path.includes(id)).length - 1) / (learner.path.length - 1) : 0
  const speed = offer.medianHours === null ? 0.5 : clamp(1 - (offer.medianHours - 24) / 144)
  return {
    tags: Math.max(learner.tags.length > 0 ? Math.min(1, shared / Math.min(3, learner.tags.length)) : 0, Math.min(1, hits / 3) * 0.6),
    position: sameFamily(learner.position, offer.position) ? 1 : learner.group !== null && learner.group === offer.group ? 0.5 : 0,
    unit: clamp(near),
    capacity: clamp((offer.capacity - offer.taken) / offer.capacity),
    response: speed * (offer.answered + 2) / (offer.asked + 2),
    language: learner.languages.some(one => offer.languages.includes(one)) ? 1 : 0,
    past: offer.withMe ? 1 : Math.min(1, offer.fromMyUnit / 3),
    fairness: (1 - Math.min(1, (offer.learners + offer.waiting) / Math.max(1, offer.room))) * 0.6 + 0.4 / (1 + offer.begun / 3),
  }
}

/** 0 to 1000. Never shown: people see the reasons. */
export function scoreOf(given: Parts, weights: Weights): number {
  const total = parts.reduce((sum, part) => sum + weights[part], 0)
  return total === 0 ? 0 : Math.floor(parts.reduce((sum, part) => sum + weights[part] * given[part], 0) / total * 1000 + 0.5)
}

/** Offers of the same score stand in another order every day, so that none is always last. `day`: days since 1970. */
export const turnOf = (offerId: number, day: number): number => (offerId * 7919 + day * 104_729) % 10_007

export interface Reason {
  /** under `mentoring:reason` */
  key: 'tags' | 'words' | 'family' | 'level' | 'unit' | 'response' | 'language' | 'withMe' | 'fromUnit' | 'slots' | 'fresh'
  /** `tags` is a list of slugs parted by commas, `language` a code, `unit` a name, `hours` and `count` numbers */
  values: Record<string, string | number>
}

export interface ReasonFacts {
  sharedTags: readonly string[]
  /** common to both and not Indonesian */
  language: string | null
  unit: string
  medianHours: number | null
  asked: number
  begun: number
  withMe: boolean
  fromMyUnit: number
  freeThisWeek: number
}

/** Why an offer fits, the weightiest first, at most four. Only what is true and says something. */
export function reasonsOf(given: Parts, facts: ReasonFacts, weights: Weights): Reason[] {
  const said: { reason: Reason; weight: number }[] = []
  const say = (part: PartName, key: Reason['key'], values: Reason['values'] = {}) => said.push({ reason: { key, values }, weight: weights[part] * given[part] })
  if (facts.sharedTags.length > 0) say('tags', 'tags', { tags: facts.sharedTags.join(',') })
  else if (given.tags > 0) say('tags', 'words')
  if (given.position === 1) say('position', 'family')
  else if (given.position > 0) say('position', 'level')
  if (given.unit > 0 && facts.unit !== '') say('unit', 'unit', { unit: facts.unit })
  if (facts.medianHours !== null && facts.medianHours <= 72 && given.response > 0) say('response', 'response', { hours: Math.max(1, Math.round(facts.medianHours)) })
  if (facts.language !== null) say('language', 'language', { language: facts.language })
  if (facts.withMe) say('past', 'withMe')
  else if (facts.fromMyUnit > 0) say('past', 'fromUnit', { count: facts.fromMyUnit })
  if (facts.freeThisWeek > 0) said.push({ reason: { key: 'slots', values: { count: facts.freeThisWeek } }, weight: 6 })
  if (facts.begun === 0 && facts.asked === 0) said.push({ reason: { key: 'fresh', values: {} }, weight: 1 })
  return said.sort((a, b) => b.weight - a.weight).slice(0, 4).map(one => one.reason)
}
