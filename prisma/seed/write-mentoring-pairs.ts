import { confirmAgreement, proposeAgreement } from '~/features/mentoring/agreement.server'
import { closePair, giveClosing, showTestimonial } from '~/features/mentoring/closing.server'
import { moveGoal } from '~/features/mentoring/goals.server'
import { leavePair } from '~/features/mentoring/leaving.server'
import { expireRequests, nudgeRequests } from '~/features/mentoring/requests-clock.server'
import { acceptRequest, answerQuestion, askBack, declineRequest, sendNeed, sendRequest, viewRequest, withdrawRequest } from '~/features/mentoring/requests.server'
import { RULES_VERSION } from '~/features/mentoring/rules'
import { viewerOfPersonUnscoped } from '~/features/people/viewer.server'
import { pool } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import { agreements, closings, needs, requests, type AgreementSeed, type RequestSeed } from './mentoring/pairs'

const DAY = 86_400_000
const dayOf = (at: number) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10)

/** By the beginning of their name. Whoever takes part has accepted the rules. */
async function who(name: string): Promise<Member> {
  const { rows: [row] } = await pool.query<{ id: number }>(`select id from person where name like $1 || '%' and kind in ('ASN', 'PARTNER') order by id limit 1`, [name])
  if (!row) throw new Error(`nobody's name begins with ${name}`)
  await pool.query(`insert into mentoring_profile (person_id, rules_version, rules_at) values ($1, $2, now() - interval '90 days') on conflict (person_id) do update set rules_version = excluded.rules_version, rules_at = coalesce(mentoring_profile.rules_at, excluded.rules_at)`, [row.id, RULES_VERSION])
  return viewerOfPersonUnscoped(row.id)
}

async function offerOf(title: string): Promise<number> {
  const { rows: [row] } = await pool.query<{ id: number }>(`select id from mentoring_offer where title like $1 || '%' and state = 'OPEN' order by id limit 1`, [title])
  if (!row) throw new Error(`no open offer begins with ${title}`)
  return row.id
}

/** As if it had happened so many days ago. */
async function ageRequest(id: number, days: number): Promise<void> {
  await pool.query(`update mentoring_request set created_at = created_at - make_interval(days => $2), due_at = due_at - make_interval(days => $2), viewed_at = viewed_at - make_interval(days => $2), decided_at = decided_at - make_interval(days => $2) where id = $1`, [id, days])
  await pool.query('update mentoring_request_line set created_at = created_at - make_interval(days => $2) where request_id = $1', [id, days])
}

async function agePair(id: number, days: number): Promise<void> {
  await pool.query(`update mentoring_pair set created_at = created_at - make_interval(days => $2), started_at = started_at - make_interval(days => $2), starts_on = starts_on - $2::int where id = $1`, [id, days])
  await pool.query('update mentoring_agreement set created_at = created_at - make_interval(days => $2), holds_at = holds_at - make_interval(days => $2) where pair_id = $1', [id, days])
  await pool.query('update mentoring_member set joined_at = joined_at - make_interval(days => $2) where pair_id = $1', [id, days])
  await pool.query(`update post set created_at = created_at - make_interval(days => $2) where thread_id = (select thread_id from mentoring_pair where id = $1)`, [id, days])
  await pool.query(`update thread set created_at = created_at - make_interval(days => $2), last_post_at = last_post_at - make_interval(days => $2) where id = (select thread_id from mentoring_pair where id = $1)`, [id, days])
}

const key = (at: number, what: string) => `contoh-${what}-${String(at).padStart(8, '0')}`

async function send(seed: RequestSeed, at: number): Promise<{ id: number; learner: Member; mentor: Member }> {
  const learner = await who(seed.learner)
  const offerId = await offerOf(seed.offer)
  const { id } = await sendRequest(learner, { offerId, goal: seed.goal, situation: seed.situation ?? '', tried: seed.tried ?? '', wishedForm: null, wishedTimes: seed.times ?? '', slot: null, needId: null, clientKey: key(at, 'minta') })
  const { rows: [offer] } = await pool.query<{ mentor: string }>('select p.name as mentor from mentoring_offer o join person p on p.id = o.mentor_id where o.id = $1', [offerId])
  return { id, learner, mentor: await who(offer?.mentor ?? '') }
}

async function agree(pairId: number, seed: AgreementSeed, learner: Member, mentor: Member, now: number): Promise<void> {
  const form = {
    goals: seed.goals.map(goal => ({ id: null, text: goal.text, measure: goal.measure ?? '', dueOn: dayOf(now + goal.due * DAY) })), rhythm: seed.rhythm, sessions: seed.sessions, minutes: 60, confidential: seed.confidential ?? '', endsOn: dayOf(now + Math.max(1, seed.ends) * DAY),
  }
  await proposeAgreement(learner, { pairId, base: 0, ...form })
  if (seed.waits) return
  await confirmAgreement(mentor, { pairId, revision: 1 })
  const { rows: goals } = await pool.query<{ id: number; text: string }>('select id, text from mentoring_goal where pair_id = $1', [pairId])
  for (const { id, text } of goals) {
    const goal = seed.goals.find(one => one.text === text)
    if (goal?.progress) await moveGoal(learner, { pairId, goalId: id, progress: goal.progress, standing: goal.standing ?? '' })
  }
}

