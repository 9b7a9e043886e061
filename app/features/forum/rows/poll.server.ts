import { randomBytes } from 'node:crypto'
import { checked } from '~/platform/checked'
import type { Tx } from '~/platform/db/db.server'
import { Invalid } from '~/platform/errors'
import { enqueue } from '~/platform/jobs/jobs.server'
import type { Member } from '~/platform/viewer'
import { endOfDay } from '../dates'
import { pollSchema, type PollInput } from '../polls.schema'

export interface CheckedPoll {
  question: string
  options: string[]
  maxChoices: number
  anonymous: boolean
  afterVote: boolean
  closesAt: Date | null
}

const LONGEST = 366 * 86_400_000

/**
 * What a poll's form says, judged. An anonymous poll must end: only then its ballots are destroyed.
 * @param until the topic's own end, taken where the form names no day and never passed
 * @throws Invalid beside the poll's fields
 */
export function checkedPoll(author: Member, input: PollInput, until: Date | null = null, now = Date.now()): CheckedPoll {
  const poll = checked(pollSchema, input)
  const asked = poll.pollClosesOn === '' ? until : endOfDay(poll.pollClosesOn, author.timeZone)
  if (poll.pollClosesOn !== '' && (!asked || asked.getTime() <= now || asked.getTime() > now + LONGEST)) throw new Invalid({ pollClosesOn: ['kinds:errors.closesOn'] })
  const closesAt = asked && until && until < asked ? until : asked
  if (poll.pollAnonymous && !closesAt) throw new Invalid({ pollClosesOn: ['kinds:errors.poll.anonymousEnds'] })
  return { question: poll.pollQuestion, options: poll.pollOptions, maxChoices: poll.pollMax, anonymous: poll.pollAnonymous, afterVote: poll.pollAfterVote, closesAt }
}

/** Two at once make one: the topic has a place for one poll only, and the second one fails on it. */
export async function insertPoll(tx: Tx, author: Member, topicId: number, poll: CheckedPoll): Promise<number> {
  const made = await tx.poll.create({
    data: {
      topicId, question: poll.question, maxChoices: poll.maxChoices, anonymous: poll.anonymous, afterVote: poll.afterVote, closesAt: poll.closesAt, createdById: author.personId,
      secret: poll.anonymous ? randomBytes(32) : null, options: { create: poll.options.map((label, position) => ({ label, position })) },
    },
    select: { id: true },
  })
  if (poll.closesAt) await enqueue(tx, 'close_poll', { pollId: made.id }, { runAt: poll.closesAt, key: `poll:${made.id}` })
  return made.id
}
