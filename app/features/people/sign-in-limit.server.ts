import { TooMany } from '~/platform/errors'
import { limiter } from '~/platform/http/rate-limit.server'
import type { Visitor } from './devices.server'

/*
 * A guesser is slowed per account and address, and per address. There is no counter of an account alone: whoever held one full
 * would lock the owner out. A browser the owner has used before counts by itself, so a guesser behind the same
 * office address cannot lock it out either.
 */
const pair = limiter('sign-in-pair', { points: 10, minutes: 15 })
const address = limiter('sign-in-address', { points: 100, minutes: 15 })
const device = limiter('sign-in-device', { points: 10, minutes: 15 })

/** Counts the attempt before the password is looked at, so that many at once count too. @throws TooMany */
export async function signInAllowed(attempt: { account: string; visitor: Visitor; knownDevice: boolean }) {
  const account = attempt.account.trim().toLowerCase()
  const counted = attempt.knownDevice
    ? [{ on: device, key: `${account}|${attempt.visitor.deviceToken}` }]
    : [{ on: address, key: attempt.visitor.address }, { on: pair, key: `${account}|${attempt.visitor.address}` }]
  for (const { on, key } of counted) {
    const wait = await on.take(key)
    if (wait > 0) throw new TooMany(wait)
  }
  return {
    /** A right password does not count against the next ones. */
    succeeded: async () => {
      for (const { on, key } of counted) await (on === address ? on.giveBack(key) : on.clear(key))
    },
  }
}
