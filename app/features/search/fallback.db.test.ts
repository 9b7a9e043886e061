import http from 'node:http'
import net from 'node:net'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '~/platform/db/db.server'
import { env } from '~/platform/env/env.server'
import { stranger } from '~/platform/viewer'
import { city, document } from '#tests/contract/search-documents'
import { Breaker } from './breaker.server'
import { meiliEngine } from './engines/meili.server'
import { postgresEngine } from './engines/postgres.server'
import { checkMeili, pendingState, pushPending } from './push.server'
import { quickSearch, search, type SearchParts } from './search.server'

/** A server of ours in the place of Meilisearch, because it must misbehave on command. */
type Manner = (request: http.IncomingMessage, response: http.ServerResponse, body: string) => void
const servers: (http.Server | net.Server)[] = []
let manner: Manner = () => undefined
let port = 0

const listen = (server: http.Server | net.Server) => new Promise<number>(resolve => {
  servers.push(server)
  server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port))
})
const json = (response: http.ServerResponse, status: number, body: unknown) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))

let clock = 0
function partsFor(at: number): SearchParts {
  return { main: meiliEngine({ url: `http://127.0.0.1:${at}`, key: undefined, index: 'balai', patience: 1_000 }), reserve: postgresEngine, breaker: new Breaker(() => clock) }
}

