import { sql } from '~/platform/db/db.server'
import { Forbidden, NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import { concernedOf } from './appeals.server'
import { APPEAL_DAYS, canAppeal, canJudge, mayModerate, moderatesAll, moderatesSomething } from './policy'
import { decisionColumns, decisionTables, getDecisionUnscoped, type DecisionRow } from './rows/decision.server'
import { asMember } from './rows/member.server'
import { findThingUnscoped, loadThingsUnscoped, shelfNames } from './things.server'
import type { AppealItem, LogRow, OwnDecision } from './views'
import { harsh, personal } from './words'

const DAY = 86_400_000
const PAGE = 40

type Thing = Awaited<ReturnType<typeof findThingUnscoped>> | undefined

function toOwn(one: DecisionRow, thing: Thing): OwnDecision {
  return {
    id: one.id, act: one.act, kind: one.kind, title: one.title, reason: one.reason, at: one.at, until: one.until, undone: one.undone, appeal: one.appeal,
    mayAppeal: canAppeal(one.authorId, one), daysLeft: Math.max(0, Math.ceil(APPEAL_DAYS - (Date.now() - one.at) / DAY)),
    url: thing && (thing.state === 'standing' || thing.state === 'hidden') ? thing.url : null, text: thing?.text.slice(0, 600) ?? '',
  }
}

/** What was decided about the viewer, newest first; the thirty newest. For who is suspended too. @throws SignInNeeded */
export async function listOwnDecisions(viewer: Viewer): Promise<OwnDecision[]> {
  const rows = await sql<DecisionRow>('decisions-own', `select ${decisionColumns} from ${decisionTables} where d.author_id = any($1) and d.act = any($2) order by d.id desc limit 30`, [concernedOf(viewer), [...harsh]])
  const things = await loadThingsUnscoped(rows)
  return rows.map(row => toOwn(row, things.get(`${row.kind}:${row.thingId}`)))
}

/** One decision, for whom it concerns. @throws SignInNeeded, NotFound for everybody else */
export async function getOwnDecision(viewer: Viewer, decisionId: number): Promise<OwnDecision> {
  const concerned = concernedOf(viewer)
  const one = await getDecisionUnscoped(decisionId)
  if (!concerned.includes(one.authorId) || !harsh.includes(one.act)) throw new NotFound('decision')
  return toOwn(one, await findThingUnscoped(one.kind, one.thingId))
}

const appeals = `select ${decisionColumns}, p.name as "authorName", b.name as "byName" from ${decisionTables} join person p on p.id = d.author_id join person b on b.id = d.by_id`

/** Appeals nobody has judged yet, the oldest first; those of the viewer's own decisions too, for others to judge. @throws Forbidden */
export async function listAppeals(viewer: Viewer): Promise<AppealItem[]> {
  const member = asMember(viewer)
  if (!moderatesSomething(member)) throw new Forbidden('officersOnly')
  const rows = await sql<DecisionRow & { authorName: string; byName: string }>('appeals-open', `${appeals}
    where a.id is not null and a.decided_at is null and d.undone_at is null and d.audience = any($1) and ($2::boolean or (d.shelf = any($3) and d.act <> all($4))) order by a.id limit 50`,
  [member.audiences, moderatesAll(member), member.moderates, [...personal]])
  const things = await loadThingsUnscoped(rows)
  return rows.map(row => {
    const thing = things.get(`${row.kind}:${row.thingId}`)
    return { ...toOwn(row, thing), mayAppeal: false, authorName: row.authorName, byName: row.byName, shelf: row.shelf, mayJudge: canJudge(member, row), html: thing?.html ?? '' }
  })
}

/** @throws NotFound where the viewer does not moderate */
export async function getAppeal(viewer: Viewer, decisionId: number): Promise<AppealItem> {
  const member = asMember(viewer)
  const [row] = await sql<DecisionRow & { authorName: string; byName: string }>('appeal-one', `${appeals} where d.id = $1 and a.id is not null`, [decisionId])
  if (!row || !mayModerate(member, row)) throw new NotFound('appeal')
  const thing = await findThingUnscoped(row.kind, row.thingId)
  return { ...toOwn(row, thing ?? undefined), mayAppeal: false, authorName: row.authorName, byName: row.byName, shelf: row.shelf, mayJudge: canJudge(member, row), html: thing?.html ?? '' }
}

export interface LogPage {
  rows: LogRow[]
  shelves: { key: string; name: string; nameEn: string }[]
  shelf: string
  next: number | null
}

/**
 * What was done and why, of the lists the viewer may read, newest first: never who decided, whom it struck, who flagged, nor the words it was about.
 * Approvals and "nothing to do" are no news.
 */
export async function listLog(viewer: Viewer, { shelf = '', before = 0 }: { shelf?: string; before?: number } = {}): Promise<LogPage> {
  const rows = await sql<Omit<LogRow, 'shelfName' | 'shelfNameEn'>>('moderation-log', `select l.* from (
      (select d.id, d.act, c.kind, d.shelf, d.reason, (extract(epoch from d.created_at) * 1000)::float8 as at, d.undone_at is not null as undone
        from moderation_decision d join moderation_case c on c.id = d.case_id
        where d.audience = any($1) and d.act = any($2) and ($3::text = '' or d.shelf = $3) and ($4::float8 = 0 or d.created_at < to_timestamp($4 / 1000)) order by d.id desc limit ${PAGE + 1})
      union all
      (select a.id, a.act, a.kind, a.shelf, a.reason, (extract(epoch from a.created_at) * 1000)::float8, a.undone_at is not null from moderation_act a
        where a.audience = any($1) and ($3::text = '' or a.shelf = $3) and ($4::float8 = 0 or a.created_at < to_timestamp($4 / 1000)) order by a.id desc limit ${PAGE + 1})
    ) l order by l.at desc, l.id desc limit ${PAGE + 1}`, [viewer.audiences, [...harsh], shelf, before])
  const shown = rows.slice(0, PAGE)
  const keys = await sql<{ shelf: string }>('moderation-log-shelves', `select distinct d.shelf from ((select shelf from moderation_decision where audience = any($1) and act = any($2) order by id desc limit 500) union all (select shelf from moderation_act where audience = any($1) order by id desc limit 500)) d`, [viewer.audiences, [...harsh]])
  const names = await shelfNames(keys.map(row => row.shelf))
  return {
    rows: shown.map(row => ({ ...row, shelfName: names.get(row.shelf)?.name ?? '', shelfNameEn: names.get(row.shelf)?.nameEn ?? '' })),
    shelves: [...names.values()].map(({ key, name, nameEn }) => ({ key, name, nameEn })).sort((a, b) => a.name.localeCompare(b.name)),
    shelf, next: rows.length > PAGE ? (shown.at(-1)?.at ?? null) : null,
  }
}
