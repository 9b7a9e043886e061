import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptAnswer } from '~/features/discussion/answers.server'
import { keepBookmark } from '~/features/discussion/bookmarks.server'
import { reply } from '~/features/discussion/posts.server'
import { judgeProposal } from '~/features/forum/consultations.server'
import { publishNow } from '~/features/forum/plans.server'
import { getConsultationResults } from '~/features/forum/results.queries.server'
import { splitTopic } from '~/features/forum/topic-parting.server'
import { openTopic, type OpenTopic } from '~/features/forum/topics.server'
import { appeal } from '~/features/moderation/appeals.server'
import { decide } from '~/features/moderation/decisions.server'
import { flag } from '~/features/moderation/flags.server'
import { lawsChanged } from '~/features/moderation/gate.server'
import { takeModerated } from '~/features/moderation/things.server'
import { mailNow, sendLetter, takeDigests } from '~/features/notifications/letters.server'
import { pushWords } from '~/features/notifications/push.server'
import { db } from '~/platform/db/db.server'
import { deliveryIdle, startDelivery } from '~/platform/events/delivery.server'
import { liveConsumer } from '~/platform/live/contract.server'
import { listKeptMail } from '~/platform/mail/box.server'
import type { Member } from '~/platform/viewer'
import { consumers, live, moderated, shelves } from '~/registry.server'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeConsultation } from '#tests/factories/forum'
import { watches } from '#tests/factories/notices'
import { makeMember, signedIn, viewerFor } from '#tests/factories/people'
import { leakTest, plain } from './leak'

const DAY = 86_400_000
/** Tomorrow's noon in Jakarta: no quiet hours, whenever this runs. */
const NOON = (Math.floor((Date.now() + 7 * 3_600_000) / DAY) + 1) * DAY + 5 * 3_600_000
const NAME = 'Qomariah Zulkarnain'
const BAD = 'titipan dinas gelap'
let author: Member
let stop: () => Promise<void>
let category: Awaited<ReturnType<typeof makeCategory>>
const people: Record<string, Member> = {}
const cookies: Record<string, string> = { stranger: '' }
/** what may stand in an address: ids of topics, posts, cases, decisions … */
const ids = new Map<string, number>()
let slugs: string[] = []
let profiles: string[] = []
let titles = new Map<string, string>()
const clean = leakTest(() => ({ personId: author.personId, words: [NAME, 'Qomariah', author.slug, 'qomariah@contoh.go.id', 'foto-rahasia-qomariah'] }))

/** Where people are listed as people: there the writer stands, and nothing of what they wrote. */
const aboutPeople = /^(admin\.orang|admin\.impor|admin\.unit|admin\.undangan|orang_\.cari|unit\.|admin\.surat)/

const routes = import.meta.glob<{ loader?: (args: { request: Request; params: Record<string, string>; context: object }) => Promise<unknown> }>('../../app/routes/*.{ts,tsx}')
const fileOf = (path: string) => path.replace(/^.*\/routes\//, '')
const partsOf = (file: string) => file.replace(/\.tsx?$/, '').replace(/\[\.\]/g, '\0').split('.').filter(part => part !== '_index').map(part => part.replace(/^\((.*)\)$/, '$1').replace(/_$/, '').replaceAll('\0', '.'))

/** Every address of a route that could lead to something of these topics. */
function addressesOf(file: string): { path: string; params: Record<string, string> }[] {
  const parts = partsOf(file)
  const choices: Record<string, string[]> = {
    id: file.startsWith('admin.surat') ? [] : [...ids.values()].map(String), slug: file.startsWith('orang') ? profiles : parts.includes('$id') ? ['x'] : slugs, number: ['2'], code: ['DLC'], kind: ['post', 'held', 'profile'], act: ['pindah', 'pecah'], part: ['kata'], token: ['x'], key: ['x'], name: ['forum'],
  }
  let found: Record<string, string>[] = [{}]
  for (const part of parts.filter(one => one.startsWith('$'))) {
    const name = part.slice(1)
    // a topic answers at its own words only
    const values = (params: Record<string, string>) => (name === 'slug' && params.id && titles.has(params.id) ? [titles.get(params.id) ?? ''] : (choices[name] ?? ['1']))
    found = found.flatMap(params => values(params).map(value => ({ ...params, [name]: value })))
  }
  return found.map(params => ({ params, path: `/${parts.map(part => (part.startsWith('$') ? params[part.slice(1)] : part)).join('/')}` }))
}

async function bodyOf(answer: unknown): Promise<unknown> {
  if (!(answer instanceof Response)) return answer
  if (answer.headers.get('Content-Type')?.includes('spreadsheet')) {
    const book = new exceljs.Workbook()
    await book.xlsx.load(await answer.arrayBuffer())
    return book.worksheets.map(sheet => sheet.getSheetValues())
  }
  return [answer.headers.get('Location'), await answer.text()]
}

/** What is thrown as an answer is one too: redirects and refusals have words. */
async function answerOf(run: () => unknown): Promise<unknown> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Response) return error
    throw error
  }
}

