import { describe, expect, test } from 'vitest'
import { db, transaction } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { stranger, type Viewer } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeMember, makeUnit, viewerFor } from '#tests/factories/people'
import { makeOffer } from '#tests/factories/mentoring'
import { askedOf } from './directory-asked'
import { findFit, listDirectory } from './directory.queries.server'
import { endGuest, inviteGuest, listGuests } from './guests.server'
import { getMentor } from './mentors.queries.server'
import { closeOffer, createOffer, editOffer, openOffer, pauseForSilence, pauseOffer, type OfferText } from './offers.server'
import { getOffer, lockOffer } from './offers.queries.server'
import { saveMentoringProfile } from './profiles.server'
import { acceptRules } from './rules.server'
import { changeNumbers, numberOf, numbersOf } from './settings.server'
import { settingDefaults } from './settings'
import { refreshStanding } from './standing.server'

const text = (more: Partial<OfferText> = {}): OfferText => ({
  title: 'Membaca laporan keuangan', about: 'Kita berlatih dengan laporan Anda sendiri sampai ada hasil yang dipakai.', expects: '', form: 'ONE_TO_ONE', mode: 'ONLINE', place: '', link: '', languages: ['id'], tags: ['pengelolaan-anggaran'],
  forGroups: [], forUnits: [], forPositions: [], capacity: 2, sessions: '3', minutes: '60', ...more,
})
const create = (viewer: Viewer, more: Partial<OfferText> & { open?: boolean; clientKey?: string } = {}) => createOffer(viewer, { ...text(more), open: more.open ?? true, clientKey: more.clientKey ?? newKey() })
const fieldsOf = (run: Promise<unknown>) => run.then(() => ({}), (error: unknown) => (error instanceof Invalid ? error.fields : Promise.reject(error as Error)))
const list = async (viewer: Viewer, search = '') => (await listDirectory(viewer, askedOf(new URLSearchParams(search)))).rows.map(row => row.id)

describe('who may offer', () => {
  test('colleagues once they accepted the rules, and whom an officer invited', async () => {
    const asn = await makeMember(), citizen = await makeMember({ kind: 'CITIZEN' }), guest = await makeMember({ kind: 'PARTNER', partnerOrg: 'Kampus Contoh' }), officer = await makeMember({ roles: ['HRD_OFFICER'] })
    expect(await fieldsOf(create(asn))).toEqual({ form: ['mentoring:errors.rules'] })
    await acceptRules(asn)
    expect(await create(asn)).toMatchObject({ state: 'OPEN' })
    for (const one of [citizen, guest]) {
      await acceptRules(one)
      await expect(create(one)).rejects.toBeInstanceOf(Forbidden)
      await expect(listDirectory(one, askedOf(new URLSearchParams()))).rejects.toBeInstanceOf(Forbidden)
    }
    await db.mentoringProfile.update({ where: { personId: guest.personId }, data: { invitedById: officer.personId } })
    const { id } = await create(guest)
    expect(await list(asn)).toContain(id)
    expect(await list(guest)).not.toContain(id)
    expect((await getOffer(guest, id)).mine).toBe(true)
    await expect(listDirectory(stranger(), askedOf(new URLSearchParams()))).rejects.toMatchObject({ code: 'SignInNeeded' })
  })

  test('pressed twice it is one offer, and never more than ten run', async () => {
    const asn = await makeMember(), clientKey = newKey()
    await acceptRules(asn)
    const made = await Promise.all([create(asn, { clientKey }), create(asn, { clientKey })])
    expect(made[0].id).toBe(made[1].id)
    for (let n = 0; n < 9; n += 1) await create(asn)
    expect(await fieldsOf(create(asn))).toEqual({ form: ['mentoring:errors.mostOffers'] })
  })

  test('what does not fit together is said beside its field', async () => {
    const asn = await makeMember()
    await acceptRules(asn)
    expect(await fieldsOf(create(asn, { mode: 'ON_SITE' }))).toEqual({ place: ['mentoring:errors.place'] })
    expect(await fieldsOf(create(asn, { form: 'GROUP', capacity: 1, sessions: '', minutes: 'x', tags: [] }))).toEqual({ capacity: ['mentoring:errors.seats'], sessions: ['mentoring:errors.sessions'], minutes: ['mentoring:errors.minutes'], tags: ['mentoring:errors.tagsNone'] })
    expect(await fieldsOf(create(asn, { forUnits: [2_000_000_000] }))).toEqual({ forUnits: ['mentoring:errors.unit'] })
    const flash = await create(asn, { form: 'FLASH', sessions: '', minutes: '' }), written = await create(asn, { form: 'WRITTEN', mode: 'ON_SITE', sessions: '', minutes: '' })
    expect(await getOffer(asn, flash.id)).toMatchObject({ sessions: 1, minutes: 60 })
    expect(await getOffer(asn, written.id)).toMatchObject({ sessions: 0, minutes: 0, mode: 'ONLINE' })
  })
})

