import { createConnection, createServer, type AddressInfo, type Socket as NetSocket } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { makeMember, makePerson, signedIn, viewerFor } from '#tests/factories/people'
import { deletePost, editPost } from '~/features/discussion/posts.server'
import { changeThread } from '~/features/discussion/threads.server'
import { endSessions, forgetSessions } from '~/features/people/sessions.server'
import { broadcast, onBroadcast } from '~/platform/db/broadcast.server'
import { db, transaction } from '~/platform/db/db.server'
import { deliveryIdle } from '~/platform/events/delivery.server'
import { recordEvent } from '~/platform/events/events.server'
import { liveFigures } from '~/platform/live/figures.server'
import { ADDRESS_LIMIT, fromHere, PERSON_LIMIT } from '~/platform/live/gate.server'
import type { Member } from '~/platform/viewer'
import { ask, connect, follow, makeThread, openSite, write, type Site } from './site'

let site: Site
let asn: Member
let asnCookie: string
let citizen: Member
let citizenCookie: string
const closers: (() => unknown)[] = []

beforeAll(async () => {
  site = await openSite()
  asn = await makeMember({ kind: 'ASN', name: 'Ani' })
  asnCookie = (await signedIn({ id: asn.personId })).cookie
  citizen = await makeMember({ kind: 'CITIZEN', name: 'Citra' })
  citizenCookie = (await signedIn({ id: citizen.personId })).cookie
})
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
  await vi.waitFor(() => expect(liveFigures().sockets).toBe(0), 10_000)
})
afterAll(() => site.stop())

async function open(cookie = '', headers: Record<string, string> = {}) {
  const socket = await connect(site.url, cookie, headers)
  closers.push(() => socket.disconnect())
  return socket
}

test('the door: strangers hear public threads, colleagues what is theirs, nobody what does not exist', async () => {
  const open1 = await makeThread(asn)
  const closed = await makeThread(asn, 'asn')
  const [stranger, member, colleague] = [await open(), await open(citizenCookie), await open(asnCookie)]
  const table: [typeof stranger, string, boolean][] = [
    [stranger, `thread:${open1}`, true], [stranger, `thread:${closed}`, false], [member, `thread:${closed}`, false], [colleague, `thread:${closed}`, true],
    [stranger, 'thread:999999', false], [stranger, 'thread:2147483648', false], [stranger, 'list:public', true], [stranger, 'list:asn', false],
    [colleague, 'list:asn', true], [stranger, 'nothing:1', false], [stranger, `thread:${open1}#asn`, false], [stranger, 'user:1', false],
  ]
  for (const [socket, room, ok] of table) expect([room, (await ask(socket, 'join', { room })).ok]).toEqual([room, ok])
  expect(await ask(stranger, 'thread:since', { threadId: closed, after: 0 })).toEqual({ ok: false, code: 'NotFound' })
})

test('a page of another site gets no connection', async () => {
  await expect(connect(site.url, asnCookie, { Origin: 'https://jahat.contoh' })).rejects.toThrow()
  await expect(connect(site.url, asnCookie, { Origin: 'null' })).rejects.toThrow()
  const own = await open(asnCookie, { Origin: site.url })
  expect(own.connected).toBe(true)
  expect(fromHere({ host: 'balai.contoh', 'sec-fetch-site': 'cross-site' })).toBe(false)
  expect(fromHere({ host: 'balai.contoh', 'sec-fetch-site': 'same-origin' })).toBe(true)
  expect(fromHere({ host: 'balai.contoh', origin: 'https://balai.contoh:8443' })).toBe(false)
})

