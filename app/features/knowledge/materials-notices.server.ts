import { ms } from '~/features/discussion/sql'
import type { NoticeAmendments, NoticeContribution, NoticeRule, Subject, SubjectReader, Told } from '~/features/notifications/contract'
import { sql } from '~/platform/db/db.server'
import './events'
import { materialPath, type MaterialAct } from './formats'
import { reviewersOf } from './rows/reviewers.server'

interface Facts {
  id: number
  slug: string
  title: string
  description: string
  audience: string
  collectionId: number
  ownerId: number
  createdById: number
  /** who brought the newest version */
  lastById: number
  owner: string
  shown: number | null
  last: number
  binned: boolean
  at: number
}

const factsOf = (ids: readonly number[]) => sql<Facts>('notices-materials', `select m.id, m.slug, m.title, m.description, m.audience, m.collection_id as "collectionId", m.owner_id as "ownerId", m.created_by_id as "createdById", v.added_by_id as "lastById",
    p.name as owner, m.shown, m.last_version as last, m.binned_at is not null as binned, ${ms('v.created_at')} as at
  from material m join person p on p.id = m.owner_id join material_version v on v.material_id = m.id and v.version = m.last_version where m.id = any($1)`, [[...ids]])

const waits = (one: Facts): boolean => !one.binned && one.shown !== one.last
/** The version that waits has an address of its own; without it readers' version is meant. */
const pageOf = (one: Facts): string => (waits(one) ? `${materialPath(one)}?versi=${one.last}` : materialPath(one))

function onChange(name: string, acts: readonly MaterialAct[], about: string, who: (one: Facts) => Promise<number[]> | number[]): NoticeRule<'knowledge.material.changed'> {
  return {
    name, event: 'knowledge.material.changed',
    async recipients({ payload, actorId }): Promise<Told[]> {
      const [one] = acts.includes(payload.what) ? await factsOf([payload.materialId]) : []
      if (!one) return []
      const [doer] = await sql<{ name: string }>('notices-actor', 'select name from person where id = $1', [actorId ?? 0])
      const told = { audience: one.audience, url: pageOf(one), groupKey: `material:${one.id}`, about: `${about}:${one.id}`, params: { name: doer?.name ?? one.owner, title: one.title } }
      return [...new Set(await who(one))].map(personId => ({ ...told, personId }))
    },
  }
}

/** Whoever checks in the collection, of what waits for them; never who brought it. */
const waiting = onChange('knowledge.fileWaiting', ['brought', 'restored'], 'filecheck', async one => (waits(one) ? (await reviewersOf(one.collectionId)).filter(id => id !== one.lastById) : []))
const decided = (one: Facts) => [one.ownerId, one.createdById, one.lastById]
const approved = onChange('knowledge.fileApproved', ['approved'], 'material', decided)
/** Only those who may take it out again are told that it was thrown away. */
const binned = onChange('knowledge.fileBinned', ['binned'], 'binnedfile', one => [one.ownerId])

/** What was decided waits for nobody; other readers, other notices. */
const changed: NoticeAmendments<'knowledge.material.changed'> = {
  event: 'knowledge.material.changed',
  async amend({ payload: { materialId, what } }) {
    const groupKey = `material:${materialId}`
    if (what === 'approved' || what === 'shown') return [{ groupKey, about: `filecheck:${materialId}`, audience: null }]
    if (what === 'binned') return [{ groupKey, about: `filecheck:${materialId}`, audience: null }, { groupKey, about: `material:${materialId}`, audience: null }]
    if (what === 'restored') return [{ groupKey, about: `binnedfile:${materialId}`, audience: null }]
    const [one] = what === 'changed' ? await factsOf([materialId]) : []
    return one ? [{ groupKey, audience: one.audience }] : []
  },
}
const otherReaders: NoticeAmendments<'knowledge.collection.changed'> = {
  event: 'knowledge.collection.changed',
  amend: ({ payload }) => (payload.audience ? sql<{ groupKey: string; audience: string }>('notices-materials-of', `select 'material:' || m.id as "groupKey", m.audience from material m
    where m.collection_id = $1 and exists (select 1 from notice n where n.group_key = 'material:' || m.id)`, [payload.collectionId]) : Promise.resolve([])),
}

const reader = (prefix: string, stands: (one: Facts) => boolean): SubjectReader => async abouts => {
  const ids = abouts.map(about => Number(about.slice(about.indexOf(':') + 1))).filter(id => id <= 2_147_483_647)
  return new Map((await factsOf(ids)).filter(stands).map((one): [string, Subject] => [`${prefix}:${one.id}`, { audience: one.audience, title: one.title, url: pageOf(one), name: one.owner, text: one.description.slice(0, 300), at: one.at }]))
}

/** Who is told of files: whoever is to look at one, and who brought it of what became of it. */
export const materialNotices: NoticeContribution = {
  rules: [waiting, approved, binned],
  amendments: [changed, otherReaders],
  subjects: { filecheck: reader('filecheck', waits), material: reader('material', one => !one.binned), binnedfile: reader('binnedfile', one => one.binned) },
}
