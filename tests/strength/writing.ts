import { randomUUID } from 'node:crypto'
import { demoAccounts } from '../../prisma/seed/accounts.ts'

/** A signed-in person who writes over plain HTTP, as a browser without its page would. */
export interface Writer {
  /** may change between two requests: a server that starts again keeps its address */
  send: (path: string, form?: Record<string, string>) => Promise<Response>
}

export const TOPIC_PLACE = 'kependudukan'

export async function signIn(url: string, login: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/masuk`, { method: 'POST', redirect: 'manual', headers: { origin: url }, body: new URLSearchParams({ login, password }) })
  const cookie = answer.headers.getSetCookie().map(line => line.split(';')[0]).find(part => part?.startsWith('balai='))
  if (!cookie) throw new Error(`${login} was not let in: ${answer.status} ${(await answer.text()).slice(0, 500)}`)
  return cookie
}

export function writer(url: string, cookie: string): Writer {
  return {
    send: (path, form) => fetch(url + path, {
      method: form ? 'POST' : 'GET', redirect: 'manual', headers: { origin: url, cookie, accept: 'text/html, application/json' },
      ...(form && { body: new URLSearchParams(form) }), signal: AbortSignal.timeout(30_000),
    }),
  }
}

/** Everybody of the demonstration data who may sign in, in turns: `count` writers with a session each. */
export async function signInMany(url: string, count: number): Promise<Writer[]> {
  const writers: Writer[] = []
  for (let i = 0; i < count; i++) {
    const { login, password } = demoAccounts[i % demoAccounts.length]!
    writers.push(writer(url, await signIn(url, login, password)))
  }
  return writers
}

export const newTopic = (title: string, clientKey: string = randomUUID()) => ({ category: TOPIC_PLACE, kind: 'DISCUSSION', title, tags: '', markdown: 'Apa yang perlu kami siapkan?', clientKey })

export const topicIdOf = (answer: Response): number => Number(/\/forum\/t\/(\d+)\//.exec(answer.headers.get('location') ?? '')?.[1] ?? NaN)

/** @returns the number of the topic */
export async function openTopic(by: Writer, title: string): Promise<number> {
  const answer = await by.send('/forum/tulis', newTopic(title))
  const id = topicIdOf(answer)
  if (!id) throw new Error(`no topic was made: ${answer.status} ${(await answer.text()).slice(0, 500)}`)
  return id
}

export interface Acknowledged { id: number; number: number }

/** @returns what the portal acknowledged, or null when it did not */
export async function post(by: Writer, topic: number, key: string): Promise<Acknowledged | null> {
  try {
    const answer = await by.send(`/utas/${topic}/pos`, { markdown: `Catatan ${key}`, clientKey: key })
    if (answer.status !== 200) {
      await answer.arrayBuffer()
      return null
    }
    const { post } = (await answer.json()) as { post: Acknowledged }
    return { id: post.id, number: post.number }
  } catch {
    return null
  }
}
