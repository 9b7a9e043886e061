import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { makeMember, makePerson, signedIn } from '#tests/factories/people'
import { db, transaction } from '~/platform/db/db.server'
import { startBroadcast } from '~/platform/db/broadcast.server'
import { startDelivery } from '~/platform/events/delivery.server'
import { recordEvent } from '~/platform/events/events.server'
import { peopleLive } from '~/features/people/live.server'
import { liveConsumer } from '~/platform/live/contract.server'
import type { Member } from '~/platform/viewer'
import { bundle, start, type Running } from './processes'
import { ask, connect, follow, makeThread } from './site'

let one: Running
let two: Running
let urls: [string, string]
let asn: Member
let asnCookie: string
let file: string
const closers: (() => unknown)[] = []

beforeAll(async () => {
  file = await bundle('serves')
  asn = await makeMember({ kind: 'ASN', name: 'Ani' })
  asnCookie = (await signedIn({ id: asn.personId })).cookie
  one = start(file)
  two = start(file)
  urls = [await one.said('listening'), await two.said('listening')]
}, 60_000)
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})
afterAll(async () => {
  await Promise.all([one.kill(), two.kill()])
})

test('each process delivers to the browsers of the other, in order, also posts too long for a notification', async () => {
  const threadId = await makeThread(asn)
  const pages = [follow(urls[0], threadId, 1), follow(urls[1], threadId, 1)]
  closers.push(...pages.map(page => page.stop))
  await Promise.all(pages.map(page => vi.waitFor(() => expect(page.live.state.status).toBe('on'), 5_000)))
  for (let i = 0; i < 10; i++) {
    const writer = i % 2 ? one : two
    writer.say(`write ${asn.personId} ${threadId} ${i % 5 === 0 ? 'long' : `jawaban ${i}`}`)
    expect(await writer.said('wrote')).toBe(String(i + 2))
  }
  const all = Array.from({ length: 10 }, (_, i) => i + 2)
  await vi.waitFor(() => expect(pages.map(page => page.numbers)).toEqual([all, all]), 5_000)
})

test('who is here is known across processes, and so is who left with a process that stopped', async () => {
  const threadId = await makeThread(asn)
  const budi = await makeMember({ kind: 'ASN', name: 'Budi' })
  let seen: string[] = []
  const page = follow(urls[0], threadId, 1, { cookie: asnCookie, onHere: people => { seen = people.map(one => one.name) } })
  closers.push(page.stop)
  await vi.waitFor(() => expect(seen).toEqual(['Ani']), 5_000)
  const third = start(file)
  closers.push(() => third.kill())
  const other = follow(await third.said('listening'), threadId, 1, { cookie: (await signedIn({ id: budi.personId })).cookie })
  closers.push(other.stop)
  await vi.waitFor(() => expect(seen).toEqual(['Ani', 'Budi']), 15_000)
  await third.stop()
  await vi.waitFor(() => expect(seen).toEqual(['Ani']), 5_000)
})

test('a right that ends puts the person out of rooms in every process', async () => {
  const person = await makePerson({ kind: 'ASN' })
  const { cookie } = await signedIn(person)
  const threadId = await makeThread(asn, 'asn')
  const sockets = await Promise.all(urls.map(url => connect(url, cookie)))
  closers.push(...sockets.map(socket => () => socket.disconnect()))
  for (const socket of sockets) expect((await ask(socket, 'join', { room: `thread:${threadId}` })).ok).toBe(true)
  const gone = Promise.all(sockets.map(socket => new Promise<{ room: string }>(resolve => socket.once('evicted', resolve))))
  // this third process says so: it commits the fact and has no browsers itself
  const endBroadcast = startBroadcast()
  const endDelivery = startDelivery([liveConsumer(peopleLive)])
  closers.push(endDelivery, endBroadcast)
  await db.person.update({ where: { id: person.id }, data: { kind: 'CITIZEN' } })
  await transaction(tx => recordEvent(tx, 'people.access.changed', { personId: person.id }, null))
  expect((await gone).map(({ room }) => room)).toEqual([`thread:${threadId}`, `thread:${threadId}`])
  for (const socket of sockets) expect((await ask(socket, 'join', { room: `thread:${threadId}` })).ok).toBe(false)
})

test('after the database dropped every connection the processes hear each other again, and nothing is lost', async () => {
  const threadId = await makeThread(asn)
  const page = follow(urls[1], threadId, 1)
  closers.push(page.stop)
  await vi.waitFor(() => expect(page.live.state.status).toBe('on'), 5_000)
  const drop = () => db.$executeRaw`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
  let number = 1
  for (let round = 0; round < 5; round++) {
    await drop().catch(() => undefined)
    await new Promise(resolve => setTimeout(resolve, 500))
    for (let tries = 0; ; tries++) {
      one.say(`write ${asn.personId} ${threadId} putaran ${round}`)
      const wrote = Number(await one.said('wrote'))
      if (wrote > 0) {
        number = wrote
        break
      }
      expect(tries).toBeLessThan(20)
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
  await vi.waitFor(() => expect(page.numbers).toEqual(Array.from({ length: number - 1 }, (_, i) => i + 2)), 20_000)
}, 90_000)

test('a process that is asked to stop ends by itself', async () => {
  const third = start(file)
  const socket = await connect(await third.said('listening'), asnCookie)
  closers.push(() => socket.disconnect())
  expect(await third.stop()).toBe(0)
})
