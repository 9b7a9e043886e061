import { listUnitChoices } from '~/features/people/units.queries.server'

export interface UnitOption {
  id: number
  name: string
  depth: number
}

/** Units in reading order, three levels deep, for whom an offer is. */
export async function listUnitOptions(): Promise<UnitOption[]> {
  const units = (await listUnitChoices()).filter(unit => unit.path.length > 1 && unit.path.length <= 4)
  const of = (parent: number): UnitOption[] => units.filter(unit => unit.path.at(-2) === parent).flatMap(unit => [{ id: unit.id, name: unit.name, depth: unit.path.length - 2 }, ...of(unit.id)])
  return [...new Set(units.filter(unit => unit.path.length === 2).map(unit => unit.path[0] as number))].flatMap(of)
}
