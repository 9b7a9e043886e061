import { beforeAll, describe, expect, test } from 'vitest'
import { getPost, getPosts, getThread } from '~/features/discussion/posts.queries.server'
import { reply } from '~/features/discussion/posts.server'
import { listTopics } from '~/features/forum/topics.queries.server'
import { viewerOfCookie } from '~/features/people/viewer.server'
import { db } from '~/platform/db/db.server'
import { stranger, type Member } from '~/platform/viewer'
import { moderated, shelves, sources } from '~/registry.server'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { makeMember, signedIn, viewerFor } from '#tests/factories/people'
import { appeal, judgeAppeal } from './appeals.server'
import { getCase, listCases } from './cases.queries.server'
import { addNote, claimCase, releaseCase, startCase } from './cases.server'
import { getAppeal, getOwnDecision, listAppeals, listLog, listOwnDecisions } from './decisions.queries.server'
import { decide, undoDecision } from './decisions.server'
import { flag } from './flags.server'
import { takeModerated } from './things.server'

let author: Member
let reader: Member
let moderator: Member
let second: Member
let category: Awaited<ReturnType<typeof makeCategory>>

beforeAll(async () => {
  takeModerated(moderated, shelves)
  author = await makeMember({ kind: 'CITIZEN' })
  reader = await makeMember({ kind: 'CITIZEN' })
  moderator = await makeMember({ roles: ['MODERATOR'] })
  second = await makeMember({ roles: ['MODERATOR'] })
  category = await makeCategory({ name: 'Perhubungan' })
})

const REASON = 'Memuat nomor telepon orang lain.'
const write = (viewer: Member, threadId: number, markdown = 'Hubungi saja Pak Karto di 0812-0000-1111.') => reply(viewer, { threadId, written: { markdown }, clientKey: newKey() })

async function flagged(by: Member = reader) {
  const topic = await makeTopic({ category, author: reader })
  const post = await write(author, topic.id)
  await flag(by === author ? reader : by, { kind: 'post', id: post.id, reason: 'privacy', note: '' })
  const found = await db.moderationCase.findFirstOrThrow({ where: { kind: 'post', thingId: post.id } })
  return { topic, post, caseId: found.id }
}
const lastDecision = (caseId: number) => db.moderationDecision.findFirstOrThrow({ where: { caseId }, orderBy: { id: 'desc' } })
const found = async (postId: number) => (await sources.find(source => source.prefix === 'post:')?.load([`post:${postId}`]))?.has(`post:${postId}`)

describe('flags', () => {
  test('many flags of one thing are one case, one person counts once, however fast', async () => {
    const { post, caseId } = await flagged()
    await Promise.all([1, 2, 3].map(() => flag(moderator, { kind: 'post', id: post.id, reason: 'insult', note: 'Menyerang orang.' })))
    expect(await flag(reader, { kind: 'post', id: post.id, reason: 'spam', note: '' })).toEqual({ repeated: true })
    const page = await getCase(second, caseId)
    expect(page.flags.map(one => one.reason)).toEqual(['privacy', 'insult'])
    expect(await db.moderationCase.findUnique({ where: { id: caseId } })).toMatchObject({ flagCount: 2, openKey: `post:${post.id}` })
  })

  test('what cannot be read or is one\'s own cannot be flagged, and "other" says what', async () => {
    const inside = await makeCategory({ audience: 'asn' })
    const hidden = await makeTopic({ category: inside, author: await makeMember() })
    await expect(flag(reader, { kind: 'post', id: hidden.postId, reason: 'spam', note: '' })).rejects.toMatchObject({ code: 'NotFound' })
    const topic = await makeTopic({ category, author })
    await expect(flag(author, { kind: 'post', id: topic.postId, reason: 'spam', note: '' })).rejects.toMatchObject({ reason: 'ownThing' })
    await expect(flag(reader, { kind: 'post', id: topic.postId, reason: 'other', note: ' ' })).rejects.toMatchObject({ fields: { note: ['moderation:errors.noteNeeded'] } })
    await expect(flag(stranger(), { kind: 'post', id: topic.postId, reason: 'spam', note: '' })).rejects.toMatchObject({ code: 'SignInNeeded' })
    await expect(flag(reader, { kind: 'thread', id: 1, reason: 'spam', note: '' })).rejects.toMatchObject({ code: 'NotFound' })
  })
})

