import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { contentFromMarkdown } from '~/editor/content.server'
import { freeSlots, type HoursRange, type Slot } from '~/features/mentoring/slots'
import { pool } from '~/platform/db/db.server'
import { offers } from './mentoring/offers'
import { exceptions, hoursOf, notes, steps, talk, topics, usualHours } from './mentoring/sessions'
import { insertRows } from './rows'
import type { SeededPeople } from './write-people'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const zone = 'Asia/Jakarta'
const iso = (moment: number) => new Date(moment).toISOString()
const dayOf = (moment: number) => iso(moment + 7 * HOUR).slice(0, 10)

/** When mentors can be booked. Before anything that looks for free times. */
export async function writeMentoringHours(client: pg.ClientBase, people: SeededPeople, now: number): Promise<void> {
  const idOf = (key: string): number => people.byKey.get(key)?.id ?? 0
  const keys = [...new Set(offers.filter(one => one.form !== 'WRITTEN').map(one => one.by))]
  await insertRows(client, 'mentor_hours', { person_id: 'int', weekday: 'int', start_minute: 'int', end_minute: 'int' },
    keys.flatMap(key => (hoursOf[key] ?? usualHours).map(([weekday, start, end]) => ({ person_id: idOf(key), weekday, start_minute: start, end_minute: end }))))
  await insertRows(client, 'mentor_exception', { person_id: 'int', day: 'date', away: 'boolean', start_minute: 'int', end_minute: 'int', note: 'text' },
    exceptions.map(one => ({ person_id: idOf(one.key), day: dayOf(now + one.in * DAY), away: one.away ?? false, start_minute: one.from ?? null, end_minute: one.until ?? null, note: one.note })))
}

interface Pair {
  id: number
  title: string
  form: string
  state: string
  mentorId: number
  mentor: string
  learners: number[]
  names: string[]
  threadId: number | null
  sessions: number
  minutes: number
  mode: string
  place: string
  link: string
  from: number
  to: number
  hours: HoursRange[]
}

const pairsText = `select p.id, p.title, p.form::text, p.state::text, p.mentor_id as "mentorId", q.slug as mentor, array(select m.person_id from mentoring_member m where m.pair_id = p.id and m.state = 'IN' order by m.joined_at, m.person_id) as learners,
    array(select x.slug from mentoring_member m join person x on x.id = m.person_id where m.pair_id = p.id and m.state = 'IN' order by m.joined_at, m.person_id) as names,
    p.thread_id as "threadId", p.sessions, p.minutes, o.mode::text, o.place, o.link, (extract(epoch from coalesce(p.started_at, p.created_at)) * 1000)::float8 as "from", (extract(epoch from coalesce(p.ended_at, now())) * 1000)::float8 as "to",
    coalesce((select json_agg(json_build_object('weekday', h.weekday, 'startMinute', h.start_minute, 'endMinute', h.end_minute)) from mentor_hours h where h.person_id = p.mentor_id), '[]') as hours
  from mentoring_pair p join mentoring_offer o on o.id = p.offer_id join person q on q.id = p.mentor_id
  where (p.state in ('RUNNING', 'CLOSING', 'FINISHED') or (p.state = 'AGREEING' and p.form = 'GROUP')) and p.form <> 'WRITTEN' and not exists (select 1 from mentoring_session s where s.pair_id = p.id and s.state <> 'BOOKED') order by p.id`

