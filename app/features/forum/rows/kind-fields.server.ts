import { contentOf, type Content } from '~/features/discussion/written.server'
import { viewersOfPeopleUnscoped } from '~/features/people/viewer.server'
import { findVoice, listVoices } from '~/features/people/voices.server'
import type { Speaking } from '~/features/people/voices'
import { sql, type Tx } from '~/platform/db/db.server'
import { Invalid } from '~/platform/errors'
import { mayRead, type Member } from '~/platform/viewer'
import { endOfDay } from '../dates'
import type { TopicPartName } from '../kind-views'
import { PART_MAX, partsOf, type KindPart } from '../kinds'
import type { TopicKindName } from '../views'

/** What the forms of the kinds send beside title and text, as it was typed. */
export interface KindGiven {
  situation?: string
  outcome?: string
  repeat?: string
  asked?: string
  summary?: string
  /** who may answer a request for feedback */
  answerers?: 'readers' | 'unit' | 'people'
  /** names or addresses of profiles, with commas or line ends between them */
  people?: string
  /** the unit that will answer a consultation */
  unitId?: number | null
  /** its last day, "2026-12-05" */
  closesOn?: string
  /** working days after it */
  promisedDays?: number
}

export interface CheckedKind {
  parts: { part: TopicPartName; content: Content }[]
  repliers: string[]
  closesAt: Date | null
  consultation: { unitId: number; promisedDays: number } | null
  voice: Speaking | null
}

const MAX_PEOPLE = 10
/** A request more people than this have answered stays as open as it is. */
const MAX_HEARD = 50
const MAX_DAYS = 180

/** A part through the editor's door. Files belong to the opening post, whose readers they follow. */
export function checkedPart(field: string, typed: string): Content {
  if (typed.length > PART_MAX) throw new Invalid({ [field]: ['kinds:errors.partLong'] })
  try {
    const content = contentOf({ markdown: typed })
    if (content.uploads.length > 0) throw new Invalid({ markdown: ['kinds:errors.partFiles'] })
    return content
  } catch (error) {
    if (error instanceof Invalid) throw new Invalid({ [field]: Object.values(error.fields).flat() })
    throw error
  }
}

/** @throws Invalid beside each part that is needed and empty, too long, or holds files */
export function checkedParts(kind: TopicKindName, given: KindGiven): CheckedKind['parts'] {
  const fields: Record<string, string[]> = {}
  const parts = partsOf[kind].flatMap(({ part, field, needed }: KindPart) => {
    const typed = (given[field] ?? '').trim()
    if (typed === '') {
      if (needed) fields[field] = ['kinds:errors.partNeeded']
      return []
    }
    try {
      return [{ part, content: checkedPart(field, typed) }]
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      Object.assign(fields, error.fields)
      return []
    }
  })
  if (Object.keys(fields).length > 0) throw new Invalid(fields)
  return parts
}

/** Parts that are not given any more go. */
export async function keepParts(tx: Tx, topicId: number, kind: TopicKindName, parts: CheckedKind['parts'], writtenBy: number): Promise<void> {
  const keep = parts.map(one => one.part)
  await tx.topicPart.deleteMany({ where: { topicId, part: { notIn: keep, ...(kind === 'CONSULTATION' ? { not: 'SUMMARY' } : {}) } } })
  for (const { part, content } of parts) {
    const data = { doc: content.doc, html: content.html, text: content.text, renderer: content.renderer, writtenBy }
    await tx.topicPart.upsert({ where: { topicId_part: { topicId, part } }, create: { topicId, part, ...data }, update: data })
  }
}

/**
 * Audience tokens of named colleagues; `heard` have answered already and do not count as many.
 * @throws Invalid beside `people` for a name nobody or several bear, or who may not read the category
 */
