import { ms } from '~/features/discussion/sql'
import type { ThreadPlaces } from '~/features/discussion/notices.server'
import type { Notable, NoticeAmendments, NoticeContribution, NoticeRule, Subject, SubjectReader, Told } from '~/features/notifications/contract'
import { sql } from '~/platform/db/db.server'
import type { RecordedEvent } from '~/platform/events/events.server'
import { formatDateTime } from '~/platform/i18n/format'
import '~/features/discussion/events'
import { pairAudience } from './pairs-policy'
import { roomPath, sessionPath } from './paths'
import './sessions-events'

interface Facts {
  id: number
  pairId: number
  groupId: number
  title: string
  state: string
  startsAt: number
  mentorId: number
  mentor: string
  people: number[]
  /** who has said already whether they were there */
  answered: number[]
}

const factsText = `select s.id, s.pair_id as "pairId", p.group_id as "groupId", p.title, s.state, ${ms('s.starts_at')} as "startsAt", s.mentor_id as "mentorId", q.name as mentor,
    array(select m.person_id from mentoring_member m where m.pair_id = p.id and m.state = 'IN') || s.mentor_id as people, array(select a.person_id from mentoring_attendance a where a.session_id = s.id) as answered
  from mentoring_session s join mentoring_pair p on p.id = s.pair_id join person q on q.id = s.mentor_id where s.id = any($1)`
const factsOf = (ids: readonly number[]) => sql<Facts>('session-facts', factsText, [[...ids]])

async function nameOf(personId: number | null): Promise<string> {
  const [row] = await sql<{ name: string }>('notices-actor', 'select name from person where id = $1', [personId ?? 0])
  return row?.name ?? ''
}

const notable = (one: Facts, name: string): Notable =>
  ({ audience: pairAudience(one.groupId), url: sessionPath(one.id), groupKey: `session:${one.id}`, about: `session:${one.id}`, params: { name: name || one.mentor, title: one.title } })

type SessionEvent = RecordedEvent<'mentoring.session.booked' | 'mentoring.session.moved' | 'mentoring.session.cancelled' | 'mentoring.session.near' | 'mentoring.session.over'>

/** Everybody of the session; whoever did it is left out by the notices themselves. `still`: what it must be for this to be worth telling. */
async function tell(event: SessionEvent, still: readonly string[], unanswered = false): Promise<Told[]> {
  const [one] = await factsOf([event.payload.sessionId])
  if (!one || !still.includes(one.state)) return []
  const told = notable(one, await nameOf(event.actorId))
  return one.people.filter(id => !unanswered || !one.answered.includes(id)).map(personId => ({ ...told, personId }))
}

const booked: NoticeRule<'mentoring.session.booked'> = { name: 'sessions.booked', event: 'mentoring.session.booked', recipients: event => tell(event, ['BOOKED']) }
const moved: NoticeRule<'mentoring.session.moved'> = { name: 'sessions.moved', event: 'mentoring.session.moved', recipients: event => tell(event, ['BOOKED']) }
const cancelled: NoticeRule<'mentoring.session.cancelled'> = { name: 'sessions.cancelled', event: 'mentoring.session.cancelled', recipients: event => tell(event, ['CANCELLED']) }
const near = (name: string, when: 'DAY' | 'HOUR'): NoticeRule<'mentoring.session.near'> =>
  ({ name, event: 'mentoring.session.near', group: 'reminders', recipients: event => (event.payload.when === when ? tell(event, ['BOOKED']) : Promise.resolve([])) })
const over: NoticeRule<'mentoring.session.over'> = { name: 'sessions.over', event: 'mentoring.session.over', group: 'reminders', recipients: event => tell(event, ['BOOKED', 'DONE', 'MISSED'], true) }

interface NoteFacts { id: number; pairId: number; groupId: number; title: string; author: string; authorId: number; text: string; at: number; people: number[] }
const noteFacts = (ids: readonly number[]) => sql<NoteFacts>('note-facts', `select n.id, n.pair_id as "pairId", p.group_id as "groupId", p.title, q.name as author, n.author_id as "authorId", left(n.text, 300) as text, ${ms('n.created_at')} as at,
    array(select m.person_id from mentoring_member m where m.pair_id = p.id and m.state = 'IN') || p.mentor_id as people
  from mentoring_note n join mentoring_pair p on p.id = n.pair_id join person q on q.id = n.author_id where n.id = any($1) and n.shared`, [[...ids]])

