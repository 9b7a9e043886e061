import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Member, Viewer } from '~/platform/viewer'
import { countedMinutes } from './attendance'
import { mayWorkInPair, roleInPair } from './pairs-policy'
import { reachPair, type PairRow } from './rows/pair-reach.server'
import { reachSession } from './rows/session.server'
import { canChangeSession, canConfirm, canList, canPrepare } from './sessions-policy'
import type { AttendanceView, NoteView, SessionView, StepView } from './sessions-views'

type Said = Omit<AttendanceView, 'counted'>
type Row = Omit<SessionView, 'attendance' | 'can' | 'asked'> & { said: Said[] }

/** All sessions of a pair with what everybody said of them: a pair has a few dozen at most. */
const text = `select s.id, s.pair_id as "pairId", case when s.state in ('CANCELLED', 'MISSED') then 0 else (count(*) filter (where s.state not in ('CANCELLED', 'MISSED')) over (order by s.starts_at, s.id))::int end as number,
    ${ms('s.starts_at')} as "startsAt", ${ms('s.ends_at')} as "endsAt", s.state, s.topic, s.agenda, s.mode::text as mode, s.place, s.link, s.sequence, coalesce(c.name, '') as "cancelledBy", s.reason,
    coalesce((select json_agg(json_build_object('personId', q.id, 'name', q.name, 'attended', a.attended, 'minutes', coalesce(a.minutes, 0), 'present', z.present) order by q.id <> s.mentor_id, q.name, q.id)
      from person q left join mentoring_attendance a on a.session_id = s.id and a.person_id = q.id left join mentoring_presence z on z.session_id = s.id and z.person_id = q.id
      where q.id = s.mentor_id or a.person_id is not null or q.id in (select m.person_id from mentoring_member m where m.pair_id = s.pair_id and m.state = 'IN')), '[]') as said
  from mentoring_session s left join person c on c.id = s.cancelled_by_id
  where s.pair_id = $1 and s.state <> 'HOLD' order by s.starts_at, s.id limit 300`

function toView(member: Member, pair: PairRow, { said, ...row }: Row, now: number): SessionView {
  const group = pair.form === 'GROUP'
  const of = (one: Said | undefined) => (one?.attended === null || one === undefined ? null : { attended: one.attended, minutes: one.minutes })
  const mentor = of(said.find(one => one.personId === pair.mentorId))
  const confirm = canConfirm(member, pair, row, now)
  return {
    ...row,
    attendance: said.map(one => ({ ...one, counted: one.personId === pair.mentorId ? null : countedMinutes(mentor, of(one), one.present, group) })),
    can: { change: canChangeSession(member, pair, row, now), prepare: canPrepare(member, pair, row, now), confirm, list: canList(member, pair, row, now) },
    asked: confirm && now >= row.endsAt && said.find(one => one.personId === member.personId)?.attended === null,
  }
}

/** Sessions of a pair in order, those called off too. @throws NotFound */
export async function listSessions(viewer: Viewer, pairId: number, now = Date.now()): Promise<SessionView[]> {
  const { member, pair } = await reachPair(viewer, pairId)
  return (await sql<Row>('sessions-of-pair', text, [pair.id])).map(row => toView(member, pair, row, now))
}

export interface SessionPage {
  session: SessionView
  pair: { id: number; title: string; form: string; minutes: number; mentorId: number }
  role: 'MENTOR' | 'LEARNER' | null
}

/** @throws NotFound for everybody who is not of its pair */
export async function getSession(viewer: Viewer, sessionId: number): Promise<SessionPage> {
  const { member, pair } = await reachSession(viewer, sessionId)
  const session = (await listSessions(member, pair.id)).find(one => one.id === sessionId)
  if (!session) throw new NotFound('session')
  return { session, pair: { id: pair.id, title: pair.title, form: pair.form, minutes: Math.round((session.endsAt - session.startsAt) / 60_000), mentorId: pair.mentorId }, role: roleInPair(member, pair) }
}

/** Shared notes, and the viewer's own; the newest first, at most `limit`. Private notes of others are not there for anybody. @throws NotFound */
export async function listNotes(viewer: Viewer, pairId: number, limit = 200): Promise<NoteView[]> {
  const { member, pair } = await reachPair(viewer, pairId)
  return sql<NoteView>('notes-of-pair', `select n.id, n.session_id as "sessionId", q.name as author, n.author_id = $2 as mine, n.shared, n.text, ${ms('n.created_at')} as at, n.updated_at > n.created_at + interval '1 second' as edited
    from mentoring_note n join person q on q.id = n.author_id where n.pair_id = $1 and (n.shared or n.author_id = $2) order by n.id desc limit $3`, [pair.id, member.personId, limit])
}

/** One's own note, to change it. @throws NotFound */
export async function getOwnNote(viewer: Viewer, noteId: number): Promise<NoteView & { pairId: number }> {
  const [row] = await sql<{ pairId: number }>('note-pair', 'select pair_id as "pairId" from mentoring_note where id = $1 and author_id = $2', [noteId, viewer.personId ?? 0])
  const note = row && (await listNotes(viewer, row.pairId, 1_000)).find(one => one.id === noteId)
  if (!note || !row) throw new NotFound('note')
  return { ...note, pairId: row.pairId }
}

/** Steps of a pair: open ones by their day, then what was done, the newest first. @throws NotFound */
export async function listSteps(viewer: Viewer, pairId: number): Promise<StepView[]> {
  const { member, pair } = await reachPair(viewer, pairId)
  const works = mayWorkInPair(member, pair)
  const rows = await sql<StepView & { createdById: number }>('steps-of-pair', `select k.id, k.text, k.assignee_id as "assigneeId", q.name as assignee, coalesce(to_char(k.due_on, 'YYYY-MM-DD'), '') as "dueOn",
      k.done_at is null and k.due_on < (now() at time zone $2)::date as overdue, ${ms('k.done_at')} as "doneAt", k.created_by_id as "createdById"
    from mentoring_step k join person q on q.id = k.assignee_id where k.pair_id = $1 order by k.done_at desc nulls first, k.due_on nulls last, k.id limit 300`, [pair.id, member.timeZone])
  return rows.map(({ createdById, ...step }) => ({ ...step, overdue: step.overdue ?? false, removable: works && (createdById === member.personId || step.assigneeId === member.personId || pair.mentorId === member.personId) }))
}
