import { hasRole, isMember, type Viewer } from '~/platform/viewer'

/** A unit somebody speaks for, and as what: its head, its service officer, or one who speaks for the whole city. */
export interface Speaking {
  unitId: number
  role: 'HEAD' | 'OFFICER' | 'CITY'
}

/** A unit with its way down from the root, itself the last. */
export interface UnitInTree {
  id: number
  path: readonly number[]
}

/**
 * As what the viewer may speak for this unit, or null: its head or a head above it; a service officer of it or of a unit above it (those without a
 * named unit: of the units they work in, never of the whole city); administrators and BKPSDM for any.
 */
export function speaksFor(viewer: Viewer, unit: UnitInTree): Speaking['role'] | null {
  if (!isMember(viewer) || !viewer.verified) return null
  if (unit.path.some(id => viewer.headOf.includes(id))) return 'HEAD'
  const served = viewer.serves.some(id => (id === 0 ? viewer.unitIds.slice(1).includes(unit.id) : unit.path.includes(id)))
  if (viewer.kind === 'ASN' && served) return 'OFFICER'
  return hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER') ? 'CITY' : null
}

/** Whether there is any unit the viewer may speak for: a cheap question before the exact one. */
export const speaksAtAll = (viewer: Viewer): boolean =>
  isMember(viewer) && viewer.verified && (viewer.headOf.length > 0 || viewer.serves.length > 0 || hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER'))
