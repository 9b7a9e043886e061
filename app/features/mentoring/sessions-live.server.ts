import type { LiveContribution } from '~/platform/live/contract.server'
import { emitTo } from '~/platform/live/server.server'
import { sql } from '~/platform/db/db.server'
import './requests-events'
import './sessions-events'

/** Open pages of the room read anew what stands beside the conversation: who listens to it is in the room. */
async function told({ payload: { pairId } }: { payload: { pairId: number } }): Promise<void> {
  const [row] = await sql<{ threadId: number | null }>('pair-thread', 'select thread_id as "threadId" from mentoring_pair where id = $1', [pairId])
  if (row?.threadId) emitTo(`thread:${row.threadId}`, 'room', { threadId: row.threadId })
}

export const sessionLive: LiveContribution = {
  name: 'mentoring-rooms',
  rooms: [],
  on: {
    'mentoring.session.booked': told, 'mentoring.session.moved': told, 'mentoring.session.cancelled': told, 'mentoring.session.changed': told, 'mentoring.session.attended': told,
    'mentoring.note.shared': told, 'mentoring.step.changed': told, 'mentoring.goal.changed': told, 'mentoring.agreement.changed': told, 'mentoring.pair.changed': told,
  },
}