test('a reply is pushed whole, once per room, the same for all; changes follow in place', async () => {
  const threadId = await makeThread(asn)
  await deliveryIdle()
  const changed: string[] = []
  const pages = [follow(site.url, threadId, 1), follow(site.url, threadId, 1, { cookie: citizenCookie }), follow(site.url, threadId, 1, {
    cookie: asnCookie, onChanged: ({ post }) => changed.push(`${post.number} ${post.deleted ?? post.html}`),
    onReaction: counts => changed.push(`${counts.number} thanks ${counts.thanks}`), onAccepted: accepted => changed.push(`accepted ${accepted?.number ?? '-'}`),
    onThread: ({ locked }) => changed.push(`locked ${locked}`),
  })]
  closers.push(...pages.map(page => page.stop))
  await vi.waitFor(() => expect(liveFigures().rooms).toBeGreaterThan(3))
  await vi.waitFor(() => expect(changed).toEqual(['accepted -']))
  const before = liveFigures().emits
  const post = await write(asn, threadId, 'Jawaban **tebal**')
  await vi.waitFor(() => expect(pages.map(page => page.numbers)).toEqual([[2], [2], [2]]))
  await deliveryIdle()
  expect(liveFigures().emits - before).toBe(2) // thread:<id> and list:public
  await editPost(asn, { postId: post.id, revision: 1, written: { markdown: 'Baru' } })
  await transaction(tx => recordEvent(tx, 'discussion.reaction.changed', { threadId, postId: post.id, number: 2, authorId: asn.personId, kind: 'THANKS', on: true, thanks: 4, agree: 0, meToo: 0 }, null))
  await deletePost(asn, { postId: post.id })
  await transaction(tx => changeThread(tx, asn, threadId, { locked: true }))
  await vi.waitFor(() => expect(changed).toEqual(['accepted -', '2 <p>Baru</p>', '2 thanks 4', '2 author', 'locked true']))
  expect(pages.every(page => page.numbers.length === 1)).toBe(true)
})

test('public threads drop the pages kept for strangers, others say nothing', async () => {
  const heard: string[] = []
  onBroadcast('pages', tags => heard.push(tags))
  const [shown, hidden] = [await makeThread(asn), await makeThread(asn, 'asn')]
  await deliveryIdle()
  await write(asn, hidden, 'Rahasia')
  await write(asn, shown, 'Terbuka')
  await deliveryIdle()
  expect(heard).toEqual([`thread:${shown},category:1,home`, `thread:${shown},category:1,home`])
})

test('lists hear of their own audience only', async () => {
  const [stranger, colleague] = [await open(), await open(asnCookie)]
  const heard: [string, number][] = []
  stranger.on('topic', (hint: { topicId: number }) => heard.push(['stranger', hint.topicId]))
  colleague.on('topic', (hint: { topicId: number }) => heard.push(['colleague', hint.topicId]))
  for (const socket of [stranger, colleague]) expect(await ask(socket, 'lists:listen', {})).toEqual({ ok: true, value: {} })
  const closed = await makeThread(asn, 'asn')
  const shown = await makeThread(asn)
  await vi.waitFor(() => expect(heard).toHaveLength(3))
  expect(heard.sort()).toEqual([['colleague', closed], ['colleague', shown], ['stranger', shown]].sort())
})

test('who loses a right is put out at once and hears nothing more; who keeps it stays', async () => {
  const person = await makePerson({ kind: 'ASN' })
  const { cookie } = await signedIn(person)
  const threadId = await makeThread(asn, 'asn')
  const [losing, staying] = [await open(cookie), await open(asnCookie)]
  const heard: string[] = []
  losing.on('evicted', ({ room }: { room: string }) => heard.push(`evicted ${room}`))
  losing.on('post', () => heard.push('post'))
  staying.on('post', () => heard.push('stays'))
  for (const socket of [losing, staying]) expect((await ask(socket, 'join', { room: `thread:${threadId}` })).ok).toBe(true)
  await db.person.update({ where: { id: person.id }, data: { kind: 'CITIZEN' } })
  await transaction(tx => recordEvent(tx, 'people.access.changed', { personId: person.id }, null))
  await write(asn, threadId, 'Hanya untuk rekan')
  await vi.waitFor(() => expect(heard).toContain('stays'))
  await deliveryIdle()
  expect(heard.sort()).toEqual([`evicted thread:${threadId}`, 'stays'])
  expect(losing.connected).toBe(true)
  expect((await ask(losing, 'join', { room: `thread:${threadId}` })).ok).toBe(false)
})

test('a session that ends takes its connections with it, a closed account all of them', async () => {
  const person = await makePerson({ kind: 'ASN' })
  const [one, two] = [await signedIn(person), await signedIn(person)]
  const sockets = [await open(one.cookie), await open(two.cookie)]
  await forgetSessions(await transaction(tx => endSessions(tx, person.id, null, { id: one.sessionId })))
  await vi.waitFor(() => expect(sockets.map(socket => socket.connected)).toEqual([false, true]))
  await db.person.update({ where: { id: person.id }, data: { closedAt: new Date() } })
  await transaction(tx => recordEvent(tx, 'people.person.closed', { personId: person.id }, null))
  await vi.waitFor(() => expect(sockets[1]?.connected).toBe(false))
})

