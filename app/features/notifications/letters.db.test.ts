import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { deletePost, reply } from '~/features/discussion/posts.server'
import { moveTopic } from '~/features/forum/topic-acts.server'
import { db, sql } from '~/platform/db/db.server'
import { deliverById, deliveryIdle } from '~/platform/events/delivery.server'
import type { Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { startNotices, watches } from '#tests/factories/notices'
import { makeMember, type PersonGiven } from '#tests/factories/people'
import { mailNow, sendLetter, takeDigests } from './letters.server'
import { getDigestNow } from './preferences.queries.server'
import { setWatch } from './watches.server'

/** A real mail server, up before the environment is read: one entry per message that arrived. */
const post = await vi.hoisted(async () => {
  const { SMTPServer } = await import('smtp-server')
  const state = { arrived: [] as { to: string; text: string; id: string }[], refuse: false, close: () => Promise.resolve() }
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (chunk: Buffer) => { parts.push(chunk) })
      stream.on('end', () => {
        if (state.refuse) return done(Object.assign(new Error('busy'), { responseCode: 451 }))
        const text = Buffer.concat(parts).toString().replace(/=\r\n/g, '')
        state.arrived.push({ to: session.envelope.rcptTo[0]?.address ?? '', text, id: /^Message-ID: (.*)$/mi.exec(text)?.[1] ?? '' })
        done()
      })
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
  state.close = () => new Promise<void>(resolve => server.close(() => resolve()))
  return state
})

const DAY = 86_400_000
/** The coming Tuesday at noon in Jakarta, and 06:31 the day after: jobs run then, whenever this runs. */
const NOON = (() => {
  const today = Math.floor((Date.now() + 7 * 3_600_000) / DAY)
  // day 5 since 1970 was a Tuesday
  return (today + 1 + ((5 - ((today + 1) % 7)) + 7) % 7) * DAY + 5 * 3_600_000
})()
const MORNING = NOON + 18.5 * 3_600_000 + 60_000

let stop: () => Promise<void>
let author: Member
let writer: Member
let category: Awaited<ReturnType<typeof makeCategory>>

beforeAll(async () => {
  stop = startNotices()
  author = await makeMember({ name: 'Bu Roslina' })
  writer = await makeMember({ name: 'Rahmad Nasution' })
  category = await makeCategory()
})
afterAll(async () => {
  await stop()
  await post.close()
})
beforeEach(() => {
  post.arrived.length = 0
  post.refuse = false
})

const emails = new Map<number, string>()
const mailTo = (person: Member) => post.arrived.filter(one => one.to === emails.get(person.personId))
async function someone(given: PersonGiven = {}): Promise<Member> {
  const email = `penerima-${randomUUID().slice(0, 8)}@balai.contoh`
  const person = await makeMember({ ...given, email })
  emails.set(person.personId, email)
  return person
}
const open = async () => {
  const topic = await makeTopic({ category, author, title: 'Antrean pada hari Senin pagi' })
  await deliveryIdle()
  return topic
}
const say = async (threadId: number, markdown = 'Kami membagi nomor di kelurahan.', replyTo: number | null = null, by = writer) => {
  const made = await reply(by, { threadId, written: { markdown }, replyTo, clientKey: newKey() })
  await deliveryIdle()
  return made
}
const choose = (person: Member, ruleGroup: string, mail: string) =>
  db.noticeChoice.upsert({ where: { personId_ruleGroup: { personId: person.personId, ruleGroup } }, create: { personId: person.personId, ruleGroup, bell: true, mail, push: false }, update: { mail } })

interface Job { id: string; task: string; payload: { personId?: number; letterId?: string }; run_at: Date }
const jobs = (task: string) => sql<Job>(`test-jobs-${task}`, `select j.id::text, j.payload, j.run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = '${task}' order by j.id`)
const forget = (job: Job) => sql('test-forget', 'delete from graphile_worker._private_jobs where id = $1', [job.id])

/** Runs what the worker would run now, each job once. A failing one stays, as it does in the queue. */
async function work(now = NOON): Promise<void> {
  for (const job of await jobs('notice_mail')) {
    await forget(job)
    await mailNow(job.payload.personId ?? 0, now)
  }
  for (const job of await jobs('notice_letter')) {
    await sendLetter(job.payload.letterId ?? '', now).then(() => forget(job), () => undefined)
  }
}

