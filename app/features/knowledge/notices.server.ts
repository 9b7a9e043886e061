import { ms } from '~/features/discussion/sql'
import type { Notable, NoticeAmendments, NoticeContribution, NoticeRule, Subject, SubjectReader, Told } from '~/features/notifications/contract'
import { sql } from '~/platform/db/db.server'
import type { RecordedEvent } from '~/platform/events/events.server'
import './events'
import type { ActName } from './kinds'
import { articleActPath, articlePath } from './paths'
import { reviewersOf } from './rows/reviewers.server'

interface Facts {
  id: number
  slug: string
  title: string
  summary: string
  audience: string
  collectionId: number
  ownerId: number
  owner: string
  approved: number | null
  work: string
  reviewerId: number | null
  createdById: number
  sentById: number | null
  binned: boolean
  at: number
}

const facts = `select a.id, a.slug, a.title, a.summary, a.audience, a.collection_id as "collectionId", a.owner_id as "ownerId", p.name as owner, a.approved, a.work::text, a.reviewer_id as "reviewerId",
    a.created_by_id as "createdById", a.sent_by_id as "sentById", a.binned_at is not null as binned, ${ms('coalesce(a.approved_at, a.created_at)')} as at
  from article a join person p on p.id = a.owner_id where a.id = any($1)`
const factsOf = (ids: readonly number[]) => sql<Facts>('article-facts', facts, [[...ids]])

async function nameOf(personId: number | null): Promise<string> {
  const [row] = await sql<{ name: string }>('notices-actor', 'select name from person where id = $1', [personId ?? 0])
  return row?.name ?? ''
}

const placeOf = (one: Facts) => (one.approved === null ? articleActPath(one.id, 'tinjauan') : articlePath(one))
const notable = (one: Facts, name: string, more: Partial<Notable> = {}): Notable =>
  ({ audience: one.audience, url: placeOf(one), groupKey: `article:${one.id}`, about: `article:${one.id}`, params: { name: name || one.owner, title: one.title }, ...more })

type Acted = RecordedEvent<'knowledge.article.acted'>

function onAct(name: string, acts: readonly ActName[], who: (one: Facts, event: Acted) => Promise<number[]> | number[], more?: (one: Facts) => Partial<Notable>): NoticeRule<'knowledge.article.acted'> {
  return {
    name, event: 'knowledge.article.acted',
    async recipients(event): Promise<Told[]> {
      if (!acts.includes(event.payload.act)) return []
      const [one] = await factsOf([event.payload.articleId])
      if (!one || one.binned) return []
      const told = notable(one, await nameOf(event.actorId), more?.(one))
      return [...new Set(await who(one, event))].map(personId => ({ ...told, personId }))
    },
  }
}

const writersOf = async (one: Facts, event: Acted): Promise<number[]> =>
  [one.ownerId, ...(await sql<{ id: number }>('article-writers', 'select distinct editor_id as id from article_revision where article_id = $1 and revision <= $2', [one.id, event.payload.revision ?? 0])).map(row => row.id)]

const sent = onAct('knowledge.sent', ['sent'], async one => (one.work !== 'REVIEW' ? [] : one.reviewerId ? [one.reviewerId] : reviewersOf(one.collectionId)), one => ({ url: articleActPath(one.id, 'tinjauan'), about: `review:${one.id}` }))
const returned = onAct('knowledge.returned', ['returned'], one => [one.sentById ?? one.createdById, one.createdById], one => ({ url: articleActPath(one.id, 'tinjauan') }))
const approved = onAct('knowledge.approved', ['approved', 'published'], writersOf)
const handed = onAct('knowledge.handed', ['handed'], one => [one.ownerId])
/** Once, when it first comes before readers. */
const credited = onAct('knowledge.credited', ['approved', 'published'], async (one, event) => {
  const [before] = await sql<{ n: number }>('article-approved-before', `select id as n from article_act where article_id = $1 and act in ('approved', 'published') and id < $2 limit 1`, [one.id, event.payload.actId])
  return before ? [] : (await sql<{ id: number }>('article-credited', 'select person_id as id from article_contributor where article_id = $1 and credited', [one.id])).map(row => row.id)
})