test('a category that closes to the public puts strangers out of its threads and keeps colleagues', async () => {
  const threadId = await makeThread(asn)
  const [stranger, colleague] = [await open(), await open(asnCookie)]
  const gone = new Promise<{ room: string }>(resolve => stranger.once('evicted', resolve))
  for (const socket of [stranger, colleague]) await ask(socket, 'join', { room: `thread:${threadId}` })
  await db.thread.update({ where: { id: threadId }, data: { audience: 'asn' } })
  await transaction(tx => recordEvent(tx, 'forum.category.changed', { categoryId: 1, shelf: 'category:1', audience: true }, null))
  expect(await gone).toEqual({ room: `thread:${threadId}`, again: false })
  await deliveryIdle()
  const heard = new Promise(resolve => colleague.once('post', resolve))
  await write(asn, threadId, 'Masih di sini')
  await heard
})

test('writing is told to members only, and never by strangers', async () => {
  const threadId = await makeThread(asn)
  const [stranger, member, colleague] = [await open(), await open(citizenCookie), await open(asnCookie)]
  const heard: string[] = []
  for (const [name, socket] of [['stranger', stranger], ['member', member], ['self', colleague]] as const) {
    socket.on('typing', (fact: { name: string }) => heard.push(`${name} ${fact.name}`))
    await ask(socket, 'join', { room: `thread:${threadId}` })
  }
  for (let i = 0; i < 5; i++) await ask(colleague, 'typing', { room: `thread:${threadId}` })
  expect((await ask(stranger, 'typing', { room: `thread:${threadId}` })).ok).toBe(false)
  expect((await ask(member, 'typing', { room: 'list:public' })).ok).toBe(false)
  await vi.waitFor(() => expect(heard).toEqual(['member Ani']))
})

test('colleagues see which colleagues are here; others do not, and nobody who is not one is named', async () => {
  const threadId = await makeThread(asn)
  const other = await makeMember({ kind: 'ASN', name: 'Budi' })
  const lists: Record<string, string[]> = {}
  const page = (name: string, cookie: string) => {
    const made = follow(site.url, threadId, 1, { cookie, onHere: people => { lists[name] = people.map(one => one.name) } })
    closers.push(made.stop)
    return made
  }
  page('Ani', asnCookie)
  page('Citra', citizenCookie)
  const budi = page('Budi', (await signedIn({ id: other.personId })).cookie)
  await vi.waitFor(() => expect(lists).toEqual({ Ani: ['Ani', 'Budi'], Budi: ['Ani', 'Budi'] }))
  budi.stop()
  await vi.waitFor(() => expect(lists.Ani).toEqual(['Ani']), 5_000)
})

test('of one person the newest connections stay, of strangers at one address the first', async () => {
  const { cookie } = await signedIn(await makePerson({ kind: 'CITIZEN' }))
  const sockets: Awaited<ReturnType<typeof open>>[] = []
  for (let i = 0; i < PERSON_LIMIT + 2; i++) sockets.push(await open(cookie))
  await vi.waitFor(() => expect(sockets.map(socket => socket.connected)).toEqual([false, false, ...Array<boolean>(PERSON_LIMIT).fill(true)]))
  for (let i = 0; i < ADDRESS_LIMIT; i++) await open()
  await expect(connect(site.url)).rejects.toThrow('TooMany')
  await open(asnCookie)
})

