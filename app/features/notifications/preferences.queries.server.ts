import { db, sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { composeDigest, type Digest } from './digest'
import type { Channels, RuleGroup } from './groups'
import { heldUntil } from './policy'
import { publicPushKey } from './push.server'
import { defaultTimes, reachPerson } from './rows/person.server'
import { standingLines, waitingColumns, type Waiting } from './standing.server'

export interface Preferences {
  channels: Record<RuleGroup, Channels>
  quiet: boolean
  /** minutes since midnight; the usual ones where quiet hours are off */
  quietFrom: number
  quietTo: number
  days: number[]
  digestAt: number
  autoWatch: boolean
  /** null: no confirmed address, so no mail */
  email: string | null
  /** milliseconds; mail and push wait until then, null: they go out now */
  heldUntil: number | null
  devices: { id: number; userAgent: string; createdAt: number }[]
  pushKey: string
}

/** @throws NotFound for a closed account */
export async function getPreferences(member: Member, now = Date.now()): Promise<Preferences> {
  const person = await reachPerson(member.personId)
  if (!person) throw new NotFound('person')
  const devices = await db.pushDevice.findMany({ where: { personId: member.personId }, orderBy: { id: 'asc' }, select: { id: true, userAgent: true, createdAt: true } })
  const { quietFrom, quietTo } = person.calm
  return {
    channels: person.channels, quiet: quietFrom !== null && quietTo !== null, quietFrom: quietFrom ?? defaultTimes.quietFrom, quietTo: quietTo ?? defaultTimes.quietTo,
    days: [...person.calm.days], digestAt: person.clock.digestAt, autoWatch: person.autoWatch, email: person.email, heldUntil: heldUntil(person.calm, person.timeZone, now),
    devices: devices.map(one => ({ id: one.id, userAgent: one.userAgent, createdAt: one.createdAt.getTime() })), pushKey: await publicPushKey(),
  }
}

const preview = `select ${waitingColumns} from notice where person_id = $1 and read_at is null and created_at > now() - make_interval(days => $2) order by notice.id desc limit 200`

/** The digest as it would be now: what is unread of the last day or week, asked anew like the letter itself. Changes nothing. @throws NotFound */
export async function getDigestNow(member: Member, days: 1 | 7): Promise<Digest> {
  const person = await reachPerson(member.personId)
  if (!person) throw new NotFound('person')
  return composeDigest(await standingLines(person, await sql<Waiting>('digest-now', preview, [member.personId, days]), 'any'))
}