describe('cases', () => {
  test('belong to one moderator at a time, and to those of the list only', async () => {
    const { caseId } = await flagged()
    await claimCase(moderator, { caseId })
    await expect(claimCase(second, { caseId })).rejects.toMatchObject({ reason: 'claimed' })
    await expect(decide(second, { caseId, act: 'KEEP', reason: '' })).rejects.toMatchObject({ reason: 'claimed' })
    await releaseCase(second, { caseId })
    expect((await getCase(second, caseId)).claim).toMatchObject({ mine: false })
    await db.moderationCase.update({ where: { id: caseId }, data: { claimedUntil: new Date(Date.now() - 1_000) } })
    await claimCase(second, { caseId })
    const ofOther = { ...(await makeMember()), moderates: ['category:999999'] }
    const ofList = { ...(await makeMember()), moderates: [`category:${category.id}`] }
    await expect(getCase(ofOther, caseId)).rejects.toMatchObject({ code: 'NotFound' })
    expect((await listCases(ofOther)).rows).toEqual([])
    expect((await listCases(ofList, { shelf: `category:${category.id}` })).rows.map(row => row.id)).toContain(caseId)
    const seen = await getCase(ofList, caseId)
    expect(seen.acts).toEqual(['KEEP', 'EDIT', 'HIDE', 'WARN'])
    expect(JSON.stringify(seen)).not.toMatch(/@balai\.contoh/)
    await expect(listCases(reader)).rejects.toMatchObject({ code: 'Forbidden' })
    await addNote(second, { caseId, note: 'Sudah saya telepon unitnya.' })
    expect((await getCase(second, caseId)).notes).toMatchObject([{ text: 'Sudah saya telepon unitnya.' }])
  })

  test('two who decide at once decide once', async () => {
    const { caseId } = await flagged()
    const both = await Promise.allSettled([decide(moderator, { caseId, act: 'HIDE', reason: REASON }), decide(second, { caseId, act: 'KEEP', reason: '' })])
    expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.moderationDecision.count({ where: { caseId } })).toBe(1)
    await expect(decide(second, { caseId, act: 'KEEP', reason: '' })).rejects.toMatchObject({ reason: 'decided' })
  })

  test('a decision needs what it needs', async () => {
    const { caseId } = await flagged()
    await expect(decide(moderator, { caseId, act: 'HIDE', reason: '' })).rejects.toMatchObject({ fields: { reason: ['moderation:errors.reasonNeeded'] } })
    await expect(decide(moderator, { caseId, act: 'SILENCE', reason: REASON, days: 2 })).rejects.toMatchObject({ fields: { days: ['moderation:errors.daysNeeded'] } })
    await expect(decide(moderator, { caseId, act: 'APPROVE', reason: '' })).rejects.toMatchObject({ fields: { act: ['moderation:errors.act'] } })
    expect((await getCase(moderator, caseId)).closed).toBe(false)
  })
})

