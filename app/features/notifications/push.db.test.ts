import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deletePost, reply } from '~/features/discussion/posts.server'
import { moveTopic } from '~/features/forum/topic-acts.server'
import { db, sql } from '~/platform/db/db.server'
import { deliveryIdle } from '~/platform/events/delivery.server'
import type { Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { startNotices } from '#tests/factories/notices'
import { makeMember } from '#tests/factories/people'
import { addDevice, publicPushKey, pushOne, pushTo, removeDevice } from './push.server'
import { setWatch } from './watches.server'

/** A push service: keeps what it was handed, and answers as told. */
const got: { path: string; body: Buffer; headers: IncomingMessage['headers'] }[] = []
let answer = 201
const service = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => { parts.push(part) })
  request.on('end', () => {
    if (answer < 300) got.push({ path: request.url ?? '', body: Buffer.concat(parts), headers: request.headers })
    response.writeHead(answer).end()
  })
})

/** A browser's half of the keys: reads what only it can read. */
function browser() {
  const keys = createECDH('prime256v1')
  keys.generateKeys()
  const auth = randomBytes(16)
  return {
    p256dh: keys.getPublicKey().toString('base64url'), auth: auth.toString('base64url'),
    read(body: Buffer): Record<string, string> {
      const [salt, sender, sealed] = [body.subarray(0, 16), body.subarray(21, 86), body.subarray(86)]
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender])
      const secret = Buffer.from(hkdfSync('sha256', keys.computeSecret(sender), auth, info, 32))
      const open = createDecipheriv('aes-128-gcm', Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16)), Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12)))
      open.setAuthTag(sealed.subarray(-16))
      const text = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()])
      return JSON.parse(text.subarray(0, -1).toString()) as Record<string, string>
    },
  }
}

let stop: () => Promise<void>
let author: Member
let writer: Member
const NOON = Date.parse('2026-11-24T12:00:00+07:00')
const base = () => `http://127.0.0.1:${(service.address() as AddressInfo).port}`

beforeAll(async () => {
  await new Promise<void>(resolve => service.listen(0, '127.0.0.1', resolve))
  stop = startNotices()
  author = await makeMember()
  writer = await makeMember({ name: 'Rahmad Nasution' })
})
afterAll(async () => {
  await stop()
  await new Promise<void>(resolve => service.close(() => resolve()))
})
beforeEach(() => {
  got.length = 0
  answer = 201
})

let count = 0
/** Somebody with a device, who wrote in a topic and was answered. The device's address is written past the door, which takes real services only. */
async function answered(audience = 'public') {
  const person = await makeMember()
  const keys = browser()
  const device = await db.pushDevice.create({ data: { personId: person.personId, endpoint: `${base()}/d${(count += 1)}`, p256dh: keys.p256dh, auth: keys.auth } })
  const category = await makeCategory({ audience })
  const topic = await makeTopic({ category, author, title: 'Daftar gaji yang keliru' })
  const mine = await reply(person, { threadId: topic.id, written: { markdown: 'Pertanyaan saya.' }, clientKey: newKey() })
  const made = await reply(writer, { threadId: topic.id, written: { markdown: 'Jawaban.' }, replyTo: mine.number, clientKey: newKey() })
  await deliveryIdle()
  return { person, keys, device, topic, made }
}

const jobs = (personId: number) => sql<{ id: string; payload: { deviceId: number; personId: number; ids: string[] } }>('test-push-jobs', `select j.id::text, j.payload from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'notice_push_one' and (j.payload->>'personId')::int = $1`, [personId])

/** Takes what waits, then sends what was taken; a failing job stays. */
async function work(personId: number, now = NOON): Promise<void> {
  await pushTo(personId, now)
  for (const job of await jobs(personId)) await pushOne(job.payload, now).then(() => sql('test-push-done', 'delete from graphile_worker._private_jobs where id = $1', [job.id]), () => undefined)
}