/** Sessions behind and ahead of every pair that works or has worked, with who was there; and a room in the middle of its work. Doing it again adds nothing. */
export async function writeMentoringSessions(now: number): Promise<void> {
  const { rows: pairs } = await pool.query<Pair>(pairsText)
  const { rows: taken } = await pool.query<Slot & { mentorId: number }>(`select mentor_id as "mentorId", (extract(epoch from starts_at) * 1000)::float8 as "startsAt", (extract(epoch from ends_at) * 1000)::float8 as "endsAt" from mentoring_session where state in ('BOOKED', 'HOLD')`)
  const busy = new Map<number, Slot[]>()
  for (const one of taken) busy.set(one.mentorId, [...(busy.get(one.mentorId) ?? []), one])
  const main = pairs.find(pair => pair.state === 'RUNNING' && /mirza/.test(pair.mentor) && pair.names.some(name => /nurhayati/.test(name))) ?? pairs.find(pair => pair.state === 'RUNNING' && pair.form === 'ONE_TO_ONE')
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const pair of pairs) {
      const own = busy.get(pair.mentorId) ?? []
      busy.set(pair.mentorId, own)
      const first = await writeOf(client, pair, own, now, pair === main)
      if (pair === main) await writeRoom(client, pair, first ?? now - 3 * DAY, now)
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** `many` of the slots between two moments, evenly. */
function spread(pair: Pair, own: Slot[], from: number, to: number, many: number): Slot[] {
  const slots = freeSlots({ timeZone: zone, hours: pair.hours, exceptions: [], holidays: new Set(), busy: own }, { from, to, minutes: pair.minutes })
  const chosen = [...new Set(Array.from({ length: Math.min(many, slots.length) }, (_, i) => slots[Math.floor(((i + 0.5) * slots.length) / many)]))].filter(slot => slot !== undefined)
  own.push(...chosen)
  return chosen
}

const sessionColumns = {
  pair_id: 'int', mentor_id: 'int', starts_at: 'timestamptz', ends_at: 'timestamptz', state: 'text', topic: 'text', agenda: 'text', mode: '"MentoringMode"', place: 'text', link: 'text', uid: 'text', booked_by_id: 'int', client_key: 'text',
  day_told_at: 'timestamptz', hour_told_at: 'timestamptz', asked_at: 'timestamptz', created_at: 'timestamptz', updated_at: 'timestamptz',
}

/** @returns when its first session was */
async function writeOf(client: pg.ClientBase, pair: Pair, own: Slot[], now: number, main: boolean): Promise<number | null> {
  const running = pair.state === 'RUNNING' || pair.state === 'AGREEING'
  const behind = spread(pair, own, Math.max(pair.from, now - 300 * DAY), Math.min(pair.to, now) - 2 * HOUR, running ? Math.max(1, Math.floor(pair.sessions / 2)) : pair.sessions)
  // one time nobody came, before the last that did
  const missed = main ? spread(pair, own, (behind[0]?.endsAt ?? now) - 20 * DAY, (behind[0]?.startsAt ?? now) - HOUR, 1) : []
  const ahead = running ? spread(pair, own, now + DAY, now + 12 * DAY, main ? 2 : 1) : []
  const all = [...missed.map(slot => ({ slot, state: 'MISSED' })), ...behind.map(slot => ({ slot, state: 'DONE' })), ...ahead.map(slot => ({ slot, state: 'BOOKED' }))]
  const rows = all.map(({ slot, state }, i) => ({
    pair_id: pair.id, mentor_id: pair.mentorId, starts_at: iso(slot.startsAt), ends_at: iso(slot.endsAt), state, topic: topics[Math.max(0, i - missed.length) % topics.length], mode: pair.mode, place: pair.place, link: pair.link,
    agenda: main && slot === ahead[0] ? 'Pembuka tanpa slide, dicoba dengan suara\nMenutup dengan keputusan tertulis\nSiapa menulis berita acara' : '', uid: `${randomUUID()}@balai`, booked_by_id: pair.learners[0] ?? pair.mentorId, client_key: `demo-session-${pair.id}-${i}`,
    day_told_at: state === 'BOOKED' ? null : iso(slot.startsAt - DAY), hour_told_at: state === 'BOOKED' ? null : iso(slot.startsAt - HOUR), asked_at: state === 'BOOKED' ? null : iso(slot.endsAt),
    created_at: iso(Math.min(now, slot.startsAt - 4 * DAY)), updated_at: iso(Math.min(now, slot.startsAt - 4 * DAY)),
  }))
  const made = await insertRows<{ id: number; state: string; starts_at: Date; ends_at: Date }>(client, 'mentoring_session', sessionColumns, rows, 'id, state, starts_at, ends_at')
  const over = made.filter(one => one.state !== 'BOOKED')
  await insertRows(client, 'mentoring_attendance', { session_id: 'int', person_id: 'int', attended: 'boolean', minutes: 'int', confirmed_at: 'timestamptz' }, over.flatMap(one => [pair.mentorId, ...pair.learners].map((personId, i) => ({
    session_id: one.id, person_id: personId, attended: one.state === 'DONE', minutes: one.state === 'DONE' ? pair.minutes - (i % 2) * 5 : 0, confirmed_at: iso(one.ends_at.getTime() + (i + 1) * HOUR),
  }))))
  if (pair.form === 'GROUP')
    await insertRows(client, 'mentoring_presence', { session_id: 'int', person_id: 'int', present: 'boolean', marked_at: 'timestamptz' }, over.flatMap(one => pair.learners.map((personId, i) => ({ session_id: one.id, person_id: personId, present: i !== pair.learners.length - 1, marked_at: iso(one.ends_at.getTime() + HOUR) }))))
  return behind[0]?.startsAt ?? null
}

/** The conversation, notes and steps of the pair everybody meets. */
async function writeRoom(client: pg.ClientBase, pair: Pair, first: number, now: number): Promise<void> {
  const learner = pair.learners[0] ?? pair.mentorId
  const who = (by: 'mentor' | 'learner') => (by === 'mentor' ? pair.mentorId : learner)
  // never before the room itself
  const when = (after: number) => iso(Math.min(now - HOUR, Math.max(pair.from + 2 * HOUR, first + after * HOUR)))
  await insertRows(client, 'mentoring_note', { pair_id: 'int', author_id: 'int', shared: 'boolean', text: 'text', client_key: 'text', created_at: 'timestamptz', updated_at: 'timestamptz' },
    notes.map((note, i) => ({ pair_id: pair.id, author_id: who(note.by), shared: note.shared, text: note.text, client_key: `demo-note-${i}`, created_at: when(note.after), updated_at: when(note.after) })))
  await insertRows(client, 'mentoring_step', { pair_id: 'int', text: 'text', assignee_id: 'int', due_on: 'date', done_at: 'timestamptz', created_by_id: 'int', created_at: 'timestamptz' },
    steps.map(step => ({ pair_id: pair.id, text: step.text, assignee_id: who(step.by), due_on: dayOf(now + step.due * DAY), done_at: step.doneAfter === undefined ? null : when(step.doneAfter), created_by_id: pair.mentorId, created_at: when(2) })))
  if (!pair.threadId) return
  const { rows: [thread] } = await client.query<{ last: number }>('select last_number as last from thread where id = $1 for update', [pair.threadId])
  if (!thread || thread.last > 1) return
  for (const [i, said] of talk.entries()) {
    const content = contentFromMarkdown(said.text)
    const { rows: [post] } = await client.query<{ id: number }>('insert into post (thread_id, number, author_id, reply_to, html, text, renderer, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id',
      [pair.threadId, i + 2, who(said.by), said.replyTo ?? null, content.html, content.text, content.renderer, when(said.after)])
    await client.query('insert into post_revision (post_id, revision, doc, text, editor_id, created_at) values ($1, 1, $2, $3, $4, $5)', [post?.id, JSON.stringify(content.doc), content.text, who(said.by), when(said.after)])
  }
  const last = talk.length + 1
  await client.query('update thread set last_number = $2, post_count = $2, last_post_at = $3, last_author_id = $4 where id = $1', [pair.threadId, last, when(talk.at(-1)?.after ?? 0), pair.mentorId])
  await client.query(`insert into read_position (person_id, thread_id, number, updated_at) values ($1, $3, $4, $5), ($2, $3, $4, $6) on conflict (person_id, thread_id) do update set number = excluded.number, updated_at = excluded.updated_at`,
    [pair.mentorId, learner, pair.threadId, last, when(46), when(47)])
}