/** A wire that can be cut: everything between browser and server goes through it. */
async function wire(url: string) {
  const target = new URL(url)
  const open = new Set<NetSocket>()
  let cut = false
  const proxy = createServer(from => {
    if (cut) return void from.destroy()
    const to = createConnection(Number(target.port), target.hostname)
    for (const end of [from, to]) {
      open.add(end)
      end.on('error', () => undefined)
      end.on('close', () => { open.delete(end); from.destroy(); to.destroy() })
    }
    from.pipe(to).pipe(from)
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  closers.push(() => { proxy.close(); for (const end of open) end.destroy() })
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    cut: (now: boolean) => { cut = now; if (now) for (const end of open) end.destroy() },
  }
}

test('100 posts written while the wire is cut: each arrives once, in order; an edit and a deletion made meanwhile arrive too', async () => {
  const threadId = await makeThread(asn)
  const first = await write(asn, threadId, 'satu')
  const second = await write(asn, threadId, 'dua')
  const line = await wire(site.url)
  const changed: string[] = []
  const page = follow(line.url, threadId, 3, {
    shown: () => [[1, 1, 0, 0, 0, 0], [2, 1, 0, 0, 0, 0], [3, 1, 0, 0, 0, 0]],
    onChanged: ({ post }) => changed.push(`${post.number} ${post.deleted ?? post.html}`),
  })
  closers.push(page.stop)
  await write(asn, threadId, 'sebelum')
  await vi.waitFor(() => expect(page.numbers).toEqual([4]))
  line.cut(true)
  for (let i = 0; i < 50; i++) await write(asn, threadId, `putus ${i}`)
  await editPost(asn, { postId: first.id, revision: 1, written: { markdown: 'diubah' } })
  await deletePost(asn, { postId: second.id })
  line.cut(false)
  // the rest is written while the page is finding its way back
  for (let i = 0; i < 50; i++) await write(asn, threadId, `kembali ${i}`)
  await vi.waitFor(() => expect(page.numbers).toHaveLength(101), 20_000)
  await write(asn, threadId, 'sesudah')
  await vi.waitFor(() => expect(page.numbers).toHaveLength(102))
  expect(page.numbers).toEqual(Array.from({ length: 102 }, (_, i) => i + 4))
  expect(changed.sort()).toEqual(['2 <p>diubah</p>', '3 author'])
})

test('300 malformed messages are answered or ignored, and the house goes on', async () => {
  const unhandled: unknown[] = []
  const note = (error: unknown) => unhandled.push(error)
  process.on('unhandledRejection', note)
  process.on('uncaughtException', note)
  const threadId = await makeThread(asn)
  const values: unknown[] = [undefined, null, 0, -1, 1e308, '', '\0', 'x'.repeat(9_000), [], {}, { room: null }, { room: ['thread:1'] }, { room: 'thread:' }, { room: 'thread:1;drop' },
    { room: `thread:${'9'.repeat(40)}` }, { room: { toString: 'x' } }, { threadId: -1, after: 0 }, { threadId, after: 1e12 }, { threadId, after: 'x' },
    { threadId, after: 0, shown: 'x' }, { threadId, after: 0, shown: [[1]] }, { __proto__: { room: 'x' } }, Buffer.from('thread:1'), { room: Buffer.from('x') }, true]
  const events = ['join', 'leave', 'typing', 'thread:since', 'lists:listen', 'error', 'constructor', '__proto__', 'toString', 'message', 'x'.repeat(500), 'presence']
  let sent = 0
  for (const event of events) {
    const socket = await open(citizenCookie)
    for (const value of values) {
      if (sent++ % 2 === 0) socket.emit(event, value, 'more', { and: 'more' })
      else socket.emit(event, value, () => undefined)
    }
  }
  expect(sent).toBe(300)
  for (const raw of ['2[', '2["join"', '42["x"]', '451-["x",{"_placeholder":true,"num":0}]', '2', '99', '0/nowhere,', '2{"a":1}', '3', '5']) {
    const socket = await open()
    socket.io.engine.write(raw)
  }
  const tooBig = await open()
  tooBig.emit('join', { room: 'x'.repeat(100_000) })
  await vi.waitFor(() => expect(tooBig.connected).toBe(false))
  const good = await open(asnCookie)
  expect((await ask(good, 'join', { room: `thread:${threadId}` })).ok).toBe(true)
  const flood = await Promise.all(Array.from({ length: 60 }, () => ask(good, 'leave', { room: 'thread:1' })))
  expect(flood.some(answer => !answer.ok && answer.code === 'TooMany' && (answer.retryAfter ?? 0) > 0)).toBe(true)
  process.off('unhandledRejection', note)
  process.off('uncaughtException', note)
  expect(unhandled).toEqual([])
})

test('of what opened a connection only the session is kept', async () => {
  await open(`${asnCookie}; other=secret`)
  const { live } = await import('~/platform/live/state.server')
  const [socket] = [...(live.io?.of('/').sockets.values() ?? [])]
  expect(socket?.request).toBeNull()
  expect(JSON.stringify(socket?.handshake)).not.toContain('secret')
  expect(socket?.data.cookie).toBe(asnCookie)
  await broadcast('person', String(asn.personId))
  expect((await viewerFor({ id: asn.personId })).name).toBe('Ani')
})
