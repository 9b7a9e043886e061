import { z } from 'zod'
import { viewersOfPeopleUnscoped } from '~/features/people/viewer.server'
import { broadcast, onBroadcast } from '~/platform/db/broadcast.server'
import { kept } from '~/platform/kept.server'
import { liveMessage, type LiveContribution } from '~/platform/live/contract.server'
import { emitHere, heardHere } from '~/platform/live/server.server'
import { log } from '~/platform/log/log.server'
import { countUnread, countUnreadOfMany } from './notices.queries.server'

declare module '~/platform/live/contract.server' {
  interface PlatformEvents {
    /** how many notices the person has not read, at most 100 */
    notices: { unread: number }
  }
}

/** Every page of a person listens in `user:<id>` for the count on the bell, and asks for it once it is let in: what rang before was not heard. */
export const noticesLive: LiveContribution = {
  name: 'notices',
  rooms: [{ prefix: 'user', join: (viewer, id) => Promise.resolve(viewer.personId !== null && String(viewer.personId) === id) }],
  messages: { 'notices:count': liveMessage(z.object({}), async ({ viewer }) => ({ unread: await countUnread(viewer) })) },
  on: {},
}

/** Ids in one hint between processes: 600 of up to ten digits stay below what NOTIFY carries. */
const CHUNK = 600

async function ringHere(ids: readonly number[]): Promise<void> {
  const here = ids.filter(id => heardHere(`user:${id}`))
  if (here.length === 0) return
  const counts = await countUnreadOfMany([...(await viewersOfPeopleUnscoped(here)).values()])
  for (const [id, unread] of counts) emitHere(`user:${id}`, 'notices', { unread })
}

kept('bells', () => {
  onBroadcast('bells', body => {
    ringHere(body.split(',').map(Number)).catch((error: unknown) => log.warn({ err: (error as Error).message }, 'bells'))
  })
  return true
})

/** Every process counts for those of the people whose pages it serves, in two statements however many they are: ten thousand who are away cost nothing. */
export async function ringBells(personIds: readonly number[]): Promise<void> {
  for (let at = 0; at < personIds.length; at += CHUNK) await broadcast('bells', personIds.slice(at, at + CHUNK).join(','))
}
