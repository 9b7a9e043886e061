import { viewersOfPeopleUnscoped } from '~/features/people/viewer.server'
import type { LiveContribution } from '~/platform/live/contract.server'
import { emitTo } from '~/platform/live/server.server'
import type { Member } from '~/platform/viewer'
import { countUnread } from './notices.queries.server'

declare module '~/platform/live/contract.server' {
  interface PlatformEvents {
    /** how many notices the person has not read, at most 100 */
    notices: { unread: number }
  }
}

/** Every page of a person listens in `user:<id>` for the count on the bell. */
export const noticesLive: LiveContribution = {
  name: 'notices',
  rooms: [{ prefix: 'user', join: (viewer, id) => Promise.resolve(viewer.personId !== null && String(viewer.personId) === id) }],
  on: {},
}

/** Sends each person their new count. */
export async function ringBells(personIds: readonly number[], known: ReadonlyMap<number, Member> = new Map()): Promise<void> {
  const read = await viewersOfPeopleUnscoped(personIds.filter(id => !known.has(id)))
  const members = personIds.flatMap(id => known.get(id) ?? read.get(id) ?? [])
  for (const viewer of members) emitTo(`user:${viewer.personId}`, 'notices', { unread: await countUnread(viewer) })
}