describe('mail at once', () => {
  test('says who, what and where, with the words that matter and a way to stop; a second run sends nothing', async () => {
    const [topic, person] = [await open(), await someone()]
    const mine = await say(topic.id, 'Bagaimana dengan lansia?', null, person)
    await say(topic.id, 'Lansia dilayani lebih dulu, tanpa nomor.', mine.number)
    await work()
    await work()
    const [mail] = mailTo(person)
    expect(mailTo(person)).toHaveLength(1)
    expect(mail?.text).toContain('Rahmad Nasution membalas tulisan Anda')
    expect(mail?.text).toContain('Lansia dilayani lebih dulu')
    expect(mail?.text).toMatch(new RegExp(`/forum/t/${topic.id}/[a-z-]+/3`))
    expect(mail?.text).toMatch(/^List-Unsubscribe:\s+<http[^>]+\/berhenti\/[^>]+>/m)
    expect(mail?.text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
  })

  test('a burst is one letter, and the same event twice is one notice in one letter', async () => {
    const [topic, person] = [await open(), await someone()]
    const mine = await say(topic.id, 'Pertanyaan saya.', null, person)
    for (const n of [1, 2, 3]) await say(topic.id, `Jawaban ke-${n}.`, mine.number)
    await sql('test-again', "update event set delivered_at = null, delivered = '{}' where (payload->>'threadId')::int = $1", [topic.id])
    for (const { id } of await sql<{ id: string }>('test-events', "select id::text from event where (payload->>'threadId')::int = $1", [topic.id])) await deliverById(id)
    await work()
    expect(mailTo(person)).toHaveLength(1)
    expect(mailTo(person)[0]?.text).toContain('3 balasan untuk tulisan Anda')
  })

  test('what was read on the site meanwhile is not mailed', async () => {
    const [topic, person] = [await open(), await someone()]
    const mine = await say(topic.id, 'Pertanyaan saya.', null, person)
    await say(topic.id, 'Jawaban.', mine.number)
    await db.notice.updateMany({ where: { personId: person.personId }, data: { readAt: new Date() } })
    await work()
    expect(mailTo(person)).toEqual([])
  })

  test('quiet hours and days off hold it, and then it leaves; the bell never waited', async () => {
    const [topic, person] = [await open(), await someone()]
    await db.noticeSetting.create({ data: { personId: person.personId, quietFrom: 1020, quietTo: 450, days: [1, 2, 3, 4, 5] } })
    const mine = await say(topic.id, 'Pertanyaan saya.', null, person)
    await say(topic.id, 'Jawaban.', mine.number)
    expect(await db.notice.count({ where: { personId: person.personId, bell: true, readAt: null } })).toBe(1)
    const sunday = NOON + 5 * DAY - 2 * 3_600_000
    const monday = NOON + 6 * DAY - 4.5 * 3_600_000
    await work(sunday)
    expect(mailTo(person)).toEqual([])
    const held = (await jobs('notice_mail')).find(job => job.payload.personId === person.personId)
    expect(held?.run_at.getTime()).toBe(monday)
    await work(monday)
    expect(mailTo(person)).toHaveLength(1)
  })

  test('a closed account and an unconfirmed address get none', async () => {
    const [topic, closed, unconfirmed] = [await open(), await someone(), await someone({ kind: 'CITIZEN' })]
    for (const person of [closed, unconfirmed]) {
      const mine = await say(topic.id, 'Pertanyaan saya.', null, person)
      await say(topic.id, 'Jawaban.', mine.number)
    }
    await db.person.update({ where: { id: closed.personId }, data: { closedAt: new Date() } })
    await db.person.update({ where: { id: unconfirmed.personId }, data: { emailVerifiedAt: null } })
    await work()
    expect([...mailTo(closed), ...mailTo(unconfirmed)]).toEqual([])
  })
})

describe('between writing and sending', () => {
  const cases: [no: number, what: string, change: (person: Member, topic: { id: number }, made: { id: number }) => Promise<unknown>][] = [
    [1, 'the post was deleted', (_person, _topic, made) => deletePost(writer, { postId: made.id })],
    [2, 'the topic went to readers the person is not one of', async (_person, topic) => {
      const asn = await makeCategory({ audience: 'asn' })
      return moveTopic(await makeMember({ roles: ['MODERATOR'] }), { topicId: topic.id, category: asn.slug })
    }],
    [3, 'the person muted the topic', (person, topic) => setWatch(person, { target: `thread:${topic.id}`, level: 'MUTE' })],
    [4, 'the person switched the mail off', person => choose(person, 'direct', 'OFF')],
    [5, 'the thread was removed', (_person, topic) => db.thread.update({ where: { id: topic.id }, data: { removedAt: new Date() } })],
  ]
  for (const [no, what, change] of cases) {
    test.each(['before the letter', 'while the letter waits for a server that refuses'])(`${no}: ${what}, %s: nothing is sent`, async when => {
      const [topic, person] = [await open(), await someone({ kind: 'CITIZEN' })]
      const mine = await say(topic.id, 'Pertanyaan saya.', null, person)
      const made = await say(topic.id, 'Rahasia yang salah tempat.', mine.number)
      if (when !== 'before the letter') {
        post.refuse = true
        await work()
        post.refuse = false
        expect(await jobs('notice_letter')).not.toEqual([])
      }
      await change(person, topic, made)
      await work()
      expect(mailTo(person)).toEqual([])
      expect(await jobs('notice_letter')).toEqual([])
    })
  }

  test('a refusal is tried again and arrives once; a death after the server took it repeats the same message, never another', async () => {
    const [topic, person] = [await open(), await someone()]
    const mine = await say(topic.id, 'Pertanyaan saya.', null, person)
    await say(topic.id, 'Jawaban.', mine.number)
    post.refuse = true
    await work()
    post.refuse = false
    await work()
    await work()
    expect(mailTo(person)).toHaveLength(1)
    const [notice] = await db.notice.findMany({ where: { personId: person.personId, NOT: { letterId: null } } })
    await db.noticeLetter.update({ where: { id: notice?.letterId ?? '' }, data: { doneAt: null } })
    await sendLetter(notice?.letterId ?? '', NOON)
    expect(await sendLetter(notice?.letterId ?? '', NOON)).toBe('done')
    expect(new Set(mailTo(person).map(mail => mail.id)).size).toBe(1)
  })

  test('dying before the letter is bound leaves everything to be bound again', async () => {
    const [topic, person] = [await open(), await someone()]
    const mine = await say(topic.id, 'Pertanyaan saya.', null, person)
    await say(topic.id, 'Jawaban.', mine.number)
    const [job] = (await jobs('notice_mail')).filter(one => one.payload.personId === person.personId)
    await Promise.all([mailNow(job?.payload.personId ?? 0, NOON), mailNow(job?.payload.personId ?? 0, NOON), mailNow(job?.payload.personId ?? 0, NOON)])
    await work()
    expect(mailTo(person)).toHaveLength(1)
  })
})

describe('digests', () => {
  test('come at the person\'s hour, once a day, grouped by topic, with what came until then', async () => {
    const [one, two, person] = [await open(), await open(), await someone()]
    for (const topic of [one, two]) await watches(person.personId, `thread:${topic.id}`)
    for (const n of [1, 2, 3, 4, 5]) await say(one.id, `Tulisan nomor ${n} yang penting.`)
    await say(two.id, 'Satu saja.')
    await takeDigests(MORNING - 120_000)
    await work(MORNING)
    expect(mailTo(person)).toEqual([])
    await Promise.all([takeDigests(MORNING), takeDigests(MORNING)])
    await work(MORNING)
    await takeDigests(MORNING + 3_600_000)
    await work(MORNING + 3_600_000)
    expect(mailTo(person)).toHaveLength(1)
    const text = mailTo(person)[0]?.text ?? ''
    expect(text.match(/Antrean pada hari Senin pagi/g)?.length).toBeGreaterThanOrEqual(2)
    expect(text).toContain('5 balasan di topik yang Anda ikuti')
    expect(text.indexOf('nomor 5')).toBeLessThan(text.indexOf('nomor 4'))
    expect(text).not.toContain('nomor 1 yang')
  })

  test('what comes after the hour waits for the next day, and a weekly one for its day', async () => {
    const [topic, daily, weekly] = [await open(), await someone(), await someone()]
    for (const person of [daily, weekly]) await watches(person.personId, `thread:${topic.id}`)
    await choose(weekly, 'watching', 'WEEKLY')
    await say(topic.id)
    for (const person of [daily, weekly]) {
      await sql('test-age', 'update notice set created_at = $2 where person_id = $1', [person.personId, new Date(MORNING + 60_000)])
      await db.noticeSetting.create({ data: { personId: person.personId, weeklyOn: new Date(NOON - DAY) } })
    }
    await takeDigests(MORNING + 7_200_000)
    await work(MORNING + 7_200_000)
    expect([mailTo(daily).length, mailTo(weekly).length]).toEqual([0, 0])
    const next = MORNING + DAY
    await takeDigests(next)
    await work(next)
    expect([mailTo(daily).length, mailTo(weekly).length]).toEqual([1, 0])
    const monday = MORNING + 5 * DAY
    await takeDigests(monday)
    await work(monday)
    expect([mailTo(daily).length, mailTo(weekly).length]).toEqual([1, 1])
    expect(mailTo(weekly)[0]?.text).toMatch(/Ringkasan mingguan/)
  })

  test('the page shows the digest as it would be now, and showing changes nothing', async () => {
    const [topic, person] = [await open(), await someone()]
    await watches(person.personId, `thread:${topic.id}`)
    const made = await say(topic.id, 'Yang akan dihapus.')
    expect((await getDigestNow(person, 1)).threads.map(thread => [thread.why, thread.count])).toEqual([['discussion.followed', 1]])
    await deletePost(writer, { postId: made.id })
    expect((await getDigestNow(person, 1)).threads).toEqual([])
  })
})
