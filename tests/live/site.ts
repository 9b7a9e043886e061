import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import { ThreadFollower, type ThreadListener } from '~/features/discussion/live/follow-thread'
import { discussionLive } from '~/features/discussion/live.server'
import { contentOf } from '~/features/discussion/written.server'
import { openThread } from '~/features/discussion/threads.server'
import { reply } from '~/features/discussion/posts.server'
import { forumLive } from '~/features/forum/live.server'
import { knowledgeLive } from '~/features/knowledge/live.server'
import { peopleLive } from '~/features/people/live.server'
import { viewerOfCookie } from '~/features/people/viewer.server'
import { startBroadcast } from '~/platform/db/broadcast.server'
import { transaction } from '~/platform/db/db.server'
import { startDelivery } from '~/platform/events/delivery.server'
import type { Answer } from '~/platform/live/contract.server'
import { liveConsumer, type LiveContribution } from '~/platform/live/contract.server'
import { LiveConnection } from '~/platform/live/client'
import { startLive } from '~/platform/live/server.server'
import type { Member } from '~/platform/viewer'

export const contributions: readonly LiveContribution[] = [peopleLive, discussionLive, forumLive, knowledgeLive]

export interface Site {
  url: string
  stop: () => Promise<void>
}

/** The house's live on a server of its own. `port` 0 takes a free one. */
export async function openSite(port = 0): Promise<Site> {
  const http = createServer((_, response) => response.end())
  const endBroadcast = startBroadcast()
  const endDelivery = startDelivery(contributions.map(liveConsumer))
  const live = await startLive(http, { identify: viewerOfCookie, contributions })
  await new Promise<void>(resolve => http.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    stop: async () => {
      await endDelivery()
      await live.close()
      await endBroadcast()
      http.closeAllConnections()
    },
  }
}

/** A bare connection: what a browser, or somebody who is none, may send. */
export async function connect(url: string, cookie = '', headers: Record<string, string> = {}): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: { ...(cookie ? { Cookie: cookie } : {}), ...headers } })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}

export const ask = (socket: Socket, event: string, input: unknown): Promise<Answer> => socket.timeout(5_000).emitWithAck(event, input) as Promise<Answer>

/** A thread with its opening post, in the list of the category 1. */
export async function makeThread(author: Member, audience = 'public'): Promise<number> {
  const content = contentOf({ markdown: 'Pertanyaan pembuka' })
  const { threadId } = await transaction(tx => openThread(tx, author, {
    kind: 'topic', shelf: 'category:1', audience, answerable: true, content, clientKey: crypto.randomUUID(), draftPlace: 'new-topic:1',
  }))
  return threadId
}

export const write = (author: Member, threadId: number, markdown: string) =>
  reply(author, { threadId, written: { markdown }, clientKey: crypto.randomUUID() })

/** A page of a thread without the page. */
export function follow(url: string, threadId: number, lastNumber: number, { cookie = '', ...listener }: Partial<ThreadListener> & { cookie?: string } = {}) {
  const live = new LiveConnection({ url, transports: ['websocket'], headers: cookie ? { Cookie: cookie } : {} })
  const numbers: number[] = []
  const follower = new ThreadFollower(live, { threadId, lastNumber, listener: () => ({ onPost: ({ post }) => numbers.push(post.number), ...listener }) })
  return { live, follower, numbers, stop: () => follower.stop() }
}
