import { ms } from '~/features/discussion/sql'
import { photoUrl } from '~/features/people/photo'
import { sql } from '~/platform/db/db.server'
import type { Viewer } from '~/platform/viewer'
import { roleInPair } from './pairs-policy'
import type { AgreementView, GoalView, PairListRow, PairPerson, PairView } from './pairs-views'
import { asMember, reachPair } from './rows/pair-reach.server'

interface Row {
  rhythm: string
  sessions: number
  minutes: number
  confidential: string
  startsOn: string
  endsOn: string
  startedAt: number | null
  endedAt: number | null
  endedById: number | null
  waiting: number
  people: (Omit<PairPerson, 'photo'> & { photoKey: string | null })[]
  agreements: AgreementView[] | null
  goals: GoalView[] | null
}

const text = `select p.rhythm, p.sessions, p.minutes, p.confidential, to_char(p.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(p.ends_on, 'YYYY-MM-DD') as "endsOn", ${ms('p.started_at')} as "startedAt",
    ${ms('p.ended_at')} as "endedAt", p.ended_by_id as "endedById", (select count(*)::int from mentoring_member m where m.pair_id = p.id and m.state = 'WAITING') as waiting,
    (select json_agg(json_build_object('id', q.id, 'name', q.name, 'slug', q.slug, 'photoKey', q.photo_key, 'position', q.position_name, 'unit', coalesce(nullif(u.short_name, ''), u.name, '')))
      from person q left join org_unit u on u.id = q.unit_id
      where q.id = p.mentor_id or q.id = any($2::int[])) as people,
    (select json_agg(json_build_object('revision', a.revision, 'goals', a.goals, 'rhythm', a.rhythm, 'sessions', a.sessions, 'minutes', a.minutes, 'confidential', a.confidential,
        'endsOn', to_char(a.ends_on, 'YYYY-MM-DD'), 'proposedById', a.proposed_by_id, 'confirmedBy', a.confirmed_by, 'holdsAt', ${ms('a.holds_at')}) order by a.revision)
      from mentoring_agreement a where a.pair_id = p.id and a.revision >= coalesce((select max(h.revision) from mentoring_agreement h where h.pair_id = p.id and h.holds_at is not null), 0)) as agreements,
    (select json_agg(json_build_object('id', g.id, 'text', g.text, 'measure', g.measure, 'dueOn', coalesce(to_char(g.due_on, 'YYYY-MM-DD'), ''), 'progress', g.progress, 'standing', g.standing,
        'achieved', g.achieved, 'evidence', g.evidence) order by g.position, g.id) from mentoring_goal g where g.pair_id = p.id) as goals
  from mentoring_pair p where p.id = $1`

/** The room's frame: its people, what they agreed, their goals. @throws NotFound for everybody who is not of it */
export async function getPair(viewer: Viewer, pairId: number): Promise<PairView> {
  const { member, pair } = await reachPair(viewer, pairId)
  const [row] = await sql<Row>('get-pair', text, [pairId, pair.learnerIds])
  if (!row) throw new Error(`pair ${pairId} vanished`)
  const people = new Map(row.people.map(({ photoKey, ...person }) => [person.id, { ...person, photo: photoUrl(photoKey) }]))
  const person = (id: number): PairPerson => people.get(id) ?? { id, name: '', slug: '', photo: null, position: '', unit: '' }
  const newest = row.agreements?.at(-1) ?? null
  const { people: _people, agreements, goals, ...frame } = row
  return {
    id: pair.id, offerId: pair.offerId, form: pair.form, title: pair.title, state: pair.state, role: roleInPair(member, pair), mentor: person(pair.mentorId), learners: pair.learnerIds.map(person),
    groupId: pair.groupId, threadId: pair.threadId, ...frame, held: agreements?.findLast(one => one.holdsAt !== null) ?? null, proposed: newest && newest.holdsAt === null ? newest : null, goals: goals ?? [],
  }
}

const mine = `select p.id, p.title, p.state::text as state, p.form::text as form, p.mentor_id as "mentorId", mp.name as mentor, to_char(p.ends_on, 'YYYY-MM-DD') as "endsOn", ${ms('p.last_sign_at')} as "lastSignAt",
    array(select q.name from mentoring_member m join person q on q.id = m.person_id where m.pair_id = p.id and m.state = 'IN' order by m.joined_at, q.id) as learners, coalesce(w.state = 'WAITING', false) as waiting
  from mentoring_pair p join person mp on mp.id = p.mentor_id left join mentoring_member w on w.pair_id = p.id and w.person_id = $1
  where (p.mentor_id = $1 or w.state in ('IN', 'WAITING'))`
const open = "p.state in ('AGREEING', 'RUNNING', 'CLOSING')"

/** The viewer's own, as mentor and as learner: those that go on, by what happened last, or those that are over. At most 60. */
export async function listMyPairs(viewer: Viewer, { over = false }: { over?: boolean } = {}): Promise<PairListRow[]> {
  const member = asMember(viewer)
  return sql<PairListRow>(`my-pairs-${over}`, `${mine} and ${over ? `not (${open})` : open} order by p.last_sign_at desc, p.id desc limit 60`, [member.personId])
}

export interface Queue {
  /** in the order they will move up; for the mentor alone */
  waiting: PairPerson[]
  capacity: number
}

/** Who waits for a seat of the viewer's group. @throws NotFound for everybody who is not of the pair */
export async function listQueue(viewer: Viewer, pairId: number): Promise<Queue> {
  const { member, pair } = await reachPair(viewer, pairId)
  const [seats] = await sql<{ capacity: number }>('pair-capacity', 'select capacity from mentoring_offer where id = $1', [pair.offerId])
  const rows = roleInPair(member, pair) !== 'MENTOR' ? [] : await sql<Omit<PairPerson, 'photo'> & { photoKey: string | null }>('pair-queue', `select q.id, q.name, q.slug, q.photo_key as "photoKey", q.position_name as position,
      coalesce(nullif(u.short_name, ''), u.name, '') as unit from mentoring_member m join person q on q.id = m.person_id left join org_unit u on u.id = q.unit_id
    where m.pair_id = $1 and m.state = 'WAITING' order by m.joined_at, m.person_id limit 200`, [pairId])
  return { waiting: rows.map(({ photoKey, ...person }) => ({ ...person, photo: photoUrl(photoKey) })), capacity: seats?.capacity ?? 0 }
}
