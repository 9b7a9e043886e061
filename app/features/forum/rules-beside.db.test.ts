import { beforeAll, expect, test } from 'vitest'
import { decide } from '~/features/moderation/decisions.server'
import { lawsChanged } from '~/features/moderation/gate.server'
import { getCase } from '~/features/moderation/cases.queries.server'
import { takeModerated } from '~/features/moderation/things.server'
import { db } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import { moderated, shelves } from '~/registry.server'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeTopic, type TopicGiven } from '#tests/factories/forum'
import { makeSeries, setStart } from '#tests/factories/meetings'
import { makeMember, makeUnit, viewerFor } from '#tests/factories/people'
import { keepConsultation } from './consultations.server'
import { dayOf } from './dates'
import { getMeeting } from './meetings.queries.server'
import { proposePoint } from './meetings.server'
import { saveMinutes } from './minutes.server'
import { createPoll } from './polls.server'
import { editTopic, openTopic } from './topics.server'

const BAD = 'titip berkas emas'
let asn: Member
let head: Member
let moderator: Member
let unitId: number
let category: Awaited<ReturnType<typeof makeCategory>>

beforeAll(async () => {
  takeModerated(moderated, shelves)
  await db.moderationRule.createMany({ data: [{ kind: 'WORD', value: BAD }, { kind: 'LINK', value: 'emas.example' }] })
  await lawsChanged()
  const unit = await makeUnit()
  unitId = unit.id
  asn = await makeMember()
  const person = await makeMember({ unit, position: 'Kepala' })
  await db.orgUnit.update({ where: { id: unit.id }, data: { headId: person.personId } })
  head = await viewerFor({ id: person.personId })
  moderator = await makeMember({ roles: ['MODERATOR'] })
  category = await makeCategory()
})

const inDays = (days: number) => dayOf(Date.now() + days * 86_400_000, 'Asia/Jakarta')
const openCase = (kind: string, thingId: number) => db.moderationCase.findFirst({ where: { kind, thingId, closedAt: null } })

test.each<[number, string, Partial<TopicGiven>]>([
  [1, 'the title', { title: `Layanan ${BAD} murah` }],
  [2, 'a tag', { tags: [BAD] }],
  [3, 'a part of its kind', { kind: 'EXPERIENCE', given: { situation: 'Dulu antre.', outcome: `Sekarang pakai ${BAD}.` } }],
  [4, 'a link in a part', { kind: 'EXPERIENCE', given: { outcome: 'Lihat [di sini](https://www.emas.example/a).' } }],
  [5, 'the question of a poll', { poll: { pollQuestion: `Setuju ${BAD}?`, pollOptions: ['Ya', 'Tidak'] } }],
  [6, 'an answer of a poll', { poll: { pollQuestion: 'Pilih mana?', pollOptions: ['Loket', BAD] } }],
])('%i: an opening topic waits for what %s says, and moderators read all of it', async (_row, _what, given) => {
  const input = { category: category.slug, kind: given.kind ?? 'DISCUSSION' as const, title: given.title ?? 'Cara mengurus surat pindah', tags: given.tags ?? [], written: { markdown: 'Isi yang wajar.' }, clientKey: newKey(), given: given.given, poll: given.poll ?? null } as const
  const held = await openTopic(asn, input)
  expect(held.held).toBe(true)
  const found = await openCase('held', held.id)
  const page = await getCase(moderator, found?.id ?? 0)
  expect(page).toMatchObject({ origin: 'rule', thing: { state: 'held' } })
  if (given.poll) expect(page.thing?.html).toContain(given.poll.pollQuestion)
  if (given.given) expect(page.thing?.html).toMatch(/emas/)
  await decide(moderator, { caseId: page.id, act: 'APPROVE', reason: '' })
  const post = await db.heldPost.findUniqueOrThrow({ where: { id: held.id } })
  expect(await db.post.findUnique({ where: { id: post.postId ?? 0 }, select: { text: true } })).toEqual({ text: 'Isi yang wajar.' })
})