describe('states', () => {
  test('a draft is its mentor\'s alone; paused, closed and full are said and not listed as open', async () => {
    const mentor = await makeMember(), learner = await makeMember(), officer = await makeMember({ roles: ['HRD_OFFICER'] })
    const { id } = await makeOffer({ mentor, open: false, link: 'https://rapat.contoh/1', capacity: 1 })
    await expect(getOffer(learner, id)).rejects.toBeInstanceOf(NotFound)
    await expect(getOffer(officer, id)).rejects.toBeInstanceOf(NotFound)
    await expect(openOffer(learner, id)).rejects.toBeInstanceOf(Invalid)
    await acceptRules(learner)
    await expect(openOffer(learner, id)).rejects.toBeInstanceOf(NotFound)
    await openOffer(mentor, id)
    expect(await getOffer(learner, id)).toMatchObject({ barred: null, link: null, open: true, mine: false })
    expect((await getOffer(mentor, id)).link).toBe('https://rapat.contoh/1')
    await expect(editOffer(learner, { id, ...text(), open: false })).rejects.toBeInstanceOf(Forbidden)

    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    await pauseOffer(mentor, { id, until: soon })
    expect(await getOffer(learner, id)).toMatchObject({ barred: 'closed', pausedUntil: soon, pausedBy: 'MENTOR' })
    expect(await list(learner)).not.toContain(id)
    await db.mentoringOffer.update({ where: { id }, data: { pausedUntil: new Date(Date.now() - 2 * 86_400_000) } })
    expect(await getOffer(learner, id)).toMatchObject({ barred: null, open: true })
    expect(await list(learner)).toContain(id)
    for (const until of ['2020-01-01', '2099-01-01']) expect(await fieldsOf(pauseOffer(mentor, { id, until }))).toEqual({ until: ['mentoring:errors.until'] })

    await db.mentoringOffer.update({ where: { id }, data: { taken: 1 } })
    expect(await getOffer(learner, id)).toMatchObject({ barred: 'full' })
    expect(await list(learner)).toContain(id)
    expect(await list(learner, 'kosong=1')).not.toContain(id)
    expect(await fieldsOf(editOffer(mentor, { id, ...text({ capacity: 0 }), open: false }))).toEqual({ capacity: ['mentoring:errors.capacityTaken'] })

    await pauseOffer(officer, { id, until: null })
    expect(await getOffer(mentor, id)).toMatchObject({ state: 'PAUSED', pausedBy: 'OFFICER', pausedUntil: null })
    await closeOffer(mentor, id)
    await expect(pauseOffer(mentor, { id, until: null })).rejects.toBeInstanceOf(Conflict)
    await expect(closeOffer(officer, id)).rejects.toBeInstanceOf(Forbidden)
    expect(await getOffer(learner, id)).toMatchObject({ barred: 'closed', state: 'CLOSED' })
  })

  test('silence pauses once, under two at the same time', async () => {
    const mentor = await makeMember(), { id } = await makeOffer({ mentor })
    const paused = await Promise.all([transaction(tx => pauseForSilence(tx, id)), transaction(tx => pauseForSilence(tx, id))])
    expect(paused.sort()).toEqual([false, true])
    expect(await transaction(tx => lockOffer(tx, id))).toMatchObject({ state: 'PAUSED', open: false })
    expect((await getOffer(mentor, id)).pausedBy).toBe('SILENCE')
  })

  test('for other positions it says so, and somebody blocked is away', async () => {
    const unit = await makeUnit(), mentor = await makeMember(), learner = await makeMember({ unit, position: 'Pengadministrasi Umum' })
    const { id } = await makeOffer({ mentor, forPositions: ['Lurah'] }), open = await makeOffer({ mentor })
    expect(await getOffer(learner, id)).toMatchObject({ barred: 'notFor' })
    expect(await findFit(learner, open.id)).not.toBeNull()
    await db.personBlock.create({ data: { personId: mentor.personId, blockedId: learner.personId } })
    expect(await getOffer(await viewerFor({ id: learner.personId }), open.id)).toMatchObject({ barred: 'away' })
    expect(await findFit(learner, open.id)).toBeNull()
  })
})