const noted: NoticeRule<'knowledge.article.noted'> = {
  name: 'knowledge.noted', event: 'knowledge.article.noted',
  async recipients(event) {
    const [one] = await factsOf([event.payload.articleId])
    return one && !one.binned ? [{ ...notable(one, (await nameOf(event.actorId)) || one.title, { url: '/pengetahuan/milik?saring=masukan' }), personId: one.ownerId }] : []
  },
}
const noteClosed: NoticeRule<'knowledge.note.closed'> = {
  name: 'knowledge.noteClosed', event: 'knowledge.note.closed',
  async recipients(event) {
    const [one] = await factsOf([event.payload.articleId])
    const [note] = await sql<{ personId: number | null }>('note-writer', 'select person_id as "personId" from article_note where id = $1', [event.payload.noteId])
    return one && !one.binned && note?.personId ? [{ ...notable(one, await nameOf(event.actorId)), personId: note.personId }] : []
  },
}
const due = (name: string, overdue: boolean): NoticeRule<'knowledge.article.due'> => ({
  name, event: 'knowledge.article.due', group: 'reminders',
  async recipients(event) {
    if (event.payload.overdue !== overdue) return []
    const [one] = await factsOf([event.payload.articleId])
    return one && !one.binned && one.approved !== null ? [{ ...notable(one, one.owner, { about: `check:${one.id}` }), personId: one.ownerId }] : []
  },
})

/** What was decided needs no check any more; what was looked at again no reminder; other readers, other notices. */
const acted: NoticeAmendments<'knowledge.article.acted'> = {
  event: 'knowledge.article.acted',
  async amend({ payload: { articleId, act } }) {
    const groupKey = `article:${articleId}`
    if (act === 'approved' || act === 'published') return [{ groupKey, about: `review:${articleId}`, audience: null }, { groupKey, about: `check:${articleId}`, audience: null }]
    if (act === 'returned') return [{ groupKey, about: `review:${articleId}`, audience: null }]
    if (act === 'checked' || act === 'obsolete') return [{ groupKey, about: `check:${articleId}`, audience: null }]
    if (act === 'binned') return [{ groupKey, audience: null }]
    const [one] = act === 'moved' ? await factsOf([articleId]) : []
    return one ? [{ groupKey, audience: one.audience }] : []
  },
}
const otherReaders: NoticeAmendments<'knowledge.collection.changed'> = {
  event: 'knowledge.collection.changed',
  amend: ({ payload }) => (payload.audience ? sql<{ groupKey: string; audience: string }>('notices-of-collection', `select 'article:' || a.id as "groupKey", a.audience from article a
    where a.collection_id = $1 and exists (select 1 from notice n where n.group_key = 'article:' || a.id)`, [payload.collectionId]) : Promise.resolve([])),
}

const reader = (prefix: string): SubjectReader => async abouts => {
  const ids = abouts.map(about => Number(about.slice(about.indexOf(':') + 1))).filter(id => id <= 2_147_483_647)
  return new Map((await factsOf(ids)).filter(one => !one.binned).map((one): [string, Subject] =>
    [`${prefix}:${one.id}`, { audience: one.audience, title: one.title, url: prefix === 'review' ? articleActPath(one.id, 'tinjauan') : placeOf(one), name: one.owner, text: one.summary, at: one.at }]))
}

/** Who is told of what happens to articles: whoever is to check, whoever wrote, whoever owns. */
export const knowledgeNotices: NoticeContribution = {
  rules: [sent, returned, approved, credited, handed, noted, noteClosed, due('knowledge.dueSoon', false), due('knowledge.overdue', true)],
  amendments: [acted, otherReaders],
  subjects: { article: reader('article'), review: reader('review'), check: reader('check') },
}
