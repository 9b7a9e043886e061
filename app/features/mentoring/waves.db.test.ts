import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { Conflict, NotFound } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { makeOffer } from '#tests/factories/mentoring'
import { makeMember } from '#tests/factories/people'
import { getPairing } from './pairings.queries.server'
import { applyPairing, dropPairing, pairEverybody, startPairing } from './pairings.server'
import { acceptRules } from './rules.server'
import { cityToday } from './waves'
import { applyToWave, changeWave, createWave, peopleOfWave, tellWaveDays, writeToWave, type WaveInput } from './waves.server'
import { getWave, listApplicants } from './waves.queries.server'

let officer: Member
const learners: Member[] = []
const day = (from: number) => cityToday(Date.now() + from * 86_400_000)
const wave = (more: Partial<WaveInput> = {}): WaveInput =>
  ({ title: 'Gelombang uji', criteria: 'Untuk siapa saja.', opensOn: day(-3), closesOn: day(3), pairingOn: day(5), midCheckOn: day(30), endsOn: day(60), clientKey: randomUUID(), ...more })
const application = (waveId: number, tags: string[]) => ({ waveId, goal: 'Menulis laporan yang dapat dibaca.', situation: '', tags, wishedForm: null, clientKey: randomUUID() })

beforeAll(async () => {
  officer = await makeMember({ roles: ['HRD_OFFICER'] })
  for (let at = 0; at < 4; at++) {
    const learner = await makeMember()
    await acceptRules(learner)
    learners.push(learner)
  }
})
const learner = (at: number): Member => learners[at] ?? officer

test('a wave is made by officers; a second press makes no second one', async () => {
  const input = wave()
  const [one, two] = await Promise.all([createWave(officer, input), createWave(officer, input).catch(() => createWave(officer, input))])
  expect(one).toBe(two)
  await expect(createWave(learner(0), wave())).rejects.toThrow(NotFound)
  await expect(changeWave(learner(0), one, wave())).rejects.toThrow(NotFound)
  await expect(listApplicants(learner(0), one)).rejects.toThrow(NotFound)
})

test('people apply once, and within its window', async () => {
  const id = await createWave(officer, wave())
  const [first, again] = await Promise.all([applyToWave(learner(0), application(id, ['arsip'])), applyToWave(learner(0), application(id, ['arsip']))])
  expect(first).toBe(again)
  expect(await getWave(learner(0), id)).toMatchObject({ mine: first, applicants: 1, phase: 'OPEN' })
  expect((await getWave(learner(1), id)).mine).toBeNull()
  await changeWave(officer, id, wave({ opensOn: day(-9), closesOn: day(-1) }))
  await expect(applyToWave(learner(1), application(id, []))).rejects.toThrow(Conflict)
  await expect(getWave(learner(1), await createWave(officer, wave({ opensOn: day(2) })))).rejects.toThrow(NotFound)
  await expect(applyToWave(await makeMember(), application(id, [])), 'the conduct rules come first').rejects.toThrow()
})

test('everybody who waits is paired at once: shown first, applied as ticked, and what changed meanwhile is left out', async () => {
  const tag = `uji-${Date.now().toString(36)}`
  const [anna, budi, cici, dewi] = [learner(0), learner(1), learner(2), learner(3)]
  const mentors = await Promise.all([1, 2].map(() => makeMember()))
  for (const mentor of mentors) await makeOffer({ mentor, tags: [tag], capacity: 1 })
  const third = await makeOffer({ mentor: await makeMember(), tags: [tag], capacity: 1 })
  const id = await createWave(officer, wave())
  const requests = await Promise.all([anna, budi, cici].map(one => applyToWave(one, application(id, [tag]))))
  const outside = await applyToWave(dewi, { ...application(id, ['tak-ada-yang-menawarkan']), wishedForm: 'WRITTEN' })
  await expect(startPairing(anna, id)).rejects.toThrow(NotFound)
  const pairing = await startPairing(officer, id)
  expect(await startPairing(officer, id), 'one at a time').toBe(pairing)
  await pairEverybody(pairing)
  const view = await getPairing(officer, pairing)
  expect(view).toMatchObject({ state: 'READY', progress: 100 })
  expect(view.rows.map(row => row.requestId).sort((a, b) => a - b)).toEqual([...requests].sort((a, b) => a - b))
  expect(new Set(view.rows.map(row => row.offerId)).size, 'one seat is taken once').toBe(3)
  expect(view.rows.every(row => row.reasons.some(reason => reason.key === 'tags'))).toBe(true)
  expect(view.without.map(one => one.requestId)).toEqual([outside])
  await expect(getPairing(anna, pairing)).rejects.toThrow(NotFound)
  expect(await db.mentoringPair.count({ where: { waveId: id } }), 'nothing holds before it is applied').toBe(0)
  // meanwhile the third offer is taken away
  await db.mentoringOffer.update({ where: { id: third.id }, data: { capacity: 1, taken: 1 } })
  await db.mentoringRequest.update({ where: { id: requests[0] ?? 0 }, data: { state: 'WITHDRAWN' } })
  const result = await applyPairing(officer, { pairingId: pairing, take: requests })
  expect(result.made + result.missed).toBe(3)
  expect(result.missed).toBeGreaterThanOrEqual(1)
  expect(await db.mentoringPair.count({ where: { waveId: id } })).toBe(result.made)
  await expect(applyPairing(officer, { pairingId: pairing, take: requests })).rejects.toThrow(Conflict)
})

test('a dropped pairing is over, and another may begin', async () => {
  const id = await createWave(officer, wave())
  const pairing = await startPairing(officer, id)
  await dropPairing(officer, pairing)
  await pairEverybody(pairing)
  expect((await getPairing(officer, pairing)).state).toBe('DROPPED')
  expect(await startPairing(officer, id)).not.toBe(pairing)
})

test('its people are written to by groups, once for each press; its days are told of once', async () => {
  const id = await createWave(officer, wave())
  await applyToWave(learner(0), application(id, []))
  const input = { waveId: id, toWhom: 'WITHOUT' as const, text: 'Sebentar lagi.', clientKey: randomUUID() }
  await writeToWave(officer, input)
  await writeToWave(officer, input)
  expect(await db.mentoringWaveMessage.count({ where: { waveId: id } })).toBe(1)
  await expect(writeToWave(learner(0), input)).rejects.toThrow(NotFound)
  expect(await peopleOfWave(id, 'WITHOUT')).toEqual([learner(0).personId])
  expect(await peopleOfWave(id, 'PAIRED')).toEqual([])
  const told = () => db.event.findMany({ where: { name: 'mentoring.wave.due' } }).then(rows => rows.map(row => row.payload as { waveId: number; day: string }).filter(one => one.waveId === id).map(one => one.day))
  await Promise.all([tellWaveDays(), tellWaveDays()])
  expect(await told()).toEqual(['OPEN'])
  await tellWaveDays(day(31))
  expect(await told()).toEqual(['OPEN', 'PAIRING', 'MID_CHECK'])
})
