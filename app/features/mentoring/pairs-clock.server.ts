import { sql, transaction } from '~/platform/db/db.server'
import { beginClosing, finishPair, worksOf } from './closing.server'
import { endPair } from './leaving.server'
import { nextPairState } from './pairs-table'
import { holdPair } from './rows/pair-reach.server'
import { allNumbers } from './settings.server'

const DAY = 86_400_000
const MOST = 300
type Due = { id: number; offerId: number }

/** Terms that are over, by the calendar of WIB: what was agreed goes to its closing, what never was ends. @returns how many */
export async function endTerms(now = Date.now()): Promise<number> {
  const due = await sql<Due>('terms-over', `select id, offer_id as "offerId" from mentoring_pair where state in ('AGREEING', 'RUNNING') and ends_on < (to_timestamp($1::float8 / 1000) at time zone 'Asia/Jakarta')::date order by ends_on limit ${MOST}`, [now])
  for (const one of due)
    await transaction(async tx => {
      const pair = await holdPair(tx, one)
      const state = nextPairState(pair.state, 'close', 'CLOCK')
      if (state === 'ENDED') await endPair(tx, pair, null)
      else if (state !== null && pair.learnerIds.length > 0) await beginClosing(tx, pair, null, 'CLOCK')
    })
  return due.length
}

/** Closing forms nobody waits for any longer: the pair is finished with those that were given. @returns how many */
export async function finishClosings(now = Date.now()): Promise<number> {
  const { 'reviews.hiddenDays': days } = await allNumbers()
  const due = await sql<Due & { learnerIds: number[] }>('closings-over', `select id, offer_id as "offerId", array(select m.person_id from mentoring_member m where m.pair_id = mentoring_pair.id and m.state = 'IN') as "learnerIds" from mentoring_pair where state = 'CLOSING' and ended_at <= $1 order by ended_at limit ${MOST}`, [new Date(now - days * DAY)])
  for (const one of due) {
    const works = await worksOf(one)
    await transaction(async tx => {
      const pair = await holdPair(tx, one)
      if (nextPairState(pair.state, 'finish', 'CLOCK') !== null) await finishPair(tx, pair, works, null, 'CLOCK')
    })
  }
  return due.length
}

export async function turnPairs(now = Date.now()): Promise<void> {
  await endTerms(now)
  await finishClosings(now)
}