describe('what arrives', () => {
  test('who and what, once, sealed for this browser, under the portal\'s own signature', async () => {
    const { person, keys, device } = await answered()
    await work(person.personId)
    await work(person.personId)
    expect(got.map(one => one.path)).toEqual([new URL(device.endpoint).pathname])
    const [push] = got
    if (!push) throw new Error('nothing arrived')
    expect(keys.read(push.body)).toMatchObject({ title: 'Rahmad Nasution membalas tulisan Anda', body: 'Daftar gaji yang keliru', url: expect.stringMatching(/^\/pemberitahuan\?buka=\d+$/) as string })
    expect(push.body.includes(Buffer.from('Rahmad'))).toBe(false)
    const [, token = '', key = ''] = /^vapid t=(\S+), k=(\S+)$/.exec(push.headers.authorization ?? '') ?? []
    expect(key).toBe(await publicPushKey())
    const [head = '', body = '', signature = ''] = token.split('.')
    const point = Buffer.from(key, 'base64url')
    const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }
    expect(verify('sha256', Buffer.from(`${head}.${body}`), { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(JSON.parse(Buffer.from(body, 'base64url').toString())).toMatchObject({ aud: base() })
  })

  test('of what not everybody may read, a lock screen shows nothing', async () => {
    const { person, keys } = await answered('asn')
    await work(person.personId)
    const words = JSON.stringify(keys.read(got[0]?.body ?? Buffer.alloc(0)))
    expect(words).toContain('1 pemberitahuan baru di Balai')
    for (const secret of ['Rahmad', 'gaji', 'Jawaban', 'membalas']) expect(words).not.toContain(secret)
  })
})

describe('nothing twice, nothing that is gone', () => {
  const cases: [no: number, what: string, change: (made: Awaited<ReturnType<typeof answered>>) => Promise<unknown>][] = [
    [1, 'deleted', ({ made }) => deletePost(writer, { postId: made.id })],
    [2, 'read meanwhile', ({ person }) => db.notice.updateMany({ where: { personId: person.personId }, data: { readAt: new Date() } })],
    [3, 'muted', ({ person, topic }) => setWatch(person, { target: `thread:${topic.id}`, level: 'MUTE' })],
    [4, 'switched off', ({ person }) => db.noticeChoice.create({ data: { personId: person.personId, ruleGroup: 'direct', bell: true, mail: 'OFF', push: false } })],
    [5, 'other readers', async ({ topic }) => moveTopic(await makeMember({ roles: ['MODERATOR', 'ADMINISTRATOR'] }), { topicId: topic.id, category: (await makeCategory({ audience: 'unit:1' })).slug }).catch(() => db.thread.update({ where: { id: topic.id }, data: { audience: 'unit:1' } }))],
    [6, 'account closed', ({ person }) => db.person.update({ where: { id: person.personId }, data: { closedAt: new Date() } })],
    [7, 'device taken off the list', ({ person, device }) => removeDevice(person, { id: device.id })],
  ]
  test.each(cases)('%i: %s', async (_no, _what, change) => {
    for (const when of ['before it is taken', 'while the service is busy']) {
      const made = await answered()
      if (when === 'while the service is busy') {
        answer = 503
        await work(made.person.personId)
        answer = 201
        expect(await jobs(made.person.personId)).toHaveLength(1)
      }
      await change(made)
      await work(made.person.personId)
      expect([when, got.length]).toEqual([when, 0])
      expect(await jobs(made.person.personId)).toEqual([])
    }
  })

  test('a service that was busy gets the same message again, and two hands take what waits once', async () => {
    const { person } = await answered()
    answer = 503
    await work(person.personId)
    answer = 201
    await Promise.all([pushTo(person.personId, NOON), pushTo(person.personId, NOON)])
    await work(person.personId)
    await work(person.personId)
    expect(got).toHaveLength(1)
  })

  test('quiet hours hold it', async () => {
    const { person } = await answered()
    await work(person.personId, Date.parse('2026-11-24T23:00:00+07:00'))
    expect(got).toEqual([])
    await work(person.personId, Date.parse('2026-11-25T06:00:00+07:00'))
    expect(got).toHaveLength(1)
  })

  test('a browser that is gone is forgotten', async () => {
    const { person } = await answered()
    answer = 410
    await work(person.personId)
    expect(await db.pushDevice.count({ where: { personId: person.personId } })).toBe(0)
  })
})

test('the door takes real push services only, and a browser wakes for whoever used it last', async () => {
  const [one, two] = [await makeMember(), await makeMember()]
  const { p256dh, auth } = browser()
  const good = { endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/abc', p256dh, auth, userAgent: 'Firefox/140' }
  for (const endpoint of ['http://fcm.googleapis.com/x', 'https://localhost/x', 'https://169.254.169.254/latest', 'https://fcm.googleapis.com.evil.example/x', 'https://evil.example/fcm.googleapis.com', 'https://fcm.googleapis.com:8443/x', 'nonsense'])
    await expect(addDevice(one, { ...good, endpoint })).rejects.toMatchObject({ code: 'Invalid' })
  await expect(addDevice(one, { ...good, p256dh: 'AAAA' })).rejects.toMatchObject({ code: 'Invalid' })
  await Promise.all([addDevice(one, good), addDevice(one, good)].map(made => made.catch(() => undefined)))
  await addDevice(two, good)
  expect((await db.pushDevice.findMany({ where: { endpoint: good.endpoint } })).map(device => device.personId)).toEqual([two.personId])
  await removeDevice(one, { endpoint: good.endpoint })
  expect(await db.pushDevice.count({ where: { endpoint: good.endpoint } })).toBe(1)
  for (let i = 0; i < 14; i++) await addDevice(one, { ...good, endpoint: `https://fcm.googleapis.com/fcm/send/${i}` })
  expect(await db.pushDevice.count({ where: { personId: one.personId } })).toBe(10)
})