describe('hiding', () => {
  test('takes the words from everywhere, tells the reason, and a granted appeal brings everything back', async () => {
    const { topic, post, caseId } = await flagged()
    await decide(moderator, { caseId, act: 'HIDE', reason: REASON })
    const [, seen] = (await getPosts(reader, topic.id, { from: 1, to: 9 })).posts
    expect(seen).toMatchObject({ deleted: 'moderator', deletedReason: REASON })
    expect(seen?.html).toBeUndefined()
    expect(await found(post.id)).toBe(false)
    expect((await getThread(reader, topic.id)).postCount).toBe(1)
    const decision = await lastDecision(caseId)
    expect(await getOwnDecision(author, decision.id)).toMatchObject({ act: 'HIDE', reason: REASON, mayAppeal: true })
    await expect(getOwnDecision(reader, decision.id)).rejects.toMatchObject({ code: 'NotFound' })
    await expect(appeal(reader, { decisionId: decision.id, text: 'Saya kira ini keliru sekali.' })).rejects.toMatchObject({ code: 'NotFound' })
    await appeal(author, { decisionId: decision.id, text: 'Itu nomor kantor yang memang diumumkan.' })
    await expect(appeal(author, { decisionId: decision.id, text: 'Sekali lagi saya menyampaikan keberatan.' })).rejects.toMatchObject({ reason: 'appealed' })
    await expect(undoDecision(second, { decisionId: decision.id })).rejects.toMatchObject({ reason: 'appealed' })
    await expect(judgeAppeal(moderator, { decisionId: decision.id, upheld: true, answer: 'Tetap.' })).rejects.toMatchObject({ reason: 'ownDecision' })
    expect((await listAppeals(moderator)).find(one => one.id === decision.id)).toMatchObject({ mayJudge: false })
    expect(await getAppeal(second, decision.id)).toMatchObject({ mayJudge: true })
    await judgeAppeal(second, { decisionId: decision.id, upheld: false, answer: 'Benar, nomor itu nomor kantor.' })
    expect((await getPost(reader, post.id)).post.html).toContain('0812-0000-1111')
    expect(await found(post.id)).toBe(true)
    expect((await getThread(reader, topic.id)).postCount).toBe(2)
    expect(await getOwnDecision(author, decision.id)).toMatchObject({ undone: true, appeal: { upheld: false, answer: 'Benar, nomor itu nomor kantor.' } })
    await expect(judgeAppeal(second, { decisionId: decision.id, upheld: true, answer: 'Sekali lagi.' })).rejects.toMatchObject({ reason: 'decided' })
  })

  test('an opening post nobody has answered takes its topic from the lists, and back', async () => {
    const topic = await makeTopic({ category, author, title: 'Pinjaman kilat tanpa jaminan' })
    const { caseId } = await startCase(moderator, { kind: 'post', id: topic.postId })
    const count = async () => (await db.category.findUniqueOrThrow({ where: { id: category.id } })).topicCount
    const before = await count()
    await decide(moderator, { caseId, act: 'HIDE', reason: 'Iklan pinjaman.' })
    const listed = async () => (await listTopics(reader, { categoryId: category.id, limit: 50 })).rows.some(row => row.id === topic.id)
    expect([await listed(), await count()]).toEqual([false, before - 1])
    await undoDecision(second, { decisionId: (await lastDecision(caseId)).id })
    expect([await listed(), await count()]).toEqual([true, before])
  })

  test('the log says what and why, to those who may read the place, and no names', async () => {
    const { caseId } = await flagged()
    await decide(moderator, { caseId, act: 'HIDE', reason: 'Alasan yang hanya ada di sini.' })
    const inside = await makeCategory({ audience: 'asn' })
    const secret = await makeTopic({ category: inside, author: await makeMember() })
    const { caseId: other } = await startCase(moderator, { kind: 'post', id: secret.postId })
    await decide(moderator, { caseId: other, act: 'WARN', reason: 'Hanya untuk rekan sendiri.' })
    const log = JSON.stringify(await listLog(stranger()))
    expect(log).toContain('Alasan yang hanya ada di sini.')
    expect(log).not.toContain('Hanya untuk rekan sendiri.')
    expect(JSON.stringify(await listLog(second))).toContain('Hanya untuk rekan sendiri.')
    for (const person of [author, reader, moderator]) expect(log).not.toContain(person.name)
    expect(log).not.toContain('0812-0000-1111')
  })
})

test('mending keeps the original in the history and can be taken back', async () => {
  const { post, caseId } = await flagged()
  const page = await getCase(moderator, caseId)
  await decide(moderator, { caseId, act: 'EDIT', reason: REASON, markdown: page.source?.replace('0812-0000-1111', '(nomor dihapus)') })
  expect((await getPost(reader, post.id)).post).toMatchObject({ revision: 2 })
  expect((await getPost(reader, post.id)).post.html).toContain('(nomor dihapus)')
  await undoDecision(second, { decisionId: (await lastDecision(caseId)).id })
  expect((await getPost(reader, post.id)).post.html).toContain('0812-0000-1111')
})

