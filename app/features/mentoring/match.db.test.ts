import { describe, expect, test } from 'vitest'
import { db, sql } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import { makeMember, makeUnit } from '#tests/factories/people'
import { makeOffer } from '#tests/factories/mentoring'
import { partsOf, scoreOf, turnOf, weightsOf, type Learner, type Offered } from './match'
import { suggestOffers } from './match.server'
import { cityDay, rankedOffers } from './rows/ranked.server'
import { allNumbers } from './settings.server'

let seed = 20261122
const chance = (below: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor(seed / 2_147_483_648 * below)
}
const someOf = <T>(all: readonly T[], most: number): T[] => all.filter(() => chance(all.length) < most)
const pick = <T>(all: readonly T[]): T => all[chance(all.length)] as T

const tags = ['komunikasi', 'analisis-data', 'kerja-sama', 'pelayanan-publik', 'lembar-sebar', 'audit']
const positions = ['Lurah Kota Beringin', 'Lurah Aek Habil', 'Pranata Komputer Ahli Muda', 'Pranata Komputer Ahli Pertama', 'Kepala Puskesmas Aek Habil', 'Kepala Puskesmas Pintu Angin', 'Pengadministrasi Perkantoran', 'Camat Sibolga Kota']
const tongues = ['id', 'en', 'bbc', 'min']

describe('SQL and the pure formula agree', () => {
  test('on people, offers and histories made by chance', async () => {
    const root = await makeUnit(), one = await makeUnit({ parent: root }), two = await makeUnit({ parent: root }), deep = await makeUnit({ parent: one })
    const units = [one, two, deep]
    const made: { member: Member; unit: typeof one; position: string }[] = []
    for (let n = 0; n < 14; n += 1) {
      const unit = pick(units), position = pick(positions)
      made.push({ member: await makeMember({ unit, position }), unit, position })
    }
    const offers: { id: number; mentor: (typeof made)[number]; tags: string[]; languages: string[]; title: string; capacity: number }[] = []
    for (const mentor of made.slice(0, 11)) for (let n = 0; n <= chance(2); n += 1) {
      const given = { tags: [pick(tags), ...someOf(tags, 2)].filter((tag, at, all) => all.indexOf(tag) === at), languages: [pick(tongues)], capacity: 1 + chance(4), title: `Latihan ${pick(tags).replace('-', ' ')} bersama warga` }
      offers.push({ id: (await makeOffer({ mentor: mentor.member, ...given })).id, mentor, ...given })
    }
    const taken = new Map<number, number>()
    for (const offer of offers) taken.set(offer.id, chance(offer.capacity + 1))
    for (const offer of offers) await db.mentoringOffer.update({ where: { id: offer.id }, data: { taken: taken.get(offer.id) ?? 0 } })
    const standing = new Map<number, { asked: number; answered: number; medianHours: number | null; begun: number }>()
    for (const { member } of made.slice(0, 8)) {
      const asked = chance(12), row = { asked, answered: chance(asked + 1), medianHours: chance(3) === 0 ? null : chance(2_400) / 10, begun: chance(9) }
      standing.set(member.personId, row)
      await db.mentorStanding.create({ data: { personId: member.personId, ...row } })
    }
    const waiting = new Map<number, number>()
    for (const { member } of made.slice(2, 6)) {
      waiting.set(member.personId, 1 + chance(3))
      for (let n = 0; n < (waiting.get(member.personId) ?? 0); n += 1)
        await db.mentoringRequest.create({ data: { mentorId: member.personId, learnerId: made[13]?.member.personId ?? 0, goal: 'x', dueAt: new Date(), clientKey: `w-${member.personId}-${n}`, state: (['NEW', 'VIEWED', 'ASKED_BACK'] as const)[n % 3] } })
    }
    const finished: { mentorId: number; learnerId: number }[] = []
    for (const { member } of made.slice(4, 9)) {
      const learner = pick(made).member
      if (learner.personId === member.personId) continue
      finished.push({ mentorId: member.personId, learnerId: learner.personId })
      await db.mentoringPair.create({ data: { offerId: 1, mentorId: member.personId, form: 'ONE_TO_ONE', title: 'x', state: 'FINISHED', groupId: 1, sessions: 1, minutes: 60, startsOn: new Date(), endsOn: new Date(), members: { create: { personId: learner.personId } } } })
    }
    const numbers = await allNumbers(), weights = weightsOf(numbers)
    for (const me of made.slice(9)) {
      const need = { tags: someOf(tags, 3), words: someOf(['latihan', 'warga', 'audit', 'data'], 2), languages: someOf(tongues, 2) }
      const rows = await rankedOffers(me.member.personId, need, { everybodys: true, ids: offers.map(offer => offer.id) }, { sort: 'cocok', after: null, limit: 100 })
      const learner: Learner = { ...need, languages: need.languages.length > 0 ? need.languages : ['id'], position: me.position, group: 'OPERATIONAL', path: me.unit.path }
      const mine = offers.filter(offer => offer.mentor.member.personId !== me.member.personId)
      expect(rows.map(row => row.id).sort()).toEqual(mine.map(offer => offer.id).sort())
      for (const offer of mine) {
        const mentorId = offer.mentor.member.personId, own = offers.filter(each => each.mentor === offer.mentor)
        const facts: Offered = {
          id: offer.id, title: offer.title, tags: offer.tags, languages: offer.languages, position: offer.mentor.position, group: 'OPERATIONAL', path: offer.mentor.unit.path, capacity: offer.capacity, taken: taken.get(offer.id) ?? 0,
          room: own.reduce((sum, each) => sum + each.capacity, 0), learners: own.reduce((sum, each) => sum + (taken.get(each.id) ?? 0), 0), waiting: waiting.get(mentorId) ?? 0, ...(standing.get(mentorId) ?? { asked: 0, answered: 0, medianHours: null, begun: 0 }),
          withMe: finished.some(each => each.mentorId === mentorId && each.learnerId === me.member.personId),
          fromMyUnit: new Set(finished.filter(each => each.mentorId === mentorId && each.learnerId !== me.member.personId && made.find(one => one.member.personId === each.learnerId)?.unit === me.unit).map(each => each.learnerId)).size,
        }
        const row = rows.find(each => each.id === offer.id)
        const parts = partsOf(learner, facts)
        for (const [part, value] of Object.entries(parts)) expect(row?.parts[part as keyof typeof parts], `${part} of ${offer.title}`).toBeCloseTo(value, 10)
        expect(row?.score).toBe(scoreOf(parts, weights))
        if (row && !row.full) expect(row.rank).toBe(-(row.score * 10_007 + turnOf(row.id, cityDay())))
      }
      const places = rows.map(row => [Number(row.full), row.rank])
      expect(places).toEqual([...places].sort((a, b) => (a[0] as number) - (b[0] as number) || (a[1] as number) - (b[1] as number)))
    }
  })
})