beforeAll(async () => {
  await postgresEngine.rebuild((async function* () { yield city })())
})
beforeEach(async () => {
  port = await listen(http.createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => { body += part.toString() }).on('end', () => manner(request, response, body))
  }))
})
afterEach(async () => {
  for (const server of servers.splice(0)) {
    if (server instanceof http.Server) server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  await pool.query('delete from search_pending')
  env().MEILI_URL = undefined
})

const viewer = stranger()
const meiliHit = (id: string, title: string) => ({
  id: id.replaceAll(':', '-'), kind: 'topic', fold: id, shownTitle: title, title, authorId: 1, authorName: 'Seseorang', shelf: 'category:1', url: '/x', meta: {}, createdAt: 5,
  _formatted: { shownTitle: `\u{E000}${title}\u{E001}`, title, body: '<script>alert(1)</script>' },
})
const healthy: Manner = (request, response) => {
  if (request.url?.startsWith('/multi-search')) return json(response, 200, { results: [{ hits: [meiliHit('topic:1', 'Akta')], totalHits: 1, facetDistribution: { kind: { topic: 1 }, shelf: { 'category:1': 1 } } }] })
  return json(response, 404, { code: 'not_found', message: '', type: '', link: '' })
}

const misbehaviours: [string, Manner | 'refuse' | 'drop'][] = [
  ['refuses connections', 'refuse'],
  ['drops connections', 'drop'],
  ['hangs', () => undefined],
  ['answers 500', (_, response) => json(response, 500, { message: 'oops', code: 'internal', type: 'internal', link: '' })],
  ['answers 200 with a page', (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Welcome to nginx</h1>')],
  ['answers 200 with other JSON', (_, response) => json(response, 200, { hello: 'world' })],
  ['answers half and hangs', (_, response) => { response.writeHead(200, { 'Content-Type': 'application/json' }); response.write('{"results": [') }],
  ['refuses the key', (_, response) => json(response, 403, { message: 'The provided API key is invalid.', code: 'invalid_api_key', type: 'auth', link: '' })],
  ['has no index', (_, response) => json(response, 404, { message: 'Index `balai` not found.', code: 'index_not_found', type: 'invalid_request', link: '' })],
]

describe.each(misbehaviours)('Meilisearch %s', (_name, how) => {
  test('PostgreSQL answers and says so; when it is back, it answers again', async () => {
    let at = port
    if (how === 'refuse') {
      at = await listen(net.createServer())
      await new Promise(resolve => servers.pop()!.close(resolve))
    } else if (how === 'drop') at = await listen(net.createServer(socket => socket.destroy()))
    else manner = how
    clock = 0
    const parts = partsFor(at)
    const answer = await search(viewer, { text: 'akta hilang' }, parts)
    expect(answer).toMatchObject({ degraded: true, total: { count: 1 } })
    expect(answer.hits[0]?.id).toBe('topic:1')
    expect(await quickSearch(viewer, 'akta kelah', parts)).toMatchObject({ degraded: true })
    expect(parts.breaker.state.reason).not.toBeNull()
    expect(parts.breaker.state.reason).not.toContain('Bearer')

    if (typeof how === 'string') return
    manner = healthy
    expect((await search(viewer, { text: 'akta hilang' }, parts)).degraded).toBe(true)
    clock = 60_000
    const back = await search(viewer, { text: 'akta hilang' }, parts)
    expect(back).toMatchObject({ degraded: false, total: { count: 1 } })
    expect(back.hits[0]).toMatchObject({ id: 'topic:1', title: '<mark>Akta</mark>', snippet: '&#60;script&#62;alert(1)&#60;/script&#62;' })
  })
})

test('what Meilisearch still shows but the viewer may not read any more is never shown, and not counted', async () => {
  manner = (_, response) => json(response, 200, { results: [{ hits: [meiliHit('topic:1', 'Akta'), meiliHit('topic:999', 'Rahasia')], totalHits: 2, facetDistribution: { kind: { topic: 2 } } }] })
  const answer = await search(viewer, { text: 'akta' }, partsFor(port))
  expect(answer.hits.map(hit => hit.id)).not.toContain('topic:999')
  expect(JSON.stringify(answer)).not.toContain('Rahasia')
  expect(answer.total.count).toBe(await search(viewer, { text: 'akta' }, { ...partsFor(port), main: null }).then(own => own.total.count))
})

test('what goes on below the finds holds a part of the words, each once, and is checked like the finds', async () => {
  const asked: { q: string; matchingStrategy: string }[] = []
  const answering = (lists: Record<string, string[]>): Manner => (_, response, body) => {
    const [query] = (JSON.parse(body) as { queries: { q: string; matchingStrategy: string }[] }).queries
    if (query) asked.push(query)
    const ids = lists[query?.matchingStrategy ?? ''] ?? []
    json(response, 200, { results: [{ hits: ids.map(id => meiliHit(id, 'Akta')), totalHits: ids.length, facetDistribution: {} }] })
  }
  manner = answering({ all: ['topic:1'], frequency: ['topic:1', 'topic:2'], last: ['topic:2', 'topic:3'] })
  const answer = await search(viewer, { text: 'akta hilang' }, partsFor(port))
  expect(answer).toMatchObject({ degraded: false, total: { count: 1 } })
  expect(answer.also.map(hit => hit.id)).toEqual(['topic:2', 'topic:3'])
  expect(asked.map(one => [one.matchingStrategy, one.q])).toEqual(expect.arrayContaining([['all', 'akta hilang'], ['frequency', 'akta hilang'], ['last', 'hilang akta']]))
  manner = answering({ all: ['topic:1'], frequency: ['topic:999'] })
  expect(JSON.stringify((await search(viewer, { text: 'akta hilang' }, partsFor(port))).also)).not.toContain('999')
})

test('the viewer\'s audiences are in every question, quoted', async () => {
  const asked: string[] = []
  manner = (request, response, body) => {
    asked.push(body)
    healthy(request, response, body)
  }
  await search({ ...viewer, audiences: ['public', 'x" OR audience = "asn'] }, { text: 'akta', kinds: ['topic'], shelves: ['category:"1'] }, partsFor(port))
  const { queries } = JSON.parse(asked[0]!) as { queries: { filter: string[] }[] }
  expect(queries).toHaveLength(3)
  for (const query of queries) expect(query.filter[0]).toBe('audience IN ["public", "x\\" OR audience = \\"asn"]')
  expect(queries[0]!.filter).toContain('shelf IN ["category:\\"1"]')
})

describe('what Meilisearch does not know yet', () => {
  /** Enough of the task queue to take writes: every task succeeds unless told otherwise. */
  const taking = (seen: { method: string; url: string; body: string }[], status: (body: string) => string = () => 'succeeded'): Manner => {
    let task = 0
    const outcome = new Map<number, string>()
    return (request, response, body) => {
      const url = request.url ?? ''
      if (request.method === 'GET' && url.startsWith('/tasks/')) {
        const uid = Number(url.slice(7))
        const how = outcome.get(uid) ?? 'succeeded'
        return json(response, 200, { uid, status: how, type: 'documentAdditionOrUpdate', error: how === 'failed' ? { code: 'invalid_document_fields', message: 'a bad document' } : null })
      }
      if (request.method === 'GET') return json(response, 200, url.endsWith('/stats') ? { numberOfDocuments: 3, isIndexing: false } : {})
      seen.push({ method: request.method ?? '', url, body })
      outcome.set(++task, status(body))
      return json(response, 202, { taskUid: task, indexUid: 'balai', status: 'enqueued', type: 'x', enqueuedAt: '' })
    }
  }
  const engine = () => meiliEngine({ url: `http://127.0.0.1:${port}`, key: undefined, index: 'balai', patience: 1_000 })

  test('is kept until Meilisearch has confirmed it; a failing server keeps it, and says why', async () => {
    env().MEILI_URL = `http://127.0.0.1:${port}`
    manner = (_, response) => json(response, 500, { message: 'disk full', code: 'no_space_left_on_device', type: 'internal', link: '' })
    await postgresEngine.index([document({ id: 'topic:300', title: 'Dikirim nanti' })])
    await expect(pushPending(engine())).rejects.toThrow('no_space_left_on_device')
    expect(await pendingState()).toMatchObject({ count: 1, refused: 1, lastError: expect.stringContaining('disk full') as string })

    const seen: { method: string; url: string; body: string }[] = []
    manner = taking(seen)
    await postgresEngine.remove(['topic:300'])
    await postgresEngine.index([document({ id: 'topic:301', title: 'Baru' })])
    expect(await pushPending(engine())).toEqual({ sent: 2, refused: 0 })
    expect((await pendingState()).count).toBe(0)
    expect(seen.some(one => one.url.includes('/documents') && one.body.includes('"topic-301"'))).toBe(true)
    expect(seen.some(one => one.body.includes('"topic-300"') && !one.body.includes('Dikirim'))).toBe(true)
    await postgresEngine.remove(['topic:301'])
  })

  test('a task that fails is not taken for done; one bad document does not hold up the others', async () => {
    env().MEILI_URL = `http://127.0.0.1:${port}`
    await postgresEngine.index([1, 2, 3].map(at => document({ id: `topic:40${at}`, title: at === 2 ? 'buruk' : 'baik' })))
    manner = taking([], body => (body.includes('buruk') && body.includes('"stems"') ? 'failed' : 'succeeded'))
    await expect(pushPending(engine())).rejects.toThrow('refused')
    const { rows } = await pool.query<{ id: string; last_error: string }>('select id, last_error from search_pending')
    expect(rows).toEqual([{ id: 'topic:402', last_error: expect.stringContaining('invalid_document_fields') as string }])
    await postgresEngine.remove(['topic:401', 'topic:402', 'topic:403'])
  })

  test('while something is being hidden, PostgreSQL answers, at first without a word', async () => {
    env().MEILI_URL = `http://127.0.0.1:${port}`
    let asked = 0
    manner = (request, response, body) => {
      asked += 1
      healthy(request, response, body)
    }
    const parts = partsFor(port)
    await postgresEngine.index([document({ id: 'topic:500', title: 'Sebelum disunting' })])
    expect((await search(viewer, { text: 'akta' }, parts)).degraded).toBe(false)
    expect(asked).toBe(1)
    await postgresEngine.index([document({ id: 'topic:500', title: 'Sesudah disunting' })])
    expect((await search(viewer, { text: 'akta' }, parts)).degraded).toBe(false)
    expect(asked).toBe(1)
    await pool.query(`update search_pending set queued_at = now() - interval '1 minute'`)
    expect((await search(viewer, { text: 'akta' }, parts)).degraded).toBe(true)
    await postgresEngine.remove(['topic:500'])
  })

  test('an index that is missing is filled from PostgreSQL', async () => {
    const seen: { method: string; url: string; body: string }[] = []
    const take = taking(seen)
    manner = (request, response, body) =>
      request.url?.endsWith('/stats') ? json(response, 404, { code: 'index_not_found', message: 'Index `balai` not found.', type: '', link: '' }) : take(request, response, body)
    await checkMeili(engine())
    const steps = seen.map(one => `${one.method} ${one.url.replace(/\?.*/, '')}`)
    expect(steps).toEqual([
      'DELETE /indexes/balai_new', 'POST /indexes', 'PATCH /indexes/balai_new/settings', 'POST /indexes/balai_new/documents', 'POST /indexes', 'POST /swap-indexes', 'DELETE /indexes/balai_new',
    ])
    expect(JSON.parse(seen[3]!.body)).toHaveLength(city.length)
    expect(JSON.parse(seen[5]!.body)).toEqual([{ indexes: ['balai', 'balai_new'], rename: false }])
  })
})
