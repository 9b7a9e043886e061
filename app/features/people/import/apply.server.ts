import { randomInt } from 'node:crypto'
import { transaction, type Tx } from '~/platform/db/db.server'
import { recordEvent, recordEvents } from '~/platform/events/events.server'
import { closePerson, forgetPeople } from '../access.server'
import { placeInUnit } from '../positions.server'
import { forgetSessions } from '../sessions.server'
import { slugOf } from '../slug.server'
import '../events'
import type { Act, PlannedRow } from './plan'
import type { StaffRow } from './read-row'

type Creation = Extract<Act, { do: 'create' }>
type Change = Extract<Act, { do: 'update' }>

const day = (text: string | null) => (text ? new Date(`${text}T00:00:00Z`) : new Date(new Date().toISOString().slice(0, 10)))

function freeSlugOf(name: string, taken: Set<string>): string {
  const plain = slugOf(name)
  let slug = plain
  while (taken.has(slug)) slug = `${plain}-${randomInt(10, 100_000)}`
  taken.add(slug)
  return slug
}

const personData = (staff: StaffRow) => ({
  name: staff.name, sex: staff.sex, employmentKind: staff.employmentKind,
  ...(staff.titleBefore ? { titleBefore: staff.titleBefore } : {}), ...(staff.titleAfter ? { titleAfter: staff.titleAfter } : {}),
  ...(staff.grade ? { grade: staff.grade } : {}), ...(staff.education ? { education: staff.education } : {}),
})

async function createAll(tx: Tx, made: readonly Creation[], slugs: Set<string>, actorId: number | null): Promise<void> {
  if (made.length === 0) return
  const positions = new Map<string, number>()
  for (const { staff } of made) {
    const key = `${staff.positionGroup}|${staff.position}`
    if (positions.has(key)) continue
    const data = { name: staff.position, group: staff.positionGroup }
    positions.set(key, (await tx.position.upsert({ where: { name_group: data }, create: data, update: {}, select: { id: true } })).id)
  }
  const people = await tx.person.createManyAndReturn({
    data: made.map(({ staff, unitId, email }) => ({ kind: 'ASN' as const, ...personData(staff), slug: freeSlugOf(staff.name, slugs), email, unitId, positionName: staff.position })),
    select: { id: true, slug: true },
  })
  // `returning` keeps the order of the values given.
  const pairs = made.map((one, at) => ({ ...one, personId: people[at]?.id ?? 0 }))
  await tx.employeeIdentifier.createMany({
    data: pairs.flatMap(({ staff, personId }) => [
      ...(staff.number ? [{ personId, kind: staff.number.kind, value: staff.number.value }] : []),
      ...(staff.siasnId ? [{ personId, kind: 'SIASN_ID' as const, value: staff.siasnId }] : []),
    ]),
  })
  await tx.positionAssignment.createMany({
    data: pairs.map(({ staff, personId, unitId }) => ({ personId, unitId, positionId: positions.get(`${staff.positionGroup}|${staff.position}`) ?? 0, startsOn: day(staff.since) })),
  })
  await recordEvents(tx, 'people.person.changed', pairs.map(({ personId }) => ({ personId })), actorId)
}

async function update(tx: Tx, { personId, staff, email, place, since, reopen, newNumber, newSiasnId }: Change, actorId: number | null): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { ...personData(staff), ...(email ? { email } : {}), ...(reopen ? { closedAt: null } : {}) } })
  if (place) await placeInUnit(tx, personId, { unitId: place.unitId, position: staff.position, group: staff.positionGroup, startsOn: day(staff.since) })
  if (since) await tx.positionAssignment.updateMany({ where: { personId, kind: 'DEFINITIVE', endsOn: null }, data: { startsOn: day(since) } })
  if (newNumber && staff.number) {
    await tx.employeeIdentifier.updateMany({ where: { personId, kind: { not: 'SIASN_ID' }, validTo: null }, data: { validTo: new Date() } })
    const { kind, value } = staff.number
    await tx.employeeIdentifier.upsert({ where: { kind_value: { kind, value } }, create: { personId, kind, value }, update: { validTo: null } })
  }
  if (newSiasnId) {
    await tx.employeeIdentifier.updateMany({ where: { personId, kind: 'SIASN_ID', validTo: null }, data: { validTo: new Date() } })
    const key = { kind: 'SIASN_ID' as const, value: staff.siasnId }
    await tx.employeeIdentifier.upsert({ where: { kind_value: key }, create: { personId, ...key }, update: { validTo: null } })
  }
  if (place || reopen) await recordEvent(tx, 'people.access.changed', { personId }, actorId)
  await recordEvent(tx, 'people.person.changed', { personId }, actorId)
}

const chunk = 100

/** Writes a plan, a hundred rows per transaction, and says after each how far it is. Stopping half-way leaves whole rows; running again goes on. */
export async function applyPlan(planned: readonly PlannedRow[], slugs: Set<string>, actorId: number | null, progress: (done: number) => Promise<void>): Promise<void> {
  for (let at = 0; at < planned.length; at += chunk) {
    const acts = planned.slice(at, at + chunk).map(one => one.act)
    const changed: number[] = []
    const ended = await transaction(async tx => {
      const hashes: string[] = []
      await createAll(tx, acts.filter(act => act?.do === 'create'), slugs, actorId)
      for (const act of acts) {
        if (act?.do === 'update') await update(tx, act, actorId)
        if (act?.do === 'close') hashes.push(...(await closePerson(tx, act.personId, actorId)))
        if (act && act.do !== 'create') changed.push(act.personId)
      }
      return hashes
    })
    await forgetSessions(ended)
    await forgetPeople(changed)
    await progress(Math.min(at + chunk, planned.length))
  }
}