describe('what a mentor lets others see', () => {
  test('position and history only as they chose; testimonials only where shown', async () => {
    const unit = await makeUnit({ name: 'Dinas Tersembunyi' }), mentor = await makeMember({ unit, position: 'Analis Rahasia' }), learner = await makeMember()
    await makeOffer({ mentor })
    const review = { pairId: 900_000 + mentor.personId, aboutId: mentor.personId, rating: 4 }
    await db.mentoringReview.create({ data: { ...review, fromId: learner.personId, testimonial: 'Sangat membantu.', shown: true } })
    await db.mentoringReview.create({ data: { ...review, fromId: mentor.personId, testimonial: 'Tidak ditampilkan.' } })
    expect(await getMentor(learner, mentor.slug)).toMatchObject({ position: 'Analis Rahasia', unit: 'Dinas Tersembunyi', history: [], testimonials: [{ text: 'Sangat membantu.' }] })
    await saveMentoringProfile(mentor, { showPosition: false, showHistory: true, publicName: false, learnerAbout: '', languages: ['id', 'bbc'], timeZone: 'Asia/Jayapura', wants: ['arsip'] })
    expect(await getMentor(learner, mentor.slug)).toMatchObject({ position: '', unit: '', since: null, languages: ['id', 'bbc'] })
    expect((await listDirectory(learner, askedOf(new URLSearchParams()))).rows.find(row => row.mentor.id === mentor.personId)?.mentor).toMatchObject({ position: '', unit: '' })
    await expect(getMentor(learner, learner.slug)).rejects.toBeInstanceOf(NotFound)
  })

  test('standing is computed of what happened', async () => {
    const mentor = await makeMember(), { id } = await makeOffer({ mentor }), learner = await makeMember(), now = Date.now()
    const asked = async (state: 'ACCEPTED' | 'EXPIRED' | 'WITHDRAWN' | 'DECLINED', hours: number | null) => db.mentoringRequest.create({ data: { offerId: id, mentorId: mentor.personId, learnerId: learner.personId, goal: 'x', dueAt: new Date(), state, clientKey: newKey(), createdAt: new Date(now - 100 * 3_600_000), decidedAt: hours === null ? null : new Date(now - (100 - hours) * 3_600_000) } })
    for (const [state, hours] of [['ACCEPTED', 4], ['DECLINED', 8], ['ACCEPTED', 50], ['EXPIRED', null], ['WITHDRAWN', 1]] as const) await asked(state, hours)
    await refreshStanding([mentor.personId])
    const row = await db.mentorStanding.findUniqueOrThrow({ where: { personId: mentor.personId } })
    expect(row).toMatchObject({ asked: 4, answered: 3, begun: 0, nextFreeAt: null, freeThisWeek: 0 })
    expect(row.medianHours).toBeCloseTo(8, 3)
  })
})

