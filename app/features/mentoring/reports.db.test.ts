import { beforeAll, describe, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { findThread } from '~/features/discussion/posts.queries.server'
import { db } from '~/platform/db/db.server'
import { Conflict, Invalid, NotFound } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { makeMember, viewerFor } from '#tests/factories/people'
import { makeOfferRow, makePair } from '#tests/factories/pairs'
import { getReport, listOwnReports, listReports } from './reports.queries.server'
import { closeReport, enterRoom, listReportable, sendReport, type ReportInput } from './reports.server'

let mentor: Member
let learner: Member
let other: Member
let officer: Member
let second: Member
let pairId: number
const now = (person: Member) => viewerFor({ id: person.personId })
const words = (more: Partial<ReportInput> = {}): ReportInput => ({ pairId, aboutId: mentor.personId, text: 'Tiga kali tidak datang, lalu marah.', leave: false, block: false, clientKey: randomUUID(), ...more })

beforeAll(async () => {
  mentor = await makeMember({ name: 'Mentor Terlapor' })
  learner = await makeMember({ name: 'Pelapor Satu' })
  other = await makeMember({ name: 'Orang Lain' })
  officer = await makeMember({ name: 'Petugas Satu', roles: ['HRD_OFFICER'] })
  second = await makeMember({ name: 'Petugas Dua', roles: ['ADMINISTRATOR'] })
  pairId = await makePair({ offer: await makeOfferRow({ mentor }), learners: [learner] })
})

describe('a report', () => {
  test('is made by the people of a pair about the others in it, and by nobody else', async () => {
    expect(await listReportable(learner, { pairId })).toEqual([{ id: mentor.personId, name: 'Mentor Terlapor' }])
    expect(await listReportable(other, { pairId })).toEqual([])
    await expect(sendReport(other, words())).rejects.toThrow(NotFound)
    await expect(sendReport(learner, words({ aboutId: other.personId }))).rejects.toThrow(Invalid)
    await expect(sendReport(learner, words({ pairId: 2_000_000_000 }))).rejects.toThrow(NotFound)
  })

  test('sent twice is one, also when both arrive at once', async () => {
    const input = words()
    const [one, two] = await Promise.all([sendReport(learner, input), sendReport(learner, input)])
    expect(one.id).toBe(two.id)
    expect((await sendReport(learner, input)).id).toBe(one.id)
    expect(await db.mentoringReport.count({ where: { fromId: learner.personId, clientKey: input.clientKey } })).toBe(1)
  })

  test('is read by officers alone, never by those it concerns', async () => {
    const { id } = await sendReport(learner, words())
    expect((await getReport(officer, id)).text).toContain('Tiga kali')
    for (const viewer of [mentor, learner, other]) {
      await expect(getReport(viewer, id)).rejects.toThrow(NotFound)
      await expect(listReports(viewer)).rejects.toThrow(NotFound)
    }
    const about = await sendReport(learner, words({ pairId: await makePair({ offer: await makeOfferRow({ mentor: officer }), learners: [learner] }), aboutId: officer.personId }))
    await expect(getReport(officer, about.id)).rejects.toThrow(NotFound)
    expect((await listReports(officer)).map(row => row.id)).not.toContain(about.id)
    expect((await listReports(second)).map(row => row.id)).toContain(about.id)
    await expect(closeReport(officer, { reportId: about.id, outcome: 'Tidak ada.' })).rejects.toThrow(Conflict)
    await expect(enterRoom(officer, about.id)).rejects.toThrow(NotFound)
  })

  test('lets an officer into the room only by an act that is recorded and told, and only while it is open', async () => {
    const { id } = await sendReport(learner, words())
    expect((await getReport(officer, id)).posts).toBeNull()
    await enterRoom(officer, id)
    await enterRoom(officer, id)
    const seen = await getReport(second, id)
    expect(seen).toMatchObject({ enteredBy: 'Petugas Satu', posts: [{ number: 1, name: 'Pelapor Satu' }] })
    const told = await db.event.findMany({ where: { name: 'mentoring.room.entered', actorId: officer.personId } })
    expect(told.filter(one => (one.payload as { reportId: number }).reportId === id)).toHaveLength(1)
    const { threadId } = await db.mentoringPair.findUniqueOrThrow({ where: { id: pairId } })
    expect(await findThread(await now(officer), threadId ?? 0), 'the room itself stays closed').toBeNull()
    await closeReport(second, { reportId: id, outcome: 'Kami bicara dengan keduanya.' })
    expect((await getReport(officer, id)).posts).toBeNull()
    await expect(closeReport(officer, { reportId: id, outcome: 'Lagi.' })).rejects.toThrow(Conflict)
    expect((await listOwnReports(learner)).find(one => one.id === id)).toMatchObject({ state: 'CLOSED', outcome: 'Kami bicara dengan keduanya.' })
  })

  test('with leaving and blocking in the same press', async () => {
    const pair = await makePair({ offer: await makeOfferRow({ mentor }), learners: [learner] })
    const made = await sendReport(await now(learner), words({ pairId: pair, leave: true, block: true }))
    expect(made.left).toBe(true)
    expect((await db.mentoringPair.findUniqueOrThrow({ where: { id: pair } })).state).toBe('ENDED')
    expect((await now(learner)).blocks).toContain(mentor.personId)
    expect((await sendReport(await now(learner), words({ pairId: pair, leave: true }))).left, 'a pair that is over is no mistake').toBe(false)
  })
})
