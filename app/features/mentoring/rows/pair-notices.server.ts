import { ms } from '~/features/discussion/sql'
import type { NoticeRule, Subject, SubjectReader, Told } from '~/features/notifications/contract'
import { sql } from '~/platform/db/db.server'
import { pairAudience } from '../pairs-policy'
import { requestsPath, roomPath } from '../paths'
import '../requests-events'

interface Facts {
  id: number
  title: string
  state: string
  groupId: number
  mentorId: number
  mentor: string
  /** the learners who are in */
  learnerIds: number[]
  at: number
}

const factsOf = (ids: readonly number[]) => sql<Facts>('pair-facts', `select p.id, p.title, p.state::text as state, p.group_id as "groupId", p.mentor_id as "mentorId", m.name as mentor,
    array(select x.person_id from mentoring_member x where x.pair_id = p.id and x.state = 'IN') as "learnerIds", ${ms('p.created_at')} as at
  from mentoring_pair p join person m on m.id = p.mentor_id where p.id = any($1)`, [[...ids]])

async function nameOf(personId: number | null): Promise<string> {
  const [row] = await sql<{ name: string }>('notices-actor', 'select name from person where id = $1', [personId ?? 0])
  return row?.name ?? ''
}

const told = (one: Facts, name: string, part = ''): Omit<Told, 'personId'> =>
  ({ audience: pairAudience(one.groupId), url: roomPath(one.id, part), groupKey: `pair:${one.id}`, about: `pair:${one.id}`, params: { name: name || one.mentor, title: one.title } })

/** Its people; whoever did it is left out by the notices themselves. */
async function all(event: { payload: { pairId: number }; actorId: number | null }, part = '', only?: (one: Facts) => readonly number[]): Promise<Told[]> {
  const [one] = await factsOf([event.payload.pairId])
  if (!one) return []
  const base = told(one, await nameOf(event.actorId), part)
  return (only?.(one) ?? [one.mentorId, ...one.learnerIds]).map(personId => ({ ...base, personId }))
}

const proposed: NoticeRule<'mentoring.agreement.changed'> = {
  name: 'requests.proposed', event: 'mentoring.agreement.changed', recipients: event => (event.payload.what === 'PROPOSED' ? all(event, 'kesepakatan') : Promise.resolve([])),
}
const holds: NoticeRule<'mentoring.agreement.changed'> = {
  name: 'requests.holds', event: 'mentoring.agreement.changed', recipients: event => (event.payload.what === 'HOLDS' ? all(event, 'kesepakatan') : Promise.resolve([])),
}
const movedUp: NoticeRule<'mentoring.member.changed'> = {
  name: 'requests.movedUp', event: 'mentoring.member.changed', recipients: event => (event.payload.what === 'MOVED_UP' ? all(event, '', () => [event.payload.personId]) : Promise.resolve([])),
}
/** The mentor hears who went, never why. */
const left: NoticeRule<'mentoring.member.changed'> = {
  name: 'requests.left', event: 'mentoring.member.changed', recipients: event => (event.payload.what === 'LEFT' ? all(event, 'peserta', one => [one.mentorId]) : Promise.resolve([])),
}
const closing: NoticeRule<'mentoring.pair.changed'> = {
  name: 'requests.closing', event: 'mentoring.pair.changed', group: 'reminders', recipients: event => (event.payload.state === 'CLOSING' ? all(event, 'tutup') : Promise.resolve([])),
}
const ended: NoticeRule<'mentoring.pair.changed'> = {
  name: 'requests.ended', event: 'mentoring.pair.changed', recipients: event => (event.payload.state === 'ENDED' ? all(event) : Promise.resolve([])),
}
const finished: NoticeRule<'mentoring.pair.changed'> = {
  name: 'requests.finished', event: 'mentoring.pair.changed', recipients: event => (event.payload.state === 'FINISHED' ? all(event, 'tutup') : Promise.resolve([])),
}
/** That the other side filled in the form, not what it says. */
const reviewed: NoticeRule<'mentoring.review.given'> = {
  name: 'requests.reviewed', event: 'mentoring.review.given',
  async recipients(event) {
    const [one] = await factsOf([event.payload.pairId])
    return one?.state === 'CLOSING' ? all(event, 'tutup', () => [event.payload.aboutId]) : []
  },
}
/** Who waited in a group that is no more. */
const dropped: NoticeRule<'mentoring.member.changed'> = {
  name: 'requests.dropped', event: 'mentoring.member.changed',
  async recipients(event) {
    const [one] = event.payload.what === 'DROPPED' ? await factsOf([event.payload.pairId]) : []
    const { personId } = event.payload
    return one ? [{ personId, audience: `user:${personId}`, url: requestsPath, groupKey: `pair:${one.id}`, about: `queue:${one.id}`, params: { name: one.mentor, title: one.title } }] : []
  },
}

export const pairRules: readonly NoticeRule[] = [proposed, holds, movedUp, left, dropped, closing, ended, finished, reviewed]

export const pairSubject: SubjectReader = async abouts => new Map((await factsOf(abouts.map(key => Number(key.slice(key.indexOf(':') + 1))).filter(id => id <= 2_147_483_647))).map((one): [string, Subject] =>
  [`pair:${one.id}`, { audience: pairAudience(one.groupId), title: one.title, url: roomPath(one.id), name: one.mentor, text: '', at: one.at }]))
