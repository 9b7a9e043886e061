import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import type { FactName, RecordedAct } from './formats'
import { canManageMaterial } from './materials-policy'
import { reachMaterial } from './rows/material-reach.server'

export interface MaterialActRow {
  id: number
  act: RecordedAct
  version: number | null
  name: string
  at: number
  /** what is new in the version, in its bringer's words */
  note: string
  /** what was changed */
  facts: FactName[]
  titleWas: string | null
  /** names; null where it stayed, or where the viewer may not know of that collection */
  collectionWas: { name: string; nameEn: string } | null
  collectionNow: { name: string; nameEn: string } | null
  audienceWas: string | null
  audienceNow: string | null
  /** of an audience that is a unit's */
  unitWas: string | null
  unitNow: string | null
}

const named = (one: string) => `case when ${one}.id is null then null else json_build_object('name', ${one}.name, 'nameEn', ${one}.name_en) end`

/** The record of a file for those who manage it, newest first, at most 200 lines. @throws NotFound, Forbidden */
export async function listMaterialActs(viewer: Viewer, id: number): Promise<MaterialActRow[]> {
  const material = await reachMaterial(viewer, id)
  if (!canManageMaterial(viewer, material, material.collection)) throw new Forbidden()
  return sql<MaterialActRow>('material-acts', `select k.id, k.act, k.version, p.name, ${ms('k.created_at')} as at, case when k.act = 'approved' then '' else coalesce(v.note, '') end as note, k.facts, k.title_was as "titleWas",
      ${named('w')} as "collectionWas", ${named('n')} as "collectionNow", k.audience_was as "audienceWas", k.audience_now as "audienceNow", uw.name as "unitWas", un.name as "unitNow"
    from material_act k join person p on p.id = k.actor_id left join material_version v on v.material_id = k.material_id and v.version = k.version
      left join collection w on w.id = k.collection_was and w.audience = any($2) left join collection n on n.id = k.collection_now and n.audience = any($2)
      left join org_unit uw on k.audience_was = 'unit:' || uw.id left join org_unit un on k.audience_now = 'unit:' || un.id
    where k.material_id = $1 order by k.id desc limit 200`, [id, viewer.audiences])
}