const notesPath = (pairId: number) => roomPath(pairId, 'catatan')
const noted: NoticeRule<'mentoring.note.shared'> = {
  name: 'sessions.note', event: 'mentoring.note.shared', group: 'watching',
  async recipients(event) {
    const [one] = await noteFacts([event.payload.noteId])
    return (one?.people ?? []).flatMap(personId => (one ? [{ personId, audience: pairAudience(one.groupId), url: notesPath(one.pairId), groupKey: `pair-notes:${one.pairId}`, about: `pairnote:${one.id}`, params: { name: one.author, title: one.title } }] : []))
  },
}

/** In a room of two nobody follows anything: what one says, the other is told. Whoever was named, or answered, is told so. */
const said: NoticeRule<'discussion.post.created'> = {
  name: 'sessions.said', event: 'discussion.post.created',
  async recipients(event) {
    if (event.payload.number === 1 || (event.payload.kind ?? 'pair') !== 'pair') return []
    const [one] = await sql<{ pairId: number; groupId: number; title: string; name: string; people: number[] }>('pair-of-post', `select p.id as "pairId", p.group_id as "groupId", p.title, q.name,
        array(select m.person_id from mentoring_member m where m.pair_id = p.id and m.state = 'IN') || p.mentor_id as people
      from mentoring_pair p join post x on x.thread_id = p.thread_id join person q on q.id = x.author_id where p.thread_id = $1 and x.id = $2 and x.deleted_at is null`, [event.payload.threadId, event.payload.postId])
    return (one?.people ?? []).flatMap(personId => (one ? [{
      personId, audience: pairAudience(one.groupId), url: `${roomPath(one.pairId, String(event.payload.number))}#p${event.payload.number}`, groupKey: `thread:${event.payload.threadId}`, about: `post:${event.payload.postId}`,
      params: { name: one.name, title: one.title }, targets: [[`thread:${event.payload.threadId}`]],
    }] : []))
  },
}

/** Called off: no reminder of it is worth reading. Said: nobody is asked again. */
const gone: NoticeAmendments<'mentoring.session.attended'> = {
  event: 'mentoring.session.attended',
  amend: ({ payload }) => Promise.resolve(payload.state === 'BOOKED' ? [] : [{ groupKey: `session:${payload.sessionId}`, audience: null }]),
}

const idsOf = (keys: readonly string[]): number[] => keys.map(key => Number(key.slice(key.indexOf(':') + 1))).filter(id => id <= 2_147_483_647)

const session: SubjectReader = async abouts => new Map((await factsOf(idsOf(abouts))).map((one): [string, Subject] =>
  [`session:${one.id}`, { audience: pairAudience(one.groupId), title: one.title, url: sessionPath(one.id), name: one.mentor, text: tongue => formatDateTime(one.startsAt, { ...tongue, now: Date.now() }), at: one.startsAt }]))
const pairnote: SubjectReader = async abouts => new Map((await noteFacts(idsOf(abouts))).map((one): [string, Subject] =>
  [`pairnote:${one.id}`, { audience: pairAudience(one.groupId), title: one.title, url: notesPath(one.pairId), name: one.author, authorId: one.authorId, text: one.text, at: one.at }]))

/** Where what is said in rooms of pairs is read. */
export const pairPlaces: ThreadPlaces = async threadIds => {
  const rows = await sql<{ id: number; pairId: number; title: string }>('pair-places', 'select thread_id as id, id as "pairId", title from mentoring_pair where thread_id = any($1)', [[...threadIds]])
  return new Map(rows.map(row => [row.id, { title: row.title, url: number => `${roomPath(row.pairId, String(number))}#p${number}`, tags: [], quiet: true }]))
}

/** Who is told of sessions, shared notes and what is said in a pair's room: its people, nobody else. */
export const sessionNotices: NoticeContribution = {
  rules: [booked, moved, cancelled, near('sessions.tomorrow', 'DAY'), near('sessions.soon', 'HOUR'), over, noted, said],
  amendments: [gone], subjects: { session, pairnote },
}
