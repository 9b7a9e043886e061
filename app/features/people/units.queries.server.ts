import { db, sql } from '~/platform/db/db.server'
import { Forbidden, NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import { photoUrl } from './photo'
import { seesUnits } from './policy'

export interface UnitNode {
  id: number
  code: string
  name: string
  parentId: number | null
  /** 0 for the root */
  depth: number
  head: { name: string; slug: string } | null
  /** people who work in the unit itself, without those below */
  members: number
}

/** The whole tree in reading order, each unit after its parent. @throws Forbidden for all but colleagues */
export async function listUnitTree(viewer: Viewer): Promise<UnitNode[]> {
  if (!seesUnits(viewer)) throw new Forbidden('colleaguesOnly')
  const rows = await sql<{ id: number; code: string; name: string; parent_id: number | null; path: number[]; head_name: string | null; head_slug: string | null; members: number }>(
    'unit-tree',
    `select u.id, u.code, u.name, u.parent_id, u.path, h.name as head_name, h.slug as head_slug,
       (select count(*)::int from person p where p.unit_id = u.id and p.closed_at is null) as members
     from org_unit u left join person h on h.id = u.head_id where u.valid_to is null order by u.name, u.id`,
  )
  const children = new Map<number | null, typeof rows>()
  const known = new Set(rows.map(row => row.id))
  for (const row of rows) {
    const parent = row.parent_id !== null && known.has(row.parent_id) ? row.parent_id : null
    children.set(parent, [...(children.get(parent) ?? []), row])
  }
  const nodes: UnitNode[] = []
  const walk = (parent: number | null, depth: number) => {
    for (const row of children.get(parent) ?? []) {
      nodes.push({ id: row.id, code: row.code, name: row.name, parentId: row.parent_id, depth, members: row.members, head: row.head_name && row.head_slug ? { name: row.head_name, slug: row.head_slug } : null })
      walk(row.id, depth + 1)
    }
  }
  walk(null, 0)
  return nodes
}

/** Units to choose from in forms: id, code and name in reading order, with how deep they stand. Names of units are no secret. */
export async function listUnitChoices(): Promise<{ id: number; code: string; name: string; path: number[] }[]> {
  return sql('unit-choices', 'select id, code, name, path from org_unit where valid_to is null order by name, id')
}

/** Ids of a unit and everything below it. */
export async function unitWithDescendants(unitId: number): Promise<number[]> {
  return (await sql<{ id: number }>('unit-descendants', 'select id from org_unit where $1 = any(path) order by id', [unitId])).map(row => row.id)
}

/** Names by id, for audiences in words ("Dibaca semua di …"). */
export async function unitNames(ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await sql<{ id: number; name: string }>('unit-names', 'select id, name from org_unit where id = any($1)', [[...ids]])
  return new Map(rows.map(row => [row.id, row.name]))
}

export interface UnitMember {
  id: number
  name: string
  slug: string
  photo: string | null
  position: string
}

const memberPage = 60

/** A unit with its way up, what stands below it, its head and one page of its members. @throws Forbidden, NotFound */
export async function getUnit(viewer: Viewer, code: string, after: { name: string; id: number } | null = null) {
  if (!seesUnits(viewer)) throw new Forbidden('colleaguesOnly')
  if (code.includes('\0')) throw new NotFound('unit')
  const unit = await db.orgUnit.findUnique({
    where: { code },
    select: {
      id: true, code: true, name: true, kind: true, path: true, validTo: true,
      head: { select: { id: true, name: true, slug: true, photoKey: true, positionName: true, titleBefore: true, titleAfter: true } },
      children: { where: { validTo: null }, select: { code: true, name: true }, orderBy: { name: 'asc' } },
    },
  })
  if (!unit) throw new NotFound('unit')
  const ancestors = await db.orgUnit.findMany({ where: { id: { in: unit.path.filter(id => id !== unit.id) } }, select: { id: true, code: true, name: true } })
  const found = await db.person.findMany({
    where: { unitId: unit.id, closedAt: null, ...(after ? { OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] } : {}) },
    select: { id: true, name: true, slug: true, photoKey: true, positionName: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: memberPage + 1,
  })
  const members: UnitMember[] = found.slice(0, memberPage).map(({ photoKey, positionName, ...one }) => ({ ...one, photo: photoUrl(photoKey), position: positionName }))
  const last = found.length > memberPage ? members.at(-1) : undefined
  return {
    id: unit.id, code: unit.code, name: unit.name, kind: unit.kind, closed: unit.validTo !== null, children: unit.children,
    path: unit.path.flatMap(id => ancestors.filter(one => one.id === id)).map(({ code, name }) => ({ code, name })),
    head: unit.head && { id: unit.head.id, name: unit.head.name, slug: unit.head.slug, photo: photoUrl(unit.head.photoKey), position: unit.head.positionName },
    members, next: last ? { name: last.name, id: last.id } : null,
    total: await db.person.count({ where: { unitId: unit.id, closedAt: null } }),
  }
}

/** Who may become head of a unit: those who work in it or below it. @throws Forbidden */
export async function listHeadChoices(viewer: Viewer, unitId: number): Promise<{ id: number; name: string; position: string }[]> {
  if (!seesUnits(viewer)) throw new Forbidden('colleaguesOnly')
  return sql('unit-head-choices', `select p.id, p.name, p.position_name as position from person p join org_unit u on u.id = p.unit_id
    where $1 = any(u.path) and p.closed_at is null order by (p.position_name ilike 'kepala%' or p.position_name ilike 'camat%' or p.position_name ilike 'lurah%') desc, p.name limit 500`, [unitId])
}
