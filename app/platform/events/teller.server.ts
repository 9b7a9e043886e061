import { kept } from '~/platform/kept.server'

interface Told {
  id: bigint
  name: string
  payload: unknown
  actorId: number | null
  createdAt: Date
}

/** Who tells what this process commits; null where there is nobody. Between recording and delivery, so that neither needs the other. */
export const teller = kept('teller', (): { tell: ((event: Told) => void) | null } => ({ tell: null }))