describe('suggestions', () => {
  test('are never full, paused, one\'s own, blocked, left before, or twice of one mentor', async () => {
    const root = await makeUnit(), unit = await makeUnit({ parent: root })
    const learner = await makeMember({ unit }), good = await makeMember({ unit }), blocked = await makeMember({ unit }), left = await makeMember({ unit }), full = await makeMember({ unit })
    const tag = ['saran-uji']
    const best = await makeOffer({ mentor: good, tags: tag }), second = await makeOffer({ mentor: good, tags: tag })
    for (const mentor of [blocked, left, full, learner]) await makeOffer({ mentor, tags: tag })
    await makeOffer({ mentor: full, tags: tag, open: false })
    await db.mentoringOffer.updateMany({ where: { mentorId: full.personId }, data: { taken: 2 } })
    await db.personBlock.create({ data: { personId: blocked.personId, blockedId: learner.personId } })
    await db.mentoringPair.create({ data: { offerId: 1, mentorId: left.personId, form: 'ONE_TO_ONE', title: 'x', state: 'ENDED', groupId: 1, sessions: 1, minutes: 60, startsOn: new Date(), endsOn: new Date(), members: { create: { personId: learner.personId, state: 'LEFT' } } } })
    const found = (await suggestOffers(learner, { tags: tag }, { limit: 50 })).filter(one => one.reasons.some(reason => reason.key === 'tags'))
    expect(found.map(one => one.mentorId)).toEqual([good.personId])
    expect([best.id, second.id]).toContain(found[0]?.offerId)
    expect(found[0]?.reasons[0]).toEqual({ key: 'tags', values: { tags: 'saran-uji' } })
    expect((await suggestOffers(learner, { tags: tag }, { limit: 50, without: [best.id, second.id] })).some(one => one.mentorId === good.personId)).toBe(false)
  })

  test('keep to whom an offer is for', async () => {
    const root = await makeUnit(), unit = await makeUnit({ parent: root }), other = await makeUnit({ parent: root })
    const mentor = await makeMember({ unit: other })
    const lurah = await makeMember({ unit, position: 'Lurah Aek Manis' }), clerk = await makeMember({ unit, position: 'Pengadministrasi Umum' })
    const [forLurah, forUnit, forLeaders] = [await makeOffer({ mentor, forPositions: ['Lurah'] }), await makeOffer({ mentor, forUnits: [unit.id] }), await makeOffer({ mentor, forGroups: ['SENIOR_LEADERSHIP'] })]
    const seen = async (member: Member) => (await rankedOffers(member.personId, {}, {}, { sort: 'baru', after: null, limit: 500 })).map(row => row.id).filter(id => [forLurah.id, forUnit.id, forLeaders.id].includes(id))
    expect(await seen(lurah)).toEqual([forUnit.id, forLurah.id])
    expect(await seen(clerk)).toEqual([forUnit.id])
  })

  test('pages by key see everything once, in every order', async () => {
    const me = await makeMember()
    for (const sort of ['cocok', 'slot', 'cepat', 'baru'] as const) {
      const all = await rankedOffers(me.personId, {}, {}, { sort, after: null, limit: 1_000 })
      const ids: number[] = []
      for (let after = null as { full: boolean; rank: number; id: number } | null; ;) {
        const page = await rankedOffers(me.personId, {}, {}, { sort, after, limit: 4 })
        ids.push(...page.map(row => row.id))
        const last = page.at(-1)
        if (page.length < 4 || !last) break
        after = { full: last.full, rank: last.rank, id: last.id }
      }
      expect(ids).toEqual(all.map(row => row.id))
      expect(new Set(ids).size).toBe(ids.length)
    }
    expect((await sql<{ n: number }>('count-open-offers', 'select count(*)::int as n from mentoring_offer'))[0]?.n).toBeGreaterThan(3)
  })
})
