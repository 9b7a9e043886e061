/** A unit's place in the tree, by id: its way down from the root, itself the last. */
export type UnitPaths = ReadonlyMap<number, readonly number[]>

export const unitOf = (audience: string): number | null => {
  const id = /^unit:([1-9]\d{0,9})$/.exec(audience)?.[1]
  return id ? Number(id) : null
}

/** Whether everybody who holds `inner` holds `outer` too. Groups and single people may be anybody, so they stand within `public` and themselves only. */
export function isWithin(inner: string, outer: string, paths: UnitPaths): boolean {
  if (inner === outer || outer === 'public') return true
  const [unit, above] = [unitOf(inner), unitOf(outer)]
  if (unit === null) return false
  return outer === 'asn' || (above !== null && (paths.get(unit) ?? []).includes(above))
}
