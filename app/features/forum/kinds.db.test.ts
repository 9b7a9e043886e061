import exceljs from 'exceljs'
import JSZip from 'jszip'
import { beforeAll, describe, expect, test } from 'vitest'
import { reply } from '~/features/discussion/posts.server'
import { db } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { withRequestContext } from '~/platform/log/request-context.server'
import { stranger, type Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { makeMember, makeUnit, viewerFor, type MadeUnit } from '#tests/factories/people'
import { getCategory, listKeptTemplates, listTemplates } from './categories.queries.server'
import { createCategory, editCategory } from './categories.server'
import { answerOfficially, closeConsultation, judgeProposal, keepConsultation } from './consultations.server'
import { dayOf } from './dates'
import { getPartsForEdit, getRepliersForEdit } from './parts.queries.server'
import { createPoll, vote } from './polls.server'
import { resultsPdf, resultsSheet } from './results-files.server'
import { getConsultationResults } from './results.queries.server'
import { getTopicPage } from './topic-page.queries.server'
import { listTopics } from './topics.queries.server'
import { moveTopic } from './topic-acts.server'
import { editTopic, openTopic } from './topics.server'

let city: MadeUnit
let office: MadeUnit
let head: Member
let asn: Member
let colleague: Member
let citizen: Member
let administrator: Member
let moderator: Member
let open: Awaited<ReturnType<typeof makeCategory>>
let inside: Awaited<ReturnType<typeof makeCategory>>

beforeAll(async () => {
  city = await makeUnit()
  office = await makeUnit({ parent: city, name: 'Dinas Lingkungan Contoh', shortName: 'DLC' })
  const elsewhere = await makeUnit({ parent: city })
  asn = await makeMember({ unit: elsewhere })
  colleague = await makeMember({ unit: elsewhere, name: 'Rekan Yang Disebut' })
  const person = await makeMember({ unit: office, position: 'Kepala Dinas Contoh' })
  await db.orgUnit.update({ where: { id: office.id }, data: { headId: person.personId } })
  head = await viewerFor({ id: person.personId })
  citizen = await makeMember({ kind: 'CITIZEN' })
  administrator = await makeMember({ roles: ['ADMINISTRATOR'] })
  moderator = await makeMember({ roles: ['MODERATOR'] })
  open = await makeCategory()
  inside = await makeCategory({ audience: 'asn' })
})

const inDays = (days: number) => dayOf(Date.now() + days * 86_400_000, 'Asia/Jakarta')
const consultation = (more: object = {}) => makeTopic({ category: open, author: head, kind: 'CONSULTATION', given: { closesOn: inDays(14), unitId: office.id, promisedDays: 5, ...more } })
const letClose = (topicId: number) => db.thread.update({ where: { id: topicId }, data: { closesAt: new Date(Date.now() - 1_000) } })
const say = (who: Member, threadId: number, voiceUnitId?: number) => reply(who, { threadId, written: { markdown: 'Ini tanggapan saya.' }, clientKey: newKey(), voiceUnitId: voiceUnitId ?? null })
const page = async (topicId: number, viewer: Member | ReturnType<typeof stranger> = stranger()) => getTopicPage(viewer, topicId)

describe('experience', () => {
  test('keeps its parts beside the opening post and shows them as stored HTML', async () => {
    const topic = await makeTopic({ category: open, author: citizen, kind: 'EXPERIENCE', given: { situation: 'Antre **lama**.', outcome: 'Turun dari 95 menjadi 35 menit.', repeat: '- bagi hari' } })
    const { more } = await page(topic.id)
    expect(more?.parts).toEqual({ SITUATION: '<p>Antre <strong>lama</strong>.</p>', OUTCOME: '<p>Turun dari 95 menjadi 35 menit.</p>', REPEAT: expect.stringContaining('<li') as string })
    expect(await getPartsForEdit(citizen, topic.id)).toMatchObject({ situation: 'Antre **lama**.', outcome: 'Turun dari 95 menjadi 35 menit.' })
    expect(await getPartsForEdit(asn, topic.id)).toHaveProperty('outcome')
    await editTopic(citizen, { topicId: topic.id, title: 'Judul yang lebih baik', kind: 'EXPERIENCE', tags: [], given: { outcome: 'Kini 30 menit.', situation: '' } })
    expect((await page(topic.id)).more?.parts).toEqual({ OUTCOME: '<p>Kini 30 menit.</p>' })
    await expect(editTopic(citizen, { topicId: topic.id, title: 'Judul yang lebih baik', kind: 'EXPERIENCE', tags: [], given: { outcome: ' ' } })).rejects.toMatchObject({ fields: { outcome: ['kinds:errors.partNeeded'] } })
  })

  test('refuses hostile and overlong parts beside their field', async () => {
    const topic = await makeTopic({ category: open, author: citizen, kind: 'EXPERIENCE', given: { outcome: '<script>alert(1)</script> [x](javascript:alert(1))' } })
    const html = (await page(topic.id)).more?.parts.OUTCOME ?? ''
    expect(html).not.toMatch(/<script|href="javascript/)
    await expect(makeTopic({ category: open, author: citizen, kind: 'EXPERIENCE', given: { outcome: 'x'.repeat(8_001) } })).rejects.toMatchObject({ fields: { outcome: ['kinds:errors.partLong'] } })
    await expect(makeTopic({ category: open, author: citizen, kind: 'EXPERIENCE', given: { outcome: '![a](/berkas/AbCdEfGhIjKlMnOpQrStUv)' } })).rejects.toMatchObject({ fields: { outcome: ['kinds:errors.partFiles'] } })
  })
})

describe('feedback', () => {
  test('is read by all of the category and answered by those it asks', async () => {
    const topic = await makeTopic({ category: inside, author: head, kind: 'FEEDBACK', given: { asked: 'Apakah alurnya jelas?', answerers: 'people', people: 'Rekan Yang Disebut' } })
    expect(await page(topic.id, asn)).toMatchObject({ more: { askedOf: { unit: null, people: [{ name: colleague.name }] }, parts: { ASKED: '<p>Apakah alurnya jelas?</p>' } }, can: { reply: false } })
    await expect(say(asn, topic.id)).rejects.toThrow(Forbidden)
    await say(colleague, topic.id)
    await say(head, topic.id)
    const unit = await makeTopic({ category: inside, author: asn, kind: 'FEEDBACK', given: { answerers: 'unit' } })
    await say(colleague, unit.id)
    await expect(say(head, unit.id)).rejects.toThrow(Forbidden)
    expect((await listTopics(asn, { categoryId: inside.id, filter: 'feedback' })).rows.find(row => row.id === topic.id)).toMatchObject({ askedOf: 1 })
  })

  test('who may answer is changed later by its author and moderators; whoever has answered goes on answering', async () => {
    const topic = await makeTopic({ category: inside, author: asn, kind: 'FEEDBACK', given: { asked: 'Apakah jelas?' } })
    const edit = (who: Member, given: object) => editTopic(who, { topicId: topic.id, title: 'Judul permintaan umpan balik', kind: 'FEEDBACK', tags: [], given: { asked: 'Apakah jelas?', ...given } })
    await say(head, topic.id)
    expect(await getRepliersForEdit(asn, topic.id)).toEqual({ answerers: 'readers', people: '' })
    await edit(asn, { answerers: 'people', people: colleague.slug })
    await say(head, topic.id)
    await say(colleague, topic.id)
    await expect(say(moderator, topic.id)).rejects.toThrow(Forbidden)
    const names = await getRepliersForEdit(asn, topic.id)
    expect(names.answerers).toBe('people')
    await edit(asn, names)
    await edit(moderator, { answerers: 'unit' })
    expect((await page(topic.id, asn)).more?.askedOf).toMatchObject({ unit: expect.any(String) as string, people: [{ slug: head.slug }, { slug: colleague.slug }] })
    await say(head, topic.id)
    await expect(edit(head, { answerers: 'readers' })).rejects.toThrow(Forbidden)
    await expect(edit(asn, { answerers: 'people', people: '' })).rejects.toMatchObject({ fields: { people: ['kinds:errors.peopleNeeded'] } })
    await edit(asn, { answerers: 'readers' })
    await say(moderator, topic.id)
    await edit(asn, {})
    expect((await db.thread.findUnique({ where: { id: topic.id } }))?.repliers).toEqual([])
  })

  test('stays among colleagues', async () => {
    await expect(makeTopic({ category: open, author: asn, kind: 'FEEDBACK' })).rejects.toMatchObject({ fields: { kind: ['kinds:errors.kindHere'] } })
    await expect(makeTopic({ category: inside, author: asn, kind: 'FEEDBACK', given: { answerers: 'people', people: 'Tidak Ada Orangnya' } })).rejects.toMatchObject({ fields: { people: ['kinds:errors.peopleUnknown'] } })
    const topic = await makeTopic({ category: inside, author: asn, kind: 'FEEDBACK' })
    await expect(moveTopic(moderator, { topicId: topic.id, category: open.slug })).rejects.toMatchObject({ reason: 'kindDoesNotFit' })
    await expect(editCategory(administrator, { ...settings(inside.slug), audience: 'public', categoryId: inside.id })).rejects.toMatchObject({ fields: { audience: ['kinds:errors.feedbackInside'] } })
    await expect(editTopic(asn, { topicId: topic.id, title: 'Judul yang cukup', kind: 'DISCUSSION', tags: [] })).rejects.toMatchObject({ fields: { kind: ['kinds:errors.kindStays'] } })
  })
})

const settings = (slug: string) => ({ name: 'Kategori', nameEn: '', slug, description: '', descriptionEn: '', colour: 's-2' as const, sortOrder: 0, audience: 'asn', openAudience: 'asn' })

describe('a category', () => {
  test('says which kinds are opened, who answers, and what stands in their forms', async () => {
    const made = await createCategory(administrator, { ...settings('ruang-bentuk'), kinds: ['QUESTION'], responsibleUnitId: office.id, templates: { QUESTION: '## Apa yang terjadi' } })
    expect(await getCategory(asn, made.slug)).toMatchObject({ kinds: ['QUESTION'], responsibleUnitId: office.id })
    expect(await listTemplates(asn)).toContainEqual({ category: made.slug, kind: 'QUESTION', template: '## Apa yang terjadi' })
    expect((await listTemplates(citizen)).map(one => one.category)).not.toContain(made.slug)
    expect(await listKeptTemplates(administrator, made.id)).toEqual({ QUESTION: '## Apa yang terjadi' })
    await expect(makeTopic({ category: made, author: asn, kind: 'DISCUSSION' })).rejects.toMatchObject({ fields: { kind: ['kinds:errors.kindHere'] } })
    const topic = await makeTopic({ category: made, author: asn, kind: 'QUESTION' })
    expect(await db.topic.findUnique({ where: { id: topic.id } })).toMatchObject({ unitId: office.id })
    await editCategory(administrator, { ...settings('ruang-bentuk'), categoryId: made.id, kinds: [], responsibleUnitId: null, templates: { QUESTION: '' } })
    expect(await db.topic.findUnique({ where: { id: topic.id } })).toMatchObject({ unitId: null })
    expect(await listKeptTemplates(administrator, made.id)).toEqual({})
    await expect(createCategory(administrator, { ...settings('ruang-lain'), responsibleUnitId: 2_000_000_000 })).rejects.toMatchObject({ fields: { responsibleUnitId: ['kinds:errors.unit'] } })
  })
})

describe('a consultation', () => {
  test('is opened by those who will answer it, for a unit and until a day', async () => {
    const topic = await consultation()
    const shown = await page(topic.id)
    expect(shown).toMatchObject({ topic: { kind: 'CONSULTATION', unitId: office.id }, more: { consultation: { unitId: office.id, unit: office.name, promisedDays: 5 }, official: [] }, can: { reply: false } })
    expect(shown.posts[0]?.voice).toEqual({ unit: 'DLC', role: 'HEAD' })
    expect((await listTopics(stranger(), { categoryId: open.id, filter: 'consultation' })).rows.map(row => row.id)).toContain(topic.id)
    await expect(makeTopic({ category: open, author: asn, kind: 'CONSULTATION', given: { closesOn: inDays(3) } })).rejects.toMatchObject({ fields: { kind: ['kinds:errors.consultation'] } })
    await expect(consultation({ unitId: city.id })).rejects.toMatchObject({ fields: { unitId: ['kinds:errors.unit'] } })
    for (const closesOn of [inDays(-2), inDays(400), 'kapan-kapan', '']) await expect(consultation({ closesOn })).rejects.toMatchObject({ fields: { closesOn: ['kinds:errors.closesOn'] } })
    await expect(openTopic(head, { category: inside.slug, kind: 'CONSULTATION', title: 'Di dalam saja', tags: [], written: { markdown: 'x' }, clientKey: newKey(), given: { closesOn: inDays(3) } })).rejects.toMatchObject({ fields: { kind: ['kinds:errors.kindHere'] } })
  })

  test('closes by the clock, whether or not anybody told so', async () => {
    const topic = await consultation()
    await say(citizen, topic.id)
    await letClose(topic.id)
    await expect(say(citizen, topic.id)).rejects.toMatchObject({ reason: 'locked' })
    expect(await page(topic.id, citizen)).toMatchObject({ topic: { locked: true, closed: true }, can: { reply: false } })
    expect(await closeConsultation(topic.id)).toBe(true)
    expect(await closeConsultation(topic.id)).toBe(false)
    await keepConsultation(head, { topicId: topic.id, summary: '', closesOn: inDays(2), promisedDays: 5 })
    await say(citizen, topic.id)
  })

  test('is answered by its unit alone, step by step, and every step stays', async () => {
    const topic = await consultation()
    await letClose(topic.id)
    const answer = (state: 'CONSIDERED' | 'PARTLY' | 'DECLINED' | 'DONE' | 'ACCEPTED', from: 'CONSIDERED' | 'PARTLY' | null, who = head, markdown = '**Mulai 1 Desember.** Alasannya cukup panjang untuk dibaca semua orang.', clientKey = newKey()) =>
      answerOfficially(who, { topicId: topic.id, state, from, written: { markdown }, clientKey })
    for (const who of [asn, citizen, moderator]) await expect(answer('ACCEPTED', null, who)).rejects.toMatchObject({ reason: 'officialOnly' })
    await expect(answer('DONE', null)).rejects.toMatchObject({ fields: { state: ['kinds:errors.state'] } })
    await expect(answer('DECLINED', null, head, 'Tidak.')).rejects.toMatchObject({ fields: { markdown: ['kinds:errors.reasons'] } })
    const key = newKey()
    await Promise.all([answer('CONSIDERED', null, head, undefined, key), answer('CONSIDERED', null, head, undefined, key)])
    await expect(answer('ACCEPTED', null)).rejects.toBeInstanceOf(Conflict)
    await answer('PARTLY', 'CONSIDERED', administrator)
    const shown = await page(topic.id)
    expect(shown.more?.official.map(one => one.state)).toEqual(['PARTLY', 'CONSIDERED'])
    expect(shown.more?.official[1]).toMatchObject({ unit: office.name, name: head.name, position: 'Kepala Dinas Contoh', html: expect.stringContaining('<strong>Mulai 1 Desember.</strong>') as string })
    expect((await listTopics(stranger(), { categoryId: open.id, filter: 'consultation' })).rows.find(row => row.id === topic.id)).toMatchObject({ official: 'PARTLY' })
  })

  test('shows a summary and what became of single proposals', async () => {
    const topic = await consultation()
    const { number } = await say(citizen, topic.id)
    await expect(judgeProposal(citizen, { topicId: topic.id, number, state: 'ACCEPTED', note: '' })).rejects.toThrow(Forbidden)
    await judgeProposal(head, { topicId: topic.id, number, state: 'ACCEPTED', note: 'Mulai Januari' })
    await expect(judgeProposal(head, { topicId: topic.id, number: 99, state: 'ACCEPTED', note: '' })).rejects.toThrow(Invalid)
    await keepConsultation(head, { topicId: topic.id, summary: 'Tiga puluh orang menanggapi.', promisedDays: 7 })
    expect((await page(topic.id)).more).toMatchObject({ verdicts: [{ number, state: 'ACCEPTED', note: 'Mulai Januari', author: citizen.name }], parts: { SUMMARY: '<p>Tiga puluh orang menanggapi.</p>' }, consultation: { promisedDays: 7 } })
    await judgeProposal(head, { topicId: topic.id, number, state: null, note: '' })
    await db.post.updateMany({ where: { threadId: topic.id, number }, data: { deletedAt: new Date() } })
    expect((await page(topic.id)).more?.verdicts).toEqual([])
    await expect(keepConsultation(citizen, { topicId: topic.id, summary: 'x', promisedDays: 1 })).rejects.toThrow(Forbidden)
  })
})

describe('results', () => {
  test('say who took part, what was answered and decided, and how the poll stands; voters by name only to readers who signed in', async () => {
    const topic = await consultation()
    const { number } = await say(citizen, topic.id)
    await say(asn, topic.id)
    await judgeProposal(head, { topicId: topic.id, number, state: 'PARTLY', note: 'Sebagian →  😀' })
    await answerOfficially(head, { topicId: topic.id, state: 'ACCEPTED', from: null, written: { markdown: 'Kami terima, mulai bulan depan.' }, clientKey: newKey() })
    await createPoll(head, { topicId: topic.id, poll: { pollQuestion: 'Kapan?', pollOptions: 'Pagi\nMalam', pollMax: 1 } })
    const poll = await db.poll.findUniqueOrThrow({ where: { topicId: topic.id }, include: { options: { orderBy: { position: 'asc' } } } })
    await vote(citizen, { pollId: poll.id, choices: [poll.options[0]!.id] })
    const results = await getConsultationResults(stranger(), topic.id)
    expect(results).toMatchObject({
      participants: [{ kind: 'ASN', people: 1, responses: 1 }, { kind: 'CITIZEN', people: 1, responses: 1 }], verdicts: [{ number, state: 'PARTLY' }], answers: [{ state: 'ACCEPTED', unit: office.name }], voters: [],
    })
    expect((await getConsultationResults(asn, topic.id)).voters).toEqual([{ name: citizen.name, choices: 'Pagi' }])
    const book = new exceljs.Workbook()
    const sheet = await resultsSheet(results, stranger())
    await book.xlsx.load(sheet.buffer.slice(sheet.byteOffset, sheet.byteOffset + sheet.byteLength) as ArrayBuffer)
    const parts = await JSZip.loadAsync(sheet)
    const chart = (await parts.file('xl/charts/chart2.xml')?.async('string')) ?? ''
    expect(chart).toContain("'Jajak pendapat'!$B$2:$B$3")
    expect(chart).toContain('<c:v>Malam</c:v>')
    expect(Object.keys(parts.files).filter(name => name.startsWith('xl/charts/chart'))).toHaveLength(2)
    expect(book.worksheets.map(sheet => sheet.name)).toEqual(['Konsultasi', 'Jawaban resmi', 'Usul yang diputuskan', 'Penanggap', 'Jajak pendapat'])
    expect(book.getWorksheet('Jajak pendapat')?.getRow(2).values).toEqual([undefined, 'Pagi', 1, 1])
    const pdf = await resultsPdf(results, stranger('en'))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await expect(getConsultationResults(stranger(), (await makeTopic({ category: open, author: citizen })).id)).rejects.toThrow(NotFound)
  })
})

describe('speaking for a unit', () => {
  test('marks the post for everybody and is for those who may', async () => {
    const topic = await makeTopic({ category: open, author: citizen })
    await expect(say(asn, topic.id, office.id)).rejects.toMatchObject({ reason: 'voice' })
    await expect(say(citizen, topic.id, office.id)).rejects.toMatchObject({ reason: 'voice' })
    await say(head, topic.id)
    expect((await page(topic.id)).topic.heard).toBeUndefined()
    await say(head, topic.id, office.id)
    const shown = await page(topic.id, head)
    expect(shown.posts.map(post => post.voice?.unit)).toEqual([undefined, undefined, 'DLC'])
    expect(shown).toMatchObject({ topic: { heard: true }, voice: { unitId: office.id, unit: 'DLC', role: 'HEAD' } })
    expect((await page(topic.id, asn)).voice).toBeUndefined()
  })
})

test('parts of a kind and polls cost one statement beside the page\'s one, whatever they are', async () => {
  const statements = async (viewer: Parameters<typeof getTopicPage>[0], topicId: number) => {
    await getTopicPage(viewer, topicId)
    const context = { requestId: 'test', statements: 0, nonce: '' }
    await withRequestContext(context, () => getTopicPage(viewer, topicId))
    return context.statements
  }
  const poll = { pollQuestion: 'Kapan?', pollOptions: 'Pagi\nMalam', pollMax: 1 }
  const plain = await makeTopic({ category: open, author: head, kind: 'ANNOUNCEMENT' })
  const topics = [
    await consultation(), await makeTopic({ category: open, author: citizen, kind: 'EXPERIENCE', poll }), await makeTopic({ category: open, author: citizen, poll }),
  ]
  for (const { id } of topics) {
    expect(await statements(stranger(), id)).toBe(2)
    expect(await statements(citizen, id)).toBe(2)
    expect(await statements(head, id)).toBe(3)
  }
  expect([await statements(stranger(), plain.id), await statements(citizen, plain.id), await statements(head, plain.id)]).toEqual([1, 1, 2])
  await expect(getTopicPage(citizen, (await makeTopic({ category: inside, author: asn, kind: 'FEEDBACK' })).id)).rejects.toThrow(NotFound)
})
