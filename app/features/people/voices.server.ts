import { sql } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import type { Member, Viewer } from '~/platform/viewer'
import { speaksAtAll, speaksFor, type Speaking } from './voices'

export interface UnitVoice extends Speaking {
  code: string
  /** short name where there is one */
  unit: string
}

interface Row {
  id: number
  code: string
  name: string
  path: number[]
}

const named = `select u.id, u.code, coalesce(nullif(u.short_name, ''), u.name) as name, u.path from org_unit u where u.valid_to is null`

const toVoices = (viewer: Viewer, rows: Row[]): UnitVoice[] => rows.flatMap(row => {
  const role = speaksFor(viewer, row)
  return role ? [{ unitId: row.id, role, code: row.code, unit: row.name }] : []
})

/**
 * The voice for a unit somebody asked to speak for; null when they asked for none.
 * @throws Forbidden "voice" where they may not
 */
export async function voiceOf(viewer: Member, unitId: number | null): Promise<Speaking | null> {
  if (unitId === null) return null
  const [voice] = toVoices(viewer, await sql<Row>('voice-unit', `${named} and u.id = $1`, [unitId]))
  if (!voice) throw new Forbidden('voice')
  return { unitId: voice.unitId, role: voice.role }
}

/**
 * The unit a viewer would speak for beside a thing that `unitId` answers for: that one, else the unit they head or serve, else the office they work in.
 * Null for whoever speaks for none; strangers and most members cost no statement.
 */
export async function findVoice(viewer: Viewer, unitId: number | null): Promise<UnitVoice | null> {
  if (!speaksAtAll(viewer)) return null
  const wanted = [unitId ?? 0, ...viewer.headOf, ...viewer.serves, ...viewer.unitIds.slice(1)]
  const voices = toVoices(viewer, await sql<Row>('voices-near', `${named} and u.id = any($1) order by array_position($1, u.id)`, [wanted]))
  return voices[0] ?? null
}

/** Every unit the viewer may speak for, by name: choices of a form. */
export async function listVoices(viewer: Viewer): Promise<UnitVoice[]> {
  if (!speaksAtAll(viewer)) return []
  return toVoices(viewer, await sql<Row>('voices-all', `${named} order by u.name, u.id`))
}