describe('guests', () => {
  test('an officer invites an account or makes one; ended, what they offer is closed', async () => {
    const officer = await makeMember({ roles: ['HRD_OFFICER'] }), asn = await makeMember(), partner = await makeMember({ kind: 'PARTNER', partnerOrg: 'Kampus Tamu' })
    const { email } = await db.person.findUniqueOrThrow({ where: { id: partner.personId }, select: { email: true } })
    await expect(inviteGuest(asn, { email: email ?? '', name: '', organisation: '' })).rejects.toBeInstanceOf(Forbidden)
    expect(await Promise.all([1, 2].map(() => inviteGuest(officer, { email: email ?? '', name: '', organisation: '' })))).toEqual([{ personId: partner.personId, fresh: false }, { personId: partner.personId, fresh: false }])
    expect(await db.event.count({ where: { name: 'mentoring.guest.invited', payload: { path: ['personId'], equals: partner.personId } } })).toBe(1)
    const address = `pensiunan.${newKey().slice(0, 8)}@warga.contoh`
    expect(await fieldsOf(inviteGuest(officer, { email: address, name: '', organisation: '' }))).toEqual({ name: ['mentoring:errors.guestName'] })
    const made = await inviteGuest(officer, { email: address, name: 'Pak Pensiunan', organisation: '' })
    expect(made.fresh).toBe(true)
    expect(await db.person.findUniqueOrThrow({ where: { id: made.personId } })).toMatchObject({ kind: 'CITIZEN', emailVerifiedAt: null, passwordHash: null })
    const colleague = await db.person.findUniqueOrThrow({ where: { id: asn.personId } })
    expect(await fieldsOf(inviteGuest(officer, { email: colleague.email ?? '', name: '', organisation: '' }))).toEqual({ email: ['mentoring:errors.guestAsn'] })
    expect((await listGuests(officer)).map(one => one.id)).toEqual(expect.arrayContaining([partner.personId, made.personId]))
    const { id } = await makeOffer({ mentor: partner })
    await endGuest(officer, partner.personId)
    expect(await db.mentoringOffer.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'CLOSED' })
    await expect(openOffer(partner, id)).rejects.toBeInstanceOf(Forbidden)
    await expect(endGuest(officer, partner.personId)).rejects.toBeInstanceOf(NotFound)
  })
})

describe('numbers', () => {
  test('officers change them all, bad ones stay out with their field named', async () => {
    const officer = await makeMember({ roles: ['HRD_OFFICER'] }), asn = await makeMember()
    const typed = Object.fromEntries(Object.entries(settingDefaults).map(([key, value]) => [key, String(value)]))
    await expect(changeNumbers(asn, typed)).rejects.toBeInstanceOf(Forbidden)
    expect(await fieldsOf(changeNumbers(officer, { ...typed, 'requests.open': '0', 'match.tags': 'banyak', 'slots.weeksAhead': '1,5' }))).toEqual({ 'requests.open': ['mentoring:errors.number'], 'match.tags': ['mentoring:errors.number'], 'slots.weeksAhead': ['mentoring:errors.number'] })
    expect(() => numbersOf({ ...typed, 'requests.nudgeDays': '7' })).toThrow(Invalid)
    await changeNumbers(officer, { ...typed, 'requests.open': '6', 'match.tags': '40,5' })
    expect([await numberOf('requests.open'), await numberOf('match.tags')]).toEqual([6, 40.5])
    await changeNumbers(officer, typed)
    expect(await numberOf('requests.open')).toBe(5)
  })
})
