import { broadcast, onBroadcast } from '~/platform/db/broadcast.server'
import { sql, type Tx } from '~/platform/db/db.server'
import { Invalid } from '~/platform/errors'
import { limiter, takeOrRefuse } from '~/platform/http/rate-limit.server'
import { kept } from '~/platform/kept.server'
import type { Member } from '~/platform/viewer'
import { linksOut, matchRule, type Rule } from './matching'
import { isEstablished, isNewcomer, mayModerate, type Writer } from './policy'
import { openCase } from './rows/case.server'

/** Far more than anybody writes by hand. */
const everybody = limiter('write', { points: 120, minutes: 10 })
const newcomers = limiter('write-new', { points: 6, minutes: 10 })
/** Links out of the house a new account may put into one post. */
export const NEW_LINKS = 2

export interface Words {
  text: string
  html: string
}

export interface Attempt {
  author: Member
  shelf: string
  audience: string
  title?: string
  html: string
  text: string
  /** what stands beside it: tags, parts of its kind, a poll */
  also?: readonly Words[]
  /** asked only where it matters: not for civil servants */
  history: () => Promise<Writer & { said: boolean }>
}

export interface Hold {
  why: 'newcomer' | 'rule'
  /** the rule's own words, for moderators */
  detail: string
}

interface Laws {
  rules: Rule[]
  holding: Set<string>
}

const shelf = kept('moderation-laws', (): { laws: Promise<Laws> | null; until: number } => ({ laws: null, until: 0 }))
kept('moderation-laws-listener', () => {
  const forget = () => { shelf.laws = null }
  onBroadcast('moderation-laws', forget)
  onBroadcast('reconnected', forget)
  return true
})

async function readLaws(): Promise<Laws> {
  const [rules, holding] = await Promise.all([
    sql<Rule>('moderation-rules', 'select kind, value from moderation_rule order by id limit 1000'),
    sql<{ shelf: string }>('moderation-holding', 'select shelf from moderation_shelf where hold_newcomers'),
  ])
  return { rules, holding: new Set(holding.map(row => row.shelf)) }
}

/** Kept a minute in process, dropped by whoever changes them. */
function laws(): Promise<Laws> {
  if (shelf.laws && shelf.until > Date.now()) return shelf.laws
  const found = readLaws()
  shelf.laws = found
  shelf.until = Date.now() + 60_000
  found.catch(() => { if (shelf.laws === found) shelf.laws = null })
  return found
}

/** Call once a change of rules or lists has been committed. */
export const lawsChanged = (): Promise<void> => broadcast('moderation-laws', '')

/** What a few people say among themselves: no moderator reads it, so nothing of it waits for one, and no list of words looks at it. */
const amongFew = (audience: string): boolean => audience.startsWith('group:')

const together = ({ text, html, also = [] }: Words & { also?: readonly Words[] }): Words =>
  ({ text: [text, ...also.map(one => one.text)].join('\n'), html: [html, ...also.map(one => one.html)].join('\n') })

/**
 * Whether something may stand at once, asked before it is written. Moderators of the place pass; brakes touch only accounts that are not
 * established. @returns why it must wait, or null
 * @throws TooMany, Invalid beside `markdown` for too many links or the same words again
 */
export async function judge(attempt: Attempt): Promise<Hold | null> {
  const { author } = attempt
  await takeOrRefuse(everybody, String(author.personId))
  if (amongFew(attempt.audience) || mayModerate(author, attempt)) return null
  const { rules, holding } = await laws()
  const whole = together(attempt)
  const found = matchRule(rules, { title: attempt.title, ...whole })
  if (author.kind !== 'ASN') {
    const writer = await attempt.history()
    if (!isEstablished(writer)) {
      await takeOrRefuse(newcomers, String(author.personId))
      if (linksOut(whole.html) > NEW_LINKS) throw new Invalid({ markdown: ['moderation:gate.links'] })
      if (writer.said) throw new Invalid({ markdown: ['moderation:gate.repeated'] })
    }
    if (!found && holding.has(attempt.shelf) && isNewcomer(writer)) return { why: 'newcomer', detail: '' }
  }
  return found ? { why: 'rule', detail: found.value } : null
}

/** An edit never waits: what runs into a rule stays and is put before moderators. Links are braked as in a new post. */
export async function judgeEdit(attempt: Attempt): Promise<Hold | null> {
  if (amongFew(attempt.audience) || mayModerate(attempt.author, attempt)) return null
  if (attempt.author.kind !== 'ASN' && linksOut(attempt.html) > NEW_LINKS && !isEstablished(await attempt.history())) throw new Invalid({ markdown: ['moderation:gate.links'] })
  return judgeWords(attempt)
}

/** Words beside a conversation (a title, a part, a poll, minutes), by the rules alone. @returns why somebody should look, or null */
export async function judgeWords(given: Words & { author: Member; shelf: string; audience: string; title?: string; also?: readonly Words[] }): Promise<Hold | null> {
  if (amongFew(given.audience) || mayModerate(given.author, given)) return null
  const found = matchRule((await laws()).rules, { title: given.title, ...together(given) })
  return found ? { why: 'rule', detail: found.value } : null
}

/** Puts what was held, or what ran into a rule, before moderators, in the transaction that writes it. */
export async function putBefore(tx: Tx, thing: { kind: string; thingId: number; shelf: string; audience: string; title: string }, hold: Hold, authorId: number): Promise<void> {
  await openCase(tx, { ...thing, authorId, origin: hold.why === 'newcomer' ? 'held' : 'rule', detail: hold.detail }, authorId)
}