const write = (input: Partial<OpenTopic>) => openTopic(author, {
  category: category.slug, kind: 'DISCUSSION', title: 'Topik di bawah nama samaran', tags: ['uji-samaran'], written: { markdown: 'Isi yang ditulis di bawah nama.' }, clientKey: newKey(), masked: true, ...input,
})
const say = (who: Member, threadId: number, markdown: string, masked = false) => reply(who, { threadId, written: { markdown }, clientKey: newKey(), masked })
const caseOf = async (kind: string, thingId: number) => (await db.moderationCase.findFirstOrThrow({ where: { kind, thingId, closedAt: null } })).id
const refresh = async () => { author = await viewerFor({ id: author.personId }) }

beforeAll(async () => {
  takeModerated(moderated, shelves)
  stop = startDelivery([...consumers, ...live.map(liveConsumer)])
  await db.$executeRaw`select setval(pg_get_serial_sequence('person', 'id'), 7654321)`
  author = await makeMember({ kind: 'ASN', name: NAME, email: 'qomariah@contoh.go.id' })
  await db.person.update({ where: { id: author.personId }, data: { photoKey: 'foto-rahasia-qomariah', publicFields: ['photo', 'position', 'about', 'contributions'] } })
  category = await makeCategory({ audience: 'public', name: 'Integritas' })
  await db.category.update({ where: { id: category.id }, data: { pseudonyms: true } })
  await db.shelfRule.create({ data: { shelf: `category:${category.id}`, pseudonyms: true } })
  await db.moderationRule.create({ data: { kind: 'WORD', value: BAD } })
  await lawsChanged()
  for (const [who, given] of Object.entries({ citizen: { kind: 'CITIZEN' as const }, asn: {}, moderator: { roles: ['MODERATOR' as const] }, administrator: { roles: ['ADMINISTRATOR' as const] } })) {
    const person = people[who] = await makeMember(given)
    cookies[who] = (await signedIn({ id: person.personId })).cookie
    await watches(person.personId, `category:${category.id}`)
  }
  const { asn, moderator, citizen } = people as { asn: Member; moderator: Member; citizen: Member }

  const topic = await write({ kind: 'QUESTION' })
  await refresh()
  ids.set('topic', topic.id)
  const told = await say(asn, topic.id, 'Catat dan laporkan.')
  await watches(citizen.personId, `thread:${topic.id}`)
  const answer = await say(author, topic.id, 'Sudah saya catat.', true)
  ids.set('post', answer.id)
  await acceptAnswer(author, { threadId: topic.id, number: told.number })
  await keepBookmark(asn, { postId: answer.id, note: 'Penting', remindOn: '' })
  // what waits: a reply, an opening that stays, an opening that is approved
  const waiting = await say(author, topic.id, `Begini ${BAD} itu terjadi.`, true)
  ids.set('held', waiting.id)
  ids.set('case', await caseOf('held', waiting.id))
  const opening = await write({ title: `Soal ${BAD}` })
  const other = await write({ title: `Lagi soal ${BAD} di kantor` })
  await decide(moderator, { caseId: await caseOf('held', other.id), act: 'APPROVE', reason: '' })
  await decide(moderator, { caseId: await caseOf('held', opening.id), act: 'REJECT', reason: 'Tuduhan tanpa bukti.' })
  await refresh()
  const approved = await db.heldPost.findUniqueOrThrow({ where: { id: other.id } })
  ids.set('approved', approved.postId ?? 0)
  // a plan that stays one, and one that appears
  const planned = await write({ title: 'Nanti terbit sendiri', publishAt: new Date(Date.now() + DAY) })
  ids.set('planned', planned.id)
  const soon = await write({ title: 'Terbit lebih cepat', publishAt: new Date(Date.now() + DAY) })
  await refresh()
  await publishNow(author, { topicId: soon.id })
  // decided about, objected to, and silenced in the end
  const strong = await say(author, topic.id, 'Kalimat yang keras sekali.', true)
  await flag(asn, { kind: 'post', id: strong.id, reason: 'insult', note: '' })
  await decide(moderator, { caseId: await caseOf('post', strong.id), act: 'HIDE', reason: 'Terlalu keras untuk forum.' })
  const decision = await db.moderationDecision.findFirstOrThrow({ where: { act: 'HIDE' }, orderBy: { id: 'desc' } })
  ids.set('decision', decision.id)
  await appeal(author, { decisionId: decision.id, text: 'Kalimat itu kutipan dari surat resmi.' })
  // parted, and in a consultation
  const split = await splitTopic(moderator, { topicId: topic.id, numbers: [answer.number], title: 'Dipecah dari yang lain', reason: '' })
  ids.set('split', split.id)
  const consulted = await makeConsultation(category)
  ids.set('consultation', consulted.id)
  const proposal = await say(author, consulted.id, 'Usul saya di bawah nama.', true)
  await judgeProposal(consulted.head, { topicId: consulted.id, number: proposal.number, state: 'ACCEPTED', note: '' })
  await flag(asn, { kind: 'post', id: answer.id, reason: 'other', note: 'Mohon dilihat.' })
  ids.set('flagged', await caseOf('post', answer.id))
  slugs = [category.slug, topic.slug, 'uji-samaran']
  profiles = (await db.person.findMany({ where: { OR: [{ alias: true }, { id: author.personId }] } })).map(row => row.slug)
  titles = new Map((await db.topic.findMany({ select: { id: true, slug: true } })).map(row => [String(row.id), row.slug]))
  await deliveryIdle()
}, 90_000)
afterAll(() => stop())

