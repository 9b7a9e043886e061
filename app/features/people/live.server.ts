import { broadcast } from '~/platform/db/broadcast.server'
import { sql } from '~/platform/db/db.server'
import type { LiveContribution } from '~/platform/live/contract.server'
import { doubting, recheck } from '~/platform/live/server.server'
import './events'
import { ownersOfUnscoped } from './pseudonyms.server'

/** Drops what every process keeps of the person, then asks again whether their open connections may listen where they do. */
async function askAgain({ payload: { personId } }: { payload: { personId: number } }): Promise<void> {
  // connections are of people: what holds for a name holds for whoever writes under it
  const owner = (await ownersOfUnscoped([personId])).get(personId)
  for (const person of owner === undefined ? [personId] : [personId, owner]) {
    await broadcast('person', String(person))
    await recheck({ person })
  }
}

let changed: NodeJS.Timeout | undefined
/** Pages for strangers show names, positions and pictures. An import changes thousands of people: once for all of them. */
function dropPagesSoon(): Promise<void> {
  changed ??= setTimeout(() => {
    changed = undefined
    broadcast('pages', '*').catch(() => undefined)
  }, 500)
  return Promise.resolve()
}

/** People push nothing; they end what others may no longer hear. */
export const peopleLive: LiveContribution = {
  name: 'people',
  rooms: [],
  on: {
    'people.access.changed': event => doubting(() => askAgain(event)),
    'people.person.closed': event => doubting(() => askAgain(event)),
    'people.person.changed': dropPagesSoon,
    'people.session.ended': ({ payload: { sessionId } }) => doubting(async () => {
      const [session] = await sql<{ token_hash: string }>('session-hash', 'select token_hash from session where id = $1', [sessionId])
      if (session) await broadcast('session', session.token_hash)
      await recheck({ session: sessionId })
    }),
    'people.unit.changed': ({ payload: { unitId } }) => doubting(async () => {
      await broadcast('unit', String(unitId))
      await Promise.all([recheck({ all: true }), dropPagesSoon()])
    }),
  },
}
