import { findPersonFactsUnscoped } from '~/features/people/standing.server'
import { sql } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import { isSelf, type Viewer } from '~/platform/viewer'
import { actsFor } from './decisions.server'
import { canSanction, canTake, canUndo, claimedByOther, moderatesAll, moderatesSomething } from './policy'
import { caseColumns, caseTables, reachCase, type CaseRow } from './rows/case.server'
import { decisionColumns, decisionTables, type DecisionRow } from './rows/decision.server'
import { asMember } from './rows/member.server'
import { listTemplates } from './templates.server'
import { findThingUnscoped, kindOf, loadThingsUnscoped, shelfNames } from './things.server'
import type { CaseItem, CasePage, QueuePage } from './views'
import { personal, type Act, type FlagReason } from './words'

const PAGE = 30

/** $1 audiences, $2 moderates everything, $3 keys of the lists the viewer moderates, $4 the list asked for or '' */
const mine = `c.closed_at is null and c.audience = any($1) and ($2::boolean or c.shelf = any($3))`
const ofShelf = `($4::text = '' or c.shelf = $4)`

const scope = (viewer: Viewer) => [viewer.audiences, moderatesAll(viewer), viewer.moderates] as const

/** How many cases wait in each list, counted to 500 in all. */
async function countByShelf(viewer: Viewer): Promise<{ shelf: string; count: number }[]> {
  return sql('cases-by-shelf', `select w.shelf, count(*)::int as count from (select c.shelf from moderation_case c where ${mine} order by c.id limit 500) w group by w.shelf`, scope(viewer))
}

/** A number for the door of the queue, at most 99; 0 for who moderates nothing. One statement. */
export async function countWaiting(viewer: Viewer): Promise<number> {
  if (!moderatesSomething(viewer)) return 0
  const [row] = await sql<{ n: number }>('cases-waiting', `select count(*)::int as n from (select 1 from moderation_case c where ${mine} limit 99) w`, scope(viewer))
  return row?.n ?? 0
}

/** Open appeals the viewer may judge, counted to 99. */
export async function countAppeals(viewer: Viewer): Promise<number> {
  const [row] = await sql<{ n: number }>('appeals-waiting', `select count(*)::int as n from (select 1 from ${decisionTables}
    where a.decided_at is null and a.id is not null and d.undone_at is null and d.audience = any($1) and ($2::boolean or (d.shelf = any($3) and d.act <> all($5))) and d.by_id <> $4 and d.author_id <> $4 limit 99) w`,
  [...scope(viewer), viewer.personId, [...personal]])
  return row?.n ?? 0
}

/** The oldest first: nobody waits longer because others came later. @throws Forbidden for who moderates nothing */
export async function listCases(viewer: Viewer, { shelf = '', after = 0 }: { shelf?: string; after?: number } = {}): Promise<QueuePage> {
  const member = asMember(viewer)
  if (!moderatesSomething(member)) throw new Forbidden('officersOnly')
  const [rows, counts, appeals] = await Promise.all([
    sql<CaseRow & { authorName: string; reasons: FlagReason[] }>('cases-open', `select ${caseColumns}, p.name as "authorName",
        array(select distinct f.reason from moderation_flag f where f.case_id = c.id order by 1) as reasons
      from ${caseTables} join person p on p.id = c.author_id where ${mine} and ${ofShelf} and c.id > $5 order by c.id limit ${PAGE + 1}`, [...scope(member), shelf, after]),
    countByShelf(member), countAppeals(member),
  ])
  const shown = rows.slice(0, PAGE)
  const [things, names] = await Promise.all([loadThingsUnscoped(shown), shelfNames(counts.map(row => row.shelf))])
  return {
    rows: shown.map((row): CaseItem => ({
      id: row.id, kind: row.kind, title: row.title, shelf: row.shelf, origin: row.origin, flagCount: row.flagCount, openedAt: row.openedAt, authorName: row.authorName,
      claimedBy: claimedByOther(member, row) ? (row.claimedByName ?? '') : null, mine: row.claimedById === member.personId && row.claimedUntil > Date.now(),
      excerpt: things.get(`${row.kind}:${row.thingId}`)?.text.slice(0, 220) ?? '', reasons: row.reasons,
    })),
    shelves: counts.flatMap(({ shelf: key, count }) => { const name = names.get(key); return name ? [{ ...name, count }] : [] }).sort((a, b) => a.name.localeCompare(b.name)),
    shelf, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null, appeals,
  }
}

async function neighbours(viewer: Viewer, id: number): Promise<{ next: number | null; previous: number | null }> {
  const [row] = await sql<{ next: number | null; previous: number | null }>('case-neighbours', `select
      (select c.id from moderation_case c where ${mine} and c.id > $4 order by c.id limit 1) as next,
      (select c.id from moderation_case c where ${mine} and c.id < $4 order by c.id desc limit 1) as previous`, [...scope(viewer), id])
  return row ?? { next: null, previous: null }
}

