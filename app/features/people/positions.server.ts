import type { PositionGroup } from '~/generated/prisma/enums'
import type { Tx } from '~/platform/db/db.server'

export interface Placement {
  unitId: number
  position: string
  group: PositionGroup
  startsOn: Date
}

const dayBefore = (day: Date) => new Date(day.getTime() - 86_400_000)

/** Gives a person their definitive position: the one before ends the day before, what hot reads show follows in the same transaction. */
export async function placeInUnit(tx: Tx, personId: number, to: Placement): Promise<void> {
  const current = await tx.positionAssignment.findMany({ where: { personId, kind: 'DEFINITIVE', endsOn: null }, select: { id: true, startsOn: true } })
  for (const one of current) {
    const end = dayBefore(to.startsOn)
    await tx.positionAssignment.update({ where: { id: one.id }, data: { endsOn: end < one.startsOn ? one.startsOn : end } })
  }
  const position = await tx.position.upsert({
    where: { name_group: { name: to.position, group: to.group } }, create: { name: to.position, group: to.group }, update: {}, select: { id: true },
  })
  await tx.positionAssignment.create({ data: { personId, positionId: position.id, unitId: to.unitId, startsOn: to.startsOn } })
  await tx.person.update({ where: { id: personId }, data: { unitId: to.unitId, positionName: to.position } })
}
