import { competencyTags } from '~/features/competency/catalogue.server'
import { photoUrl } from '~/features/people/photo'
import { listUnitChoices } from '~/features/people/units.queries.server'
import { search } from '~/features/search/search.server'
import { sql } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import { kept } from '~/platform/kept.server'
import type { Viewer } from '~/platform/viewer'
import type { FormName, LanguageName, ModeName, SortName } from './kinds'
import { reasonsOf, weightsOf, type Reason } from './match'
import { canLearn, isOfficer, seesDirectory } from './offers-policy'
import { rankedOffers, type After, type RankedRow } from './rows/ranked.server'
import { asMember } from './rules.server'
import { allNumbers } from './settings.server'

export const PAGE_ROWS = 20

export interface OfferRow {
  id: number
  title: string
  form: FormName
  mode: ModeName
  place: string
  tags: string[]
  sessions: number
  minutes: number
  capacity: number
  taken: number
  full: boolean
  mentor: { id: number; slug: string; name: string; photo: string | null; position: string; unit: string }
  /** computed; null before the first answer */
  medianHours: number | null
  /** milliseconds; null where nothing is free or nothing is booked */
  nextFreeAt: number | null
  reasons: Reason[]
}

export interface DirectoryAsked {
  q: string
  tag: string | null
  forms: readonly FormName[]
  mode: ModeName | null
  language: LanguageName | null
  unitId: number | null
  seat: boolean
  slot: boolean
  sort: SortName
  /** "0_-12345_17", as a page's `next` says */
  cursor: string | null
}

export interface Directory {
  rows: OfferRow[]
  next: string | null
  /** what was matched against: tags of the reader's profile, or the one chosen */
  needTags: string[]
  learns: boolean
  /** the search room answered with its reserve */
  degraded: boolean
}

export const rowOf = (row: RankedRow, weights: ReturnType<typeof weightsOf>): OfferRow => ({
  id: row.id, title: row.title, form: row.form, mode: row.mode, place: row.place, tags: row.tags, sessions: row.sessions, minutes: row.minutes, capacity: row.capacity, taken: row.taken, full: row.full,
  mentor: { id: row.mentorId, slug: row.slug, name: row.name, photo: photoUrl(row.photoKey), position: row.position, unit: row.unit }, medianHours: row.medianHours, nextFreeAt: row.nextFreeAt, reasons: reasonsOf(row.parts, row, weights),
})

/** Colleagues need no question; anybody else was invited or is an officer. */
export async function mayReachDirectory(viewer: Viewer): Promise<boolean> {
  if (viewer.personId === null) return false
  if (seesDirectory(viewer, false)) return true
  const [row] = await sql('mentoring-guest', 'select 1 from mentoring_profile where person_id = $1 and invited_by_id is not null', [viewer.personId])
  return seesDirectory(viewer, row !== undefined)
}

/** @throws Forbidden, SignInNeeded */
export async function reachDirectory(viewer: Viewer): Promise<void> {
  if (!(await mayReachDirectory(asMember(viewer)))) throw new Forbidden('colleaguesOnly')
}

function afterOf(cursor: string | null): After | null {
  const [full, rank, id] = (cursor ?? '').split('_')
  return full !== undefined && rank !== undefined && id !== undefined ? { full: full === '1', rank: Number(rank), id: Math.min(Number(id), 2_147_483_647) } : null
}

/** The first hundred finds of the search room, best first. */
async function found(viewer: Viewer, text: string): Promise<{ ids: number[]; degraded: boolean }> {
  const ids: number[] = []
  for (let page = 1; page <= 5; page += 1) {
    const answer = await search(viewer, { text, kinds: ['offer'], page })
    ids.push(...[...answer.hits, ...answer.also].map(hit => Number(hit.id.slice('offer:'.length))).filter(Number.isInteger))
    if (!answer.next) return { ids, degraded: answer.degraded }
  }
  return { ids, degraded: false }
}

/** Offers that take requests now, one page. One statement besides the viewer's and, with words, the search room's. @throws Forbidden, SignInNeeded, Unavailable */
export async function listDirectory(viewer: Viewer, asked: DirectoryAsked): Promise<Directory> {
  await reachDirectory(viewer)
  const member = asMember(viewer)
  const matches = asked.q ? await found(member, asked.q) : null
  const rows = await rankedOffers(member.personId, { tags: asked.tag ? [asked.tag] : [] }, {
    forms: asked.forms, mode: asked.mode, tag: asked.tag, language: asked.language, unitId: asked.unitId, seat: asked.seat, slot: asked.slot, ids: matches?.ids ?? null, everybodys: !canLearn(member) || isOfficer(member),
  }, { sort: asked.sort, after: afterOf(asked.cursor), limit: PAGE_ROWS + 1 })
  const weights = weightsOf(await allNumbers())
  const list = rows.slice(0, PAGE_ROWS)
  const last = list.at(-1)
  return {
    rows: list.map(row => rowOf(row, weights)), next: rows.length > PAGE_ROWS && last ? `${Number(last.full)}_${last.rank}_${last.id}` : null, needTags: rows[0]?.needTags ?? (asked.tag ? [asked.tag] : []), learns: canLearn(member), degraded: matches?.degraded ?? false,
  }
}

/** One offer as a match for this viewer: null for their own, one that takes nobody now, or one of somebody blocked. */
export async function findFit(viewer: Viewer, offerId: number): Promise<{ reasons: Reason[]; nextFreeAt: number | null } | null> {
  if (!canLearn(viewer) || viewer.personId === null) return null
  const [row] = await rankedOffers(viewer.personId, {}, { ids: [offerId] }, { sort: 'cocok', after: null, limit: 1 })
  return row ? { reasons: reasonsOf(row.parts, row, weightsOf(await allNumbers())), nextFreeAt: row.nextFreeAt } : null
}

export interface UnitChoice {
  id: number
  name: string
  /** 0 for what stands right below the city */
  depth: number
}

const shelf = kept('mentoring-units', () => ({ read: null as Promise<UnitChoice[]> | null, until: 0 }))

/** Offices of the city to choose from, two levels deep; the same for everybody, kept a minute. */
export function listOffices(): Promise<UnitChoice[]> {
  if (shelf.read && shelf.until > Date.now()) return shelf.read
  shelf.until = Date.now() + 60_000
  const read = listUnitChoices().then(units => units.filter(unit => unit.path.length === 2).map(unit => ({ id: unit.id, name: unit.name, depth: 0 })))
  shelf.read = read
  read.catch(() => { shelf.read = null })
  return read
}

export interface TagWord {
  slug: string
  name: string
  nameEn: string
}

/** Competencies as tags, with their names. */
export const listCompetencies = async (): Promise<TagWord[]> => (await competencyTags()).map(({ slug, name, nameEn }) => ({ slug, name, nameEn }))
