import { createHash } from 'node:crypto'
import { sql, transaction } from '~/platform/db/db.server'
import { Invalid } from '~/platform/errors'
import { translator } from '~/platform/i18n/i18n'
import { enqueue } from '~/platform/jobs/jobs.server'
import { isPushService, makePortalKeys, sendPush, type PushTarget } from '~/platform/push/send.server'
import type { Locale, Member } from '~/platform/viewer'
import { heldUntil } from './policy'
import { reachPerson } from './rows/person.server'
import { madeOnce } from './rows/secret.server'
import { standingLines, waitingColumns, type StandingLine, type Waiting } from './standing.server'
import { toldWords } from './words'

const portalKeys = () => madeOnce('push:keys', makePortalKeys)

/** What browsers subscribe to. Made when first asked for, kept with the settings, the same in every process. */
export const publicPushKey = async (): Promise<string> => (await portalKeys()).public

/** Devices of one person; the oldest gives way. */
const MOST_DEVICES = 10

export interface GivenDevice extends PushTarget {
  userAgent: string
}

const bytes = (text: string) => Buffer.from(text, 'base64url').length

/** This browser may be woken for this person, and for nobody who used it before. @throws Invalid for what is no browser's push address */
export async function addDevice(member: Member, { endpoint, p256dh, auth, userAgent }: GivenDevice): Promise<void> {
  if (endpoint.length > 1_000 || !isPushService(endpoint) || bytes(p256dh) !== 65 || bytes(auth) !== 16) throw new Invalid('http:invalid.format')
  await transaction(async tx => {
    const values = { personId: member.personId, p256dh, auth, userAgent: userAgent.slice(0, 300), createdAt: new Date() }
    await tx.pushDevice.upsert({ where: { endpoint }, create: { endpoint, ...values }, update: values })
    const old = await tx.pushDevice.findMany({ where: { personId: member.personId }, orderBy: { createdAt: 'desc' }, skip: MOST_DEVICES, select: { id: true } })
    if (old.length > 0) await tx.pushDevice.deleteMany({ where: { id: { in: old.map(one => one.id) } } })
  })
}

/** By its row or by its address; somebody else's stays. */
export async function removeDevice(member: Member, which: { id: number } | { endpoint: string }): Promise<void> {
  await transaction(tx => tx.pushDevice.deleteMany({ where: { personId: member.personId, ...which } }))
}

/**
 * What a lock screen may show: names and titles of what anyone may read; of all else only that there is something.
 * Who holds the phone is not always who it belongs to.
 */
export function pushWords(lines: readonly StandingLine[], locale: Locale): { title: string; body: string; url: string } {
  const t = translator(locale, 'notifications')
  const [first] = lines
  const url = first && lines.every(line => line.groupKey === first.groupKey) ? `/pemberitahuan?buka=${first.id}` : '/pemberitahuan'
  if (!first || lines.some(line => line.audience !== 'public')) return { title: t('push.title', { count: lines.length }), body: t('push.open'), url }
  const same = lines.filter(line => line.groupKey === first.groupKey && line.rule === first.rule)
  const more = lines.length - same.length
  return { title: toldWords(t, first.rule, same.length, [...new Set(same.map(line => line.name))]), body: more > 0 ? t('push.more', { title: first.title, count: more }) : first.title, url }
}

/** What waits for a person's devices is taken once and handed to each device in a job of its own; in quiet hours it waits. */
export async function pushTo(personId: number, now = Date.now()): Promise<void> {
  const person = await reachPerson(personId)
  if (!person) return
  const held = heldUntil(person.calm, person.timeZone, now)
  if (held !== null) {
    await transaction(tx => enqueue(tx, 'notice_push', { personId }, { runAt: new Date(held), key: `notice_push:${personId}` }))
    return
  }
  await transaction(async tx => {
    const taken = await tx.$queryRaw<{ id: string; fresh: boolean }[]>`update notice set push = false where person_id = ${personId}::int and push returning id::text, read_at is null as fresh`
    const ids = taken.filter(row => row.fresh).map(row => row.id).slice(-50)
    const devices = ids.length > 0 ? await tx.pushDevice.findMany({ where: { personId }, select: { id: true } }) : []
    for (const device of devices) await enqueue(tx, 'notice_push_one', { deviceId: device.id, personId, ids }, { maxAttempts: 5 })
  })
}

/** One device. What was read, deleted, muted or taken out of reach meanwhile is left out; nothing left means no push. */
export async function pushOne({ deviceId, personId, ids }: { deviceId: number; personId: number; ids: readonly string[] }, now = Date.now()): Promise<'sent' | 'nothing' | 'gone' | 'held'> {
  const [device] = await sql<PushTarget>('push-device', 'select endpoint, p256dh, auth from push_device where id = $1 and person_id = $2', [deviceId, personId])
  const person = device ? await reachPerson(personId) : null
  if (!device || !person) return 'gone'
  const held = heldUntil(person.calm, person.timeZone, now)
  if (held !== null) {
    await transaction(tx => enqueue(tx, 'notice_push_one', { deviceId, personId, ids }, { runAt: new Date(held), maxAttempts: 5 }))
    return 'held'
  }
  const waiting = await sql<Waiting>('push-notices', `select ${waitingColumns} from notice where id = any($1::bigint[]) and person_id = $2 and read_at is null order by notice.id desc`, [ids, personId])
  const lines = await standingLines(person, waiting, 'push')
  if (lines.length === 0) return 'nothing'
  // the same notices make the same word, so a second try takes the place of a first that did arrive
  const topic = createHash('sha256').update(ids.join()).digest('hex').slice(0, 32)
  if (await sendPush(device, { text: JSON.stringify({ ...pushWords(lines, person.locale), tag: topic }), topic, ttl: 86_400 }, await portalKeys())) return 'sent'
  await sql('push-device-gone', 'delete from push_device where id = $1', [deviceId])
  return 'gone'
}
