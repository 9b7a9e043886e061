import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticesConsumer } from '~/features/notifications/consumer.server'
import { db } from '~/platform/db/db.server'
import { deliveryIdle, startDelivery } from '~/platform/events/delivery.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeArticle, makeCollection, makeDraft } from '#tests/factories/knowledge'
import { makeMember, makeUnit } from '#tests/factories/people'
import { saveArticle } from './articles.server'
import { listOrder } from './collections.queries.server'
import { orderCollection } from './collections.server'
import { askForOwners } from './jobs.server'
import { handOver } from './keeping.server'
import { listLeftBehind } from './lists.queries.server'
import { readersNotices } from './readers-notices.server'
import { answerComment, commentOnText, listReviewComments, resolveComment } from './review-comments.server'
import { sendArticle } from './review.server'

let stop: () => Promise<void>
let author: Member
let reviewer: Member
let reader: Member
let shelf: Awaited<ReturnType<typeof makeCollection>>
beforeAll(async () => {
  stop = startDelivery([noticesConsumer([readersNotices], () => Promise.resolve())])
  author = await makeMember()
  reviewer = await makeMember()
  reader = await makeMember()
  shelf = await makeCollection({ reviewers: [reviewer] })
})
afterAll(() => stop())

const rules = async (person: Member) => {
  await deliveryIdle()
  return (await db.notice.findMany({ where: { personId: person.personId }, orderBy: { id: 'asc' } })).map(row => row.rule)
}

describe('comments of reviewers', () => {
  test('stand on words, in the order of the text, with answers, and are resolved and opened again', async () => {
    const { id } = await makeDraft({ collection: shelf, author, markdown: '## Syarat\n\nBawa KTP-el dan kartu keluarga.\n\nDatang ke loket tiga.' })
    await sendArticle(author, { articleId: id, revision: 1 })
    const at = { quote: 'loket tiga', prefix: 'Datang ke ', suffix: '.' }
    const key = newKey()
    const second = await commentOnText(reviewer, { articleId: id, revision: 1, text: 'Loket dua sekarang.', clientKey: key, at })
    expect((await commentOnText(reviewer, { articleId: id, revision: 1, text: 'Loket dua sekarang.', clientKey: key, at })).id).toBe(second.id)
    await commentOnText(reviewer, { articleId: id, revision: 1, text: 'Sebut juga suratnya.', clientKey: newKey(), at: 1 })
    await answerComment(author, { articleId: id, commentId: second.id, text: 'Saya ubah.', clientKey: newKey() })
    const { comments } = await listReviewComments(author, id)
    expect(comments.map(one => [one.text, one.orphaned, one.answers.length])).toEqual([['Sebut juga suratnya.', false, 0], ['Loket dua sekarang.', false, 1]])
    await resolveComment(author, { articleId: id, commentId: second.id, on: true })
    await resolveComment(author, { articleId: id, commentId: second.id, on: true })
    expect((await listReviewComments(author, id)).comments[1]?.resolved).not.toBeNull()
    await answerComment(reviewer, { articleId: id, commentId: second.id, text: 'Belum terlihat.', clientKey: newKey() })
    expect((await listReviewComments(author, id)).comments[1]?.resolved).toBeNull()
    expect(await rules(author)).toContain('knowledge.reviewComment')
  })

  test('whose words are gone is kept and says so', async () => {
    const { id } = await makeDraft({ collection: shelf, author, markdown: 'Datang ke loket tiga pagi hari.' })
    await sendArticle(author, { articleId: id, revision: 1 })
    await commentOnText(reviewer, { articleId: id, revision: 1, text: 'Benarkah?', clientKey: newKey(), at: { quote: 'loket tiga', prefix: '', suffix: '' } })
    await saveArticle(author, { articleId: id, base: 1, title: 'Judul yang sama', summary: '', tags: [], service: null, why: '', written: { markdown: 'Semua sudah daring.' }, clientKey: newKey() })
    expect((await listReviewComments(reviewer, id)).comments).toMatchObject([{ quote: 'loket tiga', orphaned: true, revision: 1 }])
  })

  test('are for those who work on it; words that are not there cannot be commented', async () => {
    const article = await makeArticle({ collection: shelf, author, reviewer })
    await expect(listReviewComments(reader, article.id)).rejects.toBeInstanceOf(Forbidden)
    const given = { articleId: article.id, revision: 1, text: 'Halo', clientKey: newKey() }
    await expect(commentOnText(reader, { ...given, at: 0 })).rejects.toBeInstanceOf(Forbidden)
    await expect(commentOnText(author, { ...given, at: { quote: 'tidak ada di sini', prefix: '', suffix: '' } })).rejects.toBeInstanceOf(Invalid)
    await expect(commentOnText(author, { ...given, at: 99 })).rejects.toBeInstanceOf(Invalid)
    await expect(commentOnText(author, { ...given, revision: 9, at: 0 })).rejects.toBeInstanceOf(NotFound)
  })
})

test('pages of somebody who works elsewhere now: the head of the unit is asked once, sees the list and hands them over', async () => {
  const [from, to] = [await makeUnit(), await makeUnit()]
  const head = await makeMember({ unit: from })
  await db.orgUnit.update({ where: { id: from.id }, data: { headId: head.personId } })
  const owner = await makeMember({ unit: from })
  const heir = await makeMember({ unit: from })
  const article = await makeArticle({ collection: shelf, author: owner, reviewer })
  expect(await askForOwners()).toBe(0)
  await db.person.update({ where: { id: owner.personId }, data: { unitId: to.id } })
  expect([await askForOwners(), await askForOwners()]).toEqual([1, 0])
  expect(await rules(head)).toEqual(['knowledge.orphaned'])
  const asHead: Member = { ...head, headOf: [from.id] }
  expect((await listLeftBehind(asHead)).map(row => row.id)).toContain(article.id)
  expect((await listLeftBehind(reader)).map(row => row.id)).not.toContain(article.id)
  const { slug } = await db.person.findUniqueOrThrow({ where: { id: heir.personId }, select: { slug: true } })
  expect(await handOver(reader, { articleIds: [article.id], owner: slug })).toBe(0)
  expect(await handOver(asHead, { articleIds: [article.id], owner: slug })).toBe(1)
  expect((await listLeftBehind(asHead)).map(row => row.id)).not.toContain(article.id)
})

test('a collection goes to where another stands among its siblings', async () => {
  const keeper = await makeMember({ roles: ['ADMINISTRATOR'] })
  const parent = await makeCollection()
  const [a, b, c] = [await makeCollection({ parent }), await makeCollection({ parent }), await makeCollection({ parent })]
  const order = async () => (await listOrder(keeper)).filter(row => row.parentId === parent.id).map(row => row.slug)
  await orderCollection(keeper, c.slug, { at: a.slug })
  expect(await order()).toEqual([c.slug, a.slug, b.slug])
  await orderCollection(keeper, c.slug, { at: b.slug })
  expect(await order()).toEqual([a.slug, b.slug, c.slug])
  await orderCollection(keeper, a.slug, { at: shelf.slug })
  expect(await order()).toEqual([a.slug, b.slug, c.slug])
  await orderCollection(keeper, b.slug, 'naik')
  expect(await order()).toEqual([b.slug, a.slug, c.slug])
  expect((await listOrder(reader)).some(row => row.may)).toBe(false)
})
