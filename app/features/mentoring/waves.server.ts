import { sql, transaction } from '~/platform/db/db.server'
import { Conflict, Forbidden, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member } from '~/platform/viewer'
import './care-events'
import type { FormName } from './kinds'
import { canLearn, isOfficer } from './offers-policy'
import { needRules } from './rules.server'
import { cityToday, dueOf, phaseOf, type WaveDays } from './waves'

export interface WaveInput extends WaveDays {
  title: string
  criteria: string
  clientKey: string
}

const dated = ({ opensOn, closesOn, pairingOn, midCheckOn, endsOn, ...rest }: WaveInput) =>
  ({ ...rest, opensOn: new Date(opensOn), closesOn: new Date(closesOn), pairingOn: new Date(pairingOn), midCheckOn: new Date(midCheckOn), endsOn: new Date(endsOn) })

/** Pressed twice it is one wave. @throws NotFound for who is no officer */
export async function createWave(member: Member, input: WaveInput): Promise<number> {
  if (!isOfficer(member)) throw new NotFound('wave')
  const data = { ...dated(input), createdById: member.personId }
  return transaction(async tx => {
    await tx.mentoringWave.createMany({ data, skipDuplicates: true })
    return (await tx.mentoringWave.findUniqueOrThrow({ where: { createdById_clientKey: { createdById: member.personId, clientKey: input.clientKey } }, select: { id: true } })).id
  })
}

/** @throws NotFound */
export async function changeWave(member: Member, waveId: number, input: WaveInput): Promise<void> {
  if (!isOfficer(member)) throw new NotFound('wave')
  const { clientKey: _key, ...data } = dated(input)
  const changed = await transaction(tx => tx.mentoringWave.updateMany({ where: { id: waveId }, data }))
  if (changed.count === 0) throw new NotFound('wave')
}

export interface Application {
  waveId: number
  goal: string
  situation: string
  tags: string[]
  wishedForm: FormName | null
  clientKey: string
}

/** A place in the wave: a request without a mentor until the day of pairing. One for each person. @throws NotFound, Forbidden, Conflict outside its window */
export async function applyToWave(member: Member, input: Application): Promise<number> {
  if (!canLearn(member)) throw new Forbidden('colleaguesOnly')
  await needRules(member)
  return transaction(async tx => {
    const [wave] = await tx.$queryRaw<(WaveDays & { id: number })[]>`select id, opens_on::text as "opensOn", closes_on::text as "closesOn", pairing_on::text as "pairingOn", mid_check_on::text as "midCheckOn", ends_on::text as "endsOn"
      from mentoring_wave where id = ${input.waveId}::int for update`
    if (!wave) throw new NotFound('wave')
    const before = await tx.mentoringRequest.findFirst({ where: { waveId: wave.id, learnerId: member.personId, state: { not: 'WITHDRAWN' } }, select: { id: true } })
    if (before) return before.id
    if (phaseOf(wave, cityToday()) !== 'OPEN') throw new Conflict('mentoringWaveClosed')
    const { id } = await tx.mentoringRequest.create({
      data: { learnerId: member.personId, goal: input.goal, situation: input.situation, tags: input.tags, wishedForm: input.wishedForm, waveId: wave.id, dueAt: new Date(`${wave.endsOn}T16:59:59Z`), clientKey: input.clientKey },
      select: { id: true },
    })
    await recordEvent(tx, 'mentoring.wave.applied', { waveId: wave.id, requestId: id }, member.personId)
    return id
  })
}

export type Addressees = 'APPLICANTS' | 'PAIRED' | 'WITHOUT' | 'MENTORS' | 'ALL'

/** Words of an officer to the people of a wave: they come as notices and letters. Sent twice they come once. @throws NotFound */
export async function writeToWave(member: Member, input: { waveId: number; toWhom: Addressees; text: string; clientKey: string }): Promise<void> {
  if (!isOfficer(member)) throw new NotFound('wave')
  await transaction(async tx => {
    if (!(await tx.mentoringWave.findUnique({ where: { id: input.waveId }, select: { id: true } }))) throw new NotFound('wave')
    const [row] = await tx.$queryRaw<{ id: number }[]>`insert into mentoring_wave_message (wave_id, to_whom, text, by_id, client_key)
      values (${input.waveId}::int, ${input.toWhom}, ${input.text}, ${member.personId}::int, ${input.clientKey}) on conflict do nothing returning id`
    if (row) await recordEvent(tx, 'mentoring.wave.written', { waveId: input.waveId, messageId: row.id }, member.personId)
  })
}

/** A line of SQL for each sort of people of the wave $1. */
const people: Record<Addressees, string> = {
  APPLICANTS: "select learner_id as id from mentoring_request where wave_id = $1 and state <> 'WITHDRAWN'",
  PAIRED: "select learner_id as id from mentoring_request where wave_id = $1 and state = 'ACCEPTED'",
  WITHOUT: "select learner_id as id from mentoring_request where wave_id = $1 and state in ('NEW', 'VIEWED', 'ASKED_BACK')",
  MENTORS: 'select mentor_id as id from mentoring_pair where wave_id = $1',
  ALL: "select learner_id as id from mentoring_request where wave_id = $1 and state <> 'WITHDRAWN' union select mentor_id from mentoring_pair where wave_id = $1",
}
export const peopleOfWave = async (waveId: number, toWhom: Addressees): Promise<number[]> =>
  [...new Set((await sql<{ id: number }>(`mentoring-wave-${toWhom}`, people[toWhom], [waveId])).map(row => row.id))]

/** Every night: the days that have come are told of once. */
export async function tellWaveDays(today = cityToday()): Promise<void> {
  const waves = await sql<WaveDays & { id: number; told: string[] }>('mentoring-waves-due', `select id, told, opens_on::text as "opensOn", closes_on::text as "closesOn", pairing_on::text as "pairingOn", mid_check_on::text as "midCheckOn", ends_on::text as "endsOn"
    from mentoring_wave where opens_on <= $1::date and cardinality(told) < 4`, [today])
  for (const wave of waves) {
    for (const day of dueOf(wave, today)) {
      await transaction(async tx => {
        const changed = await tx.$executeRaw`update mentoring_wave set told = array_append(told, ${day}) where id = ${wave.id}::int and not ${day} = any(told)`
        if (changed > 0) await recordEvent(tx, 'mentoring.wave.due', { waveId: wave.id, day }, null)
      })
    }
  }
}
