import { brokenConstraint, sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound, SignInNeeded } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { isMember, shownAs, type Member, type Viewer } from '~/platform/viewer'
import './events'
import type { PollView } from './kind-views'
import { canMakePoll, canVote } from './policy'
import type { PollInput } from './polls.schema'
import { judgeBeside, putTopicBefore } from './rows/beside.server'
import { checkedPoll, insertPoll } from './rows/poll.server'
import { pollJson, toPoll, voterOf, type PollRow } from './rows/topic-more.server'
import { getTopicHead } from './topics.queries.server'

function asMember(viewer: Viewer): Member {
  if (!isMember(viewer)) throw new SignInNeeded()
  return viewer
}

/** One poll for a topic that has none yet. @throws NotFound, Forbidden, Conflict "locked" or "pollThere", Invalid beside the poll's fields */
export async function createPoll(viewer: Viewer, { topicId, poll: input }: { topicId: number; poll: PollInput }): Promise<{ pollId: number; slug: string }> {
  const member = asMember(viewer)
  const topic = await getTopicHead(member, topicId)
  if (!canMakePoll(member, topic)) throw topic.locked ? new Conflict('locked') : new Forbidden()
  const poll = checkedPoll(member, input, topic.closesAt === undefined ? null : new Date(topic.closesAt))
  const hold = await judgeBeside(member, topic, { poll })
  try {
    const pollId = await transaction(async tx => {
      const made = await insertPoll(tx, { ...member, personId: shownAs(member, topic.authorId) }, topicId, poll)
      await putTopicBefore(tx, topic, hold)
      await recordEvent(tx, 'forum.topic.changed', { topicId, categoryId: topic.category.id }, shownAs(member, topic.authorId))
      return made
    })
    return { pollId, slug: topic.slug }
  } catch (error) {
    if (brokenConstraint(error)) throw new Conflict('pollThere')
    throw error
  }
}

interface Reached {
  id: number
  topic_id: number
  audience: string
  locked: boolean
  closed: boolean
  anonymous: boolean
  max_choices: number
  options: number[]
}

/** The poll's row is held from here to the end: two votes wait for each other, whoever casts them. */
async function hold(tx: Tx, member: Member, pollId: number): Promise<Reached> {
  const [held] = await tx.$queryRaw<{ topic_id: number }[]>`select topic_id from poll where id = ${pollId}::int for update`
  if (!held) throw new NotFound('poll')
  const [row] = await tx.$queryRaw<Reached[]>`
    select q.id, q.topic_id, q.anonymous, q.max_choices, coalesce(q.closes_at <= now(), false) as closed, t.audience, (t.locked_at is not null or coalesce(t.closes_at <= now(), false)) as locked,
      array(select o.id from poll_option o where o.poll_id = q.id) as options
    from poll q join thread t on t.id = q.topic_id where q.id = ${pollId}::int and t.audience = any(${[...member.audiences]}::text[]) and t.removed_at is null`
  if (!row) throw new NotFound('poll')
  return row
}

const ballotOf = `select b.voter, b.choices from poll q join poll_ballot b on b.poll_id = q.id and b.voter = ${voterOf('$2::int')} where q.id = $1::int`
const writeBallot = `insert into poll_ballot (poll_id, voter, person_id, choices)
  select q.id, ${voterOf('$2::int')}, case when q.anonymous then null else $2::int end, $3::int[] from poll q where q.id = $1::int
  on conflict (poll_id, voter) do update set choices = excluded.choices`

/**
 * A vote, in place of an earlier one of the same person; no choice at all takes it back. Twice the same is once.
 * @throws NotFound, Forbidden, Conflict "pollClosed", Invalid beside `pilihan`
 */
export async function vote(viewer: Viewer, { pollId, choices }: { pollId: number; choices: readonly number[] }): Promise<{ topicId: number }> {
  const member = asMember(viewer)
  const wanted = [...new Set(choices)].sort((a, b) => a - b)
  return transaction(async tx => {
    const poll = await hold(tx, member, pollId)
    if (!canVote(member, poll, poll)) {
      if (!member.verified) throw new Forbidden('unverified')
      throw poll.closed || poll.locked ? new Conflict('pollClosed') : new Forbidden()
    }
    if (wanted.some(id => !poll.options.includes(id))) throw new Invalid({ pilihan: ['kinds:errors.poll.choice'] })
    if (wanted.length > poll.max_choices) throw new Invalid({ pilihan: ['kinds:errors.poll.choices'] })
    const [before] = await tx.$queryRawUnsafe<{ voter: string; choices: number[] }[]>(ballotOf, pollId, member.personId)
    const had = before?.choices ?? []
    if (had.join() === wanted.join()) return { topicId: poll.topic_id }
    if (wanted.length > 0) await tx.$executeRawUnsafe(writeBallot, pollId, member.personId, wanted)
    else if (before) await tx.pollBallot.delete({ where: { pollId_voter: { pollId, voter: before.voter } } })
    await tx.$executeRaw`
      update poll_option set votes = votes + (id = any(${wanted}::int[]))::int - (id = any(${had}::int[]))::int
      where poll_id = ${pollId}::int and (id = any(${wanted}::int[])) <> (id = any(${had}::int[]))`
    const voters = (wanted.length > 0 ? 1 : 0) - (before ? 1 : 0)
    if (voters !== 0) await tx.$executeRaw`update poll set voters = voters + ${voters}::int where id = ${pollId}::int`
    await recordEvent(tx, 'forum.poll.voted', { topicId: poll.topic_id, pollId }, poll.anonymous ? null : member.personId)
    return { topicId: poll.topic_id }
  })
}

/**
 * What follows from the end of a poll: of an anonymous one the ballots and their secret are destroyed, the figures stay. For the job of that moment; a second run
 * finds nothing to do. @returns false when it has not ended or was closed already
 */
export async function closePoll(pollId: number): Promise<boolean> {
  return transaction(async tx => {
    const [poll] = await tx.$queryRaw<{ topic_id: number; anonymous: boolean }[]>`
      update poll set closed_at = now(), secret = null where id = ${pollId}::int and closed_at is null and closes_at <= now() returning topic_id, anonymous`
    if (!poll) return false
    if (poll.anonymous) await tx.pollBallot.deleteMany({ where: { pollId } })
    await recordEvent(tx, 'forum.poll.closed', { topicId: poll.topic_id, pollId }, null)
    return true
  })
}

/** For live: what everybody may see of it, whoever they are. Unscoped. */
export async function findPollUnscoped(pollId: number): Promise<PollView | null> {
  const [row] = await sql<{ poll: PollRow }>('poll-live', `select ${pollJson(null)} as poll from poll q where q.id = $1`, [pollId])
  return row ? toPoll(row.poll) : null
}