/** Everything a moderator needs to decide, and no mail or network address. @throws NotFound */
export async function getCase(viewer: Viewer, caseId: number): Promise<CasePage> {
  const member = asMember(viewer)
  const found = await reachCase(member, caseId)
  const kind = kindOf(found.kind)
  const [thing, person, flags, notes, decisions, related, around, templates, names] = await Promise.all([
    findThingUnscoped(found.kind, found.thingId),
    findPersonFactsUnscoped(found.authorId),
    sql<CasePage['flags'][number]>('case-flags', `select f.id, p.name, p.slug, f.reason, f.note, (extract(epoch from f.created_at) * 1000)::float8 as at
      from moderation_flag f join person p on p.id = f.person_id where f.case_id = $1 order by f.id limit 100`, [caseId]),
    sql<CasePage['notes'][number]>('case-notes', `select n.id, p.name, n.text, (extract(epoch from n.created_at) * 1000)::float8 as at
      from moderation_note n join person p on p.id = n.person_id where n.case_id = $1 order by n.id limit 100`, [caseId]),
    sql<DecisionRow & { byName: string }>('case-decisions', `select ${decisionColumns}, b.name as "byName" from ${decisionTables} join person b on b.id = d.by_id where d.case_id = $1 order by d.id`, [caseId]),
    sql<CasePage['related'][number]>('case-related', `select c.id, c.title, (extract(epoch from c.opened_at) * 1000)::float8 as "openedAt", c.closed_at is not null as closed,
        array(select d.act from moderation_decision d where d.case_id = c.id and d.undone_at is null order by d.id) as acts
      from moderation_case c where c.author_id = $4 and c.id <> $5 and c.audience = any($1) and ($2::boolean or c.shelf = any($3)) order by c.id desc limit 10`, [...scope(member), found.authorId, caseId]),
    neighbours(member, caseId), listTemplates(), shelfNames([found.shelf]),
  ])
  const held = thing?.state === 'held'
  const maySanction = person !== null && canSanction(member, person)
  const acts: Act[] = found.closed || !kind ? [] : actsFor(kind, held).filter(act => (personal.includes(act) ? maySanction : thing?.state === 'standing' || held || act === 'KEEP' || act === 'WARN'))
  const shelfName = names.get(found.shelf)
  return {
    id: found.id, kind: found.kind, title: found.title, shelf: found.shelf, audience: found.audience, origin: found.origin, detail: found.detail, openedAt: found.openedAt, closed: found.closed,
    shelfName: shelfName ? { name: shelfName.name, nameEn: shelfName.nameEn } : null,
    claim: found.claimedById !== null && found.claimedUntil > Date.now() && !found.closed ? { name: found.claimedByName ?? '', until: found.claimedUntil, mine: found.claimedById === member.personId } : null,
    thing: thing ? { html: thing.html, text: thing.text, url: thing.url, at: thing.at, state: thing.state, moveUrl: thing.moveUrl ?? null, image: thing.image ?? null } : null,
    source: acts.includes('EDIT') ? ((await kind?.source?.(found.thingId)) ?? null) : null,
    author: {
      id: found.authorId, name: person?.name ?? '', slug: person?.slug ?? '', kind: person?.kind ?? 'CITIZEN', since: person?.createdAt.getTime() ?? 0,
      silencedUntil: person?.silencedUntil?.getTime() ?? 0, suspendedUntil: person?.suspendedUntil?.getTime() ?? 0,
      decisions: related.reduce((sum, one) => sum + one.acts.filter(act => act !== 'KEEP' && act !== 'APPROVE').length, 0),
    },
    flags, notes, related,
    decisions: decisions.map(one => ({ id: one.id, act: one.act, reason: one.reason, at: one.at, until: one.until, byName: one.byName, undone: one.undone, mayUndo: canUndo(member, one) })),
    acts, parts: [...(kind?.parts ?? [])], mayTake: canTake(member, found), own: isSelf(member, found.authorId), ...around, templates,
  }
}

/** The decision that hides a thing now, where there is one: restoring it goes by taking that back. Unscoped. */
export async function findHidingUnscoped(kind: string, thingId: number): Promise<number | null> {
  const [row] = await sql<{ id: number }>('hiding-decision', `select d.id from moderation_case c join moderation_decision d on d.case_id = c.id
    where c.kind = $1 and c.thing_id = $2 and d.act = 'HIDE' and d.undone_at is null order by d.id desc limit 1`, [kind, thingId])
  return row?.id ?? null
}
