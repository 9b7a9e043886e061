import { sql } from '~/platform/db/db.server'
import { unitOf, type UnitPaths } from '../audience'

/** Where the units named by these audience words stand in the tree. */
export async function unitPaths(audiences: readonly string[]): Promise<UnitPaths> {
  const ids = audiences.flatMap(audience => unitOf(audience) ?? [])
  if (ids.length === 0) return new Map()
  const rows = await sql<{ id: number; path: number[] }>('unit-paths', 'select id, path from org_unit where id = any($1)', [ids])
  return new Map(rows.map(row => [row.id, row.path]))
}