/** Seats of the group, and two who wait. */
async function fillGroup(seed: RequestSeed, pairId: number, mentor: Member): Promise<void> {
  const { rows: [offer] } = await pool.query<{ id: number; capacity: number }>('select o.id, o.capacity from mentoring_pair p join mentoring_offer o on o.id = p.offer_id where p.id = $1', [pairId])
  const { rows: others } = await pool.query<{ id: number; name: string }>(`select p.id, p.name from person p where p.kind = 'ASN' and p.closed_at is null and not p.alias and p.unit_id is not null and p.id <> $1
    and not exists (select 1 from mentoring_request r where r.learner_id = p.id) and not exists (select 1 from mentoring_offer o where o.mentor_id = p.id) order by p.id desc limit $2`, [mentor.personId, (offer?.capacity ?? 0) + 1])
  for (const [at, person] of others.entries()) {
    await pool.query(`insert into mentoring_profile (person_id, rules_version, rules_at) values ($1, $2, now()) on conflict do nothing`, [person.id, RULES_VERSION])
    const learner = await viewerOfPersonUnscoped(person.id)
    const { id } = await sendRequest(learner, { offerId: offer?.id ?? 0, goal: seed.goal, situation: '', tried: '', wishedForm: null, wishedTimes: '', slot: null, needId: null, clientKey: key(at, 'kelompok') })
    await acceptRequest(mentor, { requestId: id })
    await ageRequest(id, 12)
  }
}

async function pairUp(seed: RequestSeed, made: { id: number; learner: Member; mentor: Member }, now: number): Promise<void> {
  const { pairId } = await acceptRequest(made.mentor, { requestId: made.id })
  const [learner, mentor] = [await viewerOfPersonUnscoped(made.learner.personId), await viewerOfPersonUnscoped(made.mentor.personId)]
  const agreement = seed.agreement ? agreements[seed.agreement] : undefined
  if (agreement) await agree(pairId, agreement, learner, mentor, now)
  if (seed.becomes === 'GROUP') await fillGroup(seed, pairId, mentor)
  if (seed.becomes === 'LEFT') await leavePair(learner, { pairId, reason: 'Jadwal kami ternyata tidak pernah cocok.' })
  if (seed.becomes === 'CLOSING') await closePair(mentor, { pairId })
  await agePair(pairId, seed.days)
  if (seed.becomes === 'CLOSING') await pool.query(`update mentoring_pair set ended_at = now() - interval '2 days', ends_on = (now() - interval '2 days')::date where id = $1`, [pairId])
}

/** Through the verbs, as people would: requests in every state, a pair in the middle of its work, one that waits for its agreement, a group with a waiting list, and mentors who were silent. Once. */
export async function writeMentoringPairs(now: number): Promise<void> {
  const { rows } = await pool.query('select 1 from mentoring_pair limit 1')
  if (rows.length > 0) return
  for (const [at, seed] of requests.entries()) {
    const made = await send(seed, at)
    if (seed.viewed) await viewRequest(made.mentor, { requestId: made.id })
    if (seed.question) await askBack(made.mentor, { requestId: made.id, text: seed.question })
    if (seed.answer) await answerQuestion(made.learner, { requestId: made.id, text: seed.answer })
    if (seed.reason) await declineRequest(made.mentor, { requestId: made.id, text: seed.reason })
    if (seed.becomes === 'WITHDRAWN') await withdrawRequest(made.learner, { requestId: made.id })
    if (seed.agreement || seed.becomes === 'GROUP') await pairUp(seed, made, now)
    await ageRequest(made.id, seed.days)
  }
  for (const [at, seed] of needs.entries()) {
    const { id } = await sendNeed(await who(seed.learner), { goal: seed.goal, situation: seed.situation ?? '', tried: '', wishedForm: null, wishedTimes: '', tags: [...seed.tags], clientKey: key(at, 'carikan') })
    await ageRequest(id, seed.days)
  }
  await nudgeRequests(now)
  await expireRequests(now)
}

/** What becomes of those that are closing, once their sessions are there: one side has spoken, or both have, and the certificates are issued. */
export async function writeMentoringClosings(): Promise<void> {
  const { rows } = await pool.query<{ id: number; title: string; mentor: number; learners: number[] }>(`select p.id, p.title, p.mentor_id as mentor, array(select m.person_id from mentoring_member m where m.pair_id = p.id and m.state = 'IN') as learners
    from mentoring_pair p where p.state = 'CLOSING' and not exists (select 1 from mentoring_review r where r.pair_id = p.id) order by p.id`)
  for (const pair of rows) {
    const said = closings.find(one => pair.title.startsWith(one.offer))
    const [mentor, learner] = await Promise.all([viewerOfPersonUnscoped(pair.mentor), viewerOfPersonUnscoped(pair.learners[0] ?? 0)])
    if (!said) continue
    const { rows: goals } = await pool.query<{ id: number }>('select id from mentoring_goal where pair_id = $1 order by position', [pair.id])
    const results = goals.map(({ id }, at) => ({ id, achieved: at === 0 ? 'YES' as const : 'PARTLY' as const, evidence: said.evidence[at] ?? '' }))
    await giveClosing(learner, { pairId: pair.id, reviews: [{ aboutId: pair.mentor, rating: 4, words: said.toMentor, testimonial: said.testimonial }], results })
    if (!said.toLearner) continue
    await giveClosing(mentor, { pairId: pair.id, reviews: [{ aboutId: learner.personId, rating: 4, words: said.toLearner, testimonial: '' }], results: [] })
    await showTestimonial(mentor, { pairId: pair.id, fromId: learner.personId, shown: true })
  }
}