async function peopleTokens(typed: string, audience: string, heard = 0): Promise<string[]> {
  const names = [...new Set(typed.split(/[,;\n]/).map(name => name.trim().replace(/^.*\/orang\//, '').replace(/^@/, '')).filter(Boolean))]
  if (names.length === 0) throw new Invalid({ people: ['kinds:errors.peopleNeeded'] })
  if (names.length > MAX_PEOPLE + heard) throw new Invalid({ people: ['kinds:errors.peopleMany'] })
  const rows = await sql<{ id: number; asked: string }>('feedback-people', `select p.id, lower(w.name) as asked from unnest($1::text[]) as w(name)
    join person p on (lower(p.name) = lower(w.name) or p.slug = lower(w.name)) and p.kind = 'ASN' and p.closed_at is null`, [names])
  const found = names.map(name => rows.filter(row => row.asked === name.toLowerCase()))
  if (found.some(matches => matches.length === 0)) throw new Invalid({ people: ['kinds:errors.peopleUnknown'] })
  if (found.some(matches => matches.length > 1)) throw new Invalid({ people: ['kinds:errors.peopleSeveral'] })
  const ids = [...new Set(found.flatMap(matches => matches.map(row => row.id)))]
  const viewers = await viewersOfPeopleUnscoped(ids)
  if (ids.some(id => !viewers.has(id) || !mayRead(viewers.get(id)!, audience))) throw new Invalid({ people: ['kinds:errors.peopleCannotRead'] })
  return ids.map(id => `user:${id}`)
}

async function repliersOf(author: Member, given: KindGiven, audience: string): Promise<string[]> {
  if (given.answerers === 'people') return peopleTokens(given.people ?? '', audience)
  const unit = author.unitIds.at(-1)
  if (given.answerers === 'unit' && unit === undefined) throw new Invalid({ answerers: ['kinds:errors.noUnit'] })
  return given.answerers === 'unit' && unit !== undefined ? [`unit:${unit}`] : []
}

/**
 * Who may answer from now on. Whoever has answered goes on answering: nobody is sent out of a conversation they were asked into.
 * @param topic as it stands; its author's unit is meant by "unit", whoever edits
 * @returns null where nothing changes
 * @throws Invalid beside `answerers` and `people`
 */
export async function changedRepliers(topic: { id: number; authorId: number; audience: string; repliers?: readonly string[] }, given: KindGiven): Promise<string[] | null> {
  if (!given.answerers) return null
  const before = topic.repliers ?? []
  const answered = given.answerers === 'readers' ? [] : await sql<{ id: number }>('feedback-answered', `select p.author_id as id from post p
    where p.thread_id = $1 and p.number > 1 and p.deleted_at is null and p.author_id <> $2 group by p.author_id order by min(p.number) limit ${MAX_HEARD + 1}`, [topic.id, topic.authorId])
  if (answered.length > MAX_HEARD) throw new Invalid({ answerers: ['kinds:errors.answeredMany'] })
  let asked: string[] = []
  if (given.answerers === 'people') asked = await peopleTokens(given.people ?? '', topic.audience, answered.length)
  if (given.answerers === 'unit') {
    const standing = before.filter(token => token.startsWith('unit:'))
    const unit = (await viewersOfPeopleUnscoped([topic.authorId])).get(topic.authorId)?.unitIds.at(-1)
    if (standing.length === 0 && unit === undefined) throw new Invalid({ answerers: ['kinds:errors.noUnit'] })
    asked = standing.length > 0 ? standing : [`unit:${unit}`]
  }
  const tokens = given.answerers === 'readers' ? [] : [...new Set([...asked, ...answered.map(row => `user:${row.id}`)])]
  return [...tokens].sort().join() === [...before].sort().join() ? null : tokens
}

/** @throws Invalid beside `closesOn` unless it is a day from tomorrow on, within half a year */
export function checkedClosing(member: Member, closesOn: string | undefined, now = Date.now()): Date {
  const closesAt = endOfDay(closesOn ?? '', member.timeZone)
  if (!closesAt || closesAt.getTime() < now || closesAt.getTime() > now + MAX_DAYS * 86_400_000) throw new Invalid({ closesOn: ['kinds:errors.closesOn'] })
  return closesAt
}

/**
 * Everything a kind asks for beside title and text, judged before the transaction.
 * @throws Invalid beside the fields
 */
export async function checkedKind(author: Member, kind: TopicKindName, category: { audience: string; responsibleUnitId: number | null }, given: KindGiven): Promise<CheckedKind> {
  const checked: CheckedKind = { parts: checkedParts(kind, given), repliers: [], closesAt: null, consultation: null, voice: null }
  if (kind === 'FEEDBACK') checked.repliers = await repliersOf(author, given, category.audience)
  if (kind === 'CONSULTATION') {
    const wanted = given.unitId ?? category.responsibleUnitId
    const voice = wanted ? (await listVoices(author)).find(one => one.unitId === wanted) : await findVoice(author, null)
    if (!voice) throw new Invalid({ unitId: ['kinds:errors.unit'] })
    checked.closesAt = checkedClosing(author, given.closesOn)
    checked.consultation = { unitId: voice.unitId, promisedDays: Math.min(60, Math.max(1, Math.round(given.promisedDays ?? 10))) }
    checked.voice = { unitId: voice.unitId, role: voice.role }
  }
  if (kind === 'ANNOUNCEMENT') {
    const voice = await findVoice(author, category.responsibleUnitId)
    if (voice) checked.voice = { unitId: voice.unitId, role: voice.role }
  }
  return checked
}
