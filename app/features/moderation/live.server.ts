import { broadcast } from '~/platform/db/broadcast.server'
import type { LiveContribution } from '~/platform/live/contract.server'
import './events'

const dropLog = () => broadcast('pages', 'moderation')

/** Nothing is pushed: decisions reach open pages by what they do. The page of the log that strangers are shown is made anew. */
export const moderationLive: LiveContribution = {
  name: 'moderation', rooms: [],
  on: { 'moderation.case.decided': dropLog, 'moderation.decision.undone': dropLog },
}