describe('sanctions', () => {
  test('who is silenced reads and does not write, and it ends by itself', async () => {
    const person = await makeMember({ kind: 'CITIZEN' })
    const topic = await makeTopic({ category, author: person })
    const { caseId } = await startCase(moderator, { kind: 'post', id: topic.postId })
    await decide(moderator, { caseId, act: 'SILENCE', reason: REASON, days: 7, hideToo: true })
    const now = await viewerFor({ id: person.personId })
    expect(now.silencedUntil).toBeGreaterThan(Date.now())
    const open = await makeTopic({ category, author })
    await expect(write(now, open.id)).rejects.toMatchObject({ reason: 'silenced' })
    await expect(makeTopic({ category, author: now })).rejects.toMatchObject({ reason: 'silenced' })
    expect((await getThread(now, open.id)).id).toBe(open.id)
    await db.person.update({ where: { id: person.personId }, data: { silencedUntil: new Date(Date.now() - 1_000) } })
    expect((await write(await viewerFor({ id: person.personId }), open.id)).number).toBe(2)
  })

  test('who wrote under a name reads what was decided about it and may object, and the objection opens no name', async () => {
    const { caseId } = await flagged()
    await decide(moderator, { caseId, act: 'HIDE', reason: REASON })
    const decision = await lastDecision(caseId)
    const behind = { ...reader, aliases: [author.personId] }
    expect(await getOwnDecision(behind, decision.id)).toMatchObject({ mayAppeal: true })
    await appeal(behind, { decisionId: decision.id, text: 'Kalimat itu kutipan dari surat edaran.' })
    expect(await db.event.findFirstOrThrow({ where: { name: 'moderation.appeal.made' }, orderBy: { id: 'desc' } })).toMatchObject({ actorId: author.personId, payload: { authorId: author.personId } })
  })

  test('a suspended session is a stranger that may appeal, until it is undone', async () => {
    const person = await makeMember({ kind: 'CITIZEN' })
    const { cookie } = await signedIn({ id: person.personId })
    const topic = await makeTopic({ category, author: person })
    const { caseId } = await startCase(moderator, { kind: 'post', id: topic.postId })
    expect((await viewerOfCookie(cookie)).personId).toBe(person.personId)
    await decide(moderator, { caseId, act: 'SUSPEND', reason: REASON, days: 30 })
    const refused = await viewerOfCookie(cookie)
    expect(refused).toMatchObject({ personId: null, roles: [], audiences: ['public'], suspended: { personId: person.personId } })
    await expect(write(refused as Member, topic.id)).rejects.toMatchObject({ reason: 'suspended' })
    const [decision] = await listOwnDecisions(refused)
    await appeal(refused, { decisionId: decision?.id ?? 0, text: 'Akun saya dipakai orang lain malam itu.' })
    await judgeAppeal(second, { decisionId: decision?.id ?? 0, upheld: false, answer: 'Terbukti dipakai orang lain.' })
    expect((await viewerOfCookie(cookie)).personId).toBe(person.personId)
  })

  test('the longer of two holds when one is undone; moderators are out of reach of moderators', async () => {
    const person = await makeMember({ kind: 'CITIZEN' })
    const ids: number[] = []
    for (const days of [3, 30]) {
      const topic = await makeTopic({ category, author: person })
      const { caseId } = await startCase(moderator, { kind: 'post', id: topic.postId })
      ids.push(caseId)
      // what was opened before the silence is decided upon after it
      if (days === 3) continue
      for (const [at, id] of ids.entries()) await decide(moderator, { caseId: id, act: 'SILENCE', reason: REASON, days: at === 0 ? 3 : 30 })
    }
    const until = async () => Math.round(((await db.person.findUniqueOrThrow({ where: { id: person.personId } })).silencedUntil?.getTime() ?? 0) / 86_400_000 - Date.now() / 86_400_000)
    expect(await until()).toBe(30)
    await undoDecision(second, { decisionId: (await lastDecision(ids[1] ?? 0)).id })
    expect(await until()).toBe(3)
    const topic = await makeTopic({ category, author: second })
    const { caseId } = await startCase(moderator, { kind: 'post', id: topic.postId })
    expect((await getCase(moderator, caseId)).acts).not.toContain('SUSPEND')
    await expect(decide(moderator, { caseId, act: 'SUSPEND', reason: REASON, days: 7 })).rejects.toMatchObject({ reason: 'sanction' })
  })
})
