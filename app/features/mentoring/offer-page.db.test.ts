import { expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { makeArticle, makeCollection } from '#tests/factories/knowledge'
import { acceptedRules, makeOfferRow, makeRequest, runningPair } from '#tests/factories/pairs'
import { makeMember, makeUnit } from '#tests/factories/people'
import { findOwnAsking, listReadings } from './offer-page.queries.server'

test('what to read first is called what it is called now, where the reader may read it, and is not named elsewhere', async () => {
  const unit = await makeUnit()
  const [mentor, insider, colleague, checker] = [await makeMember({ unit }), await makeMember({ unit }), await makeMember(), await makeMember({ unit })]
  const open = await makeArticle({ collection: await makeCollection({ reviewers: [checker] }), author: mentor, reviewer: checker, title: 'Menyusun neraca aset' })
  const closed = await makeArticle({ collection: await makeCollection({ audience: `unit:${unit.id}`, reviewers: [checker] }), author: mentor, reviewer: checker, title: 'Catatan dalam kantor' })
  const tag = `bacaan-${process.pid}`
  await db.mentoringTopicNote.create({ data: { authorId: mentor.personId, tag, text: 'Mulai dari sini.', links: [`/pengetahuan/a/${open.id}/kata-lama`, `/pengetahuan/a/${closed.id}/rahasia-kantor`] } })
  const labels = async (viewer: typeof mentor) => (await listReadings(viewer, mentor.personId, [tag])).flatMap(note => note.readings.map(one => one.label))
  expect(await labels(insider)).toEqual(['Menyusun neraca aset', 'Catatan dalam kantor'])
  expect(await labels(colleague)).toEqual(['Menyusun neraca aset'])
  expect(JSON.stringify(await listReadings(colleague, mentor.personId, [tag]))).not.toContain('rahasia')
})

test('who has asked, or is paired, is led there; others and older requests are not meant', async () => {
  const [mentor, learner, other] = [await makeMember(), await makeMember(), await makeMember()]
  for (const one of [mentor, learner, other]) await acceptedRules(one)
  const offer = await makeOfferRow({ mentor })
  expect(await findOwnAsking(learner, offer.id)).toBeNull()
  const id = await makeRequest({ offer, learner })
  expect(await findOwnAsking(learner, offer.id)).toEqual({ requestId: id, pairId: null })
  expect(await findOwnAsking(other, offer.id)).toBeNull()
  await db.mentoringRequest.update({ where: { id }, data: { state: 'WITHDRAWN' } })
  expect(await findOwnAsking(learner, offer.id)).toBeNull()
  const pair = await runningPair(mentor, other)
  expect(await findOwnAsking(other, pair.offer.id)).toMatchObject({ pairId: pair.id })
})