test.each<[number, string, (topic: { id: number }) => Promise<unknown>, TopicGiven['kind']]>([
  [7, 'a new title', topic => editTopic(asn, { topicId: topic.id, title: `Sekarang ${BAD} saja`, kind: 'EXPERIENCE', tags: [] }), 'EXPERIENCE'],
  [8, 'a changed part', topic => editTopic(asn, { topicId: topic.id, title: 'Judul yang sama saja', kind: 'EXPERIENCE', tags: [], given: { outcome: `Hasilnya ${BAD}.` } }), 'EXPERIENCE'],
  [9, 'a poll that comes later', topic => createPoll(asn, { topicId: topic.id, poll: { pollQuestion: `Mau ${BAD}?`, pollOptions: ['Ya', 'Tidak'] } }), 'DISCUSSION'],
])('%i: %s stays, and the opening post is put before moderators with it', async (_row, _what, change, kind) => {
  const topic = await makeTopic({ category, author: asn, kind: kind ?? 'DISCUSSION' })
  await change(topic)
  const found = await openCase('post', topic.postId)
  expect(found).toMatchObject({ origin: 'rule', detail: BAD, authorId: asn.personId })
  const page = await getCase(moderator, found?.id ?? 0)
  expect(`${page.title} ${page.thing?.html ?? ''}`).toContain(BAD)
})

test('10: the summary of a consultation', async () => {
  const topic = await makeTopic({ category, author: head, kind: 'CONSULTATION', given: { closesOn: inDays(5), unitId } })
  await keepConsultation(head, { topicId: topic.id, summary: `Ringkasnya: ${BAD}.`, promisedDays: 5 })
  expect(await openCase('post', topic.postId)).toMatchObject({ origin: 'rule' })
})

test('11: a point of an agenda waits, seen by its author alone, and stands when approved; hidden ones are gone and come back', async () => {
  const series = await makeSeries({ host: head, category: await makeCategory({ audience: 'asn' }) })
  const [topicId] = series.meetings as [number]
  await proposePoint(asn, { topicId, text: `Bahas ${BAD}`, clientKey: newKey() })
  await proposePoint(asn, { topicId, text: 'Bahas antrean', clientKey: newKey() })
  const points = async (viewer: Member) => (await getMeeting(viewer, topicId)).points.map(point => [point.text, point.waits])
  expect(await points(head)).toEqual([['Bahas antrean', false]])
  expect(await points(asn)).toEqual([[`Bahas ${BAD}`, true], ['Bahas antrean', false]])
  const { id } = await db.agendaPoint.findFirstOrThrow({ where: { topicId, state: 'WAITING' } })
  await decide(moderator, { caseId: (await openCase('point', id))?.id ?? 0, act: 'APPROVE', reason: '' })
  expect((await points(head)).map(([text]) => text)).toEqual([`Bahas ${BAD}`, 'Bahas antrean'])
})

test('12: minutes are a record: they stand, and moderators are asked about whoever saved them', async () => {
  const series = await makeSeries({ host: head, category: await makeCategory({ audience: 'asn' }) })
  const [topicId] = series.meetings as [number]
  await setStart(topicId, -5)
  await saveMinutes(head, { topicId, written: { markdown: 'Ringkas.' }, decisions: [`Pakai ${BAD}`], tasks: [], revision: 0, clientKey: newKey() })
  const found = await openCase('minutes', topicId)
  expect(found).toMatchObject({ origin: 'rule', authorId: head.personId })
  expect((await getCase(moderator, found?.id ?? 0)).acts).toEqual(['KEEP', 'WARN', 'SILENCE', 'SUSPEND'])
  await decide(moderator, { caseId: found?.id ?? 0, act: 'WARN', reason: 'Keputusan itu melanggar aturan.', hideToo: true })
  expect(await db.moderationDecision.count({ where: { caseId: found?.id ?? 0 } })).toBe(1)
})

test('13: moderators of the place say what they must', async () => {
  const topic = await openTopic(moderator, { category: category.slug, kind: 'DISCUSSION', title: `Jangan percaya ${BAD}`, tags: [], written: { markdown: 'Ini penipuan.' }, clientKey: newKey() })
  expect(topic.held).toBeUndefined()
})