describe('no page of the house tells who writes under a name', () => {
  test('every loader of every route, for everybody else', async () => {
    const shows = new Set<string>()
    const own = /^(akun|profil|masuk|keluar|daftar|lupa|atur|verifikasi|undangan|berhenti|berkas|foto|ui)/
    for (const [path, load] of Object.entries(routes)) {
      const file = fileOf(path)
      const { loader } = await load()
      if (!loader || own.test(file)) continue
      for (const { path: address, params } of addressesOf(file)) {
        for (const [who, cookie] of Object.entries(cookies)) {
          const search = /cari|mirip|orang_/.test(file) ? '?q=samaran&judul=Topik%20di%20bawah%20nama' : ''
          const request = new Request(`http://localhost${address}${search}`, { headers: cookie ? { Cookie: cookie } : {} })
          const body = await bodyOf(await answerOf(() => loader({ request, params, context: {} })))
          if (/Rekan [A-Z]/.test(JSON.stringify(plain(body)))) shows.add(file)
          if (Object.values(params).includes(author.slug)) {
            expect(JSON.stringify(body), `${address} shows what they wrote to ${who}`).not.toMatch(/samaran|Rekan [A-Z]/)
          } else if (aboutPeople.test(file)) {
            expect(JSON.stringify(body), `${address} lists a name as a person to ${who}`).not.toMatch(/nama-samaran|Rekan [A-Z][a-z]+ \d/)
          } else clean(`${address}, ${who}`, body)
        }
      }
    }
    expect([...shows], 'pages that show the name').toEqual(expect.arrayContaining(['forum.t.$id.$slug.($number).tsx', 'forum.t.$id.rss[.]xml.ts', 'forum.t.$id.hasil[.]xlsx.ts', 'forum.rss[.]xml.ts', 'cari.tsx', 'markah.tsx', 'moderasi.$id.tsx', 'pemberitahuan.tsx']))
    expect(shows.size).toBeGreaterThan(20)
  }, 240_000)

  test('exports', async () => {
    clean('results', await getConsultationResults(people.administrator as Member, ids.get('consultation') ?? 0))
  })

  test('letters, digests and locked screens of everybody else', async () => {
    for (const person of Object.values(people)) await mailNow(person.personId, NOON)
    await takeDigests(NOON)
    const letters = await db.noticeLetter.findMany({ where: { personId: { not: author.personId } }, select: { id: true } })
    expect(letters.length).toBeGreaterThan(0)
    for (const { id } of letters) await sendLetter(id, NOON)
    const mails = (await listKeptMail(people.administrator as Member)).filter(mail => mail.to !== 'qomariah@contoh.go.id')
    expect(mails.some(mail => /Rekan|samaran/.test(mail.text))).toBe(true)
    clean('mails', mails)
    const notices = await db.notice.findMany({ where: { personId: { not: author.personId } } })
    clean('notices', notices)
    clean('push', pushWords(notices.map(notice => ({ ...notice, id: String(notice.id), group: 'direct' as const, audience: 'public', title: '', name: (notice.params as { name: string }).name, text: '', at: 0 })), 'id'))
  })

  test('recognition: what is written under a name counts for nobody\'s page, earns no badge and gets nobody invited', async () => {
    expect(await db.contributionTotal.findMany({ where: { personId: author.personId } })).toEqual([])
    expect(await db.badgeAward.findMany({ where: { personId: { in: [author.personId, ...author.aliases] } } })).toEqual([])
    expect(await db.answerInvitation.findMany({ where: { personId: { in: [...author.aliases] } } })).toEqual([])
  })
})

describe('what is decided about a name reaches whoever writes under it, and nobody else', () => {
  test('the decision is theirs to read, told with its reason, and no letter goes elsewhere', async () => {
    const told = await db.notice.findMany({ where: { rule: { startsWith: 'moderation.' }, personId: author.personId }, orderBy: { id: 'asc' } })
    expect(told.map(notice => notice.rule)).toEqual(['moderation.approve', 'moderation.reject', 'moderation.hide'])
    expect(await db.notice.count({ where: { personId: { in: [...author.aliases] } } })).toBe(0)
    await mailNow(author.personId, NOON)
    const { id } = await db.noticeLetter.findFirstOrThrow({ where: { personId: author.personId, pace: 'NOW' } })
    expect(await sendLetter(id, NOON)).toBe('sent')
    const mine = (await listKeptMail(people.administrator as Member)).filter(mail => mail.to === 'qomariah@contoh.go.id')
    expect(mine.map(mail => mail.text).join()).toMatch(/Terlalu keras untuk forum\.[^]*banding/)
  })
})
