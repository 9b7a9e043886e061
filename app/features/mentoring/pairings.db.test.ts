import { expect, test } from 'vitest'
import { db, sql } from '~/platform/db/db.server'
import { makeMember } from '#tests/factories/people'
import { getPairing, type PairingView } from './pairings.queries.server'
import { partsOf, scoreOf, weightsOf } from './match'
import { pairEverybody, startPairing, type PairingResult } from './pairings.server'
import { readBetween, readOpenOffers, readSeekers } from './rows/pairing-facts.server'
import { rankedOffers } from './rows/ranked.server'
import { allNumbers } from './settings.server'

// PAIRING=full pairs 2,000 learners with 800 mentors and says how long it took: docs/performance.md
const [learners, mentors] = process.env.PAIRING === 'full' ? [2_000, 800] : [150, 60]

test('a whole programme is paired: nobody twice, no seat twice, everybody seated where there are seats', async () => {
  const officer = await makeMember({ roles: ['HRD_OFFICER'] })
  const tags = Array.from({ length: 20 }, (_, at) => `bidang-${at}`)
  await sql('bench-people', `insert into person (kind, name, slug, email_verified_at, unit_id) select 'ASN', 'Orang ' || n, 'pasangan-' || n, now(), (select id from org_unit order by id offset n % greatest(1, (select count(*) from org_unit)) limit 1) from generate_series(1, $1::int) n`, [learners + mentors])
  await sql('bench-offers', `insert into mentoring_offer (mentor_id, title, about, form, mode, tags, capacity, sessions, minutes, state, client_key)
    select p.id, 'Pendampingan ' || p.id, 'Contoh.', 'ONE_TO_ONE', 'ONLINE', array[($2::text[])[1 + p.id % 20], ($2::text[])[1 + p.id / 3 % 20]], 1 + p.id % 4, 3, 60, 'OPEN', 'bench' from person p where p.slug like 'pasangan-%' order by p.id limit $1`, [mentors, tags])
  await sql('bench-needs', `insert into mentoring_request (learner_id, goal, tags, due_at, client_key)
    select p.id, 'Menuntaskan satu pekerjaan nyata bersama yang lebih berpengalaman.', array[($2::text[])[1 + p.id % 20], ($2::text[])[1 + p.id / 7 % 20]], now() + interval '30 days', 'bench' from person p where p.slug like 'pasangan-%' order by p.id desc limit $1`, [learners, tags])
  const id = await startPairing(officer, null)
  const before = performance.now()
  await pairEverybody(id)
  console.info(`${learners} learners, ${mentors} mentors: ${((performance.now() - before) / 1000).toFixed(1)} s`)
  const row = await db.mentoringPairing.findUniqueOrThrow({ where: { id } })
  expect(row).toMatchObject({ state: 'READY', progress: 100, error: '' })
  const { pairs, without } = row.result as unknown as PairingResult
  expect(new Set(pairs.map(one => one.requestId)).size).toBe(pairs.length)
  expect(pairs.length + without.length).toBe(learners)
  const seats = new Map((await db.mentoringOffer.findMany({ select: { id: true, capacity: true } })).map(offer => [offer.id, offer.capacity]))
  for (const [offerId, capacity] of seats) expect(pairs.filter(one => one.offerId === offerId).length).toBeLessThanOrEqual(capacity)
  const all = [...seats.values()].reduce((sum, capacity) => sum + capacity, 0)
  // tags fit some offer or other for everybody, and who stays without found all seats taken
  expect(pairs.length).toBe(Math.min(all, learners))
  const [seekers, offers, between] = await Promise.all([readSeekers(null), readOpenOffers(), readBetween()])
  const weights = weightsOf(await allNumbers())
  for (const seeker of seekers.filter((_, at) => at % 50 === 7).slice(0, 3)) {
    const listed = await rankedOffers(seeker.personId, { tags: seeker.tags, words: seeker.words, languages: seeker.languages }, { seat: true }, { sort: 'cocok', after: null, limit: 1_000 })
    const pure = new Map(offers.map(offer => [offer.id, between.excluded(seeker, offer) ? 0 : scoreOf(partsOf(seeker, { ...offer, ...between.past(seeker, offer) }), weights)]))
    expect(listed.map(row => [row.id, row.score]), 'lists and pairing weigh alike').toEqual(listed.map(row => [row.id, pure.get(row.id)]))
    expect(listed).toHaveLength([...pure.values()].filter(score => score > 0).length)
  }
  const view: PairingView = await getPairing(officer, id)
  expect(view.rows).toHaveLength(pairs.length)
}, 180_000)
